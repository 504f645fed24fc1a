import { and, asc, eq } from 'drizzle-orm'
import { accessTo, seesWhole, sightOf } from '../../policies/data-classes.ts'
import { actClass } from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import type { TObject } from 'typebox'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import type { SealedClass } from '../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../audit/audit.ts'
import type { Tx } from '../db/context.ts'
import { caseEvents, compartments } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { showValue } from '../views/words.ts'
import { unseal } from './sealing.ts'
import { capacitiesOf, readCase, type CaseRow } from '../cases/store.ts'
import { openedTo } from '../emergency/store.ts'
import type { GlassClass } from '../../workflows/case/emergency-access.ts'
import type { Reader } from '../reading/view.ts'

type Sealed = Pick<typeof caseEvents.$inferSelect, 'command' | 'orgId' | 'role'>
type Seeing = { row: CaseRow; held: readonly Capacity[]; actor: Reader['actor'] }

const propertyOf = (command: string, field: string) => {
  if (!isCommandType(command)) return undefined
  const { properties } = commandRow(command).input
  const nested = Object.values(properties).map((one) => (one as unknown as TObject).properties?.[field])
  return properties[field] ?? nested.find((one) => one !== undefined)
}

/** The latest value of each field, with the story of a class (accounts follow each other) kept in order. */
const merged = (dataClass: SealedClass, lines: { label: string; value: string }[]) =>
  dataClass === 'B' ? [...new Map(lines.map((line) => [line.label, line])).values()] : lines

/** Where a child is kept is for those who keep them, and outlives no majority. */
const keepsChildren = (capacity: Capacity) => sightOf(capacity).minorsOnly === true
/**
 * A sealed field may be read by whoever may know of the act that wrote it, and by the organisation and role that
 * wrote it.
 */
const followsAct = ({ command, orgId, role }: Sealed, { row, held, actor }: Seeing) =>
  (orgId === actor.orgId && role === actor.role) ||
  (isCommandType(command) && held.some((capacity) => seesWhole(actClass(command), capacity, row.facts)))

const tellsOfChild = (dataClass: SealedClass, command: string) =>
  dataClass === 'A' && isCommandType(command) && commandRow(command).region === 'minor'

/**
 * Opens one class of one case: the only place where sealed values become words again, each reading audited.
 * @throws NotFound unless the capacity, the class and the consent all open it, or an emergency access does.
 */
export const readCompartment = async (
  tx: Tx,
  keys: Keys,
  asked: { caseId: string; dataClass: SealedClass; reader: Reader }
) => {
  const { caseId, dataClass, reader } = asked
  const { actor, locale, now } = reader
  const row = await readCase(tx, caseId)
  const held = row ? await capacitiesOf(tx, caseId, actor) : []
  const byRight = held.some((capacity) => accessTo(dataClass, capacity, row!.facts).access !== 'closed')
  const inEmergency =
    !byRight && held.length > 0 && (await openedTo(tx, caseId, reader)).has(dataClass as GlassClass)
  if (!row || !(byRight || inEmergency)) throw new NotFound('no such class for this reader')
  const sealed = await tx
    .select({
      seq: compartments.seq,
      body: compartments.body,
      command: caseEvents.command,
      orgId: caseEvents.orgId,
      role: caseEvents.role
    })
    .from(compartments)
    .innerJoin(
      caseEvents,
      and(eq(caseEvents.caseId, compartments.caseId), eq(caseEvents.seq, compartments.seq))
    )
    .where(and(eq(compartments.caseId, caseId), eq(compartments.dataClass, dataClass)))
    .orderBy(asc(compartments.seq))
  await audit(tx, actor, now, {
    chain: `case:${caseId}`,
    action: 'read',
    object: `case:${caseId}`,
    outcome: 'allowed',
    detail: inEmergency ? `${dataClass},glass` : dataClass
  })
  const readable = sealed.filter(
    (one) =>
      inEmergency ||
      (followsAct(one, { row, held, actor }) &&
        (!tellsOfChild(dataClass, one.command) || held.some(keepsChildren)))
  )
  const lines = readable.flatMap(({ seq, body, command }) => {
    const values = unseal(keys, { table: 'compartment', id: `${caseId}:${seq}`, dataClass }, body) as Record<
      string,
      unknown
    >
    return Object.entries(values).map(([field, value]) => {
      const property = propertyOf(command, field)
      return {
        label: (property && notesOf(property)?.label[locale]) ?? field,
        value: showValue(value, property, locale)
      }
    })
  })
  return { class: dataClass, fields: merged(dataClass, lines) }
}
