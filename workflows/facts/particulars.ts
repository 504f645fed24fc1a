import { Type } from 'typebox'
import {
  choice,
  choices,
  closed,
  notesKeyword,
  optional,
  yes,
  type FieldNotes
} from '../vocabulary/fields.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { countries } from '../vocabulary/countries.ts'
import {
  birthYearSources,
  controls,
  finerForms,
  reached,
  recruitments,
  sectors,
  sexualKinds,
  ties
} from '../vocabulary/words.particulars.ts'

const year = (notes: FieldNotes) =>
  optional(Type.Integer({ minimum: 1900, maximum: 2199, [notesKeyword]: notes }))
const empty = { fr: 'Laissez vide ce qui n’est pas connu.', en: 'Leave empty what is not known.' }
const withAccount = {
  dataClass: 'C',
  hint: {
    fr: 'Gardé chiffré, avec le récit : se relit là.',
    en: 'Kept sealed, with the account: read there.'
  }
} as const

/**
 * What figures and partners ask of a case, and no rule looks at: told late, by whoever follows the person, as it comes to be
 * known. Nothing of it is asked when somebody is flagged, and nothing of it has to be answered.
 *
 * What tells of sexual life, of violence or of who did it is of the account and sealed with it; a year of birth is of the identity and
 * goes with it. None of these is a fact. Figures count the codes through whoever holds the keys: in what `facts.detail` sealed there
 * are only codes and a year, so that a count opens no story and no name, and `mnio_stats` is handed numbers.
 */
export const particulars = closed({
  citizenship: optional(
    choice(countries, {
      label: { fr: 'Pays de citoyenneté', en: 'Country of citizenship' },
      list: 'countries',
      dataClass: 'E'
    })
  ),
  birthYear: year({
    label: { fr: 'Année de naissance', en: 'Year of birth' },
    hint: {
      fr: 'Gardée chiffrée, avec l’identité. Laissez vide si elle n’est pas connue.',
      en: 'Kept sealed, with the identity. Leave empty where it is not known.'
    },
    dataClass: 'B'
  }),
  birthYearFrom: optional(
    choice(birthYearSources, {
      label: { fr: 'D’où vient cette année', en: 'Where that year comes from' },
      dataClass: 'B'
    })
  ),
  ageStands: optional(
    yes({
      label: {
        fr: 'Malgré cette année, l’âge dit dans le dossier reste le même',
        en: 'In spite of that year the age said in the case stays'
      },
      hint: {
        fr: 'À dire seulement si l’année contredit l’âge du dossier.',
        en: 'To be said only where the year contradicts the age of the case.'
      },
      dataClass: 'B',
      mayBeUnknown: 'orPassed'
    })
  ),
  exploitedFrom: year({
    label: { fr: 'Année où l’exploitation a commencé', en: 'Year in which exploitation began' },
    hint: empty,
    dataClass: 'D'
  }),
  exploitedUntil: year({
    label: { fr: 'Année où l’exploitation a fini', en: 'Year in which exploitation ended' },
    hint: {
      fr: 'Vide si elle dure encore ou n’est pas connue.',
      en: 'Empty while it lasts or where it is not known.'
    },
    dataClass: 'D'
  }),
  exploitedIn: optional(
    choices(countries, {
      label: { fr: 'Pays où la personne a été exploitée', en: 'Countries of exploitation' },
      list: 'countries',
      dataClass: 'D'
    })
  ),
  finerForms: optional(
    choices(finerForms, {
      label: { fr: 'Formes plus précises', en: 'Finer forms' },
      hint: {
        fr: 'En plus de celles du signalement, qui restent.',
        en: 'Beside those of the flag, which stay.'
      },
      dataClass: 'D'
    })
  ),
  sexualKinds: optional(
    choices(sexualKinds, {
      label: { fr: 'Exploitation sexuelle : de quelle sorte', en: 'Sexual exploitation: of which kind' },
      askedOf: 'adults',
      ...withAccount
    })
  ),
  sector: optional(
    choice(sectors, {
      label: { fr: 'Secteur d’activité', en: 'Sector of activity' },
      dataClass: 'D'
    })
  ),
  recruiterTie: optional(
    choice(ties, {
      label: { fr: 'Lien avec qui l’a recrutée', en: 'Tie with the recruiter' },
      ...withAccount
    })
  ),
  recruitedHow: optional(
    choices(recruitments, {
      label: { fr: 'Comment le recrutement s’est fait', en: 'Method of recruitment' },
      dataClass: 'D'
    })
  ),
  exploiterTie: optional(
    choice(ties, {
      label: { fr: 'Lien avec qui l’exploite', en: 'Tie with the exploiter' },
      ...withAccount
    })
  ),
  controls: optional(
    choices(controls, { label: { fr: 'Moyens de contrôle', en: 'Methods of control' }, ...withAccount })
  ),
  housedByExploiter: optional(
    yes({
      label: { fr: 'Logement fourni par qui l’exploite', en: 'Housed by the exploiter' },
      dataClass: 'D',
      mayBeUnknown: 'orPassed'
    })
  ),
  identificationDeclined: optional(
    yes({
      label: { fr: 'Identification formelle déclinée', en: 'Formal identification declined' },
      hint: {
        fr: 'C’est un choix de la personne. L’accompagnement n’en dépend pas ; le délai de réflexion et la carte passent par la police ou la gendarmerie.',
        en: 'It is the person’s choice. Support does not depend on it; the reflection period and the permit go through the police or gendarmerie.'
      },
      dataClass: 'D',
      askedOf: 'adults',
      mayBeUnknown: 'orPassed'
    })
  ),
  reached: optional(
    choice(reached, {
      label: { fr: 'Comment la personne est arrivée jusqu’à vous', en: 'How they reached you' },
      dataClass: 'D'
    })
  )
})

type Years = { exploitedFrom?: number | null; exploitedUntil?: number | null }
type YearsSaid = Years & { birthYear?: number | null }

const misordered = (field: keyof YearsSaid, fr: string, en: string): InputProblem =>
  problem(field, 'misordered', fr, en)

const isBefore = (one: number | null | undefined, other: number | null | undefined) =>
  typeof one === 'number' && typeof other === 'number' && one < other

/**
 * Of years, what no life has: in the order of birth, beginning and end, and none that has not come. A year of birth that was told
 * before is sealed, and is held against nothing here.
 */
export function yearProblems(input: YearsSaid, facts: Years, today: string | undefined): InputProblem[] {
  // One by one: to copy all facts would be to read what the author may not.
  const { birthYear } = input
  const exploitedFrom = input.exploitedFrom ?? facts.exploitedFrom
  const exploitedUntil = input.exploitedUntil ?? facts.exploitedUntil
  const now = today === undefined ? null : Number(today.slice(0, 4))
  const ahead = (['birthYear', 'exploitedFrom', 'exploitedUntil'] as const)
    .filter((field) => isBefore(now, input[field]))
    .map((field) => misordered(field, 'Cette année n’est pas encore venue.', 'That year has not come yet.'))
  return [
    ...ahead,
    ...(isBefore(exploitedFrom, birthYear)
      ? [misordered('exploitedFrom', 'C’est avant l’année de naissance.', 'It is before the year of birth.')]
      : []),
    ...(isBefore(exploitedUntil, exploitedFrom)
      ? [misordered('exploitedUntil', 'C’est avant le début.', 'It is before the beginning.')]
      : [])
  ]
}
