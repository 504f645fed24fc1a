import type { CommandType } from '../workflows/case/commands.ts'
import { commandRow, isCommandType } from '../workflows/case/commands.ts'
import { daysBetween, type CivilDate } from '../workflows/calendar/calendar.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import type { Actor, Role } from './actor.ts'
import { grants } from './grants.ts'

type Entered = { command: string; orgId: string | null; personId: string | null; role: string }

const does = (role: Role, command: CommandType, held: readonly Capacity[]): boolean =>
  grants[role].some(({ as, may }) => held.includes(as) && may.includes(command))

const accompanies = (role: string, command: CommandType): boolean =>
  role in grants && grants[role as Role].some(({ as, may }) => as === 'referent' && may.includes(command))

/**
 * Whether an act is this reader's to take back: their organisation entered it and may still do it; or an association that accompanied
 * the person before entered it, and theirs does so now. The flag opens a case, and what the clock did nobody entered.
 */
export const mayUndo = (
  { command, orgId, role }: Entered,
  { actor, held }: { actor: Actor; held: readonly Capacity[] }
): boolean => {
  if (!isCommandType(command) || command === 'case.flag' || !commandRow(command).offered) return false
  if (!does(actor.role, command, held)) return false
  return orgId === actor.orgId || (held.includes('referent') && accompanies(role, command))
}

/** For so many days whoever entered an act may take it back alone. */
export const aloneDays = 7

/** Whether another person than the one who entered it has to take it back by now. */
export const takesAnother = (
  { personId, on }: Pick<Entered, 'personId'> & { on: CivilDate },
  { personId: mine }: Pick<Actor, 'personId'>,
  today: CivilDate
): boolean => personId === mine && daysBetween(on, today) > aloneDays
