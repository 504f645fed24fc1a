import { isExpected } from '../../workflows/case/advance.ts'
import { commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import type { PlaceKind } from '../../workflows/places/places.ts'
import { referralRow } from '../../workflows/referral/machine.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { isClosed } from '../../workflows/vocabulary/states.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { agreementRefused } from '../../policies/consent-rules.ts'
import { capacitiesHeld, firedBySystem } from '../../policies/grants.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { isUnanswered, type Dossier } from '../dossier.ts'
import { help } from './invariants.help.ts'
import { rights } from './invariants.rights.ts'
import { secrecy } from './invariants.secrecy.ts'
import { type Property, command, mayFire } from './property.ts'
import { strandedIn } from '../walk/waiting.ts'

/** Each pool gives a place back by a clock of its own. */
const holding = {
  acse: 'MNIO-HOLD',
  dna: 'MNIO-DNA-HOLD',
  minor: 'MNIO-MINOR-HOLD'
} as const satisfies Record<PlaceKind, DeadlineCode>

/** What is wrong with a place that is taken for a person: whoever looks for it must find it, and time must give it back. */
const lostPlace = ({ situation, held, bed, referrals, clocks }: Dossier) => {
  const pools = Object.keys(held) as PlaceKind[]
  const taken = [...Object.values(held), bed].filter((stay) => stay !== null)
  if (taken.some(({ by }) => referrals[by]!.state !== 'accepted')) return 'a closed referral holds a place'
  if (pools.some((pool) => !clocks[holding[pool]])) return 'a place is held without end'
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
const tellsOthers = (type: CommandType) => sentBy(type).some((kind) => others.includes(kind))

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
        ({ state }) => isUnanswered(state) && !referralRow('withdraw').from.includes(state)
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
          (type) => tellsOthers(type) && isExpected(refused, type) && !agreementRefused(type, refused.facts)
        ) ?? null
      )
    }
  }
]

/** What one person alone may not end of a child's protection. */
const ofChildren: Property[] = [
  {
    id: 'S-8',
    says: 'of whom anybody was told as a child, only justice or a birthday makes an adult',
    step: (taken) => {
      const { regions, facts } = taken.before.situation
      const told = isMinor(facts) && !['not_applicable', 'presumed_minor'].includes(regions.minor)
      const adult = !isMinor(taken.after.situation.facts)
      const by = command(taken)
      const decided = by === null || ['age.decide', 'majority.reached'].includes(by)
      return told && adult && !decided ? by : null
    }
  },
  {
    id: 'S-9',
    says: 'who was told of a child by law neither ends nor declines while they are protected',
    step: ({ before, step }) => {
      if (step.type !== 'referral' || !['end', 'decline'].includes(step.command)) return null
      const { kind } = before.referrals[step.index]!
      const kept = kinds[kind].opensAtOnce && guards.underProtection.holds(before.situation)
      return kept ? `${kind} ${step.command}` : null
    }
  },
  {
    id: 'S-10',
    says: 'no case of a child is closed of whom nobody was told, or who is searched for, but by death',
    step: (taken) => {
      const { situation } = taken.before
      const closed = !isClosed(situation.regions.closure) && isClosed(taken.after.situation.regions.closure)
      if (!closed || taken.after.situation.facts.closure === 'deceased' || !isMinor(situation.facts))
        return null
      const lost = situation.facts.missing || guards.concernDue.holds(situation)
      return lost ? command(taken) : null
    }
  }
]

export const properties = [...help, ...rights, ...secrecy, ...structure, ...ofChildren]
