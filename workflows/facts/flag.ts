import { Type, type Static, type TOptional, type TSchema } from 'typebox'
import type { Facts } from './facts.ts'
import {
  choice,
  choices,
  closed,
  count,
  date,
  longText,
  notesKeyword,
  notesOf,
  optional,
  text,
  yes
} from '../vocabulary/fields.ts'
import {
  ageBands,
  ageGroups,
  channels,
  dangers,
  formsOrUnknown,
  languagesOrUnknown,
  nationalities,
  sexes,
  sources,
  stays
} from '../vocabulary/words.ts'
import { localDanger } from '../vocabulary/words.danger.ts'
import { indicatorCodes } from '../vocabulary/indicators.ts'
import { territoryCodes } from '../calendar/territories.ts'

const observation = closed({
  code: Type.String({ enum: indicatorCodes }),
  source: choice(sources, { label: { fr: 'D’où cela est su', en: 'How this is known' } })
})

const forbiddenZones = Type.Array(Type.String({ enum: territoryCodes }), {
  maxItems: 20,
  uniqueItems: true,
  [notesKeyword]: {
    screen: 'securite',
    label: { fr: 'Départements à éviter', en: 'Départements to avoid' },
    dataClass: 'E',
    lookup: 'territories'
  }
})

/** What a flag asks of a person and an act completes later: a question is one row, asked on its screen in this order. */
const questions = {
  localDanger: optional(yes({ screen: 'securite', ...localDanger, mayBeUnknown: true })),
  ageGroup: choice(ageGroups, {
    screen: 'age',
    label: { fr: 'La personne est-elle majeure ?', en: 'Is the person an adult?' }
  }),
  ageBand: optional(
    choice(ageBands, {
      screen: 'personne',
      label: { fr: 'Tranche d’âge', en: 'Age band' },
      mayBeUnknown: 'orPassed'
    })
  ),
  sex: choice(sexes, { screen: 'personne', label: { fr: 'Sexe', en: 'Sex' } }),
  nationality: choice(nationalities, {
    screen: 'situation',
    label: { fr: 'Nationalité', en: 'Nationality' },
    dataClass: 'E'
  }),
  // A citizen of the Union needs no permit: nobody is asked for one.
  stay: optional(choice(stays, { screen: 'situation', label: { fr: 'Séjour', en: 'Stay' }, dataClass: 'E' })),
  forms: choices(formsOrUnknown, {
    screen: 'exploitation',
    label: { fr: 'Formes d’exploitation', en: 'Forms of exploitation' },
    dataClass: 'D'
  }),
  forbiddenZones: optional(forbiddenZones),
  children: optional(
    count({
      screen: 'personne',
      label: { fr: 'Enfants avec la personne', en: 'Children with the person' },
      mayBeUnknown: 'orPassed'
    })
  ),
  language: choice(languagesOrUnknown, { screen: 'situation', label: { fr: 'Langue', en: 'Language' } }),
  asylumClaim: optional(
    yes({
      screen: 'situation',
      label: { fr: 'Demande d’asile en cours', en: 'Asylum application under way' },
      dataClass: 'I',
      mayBeUnknown: 'orPassed'
    })
  ),
  asylumLink: optional(
    yes({
      screen: 'situation',
      label: {
        fr: 'La personne a demandé l’asile, ou a une protection',
        en: 'The person has asked for asylum, or is protected'
      },
      dataClass: 'I',
      mayBeUnknown: 'orPassed'
    })
  )
}

type Questions = typeof questions

/** The same questions once the person is known: none must be answered, and none is answered by « I do not know ». */
export const completed = Object.fromEntries(
  Object.entries<TSchema>(questions).map(([id, field]) => {
    const { screen: _screen, mayBeUnknown: _unknown, ...notes } = notesOf(field)!
    return [id, optional({ ...field, [notesKeyword]: notes })]
  })
) as unknown as { [Q in keyof Questions]: TOptional<Questions[Q]> }

/** What an association, a service or a shelter tells when it flags a person. Identity is optional, and needs the adult's agreement. */
export const flagInput = closed({
  danger: choice(dangers, {
    screen: 'maintenant',
    label: { fr: 'La personne est-elle en danger maintenant ?', en: 'Is the person in danger now?' }
  }),
  dangerFacts: optional(
    longText({
      screen: 'maintenant',
      label: { fr: 'Ce qui fait craindre pour la personne', en: 'What makes you fear for them' },
      dataClass: 'C'
    })
  ),
  territory: Type.String({
    enum: territoryCodes,
    [notesKeyword]: {
      screen: 'rencontre',
      label: { fr: 'Département de la rencontre', en: 'Département where you met' },
      lookup: 'territories',
      origin: true
    }
  }),
  channel: choice(channels, {
    screen: 'rencontre',
    label: { fr: 'Comment la personne a été rencontrée', en: 'How the person was met' },
    dataClass: 'D'
  }),
  // A place that she may live in, of which police and prefecture are told no more than of her account.
  site: optional(
    text({
      screen: 'rencontre',
      label: { fr: 'Lieu de vie où la personne a été rencontrée', en: 'Settlement where the person was met' },
      hint: {
        fr: 'Campement, squat ou bidonville : le nom que lui donnent les équipes. Gardé chiffré, comme le récit. La cellule le lit avec l’accord de la personne ; sans lui si elle est mineure, ou en urgence.',
        en: 'Camp, squat or shanty town: the name that teams give it. Kept sealed, as the account is. The cell reads it with the person’s consent; without it where they are a minor, or in an emergency.'
      },
      dataClass: 'C'
    })
  ),
  metOn: date({ screen: 'rencontre', label: { fr: 'Date de la rencontre', en: 'Date of the meeting' } }),
  indicators: Type.Array(observation, {
    minItems: 1,
    maxItems: 120,
    [notesKeyword]: {
      label: { fr: 'Ce qui a été vu ou entendu', en: 'What was seen or heard' },
      dataClass: 'D'
    }
  }),
  ...questions,
  // Where it was not asked nothing is written of what they want: a no would be said in their place.
  nominativeConsent: optional(
    yes({
      screen: 'accord',
      label: {
        fr: 'La personne accepte-t-elle que son identité soit transmise ?',
        en: 'Do they agree that their identity is passed on?'
      },
      answers: {
        true: {
          fr: 'La personne accepte que son identité soit transmise',
          en: 'They agree that their identity is passed on'
        },
        false: {
          fr: 'La personne n’accepte pas que son identité soit transmise',
          en: 'They do not agree that their identity is passed on'
        }
      },
      mayBeUnknown: true
    })
  ),
  identity: optional(
    closed({
      name: optional(text({ label: { fr: 'Nom et prénom', en: 'Name' }, dataClass: 'B' })),
      birthDate: optional(date({ label: { fr: 'Date de naissance', en: 'Date of birth' }, dataClass: 'B' })),
      contact: optional(text({ label: { fr: 'Contact sûr', en: 'Safe contact' }, dataClass: 'B' })),
      alias: optional(text({ label: { fr: 'Autres noms', en: 'Other names' }, dataClass: 'B' }))
    })
  ),
  narrative: optional(
    longText({
      screen: 'recit',
      label: { fr: 'Ce qui s’est passé, dans ses mots', en: 'What happened, in their words' },
      dataClass: 'C'
    })
  )
})

export type FlagInput = Static<typeof flagInput>

/** The facts that a flag teaches. The adult's agreement to a nominative flag is the first consent of the case. */
export const flagged = (
  input: FlagInput,
  orgType = ''
): Partial<Facts> & Pick<Facts, 'met' | 'territory'> => ({
  policeKnow: orgType === 'police',
  met: input.territory,
  territory: input.territory,
  danger: input.danger,
  channel: input.channel,
  indicators: input.indicators.map((indicator) => indicator.code),
  ageGroup: input.ageGroup,
  ageBand: input.ageBand ?? null,
  sex: input.sex,
  nationality: input.nationality,
  stay: input.stay ?? 'unknown',
  forms: input.forms,
  children: input.children ?? null,
  language: input.language,
  localDanger: input.localDanger ?? false,
  forbiddenZones: input.forbiddenZones ?? [],
  asylumLink: input.asylumLink ?? false,
  asylumClaim: input.asylumClaim ?? false,
  consents: input.nominativeConsent ? ['A'] : []
})
