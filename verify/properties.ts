import { commandTypes, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineRow } from '../workflows/deadlines.ts'
import { openReferralStates, referralRow, type ReferralState } from '../workflows/referral.machine.ts'
import { kinds } from '../workflows/referral.kinds.ts'
import { capacitiesHeld, firedBySystem } from '../policies/grants.ts'
import { roles, type Role } from '../policies/actor.ts'
import { type Dossier } from './dossier.ts'
import { help } from './invariants.help.ts'
import { rights } from './invariants.rights.ts'
import { secrecy } from './invariants.secrecy.ts'
import { type Property, mayFire } from './property.ts'
import { strandedIn } from './waiting.ts'

const isOpen = (state: ReferralState) => (openReferralStates as readonly string[]).includes(state)
const holdsDeadReferral = ({ stay, referrals }: Dossier) =>
  stay !== null && !['accepted', 'ended'].includes(referrals[stay.by]!.state)

/** What must be true of the whole machinery, whatever it is about. */
export const structure: Property[] = [
  {
    id: 'S-1',
    says: 'no place is held by a referral that was not accepted',
    step: ({ after }) => (holdsDeadReferral(after) ? 'a closed referral holds a place' : null)
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
        ([, { fires }]) => fires && fires !== 'expire' && !commandTypes.includes(fires as CommandType)
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
    says: 'every open referral can be taken back by who sent it',
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
  }
]

export const properties = [...help, ...rights, ...secrecy, ...structure]
