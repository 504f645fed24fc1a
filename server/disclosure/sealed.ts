import type { Actor } from '../../policies/actor.ts'
import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { EmergencyClass } from '../../workflows/case/emergency-access.ts'
import type { PlaceKind } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind, SealedClass } from '../../workflows/vocabulary/vocabulary.ts'
import { readHeld } from '../cases/held.ts'
import type { Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { isOwnAct } from './events.ts'
import { shownByLink } from './reach.ts'
import { openedTo } from './opened.ts'
import type { Reader } from './reader.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'

type Wanted = { caseId: string; dataClass: SealedClass; reader: Reader; pool?: PlaceKind | null }
type Act = { command: string; orgId: string | null; role: string }

const tellsOfChild = (dataClass: SealedClass, command: string) =>
  dataClass === 'A' && isCommandType(command) && commandRow(command).region === 'minor'

/** Which acts' sealed fields of one class are theirs to read: of acts that they follow, and of where a child is kept only for who keeps children. */
const readsOf =
  (dataClass: SealedClass, { sight, actor }: { sight: Sight; actor: Actor }) =>
  (act: Act) =>
    (isOwnAct(act, actor) || (isCommandType(act.command) && sight.act(act.command))) &&
    (!tellsOfChild(dataClass, act.command) || sight.keepsChildren)

/**
 * Whether a reader may open what is sealed in one class of a case: by right, or in an emergency. A field is read within its
 * act: whoever may not know of that reads nothing of it, unless they wrote it themselves; where a child is kept is for those
 * who keep them. `pool`: that of the place, where the address of one is asked for;
 * null where the reader may not read the place itself.
 * @throws NotFound where they may not.
 */
export const discloseSealed = async (tx: Tx, { caseId, dataClass, reader, pool }: Wanted) => {
  const { actor } = reader
  const { row, held } = await readHeld(tx, caseId, actor)
  const sight = sightOf(held, row.facts)
  const byRight = pool === undefined ? sight.sees(dataClass) : sight.stay(pool)
  const inEmergency = !byRight && (await openedTo(tx, caseId, reader)).has(dataClass as EmergencyClass)
  if (!byRight && !inEmergency) throw new NotFound('no such class for this reader')
  return { inEmergency, reads: inEmergency ? () => true : readsOf(dataClass, { sight, actor }) }
}

/** Of an identity that they may open by right, the acts whose part of it is theirs to read, and where they are told that the person is; null where they may not. */
export const identityTo = (held: readonly Capacity[], { facts }: { facts: Facts }, actor: Actor) => {
  const sight = sightOf(held, facts)
  return sight.sees('B') ? { reads: readsOf('B', { sight, actor }), territory: sight.territory } : null
}

/** Whether those who take part so may open the identity of a case. */
export const opensIdentityAs = (held: readonly Capacity[], { facts }: { facts: Facts }) =>
  sightOf(held, facts).sees('B')
/** Whether the cell may. */
export const opensIdentity = ({ facts }: { facts: Facts }) => opensIdentityAs(['cell'], { facts })

type Holding = Act & { dataClass: SealedClass }

/** The sealed classes that whoever accepts this by link may ask to read: those in which something is theirs to read. */
export const sealedFor = (
  kind: ReferralKind,
  facts: Facts,
  { holding, actor }: { holding: readonly Holding[]; actor: Actor }
): SealedClass[] => {
  const sight = sightOf([kindRow(kind).capacity], facts)
  return shownByLink.filter(
    (one) =>
      sight.sees(one) && holding.some((act) => act.dataClass === one && readsOf(one, { sight, actor })(act))
  )
}
