import { openness } from '../workflows/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineRow } from '../workflows/deadlines.ts'
import { openReferralStates, referralRow, type ReferralState } from '../workflows/referral.machine.ts'
import { kinds } from '../workflows/referral.kinds.ts'
import { isClosed } from '../workflows/regions/states.ts'
import type { Situation } from '../workflows/guards.ts'
import type { ReferralKind } from '../workflows/vocabulary.ts'
import { agreementRefused } from '../policies/agreement.ts'
import { capacitiesHeld, firedBySystem } from '../policies/grants.ts'
import { roles, type Role } from '../policies/actor.ts'
import { type Dossier } from './dossier.ts'
import { help } from './invariants.help.ts'
import { rights } from './invariants.rights.ts'
import { secrecy } from './invariants.secrecy.ts'
import { type Property, mayFire } from './property.ts'
import { strandedIn } from './waiting.ts'

const isOpen = (state: ReferralState) => (openReferralStates as readonly string[]).includes(state)
/** What is wrong with a place that is taken for a person: whoever looks for it must find it, and time must give it back. */
const lostPlace = ({ situation, held, bed, referrals, clocks }: Dossier) => {
  const taken = [held, bed].filter((stay) => stay !== null)
  if (taken.some(({ by }) => referrals[by]!.state !== 'accepted')) return 'a closed referral holds a place'
  if (held && !clocks['MNIO-HOLD'] && !clocks['MNIO-MINOR-HOLD']) return 'a place is held without end'
  const { identification, closure } = situation.regions
  const nobodyLooks = identification === 'duplicate_merged' || isClosed(closure)
  return taken.length > 0 && nobodyLooks ? 'a case that is closed or merged has a place' : null
}

/** What clocks fire of other aggregates than the case: a referral, an emergency access. */
const ofOthers: readonly string[] = ['expire', 'glass.lapse']

const others: readonly ReferralKind[] = [
  'prefecture',
  'police',
  'labour_inspection',
  'exit_programme',
  'voluntary_return',
  'return_iom',
  'compensation_lawyer'
]
const tellsOthers = (type: CommandType) =>
  commandRow(type).effects.some((effect) => effect.type === 'openReferral' && others.includes(effect.kind))

/** What must be true of the whole machinery, whatever it is about. */
export const structure: Property[] = [
  {
    id: 'S-1',
    says: 'a place rests on an offer that was accepted, is held for a time only, and outlives no case',
    step: ({ after }) => lostPlace(after)
  },
  {
    id: 'S-2',
    says: 'every act is granted to someone or done by the clock',
    tables: () =>
      commandTypes.find(
        (type) =>
          type !== 'case.flag' &&
          mayFire(type).length === 0 &&
          !(firedBySystem as readonly string[]).includes(type)
      ) ?? null
  },
  {
    id: 'S-3',
    says: 'every clock that acts has its act',
    tables: () =>
      (Object.entries(deadlineRegister) as [string, DeadlineRow][]).find(
        ([, { fires }]) => fires && !ofOthers.includes(fires) && !commandTypes.includes(fires as CommandType)
      )?.[0] ?? null
  },
  {
    id: 'S-4',
    says: 'every recipient speaks for its capacity through some role',
    tables: () =>
      Object.values(kinds).find(
        ({ capacity }) =>
          !(Object.keys(roles) as Role[]).some((role) => capacitiesHeld(role).includes(capacity))
      )?.label.fr ?? null
  },
  {
    id: 'S-5',
    says: 'every open referral can be taken back by who sent it, but for what the law has told',
    step: ({ before, after }) => {
      if (before.referrals === after.referrals) return null
      const stuck = after.referrals.find(
        ({ state }) => isOpen(state) && !referralRow('withdraw').from.includes(state)
      )
      return stuck ? `${stuck.kind} ${stuck.state}` : null
    }
  },
  {
    id: 'S-6',
    says: 'each state that waits for a recipient can be left while nobody is asked any more',
    step: ({ after }) => strandedIn(after)
  },
  {
    id: 'S-7',
    says: 'whoever protects nobody as a child is told with the agreement alone, whatever is said of the age',
    standing: ({ facts, regions }) => {
      const refused: Situation = { facts: { ...facts, ageGroup: 'doubt', consents: [] }, regions }
      return (
        commandTypes.find(
          (type) =>
            tellsOthers(type) && openness(refused, type).open && !agreementRefused(type, refused.facts)
        ) ?? null
      )
    }
  }
]

export const properties = [...help, ...rights, ...secrecy, ...structure]
