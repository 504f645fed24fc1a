import { Type } from 'typebox'
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
} from '../../workflows/vocabulary/fields.ts'
import { placeKinds } from '../../workflows/places/places.ts'
import { languages, sexes } from '../../workflows/vocabulary/words.ts'
import { centreKinds, outReasons } from '../../workflows/vocabulary/words.housing.ts'
import { territoryCodes } from '../../workflows/calendar/territories.ts'

const label = text({ label: { fr: 'Nom de la place', en: 'Name of the place' }, maxLength: 60 })
const received = choices(sexes, { label: { fr: 'Public accueilli', en: 'Who is received' } })
const children = count({ label: { fr: 'Enfants au plus', en: 'Children at most' } })
const spoken = choices(languages, { label: { fr: 'Langues parlées', en: 'Languages spoken' } })
const accessible = yes({ label: { fr: 'Accessible', en: 'Accessible' } })
const excludedZones = Type.Array(Type.String({ enum: territoryCodes }), {
  minItems: 0,
  maxItems: 40,
  uniqueItems: true,
  [notesKeyword]: {
    label: { fr: 'Départements d’où personne ne vient', en: 'Départements from which nobody comes' },
    lookup: 'territories'
  }
})
const maxStayMonths = Type.Integer({
  minimum: 1,
  maximum: 60,
  [notesKeyword]: { label: { fr: 'Durée au plus, en mois', en: 'Longest stay, in months' } }
})

const centre = choice(centreKinds, {
  label: { fr: 'Centre, pour une place d’asile', en: 'Centre, for an asylum place' }
})

/** A new place: its conditions, never where it is. */
export const placeInput = closed({
  kind: choice(placeKinds, { label: { fr: 'Dispositif', en: 'Scheme' } }),
  label,
  sexes: received,
  children,
  languages: spoken,
  accessible,
  excludedZones: optional(excludedZones),
  maxStayMonths: optional(maxStayMonths),
  centre: optional(centre)
})

export const conditionsInput = closed({
  label: optional(label),
  sexes: optional(received),
  children: optional(children),
  languages: optional(spoken),
  accessible: optional(accessible),
  excludedZones: optional(excludedZones),
  maxStayMonths: optional(maxStayMonths),
  centre: optional(centre)
})

export const outInput = closed({
  reason: choice(outReasons, {
    label: { fr: 'Pourquoi la place est fermée', en: 'Why the place is closed' }
  }),
  until: optional(date({ label: { fr: 'Jusqu’au', en: 'Until' }, ahead: true }))
})

/** Written by its owner alone, and read apart: a line of the form is a line of the address. */
export const addressInput = closed({
  address: longText({
    label: { fr: 'Adresse', en: 'Address' },
    hint: {
      fr: 'L’adresse est scellée ; la lire laisse une trace à votre nom comme à celui des autres.',
      en: 'The address is sealed; reading it leaves a trace in your name as in anyone’s.'
    },
    maxLength: 400,
    dataClass: 'A'
  })
})
