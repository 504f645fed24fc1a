import type { Static } from 'typebox'
import { choice, choices, closed, longText, nothing, yes } from '../vocabulary/fields.ts'
import type { LegalCode } from '../law/register.ts'
import { dataClasses, type Bilingual, type SealedClass, type Tone } from '../vocabulary/vocabulary.ts'

/** Emergency access (break-glass): what is read without the right to, because a life hangs on it, and answered for after. */
export const emergencyBasis = ['MNIO.GLASS', 'CP.223-6'] as const satisfies readonly LegalCode[]

/** Emergencies that the mechanism knows. Convenience is none of them. */
export const emergencyReasons = {
  life: { fr: 'sa vie ou son intégrité est en danger', en: 'their life or safety is in danger' },
  missing: { fr: 'la personne a disparu', en: 'the person is missing' },
  unable: {
    fr: 'la personne est hors d’état de donner son accord',
    en: 'they are in no state to give their consent'
  }
} as const satisfies Record<string, Bilingual>

/** The only classes that an emergency may open; which of them, and to whom, is the policy's. */
export const emergencyClasses = ['A', 'B', 'C'] as const satisfies readonly SealedClass[]
export type EmergencyClass = (typeof emergencyClasses)[number]

/** How long one person sees alone (design of 2026-11-25). Confirmed, the access lasts as long as its clock would have run. */
export const aloneMinutes = 60

const { A, B, C } = dataClasses

export const emergencyForm = closed({
  reason: choice(emergencyReasons, { label: { fr: 'L’urgence', en: 'The emergency' } }),
  classes: choices(
    { A, B, C },
    {
      label: { fr: 'Ce qu’il faut lire', en: 'What must be read' },
      hint: {
        fr: `Pendant ${aloneMinutes} minutes, tant que personne n’a confirmé.`,
        en: `For ${aloneMinutes} minutes, as long as nobody has confirmed.`
      }
    }
  ),
  words: longText({
    label: { fr: 'Ce qui se passe', en: 'What is happening' },
    hint: {
      fr: 'Lu par la personne qui confirmera. Sans nom ni adresse.',
      en: 'Read by the person who will confirm. No name, no address.'
    },
    maxLength: 1000
  }),
  unsafe: yes({
    label: {
      fr: 'Prévenir l’association référente serait dangereux',
      en: 'Telling the referring association would be dangerous'
    },
    hint: {
      fr: 'Si oui, le secrétariat de la cellule est prévenu à sa place. Si la cellule ouvre elle-même l’accès, l’association est prévenue dans tous les cas.',
      en: 'If yes, the cell’s secretariat is told in its stead. Where the cell itself opens the access, the association is told in any case.'
    }
  })
})
export type EmergencyInput = Static<typeof emergencyForm>

export const emergencyRefusals = {
  no_emergency: { fr: 'il n’y avait pas d’urgence', en: 'there was no emergency' },
  other_way: { fr: 'la personne pouvait donner son accord', en: 'the person could give their consent' },
  unknown: { fr: 'je ne sais pas pourquoi il a été ouvert', en: 'I do not know why it was opened' }
} as const satisfies Record<string, Bilingual>

export const emergencyStates = {
  open: { label: { fr: 'à confirmer', en: 'to be confirmed' }, tone: 'running' },
  confirmed: { label: { fr: 'confirmé', en: 'confirmed' }, tone: 'done' },
  refused: { label: { fr: 'refusé', en: 'refused' }, tone: 'late' },
  lapsed: { label: { fr: 'jamais confirmé', en: 'never confirmed' }, tone: 'late' }
} as const satisfies Record<string, { label: Bilingual; tone: Tone }>
export type EmergencyState = keyof typeof emergencyStates

/** What the second person does of an access that waits for them; the clock does `lapse` in their stead. */
export const emergencyCommands = {
  confirm: { label: { fr: 'Confirmer l’accès', en: 'Confirm the access' }, to: 'confirmed', input: nothing },
  refuse: {
    label: { fr: 'Refuser l’accès', en: 'Refuse the access' },
    to: 'refused',
    input: closed({
      reason: choice(emergencyRefusals, {
        label: { fr: 'Pourquoi l’accès est refusé', en: 'Why the access is refused' }
      })
    })
  }
} as const satisfies Record<string, { label: Bilingual; to: EmergencyState; input: object }>
export type EmergencyCommand = keyof typeof emergencyCommands
export const emergencyCommandTypes = Object.keys(emergencyCommands) as EmergencyCommand[]

/** Ended as it must never end: for the data protection officer to look into. */
export const isIncident = (state: EmergencyState): boolean => state === 'refused' || state === 'lapsed'

/** Within which a second person must speak: a clock of the register. */
export const emergencyClock = 'MNIO-GLASS'

/** Openings of one person in twenty-four hours (design of 2026-11-25). */
export const openingsADay = 3
