import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { Actor } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import { leavingTrace, type Gate } from '../acts/command-validation.ts'
import { givenBefore, rememberKey, underKey } from '../acts/idempotency.ts'
import { seal } from '../db/sealing.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { runQuery, inContext, type Tx } from '../db/context.ts'
import { places } from '../db/schema/schema.ts'
import { InvalidInput, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { poolsOf } from '../../policies/pools.ts'
import type { addressInput, conditionsInput, outInput, placeInput } from './forms.ts'

type Asked = { actor: Actor; key: string; version: number | null }

/** An act on a place that exists. */
type Kept =
  | { act: 'change'; id: string; input: Static<typeof conditionsInput> }
  | { act: 'out'; id: string; input: Static<typeof outInput> }
  | { act: 'back'; id: string; input: object }
  | { act: 'address'; id: string; input: Static<typeof addressInput> }
export type PlaceAct = Kept['act']
export type Change = { act: 'add'; input: Static<typeof placeInput> } | Kept

const closedAlready: Bilingual = {
  fr: 'Cette place est déjà fermée.',
  en: 'This place is out of service already.'
}
const openAlready: Bilingual = { fr: 'Cette place n’est pas fermée.', en: 'This place is in service.' }
const taken: Bilingual = {
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

type Place = {
  version: number
  label: string
  kind: string
  out: boolean
  taken: boolean
  conditions: Record<string, unknown>
}

const kept = `select p.version, p.label, p.kind, p.out_of_service is not null as out,
    exists (select from taken_places() t where t.place_id = p.id) as taken,
    jsonb_build_object('label', p.label, 'sexes', p.sexes, 'children', p.children, 'languages', p.languages,
      'accessible', p.accessible, 'excludedZones', p.excluded_zones, 'maxStayMonths', p.max_stay_months, 'centre', p.centre) as conditions
  from place p where p.id = $1 and p.org_id = $2`

/** A place of one's own structure. @throws NotFound for anyone else's. */
export const ownPlace = async (tx: Tx, id: string, { orgId }: Pick<Actor, 'orgId'>): Promise<Place> => {
  const [place] = await runQuery<Place>(tx, kept, [id, orgId])
  if (!place) throw new NotFound('not a place of this structure')
  return place
}

/** Why one act is not open now; null when it is. */
export const refusedNow = (act: PlaceAct, place: Place): Bilingual | null => {
  if (act === 'back') return place.out ? null : openAlready
  if (act !== 'out') return null
  if (place.out) return closedAlready
  return place.taken ? taken : null
}

/** Locked until the change is written: an acceptance that reserves it waits, and then sees what was decided. */
const locked = async (tx: Tx, { id, act }: Kept, { actor, version }: Asked) => {
  await runQuery(tx, 'select from place where id = $1 for update', [id])
  const place = await ownPlace(tx, id, actor)
  if (version !== null && place.version !== version) throw new VersionConflict(`version ${place.version}`)
  const refused = refusedNow(act, place)
  if (refused) throw new RuleRefused(`${act} is not open`, refused)
  return place
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

const valuesOf = (change: Exclude<Kept, { act: 'address' }>, today: string) => {
  if (change.act === 'change') return change.input
  if (change.act === 'back') return { outOfService: null, outUntil: null }
  const { reason, until = null } = change.input
  if (until !== null && until < today)
    throw new InvalidInput([{ field: 'until', code: 'in_past', message: past }])
  return { outOfService: reason, outUntil: until }
}

type Writing = { gate: Gate; asked: Asked; at: Date }

const write = async (tx: Tx, change: Change, { gate, asked, at }: Writing) => {
  if (change.act === 'add') return add(tx, change.input, asked.actor)
  const { id } = change
  const { kind, version } = await locked(tx, change, asked)
  if (change.act === 'address') {
    // Class A: written by its owner and by nobody else. It is read by another way, under another role.
    const lines = change.input.address.split('\n').filter((line) => line.trim() !== '')
    const body = seal(gate.keys, { table: 'place_address', id, dataClass: 'A' }, { lines })
    await runQuery(tx, 'select keep_address($1::uuid, $2)', [id, body])
    return id
  }
  if (change.act === 'change') centreFits(kind, change.input.centre, false)
  const values = valuesOf(change, civilDate(at, 'Europe/Paris'))
  if (Object.keys(values).length > 0)
    await nameKept(() =>
      tx
        .update(places)
        .set({ ...values, version: version + 1 })
        .where(eq(places.id, id))
    )
  return id
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
      const id = await write(tx, change, { gate, asked, at })
      await audit(tx, actor, at, {
        chain: 'system',
        action: `place.${change.act}`,
        object: `place:${id}`,
        outcome: 'allowed',
        detail: change.act === 'address' ? 'A' : fieldsFilled(change.input)
      })
      await rememberKey(tx, once, { aggregate: 'place', id, at })
      return id
    })
  )
}
