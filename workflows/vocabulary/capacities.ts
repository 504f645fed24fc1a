import { byRecipient, type RecipientCapacity } from '../referral/kinds/recipients.ts'
import type { CapacityRow } from '../referral/kinds/kind.ts'

export type { Sight } from '../referral/kinds/kind.ts'

/** Most see nothing coarsely, wait for no consent, and are opened nothing in an emergency. */
const most = { coarse: [], consent: {}, emergency: [] } as const

/** The capacities in which a case is followed, and not answered: those of recipients stand in their own rows. */
const following = {
  referent: {
    ...most,
    fr: 'association référente',
    en: 'case referent',
    rank: 1,
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K']
  },
  flagger: {
    ...most,
    fr: 'à l’origine du signalement',
    en: 'source of the flag',
    rank: 21,
    classes: ['D'],
    emergency: ['B']
  },
  cell_member: {
    ...most,
    fr: 'membre de la cellule',
    en: 'cell member',
    rank: 20,
    classes: ['D', 'F', 'K']
  }
} as const satisfies Record<string, CapacityRow>

export type Capacity = keyof typeof following | RecipientCapacity

/**
 * In which capacity an organisation takes part in a case, and what it sees there, by the mechanism's visibility matrix: what is
 * not written is refused.
 */
export const capacities: Record<Capacity, CapacityRow> = {
  ...following,
  ...byRecipient(({ capacity, role: { fr, en }, sight }) => [capacity, { ...most, fr, en, ...sight }])
}
