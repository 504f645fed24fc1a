import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { Actor } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { audit, fieldsFilled } from '../audit/audit.ts'
import { leavingTrace, type Gate } from '../commands/command-validation.ts'
import { givenBefore, rememberKey, underKey } from '../commands/idempotency.ts'
import { seal } from '../commands/sealing.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { inContext, type Tx } from '../db/context.ts'
import { places } from '../db/schema/schema.ts'
import { InvalidInput, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { poolsOf } from './pools.ts'
import type { conditionsInput, outInput, placeInput } from './forms.ts'

type Asked = { actor: Actor; key: string; version: number | null }

export type Change =
  | { act: 'add'; input: Static<typeof placeInput> }
  | { act: 'change'; id: string; input: Static<typeof conditionsInput> }
  | { act: 'out'; id: string; input: Static<typeof outInput> }
  | { act: 'back'; id: string }

export const taken: Bilingual = {
  fr: 'Cette place est tenue ou occupée : enregistrez d’abord le départ.',
  en: 'This place is held or occupied: record the departure first.'
}
const notYourPool: Bilingual = {
  fr: 'Une structure tient les places de son dispositif : un centre d’asile les siennes, un foyer celles d’Ac.Sé et des mineurs.',
  en: 'A structure keeps the places of its scheme: an asylum centre its own, a shelter those of Ac.Sé and of minors.'
}
const known: Bilingual = { fr: 'Une place porte déjà ce nom', en: 'A place already has this name' }
const noCentre: Bilingual = {
  fr: 'Seule une place d’asile a un centre.',
  en: 'Only an asylum place has a centre.'
}
const whichCentre: Bilingual = {
  fr: 'Dites de quel centre il s’agit.',
  en: 'Say which kind of centre it is.'
}
const past: Bilingual = { fr: 'Cette date est passée', en: 'This date is past' }

/** Locked until the change is written: an acceptance that reserves it waits, and then sees what was decided. */
const own = async (tx: Tx, id: string, { actor, version }: Asked) => {
  const [row] = await tx.select().from(places).where(eq(places.id, id)).for('update')
  if (row?.orgId !== actor.orgId) throw new NotFound('not a place of this structure')
  if (version !== null && row.version !== version) throw new VersionConflict(`version ${row.version}`)
  return row
}

const isTaken = async (tx: Tx, id: string) => {
  const { rows } = await tx.execute(sql`select from taken_places() t where t.place_id = ${id}`)
  return rows.length > 0
}

const nameKept = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (cause) {
    if (brokenConstraint(cause) !== 'place_org_label_key') throw cause
    throw new InvalidInput([{ field: 'label', code: 'taken', message: known }])
  }
}

const add = async (tx: Tx, input: Static<typeof placeInput>, actor: Actor) => {
  if (!poolsOf(actor).includes(input.kind))
    throw new RuleRefused('not the pool of this structure', notYourPool)
  centreFits(input.kind, input.centre, true)
  const id = randomUUID()
  await nameKept(() => tx.insert(places).values({ id, orgId: actor.orgId, ...input }))
  return id
}

/** Only the asylum scheme has centres, and each of its places is of one. */
const centreFits = (kind: string, centre: string | undefined, required: boolean) => {
  if (kind !== 'dna' && centre !== undefined)
    throw new InvalidInput([{ field: 'centre', code: 'other_scheme', message: noCentre }])
  if (kind === 'dna' && centre === undefined && required)
    throw new InvalidInput([{ field: 'centre', code: 'missing', message: whichCentre }])
}

const nothingToChange = (input: object) => Object.keys(input).length === 0

/** What is written of a place that exists. @throws RuleRefused while somebody has it. */
const valuesOf = async (tx: Tx, change: Exclude<Change, { act: 'add' }>, today: string) => {
  if (change.act === 'change') return change.input
  if (change.act === 'back') return { outOfService: null, outUntil: null }
  const { reason, until = null } = change.input
  if (until !== null && until < today)
    throw new InvalidInput([{ field: 'until', code: 'in_past', message: past }])
  if (await isTaken(tx, change.id)) throw new RuleRefused('somebody has it', taken)
  return { outOfService: reason, outUntil: until }
}

const write = async (tx: Tx, change: Change, { asked, at }: { asked: Asked; at: Date }) => {
  if (change.act === 'add') return add(tx, change.input, asked.actor)
  const row = await own(tx, change.id, asked)
  if (change.act === 'change') centreFits(row.kind, change.input.centre, false)
  const values = await valuesOf(tx, change, civilDate(at, 'Europe/Paris'))
  if (!nothingToChange(values))
    await nameKept(() =>
      tx
        .update(places)
        .set({ ...values, version: row.version + 1 })
        .where(eq(places.id, row.id))
    )
  return row.id
}

/**
 * A structure keeps its own places, one change at a time, each once under its key and each written down.
 * @throws NotFound for a place of another structure, VersionConflict where it has moved since it was read.
 */
export const keepPlace = (gate: Gate, change: Change, asked: Asked): Promise<string> => {
  const { actor, version } = asked
  const once = underKey(gate.keys, asked, { ...change, version })
  const object = 'id' in change ? `place:${change.id}` : 'place:new'
  return leavingTrace(gate, { actor, command: `place.${change.act}` }, object, () =>
    inContext(gate.pool, actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      const before = await givenBefore(tx, once)
      if (before !== null) return before
      const id = await write(tx, change, { asked, at })
      await audit(tx, actor, at, {
        chain: 'system',
        action: `place.${change.act}`,
        object: `place:${id}`,
        outcome: 'allowed',
        detail: 'input' in change ? fieldsFilled(change.input) : ''
      })
      await rememberKey(tx, once, { aggregate: 'place', id, at })
      return id
    })
  )
}

/** Class A: where the place is, written by its owner and by nobody else. It is read by another way, under another role. */
export const writeAddress = (
  gate: Gate,
  { id, lines, asked }: { id: string; lines: readonly string[]; asked: Asked }
): Promise<void> =>
  leavingTrace(gate, { actor: asked.actor, command: 'place.address' }, `place:${id}`, () =>
    inContext(gate.pool, asked.actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      await own(tx, id, { ...asked, version: null })
      const body = seal(gate.keys, { table: 'place_address', id, dataClass: 'A' }, { lines })
      await tx.execute(sql`select keep_address(${id}::uuid, ${body})`)
      await audit(tx, asked.actor, at, {
        chain: 'system',
        action: 'place.address',
        object: `place:${id}`,
        outcome: 'allowed',
        detail: 'A'
      })
    })
  )
