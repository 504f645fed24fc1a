import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { actOn } from '../../../server/commands/apply-command.ts'
import type { Desk } from '../../../server/outbox/notify-participants.ts'
import { caseCode } from '../../../server/cases/code.ts'
import { flagIn } from '../../../server/commands/flag.ts'
import { situationOf, type CaseRow } from '../../../server/cases/store.ts'
import { runQuery, setCaseScope, inContext, type Tx } from '../../../server/db/context.ts'
import { deadlines, referrals, stays } from '../../../server/db/schema/schema.ts'
import { fireStep } from '../../../server/firing/fire.ts'
import { InvalidInput, RuleRefused } from '../../../server/errors.ts'
import { moveReferral } from '../../../server/referrals/move.ts'
import { chanceFrom } from '../../../verify/chance.ts'
import { type Clock, type Dossier, type Step } from '../../../verify/dossier.ts'
import { step } from '../../../verify/walk/moves.ts'
import { stepsFrom } from '../../../verify/walk/steps.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { activeStays } from '../../../workflows/places/places.ts'
import { aFlag, noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())

/** They read another case, or name someone whom only the database knows. */
const leftOut = ['merge.propose', 'merge.confirm', 'referent.name']
const placesOf: Record<string, string> = {
  acse_place: 'foyer.azur',
  dna_place: 'centre.dna',
  minor_place: 'foyer.azur enfants'
}

type Told = { desk: Desk; row: CaseRow; at: Date; order: string[] }

/** The case as the tables hold it, in the model's words; referrals in the order in which they were sent. */
const read = async (tx: Tx, { row, order }: Told): Promise<Dossier> => {
  const sent = await tx
    .select()
    .from(referrals)
    .where(eq(referrals.caseId, row.id))
    .orderBy(asc(referrals.sentAt))
  for (const { id } of sent) if (!order.includes(id)) order.push(id)
  const clocks = await tx
    .select({ code: deadlines.code, state: deadlines.state })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, row.id),
        isNull(deadlines.referralId),
        inArray(deadlines.state, ['running', 'suspended'])
      )
    )
  const active = await tx
    .select()
    .from(stays)
    .where(and(eq(stays.caseId, row.id), inArray(stays.state, [...activeStays])))
  const known = order.map((id) => sent.find((one) => one.id === id)!)
  const placeOf = (kind: string, id: string | null) =>
    id === null ? null : world.places[placesOf[kind]!]!.indexOf(id)
  const staysIn = (state: (typeof activeStays)[number]) =>
    active
      .filter((one) => one.state === state)
      .map(({ pool, referralId, placeId }) => {
        const by = order.indexOf(referralId)
        return [pool, { place: placeOf(known[by]!.kind, placeId)!, by }] as const
      })
  return {
    situation: situationOf(row),
    referrals: known.map(({ kind, state, placeId }) => ({
      kind: kind as Dossier['referrals'][number]['kind'],
      state: state as Dossier['referrals'][number]['state'],
      place: placeOf(kind, placeId)
    })),
    held: Object.fromEntries(staysIn('reserved')),
    bed: staysIn('admitted')[0]?.[1] ?? null,
    clocks: Object.fromEntries(clocks.map(({ code, state }) => [code, state as Clock]))
  }
}

/** Who did it is not the model's to know. */
const plain = (dossier: Dossier | null) =>
  JSON.parse(JSON.stringify(dossier, (key, value) => (/^(personId|orgId|orgType)$/.test(key) ? '…' : value)))

/** Who takes part already (police that were called) is not referred what it holds: the model knows no participation. */
const unlessKnown = async ({ desk, row }: Told, model: Dossier, held: Dossier): Promise<Dossier> => {
  const extra = model.referrals.findIndex(({ kind }, at) => held.referrals[at]?.kind !== kind)
  const sent = model.referrals[extra]
  if (!sent || model.referrals.length !== held.referrals.length + 1) return model
  const takesPart = await runQuery(
    desk.tx,
    'select from participation where case_id = $1 and capacity = $2 and until is null',
    [row.id, kindRow(sent.kind).capacity]
  )
  return takesPart.length > 0 ? { ...model, referrals: model.referrals.toSpliced(extra, 1) } : model
}

/** What differs, down to the single fact. */
const apart = (model: unknown, tables: unknown, path = ''): string[] => {
  if (isDeepStrictEqual(model, tables)) return []
  const nested = [model, tables].every(
    (one) => typeof one === 'object' && one !== null && !Array.isArray(one)
  )
  if (!nested)
    return [`${path}: ${JSON.stringify(model)} in the model, ${JSON.stringify(tables)} in the tables`]
  const [a, b] = [model, tables] as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    apart(a[key], b[key], `${path}/${key}`)
  )
}

const placeFor = ({ command, input }: Extract<Step, { type: 'act' }>) => {
  const effect = commandRow(command).effects.find((one) => one.type === 'openReferral')
  const place = effect && placesOf[effect.kind]
  return place ? world.places[place]![Number(input['place'])] : undefined
}

/** One step through the tables, as the gate, an answer or the worker writes it. */
const done = async (told: Told, next: Step): Promise<CaseRow> => {
  const { desk, row, order } = told
  const actor = world.as('asso.rhone')
  const at = new Date((told.at = new Date(told.at.getTime() + 1000)))
  if (next.type === 'act') {
    const { place: _index, ...input } = next.input
    const placeId = placeFor(next)
    return actOn(desk, row, {
      command: next.command,
      input: { ...input, ...(placeId && { placeId }) },
      actor,
      at
    })
  }
  if (next.type === 'referral') {
    const [referral] = await desk.tx.select().from(referrals).where(eq(referrals.id, order[next.index]!))
    return moveReferral(desk, {
      row: referral!,
      caseRow: row,
      command: next.command,
      input: next.input,
      actor,
      at
    })
  }
  const [entry] = await desk.tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.caseId, row.id), eq(deadlines.code, next.code), eq(deadlines.state, 'running')))
  return fireStep({
    desk,
    entry: { ...entry!, nextStep: entry!.steps.length - 1 },
    caseRow: row,
    at,
    lateSeconds: 0
  })
}

/** A clock was due on the day that the tables have for it. */
const dated = async ({ desk, row }: Told, next: Step): Promise<Step> => {
  if (next.type !== 'clock') return next
  const [entry] = await desk.tx
    .select({ on: deadlines.dueOn })
    .from(deadlines)
    .where(and(eq(deadlines.caseId, row.id), eq(deadlines.code, next.code), eq(deadlines.state, 'running')))
  return { ...next, on: entry!.on }
}

/** Null where the tables refuse what only they know: nobody to receive it, a place that is taken, a file that is not there. */
const tried = async (told: Told, next: Step): Promise<CaseRow | null> => {
  const { tx } = told.desk
  await runQuery(tx, 'savepoint step', [])
  try {
    return await done(told, next)
  } catch (error) {
    if (!(error instanceof RuleRefused || error instanceof InvalidInput)) throw error
    await runQuery(tx, 'rollback to savepoint step', [])
    return null
  }
}

class Over extends Error {}

type Life = { taken: number; refused: number; differences: string[]; ends: Dossier | null }

const nameOf = (one: Step) => (one.type === 'act' ? one.command : one.type)

/** What a life is led to: an act, or the acceptance of one kind of referral. */
const leads = (one: Step, { referrals }: Dossier, way: string) =>
  one.type === 'referral'
    ? one.command === 'accept' && referrals[one.index]!.kind === way
    : nameOf(one) === way

const scopesIn = (one: Step) => (one.type === 'act' ? ((one.input['scopes'] as []) ?? []).length : 0)
/** Who agrees to all goes on by every way. */
const withMore = (one: Step, other: Step) => scopesIn(other) - scopesIn(one)

type Led = { flag: Parameters<typeof aFlag>[0]; ways: readonly string[] }

const live = async (seed: number, length: number, led?: Led): Promise<Life> => {
  const chance = chanceFrom(seed)
  const life: Life = { taken: 0, refused: 0, differences: [], ends: null }
  const work = inContext(world.gate.pool, { orgId: null, personId: null, role: 'system' }, async (tx) => {
    const desk: Desk = { tx, keys: world.db.keys, telling: false }
    const minor = chance(3) === 0
    const row = await flagIn(desk, {
      actor: world.as('asso.rhone'),
      command: 'case.flag',
      input: aFlag(led?.flag ?? (minor ? { ageGroup: 'minor', ageBand: '15-17' } : {})),
      key: null,
      at: noon,
      id: randomUUID(),
      code: caseCode(Buffer.from(randomUUID().slice(0, 8)))
    })
    await setCaseScope(tx, row.id)
    const told: Told = { desk, row, at: noon, order: [] }
    let model = await read(tx, told)
    for (let turn = 0; turn < length; turn += 1) {
      const steps = stepsFrom(model).filter((one) => one.type !== 'act' || !leftOut.includes(one.command))
      const names = [...new Set(steps.map(nameOf))]
      const name = names[chance(names.length)]
      const way = led?.ways[turn]
      const these = steps.filter((one) => (way ? leads(one, model, way) : nameOf(one) === name))
      const drawn = way ? these.toSorted(withMore)[0] : these[chance(these.length)]
      if (!drawn) break
      const next = await dated(told, drawn)
      const expected = step(model, next)
      // What the model refuses (an answer's own act, without the answer) the tables never get to see.
      if (expected === null) continue
      const after = await tried(told, next)
      told.at = new Date(told.at.getTime() + 1000)
      if (after === null) {
        life.refused += 1
        continue
      }
      told.row = after
      life.taken += 1
      const held = await read(tx, told)
      life.differences = apart(plain(await unlessKnown(told, expected, held)), plain(held))
      if (life.differences.length > 0) life.differences.unshift(`turn ${turn}: ${JSON.stringify(next)}`)
      if (life.differences.length > 0) break
      model = life.ends = held
    }
    throw new Over()
  })
  await work.catch((error: unknown) => {
    if (!(error instanceof Over)) throw error
  })
  return life
}

describe('the model that is walked and the tables that are lived in', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))(
    'agree after every step of life %i',
    async (seed) => {
      const { differences, taken } = await live(seed, 40)
      expect(differences).toEqual([])
      expect(taken).toBeGreaterThan(0)
    }
  )

  const ways = [
    ...['triage.start', 'grounds.record', 'person.inform', 'consent.record'],
    ...['acse.request', 'acse', 'acse.offer', 'acse_place'],
    ...['dna.request', 'dna', 'dna.offer', 'dna_place']
  ]
  const flag = { stay: 'unknown', asylumClaim: true, asylumLink: true } as const
  const along = (...further: string[]) => {
    const all = [...ways, ...further]
    return live(1, all.length, { flag, ways: all })
  }

  it('agree where a place of Ac.Sé and an asylum place are held at once', async () => {
    const { differences, ends } = await along()
    expect(differences).toEqual([])
    expect(Object.keys(ends!.held).toSorted()).toEqual(['acse', 'dna'])
  })

  it('agree that the arrival at the one beside asylum gives the asylum place back', async () => {
    const { differences, ends } = await along('acse.visio', 'acse.admission')
    expect(differences).toEqual([])
    expect([ends!.held, ends!.bed]).toEqual([{}, { place: expect.any(Number), by: 1 }])
  })

  it('agree that the asylum place alone stays once the other is given back', async () => {
    const { differences, ends } = await along('acse.declined_by_person')
    expect(differences).toEqual([])
    expect(Object.keys(ends!.held)).toEqual(['dna'])
  })
})
