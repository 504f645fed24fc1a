import { commandRow, commandTypes, isCommandType, regionIds } from '../workflows/case/commands.ts'
import { daysBetween, type CivilDate } from '../workflows/calendar/calendar.ts'
import { standsAlone } from '../workflows/case/replay.ts'
import { unknownFacts } from '../workflows/facts/facts.ts'
import { alwaysLasting } from '../workflows/repair/repair.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import { consentScopes } from '../workflows/vocabulary/vocabulary.ts'
import { isHouseOf, type Actor } from './actor.ts'
import { regionClass, type Happening } from './disclosure.ts'
import { grants } from './grants.ts'
import { sightOf, type Sight } from './sight.ts'

type Entered = { command: string; orgId: string | null; personId: string | null }
type Asking = { actor: Actor; sight: Sight }

/**
 * Whether an act is this reader's own: their organisation entered it and may still do it. What another entered is never theirs, even
 * to accompany the person: it may be their alarm. The flag opens a case, and what the clock did nobody entered.
 */
export const entered = ({ command, orgId }: Entered, { actor, sight: { held } }: Asking): boolean => {
  if (!isCommandType(command) || command === 'case.flag' || !commandRow(command).offered) return false
  if (!isHouseOf(actor, orgId)) return false
  return grants[actor.role].some(({ as, may }) => held.includes(as) && may.includes(command))
}

/**
 * Whether a reader follows all that may rest on an act: every region whole, every consent, and of its own region every act
 * but those on which nothing hangs. To anybody else what is answered would tell of acts that they are not told. Sight alone decides it, and never what was done.
 */
export const followsAll = (command: string, { whole, act, scopes }: Sight): boolean =>
  isCommandType(command) &&
  regionIds.every((id) => whole(regionClass(id))) &&
  scopes.length === Object.keys(consentScopes).length &&
  act(command) &&
  commandTypes.every(
    (one) => act(one) || standsAlone(commandRow(one)) || commandRow(one).region !== commandRow(command).region
  )

/** Who concludes on what others entered in error: whoever accompanies the person, or keeps the child. */
export const concluders = ['referent', 'child_protection'] as const satisfies readonly Capacity[]

const isConcluder = (one: Capacity): boolean => concluders.some((each) => each === one)

/** Whether a reader concludes on an act of others, where these ask for it: they accompany, hear of it and follow all that may rest on it. */
export const concludesUndo = (event: Happening & { command: string }, sight: Sight): boolean =>
  sight.held.some(isConcluder) && sight.hearsOf(event) && followsAll(event.command, sight)

/** Whoever follows a whole case does, whatever is known of the person. */
const anyone = { ...unknownFacts, met: '', territory: '' }

/**
 * Whether others may be asked to take an act back, by what it is alone: somebody follows all that may rest on it, and it does nothing
 * that cannot be given back.
 */
export const mayBeAsked = (command: string): boolean =>
  isCommandType(command) &&
  !alwaysLasting(command) &&
  concluders.some((one) => followsAll(command, sightOf([one], anyone)))

/** For so many days whoever entered an act may take it back alone. */
export const aloneDays = 7

/** Whether another person than the one who entered it has to take it back by now. */
export const takesAnother = (
  { personId, on }: Pick<Entered, 'personId'> & { on: CivilDate },
  { personId: mine }: Pick<Actor, 'personId'>,
  today: CivilDate
): boolean => personId === mine && daysBetween(on, today) > aloneDays
