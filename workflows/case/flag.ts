import { Type, type Static } from 'typebox'
import type { Facts } from './facts.ts'
import {
  choice,
  choices,
  closed,
  count,
  date,
  longText,
  notesKeyword,
  optional,
  text,
  yes
} from '../vocabulary/fields.ts'
import {
  ageBands,
  ageGroups,
  channels,
  dangers,
  forms,
  languages,
  nationalities,
  sexes,
  sources,
  stays
} from '../regions/words.ts'
import { localDanger } from '../regions/words.danger.ts'
import { indicatorCodes } from '../vocabulary/indicators.ts'
import { territoryCodes } from '../calendar/territories.ts'

const observation = closed({
  code: Type.String({ enum: indicatorCodes }),
  source: choice(sources, { label: { fr: 'D’où le savez-vous ?', en: 'How do you know?' } })
})

export const forbiddenZones = Type.Array(Type.String({ enum: territoryCodes }), {
  maxItems: 20,
  uniqueItems: true,
  [notesKeyword]: {
    label: { fr: 'Départements à éviter', en: 'Départements to avoid' },
    dataClass: 'E',
    lookup: 'territories'
  }
})

/** What an association, a service or a shelter tells when it flags a person. Identity is optional, and needs the adult's agreement. */
export const flagInput = closed({
  danger: choice(dangers, {
    label: { fr: 'La personne est-elle en danger maintenant ?', en: 'Is the person in danger now?' }
  }),
  dangerFacts: optional(
    longText({
      label: { fr: 'Ce qui fait craindre pour elle', en: 'What makes you fear for them' },
      dataClass: 'C'
    })
  ),
  territory: Type.String({
    enum: territoryCodes,
    [notesKeyword]: {
      label: { fr: 'Département de la rencontre', en: 'Département where you met' },
      lookup: 'territories',
      origin: true
    }
  }),
  metOn: date({ label: { fr: 'Date de la rencontre', en: 'Date of the meeting' } }),
  channel: choice(channels, {
    label: { fr: 'Comment l’avez-vous rencontrée ?', en: 'How did you meet?' },
    dataClass: 'D'
  }),
  indicators: Type.Array(observation, {
    minItems: 1,
    maxItems: 120,
    [notesKeyword]: {
      label: { fr: 'Ce que vous avez vu ou entendu', en: 'What you saw or heard' },
      dataClass: 'D'
    }
  }),
  ageGroup: choice(ageGroups, { label: { fr: 'Est-elle majeure ?', en: 'Are they an adult?' } }),
  ageBand: optional(choice(ageBands, { label: { fr: 'Tranche d’âge', en: 'Age band' } })),
  sex: choice(sexes, { label: { fr: 'Sexe', en: 'Sex' } }),
  nationality: choice(nationalities, { label: { fr: 'Nationalité', en: 'Nationality' }, dataClass: 'E' }),
  // A citizen of the Union needs no permit: nobody is asked for one.
  stay: optional(choice(stays, { label: { fr: 'Séjour', en: 'Stay' }, dataClass: 'E' })),
  forms: choices(forms, {
    label: { fr: 'Formes d’exploitation', en: 'Forms of exploitation' },
    dataClass: 'D'
  }),
  children: count({ label: { fr: 'Enfants avec elle', en: 'Children with them' } }),
  language: choice(languages, { label: { fr: 'Langue', en: 'Language' } }),
  localDanger: optional(yes({ ...localDanger, mayBeUnknown: true })),
  forbiddenZones: optional(forbiddenZones),
  asylumClaim: optional(
    yes({
      label: { fr: 'Demande d’asile en cours', en: 'Asylum application under way' },
      dataClass: 'I',
      mayBeUnknown: true
    })
  ),
  asylumLink: optional(
    yes({
      label: { fr: 'Lien avec l’asile', en: 'Link with asylum' },
      dataClass: 'I',
      mayBeUnknown: true
    })
  ),
  nominativeConsent: yes({
    label: {
      fr: 'Accepte-t-elle que son identité soit transmise ?',
      en: 'Do they agree that their identity is passed on?'
    },
    answers: {
      true: {
        fr: 'Elle accepte que son identité soit transmise',
        en: 'They agree that their identity is passed on'
      },
      false: {
        fr: 'Elle n’accepte pas que son identité soit transmise',
        en: 'They do not agree that their identity is passed on'
      }
    }
  }),
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
  children: input.children,
  language: input.language,
  localDanger: input.localDanger ?? false,
  forbiddenZones: input.forbiddenZones ?? [],
  asylumLink: input.asylumLink ?? false,
  asylumClaim: input.asylumClaim ?? false,
  consents: input.nominativeConsent ? ['A'] : []
})
