import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keepPlace, ownPlace } from '../../../server/places/inventory.ts'
import { waitingList } from '../../../server/places/waiting.ts'
import { inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const asked = (login: string, version: number | null = null, key: string = randomUUID()) => ({
  actor: world.as(login),
  key,
  version
})
const input = {
  kind: 'acse' as const,
  label: 'Chambre bleue',
  sexes: ['female' as const],
  children: 1,
  languages: ['fr' as const],
  accessible: true,
  excludedZones: ['69' as const],
  maxStayMonths: 6
}
const add = (login: string, different = {}) =>
  keepPlace(world.gate, { act: 'add', input: { ...input, ...different } }, asked(login))
const rowOf = async (id: string) =>
  (await world.db.owner.query('select * from place where id = $1', [id])).rows[0] as Record<string, unknown>

describe('a structure keeps its places', () => {
  it('of its own scheme and no other, each under one name', async () => {
    for (const [login, kind] of [
      ['foyer.azur', 'dna'],
      ['centre.dna', 'acse'],
      ['acse', 'acse']
    ] as const)
      expect(await why(add(login, { kind }))).toMatch(/^Une structure tient les places de son dispositif/)
    const id = await add('foyer.azur')
    expect(await rowOf(id)).toMatchObject({
      kind: 'acse',
      excluded_zones: ['69'],
      max_stay_months: 6,
      version: 1
    })
    expect(await refusal(add('foyer.azur'))).toBe('InvalidInput')
  })

  it('of an asylum scheme by its centre, and of no other by any', async () => {
    const asylum = { kind: 'dna', label: 'CADA 1' }
    expect(await refusal(add('centre.dna', asylum))).toBe('InvalidInput')
    expect(await refusal(add('foyer.azur', { label: 'Chambre verte', centre: 'cada' }))).toBe('InvalidInput')
    const id = await add('centre.dna', { ...asylum, centre: 'cada' })
    // What is changed of it says its centre again only where that changes.
    await keepPlace(world.gate, { act: 'change', id, input: { children: 2 } }, asked('centre.dna'))
    expect(await rowOf(id)).toMatchObject({ centre: 'cada', children: 2, version: 2 })
    const other = await add('foyer.azur', { label: 'Chambre verte' })
    const change = { act: 'change' as const, id: other, input: { centre: 'cada' as const } }
    expect(await refusal(keepPlace(world.gate, change, asked('foyer.azur')))).toBe('InvalidInput')
  })

  it('once under a key, from the version that was read, and written down', async () => {
    const key = randomUUID()
    const change = { act: 'add' as const, input: { ...input, label: 'Une fois' } }
    const id = await keepPlace(world.gate, change, asked('foyer.azur', null, key))
    expect(await keepPlace(world.gate, change, asked('foyer.azur', null, key))).toBe(id)
    const other = { act: 'change' as const, id, input: { children: 3 } }
    expect(await refusal(keepPlace(world.gate, other, asked('foyer.ouest', 1)))).toBe('NotFound')
    await keepPlace(world.gate, other, asked('foyer.azur', 1))
    expect(await refusal(keepPlace(world.gate, other, asked('foyer.azur', 1)))).toBe('VersionConflict')
    const { rows } = await world.db.owner.query(
      'select action, outcome from audit_event where object = $1 order by seq',
      [`place:${id}`]
    )
    expect(rows).toEqual(
      [
        { action: 'place.add', outcome: 'allowed' },
        { action: 'place.denied', outcome: 'denied' },
        { action: 'place.change', outcome: 'allowed' }
      ].map((row) => (row.outcome === 'denied' ? { ...row, action: 'place.change' } : row))
    )
  })

  it('and changes none that it reads but does not keep, were PostgreSQL to let it', async () => {
    const [theirs] = world.places['foyer.azur']!
    const reading = (login: string) =>
      inContext(world.db.app, world.as(login), (tx) => ownPlace(tx, theirs!, world.as(login)))
    expect(await refusal(reading('acse'))).toBe('NotFound')
    expect(await reading('foyer.azur')).toMatchObject({ kind: 'acse' })
  })

  it('takes none out of service while somebody has it (HMIS 2bb2a18d, mark_units_unavailable)', async () => {
    const place = world.places['foyer.azur']![0]!
    const out = { act: 'out' as const, id: place, input: { reason: 'works' as const, until: '2026-12-24' } }
    const id = await tell.matched(place)
    expect(await refusal(keepPlace(world.gate, out, asked('foyer.azur')))).toBe('RuleRefused')
    await tell.act('asso.rhone', id, 'acse.declined_by_person')
    const { offer } = await tell.offered(place)
    const past = { ...out, input: { ...out.input, until: '2026-11-23' } }
    expect(await refusal(keepPlace(world.gate, past, asked('foyer.azur')))).toBe('InvalidInput')
    await keepPlace(world.gate, out, asked('foyer.azur'))
    expect(await rowOf(place)).toMatchObject({ out_of_service: 'works' })
    expect(await why(tell.move('foyer.azur', offer, 'accept'))).toBe('Cette place n’est plus en service.')
    expect(await refusal(keepPlace(world.gate, out, asked('foyer.azur')))).toBe('RuleRefused')
    const back = { act: 'back' as const, id: place, input: {} }
    await keepPlace(world.gate, back, asked('foyer.azur'))
    expect(await refusal(keepPlace(world.gate, back, asked('foyer.azur')))).toBe('RuleRefused')
    expect(await rowOf(place)).toMatchObject({ out_of_service: null, out_until: null })
    await tell.move('foyer.azur', offer, 'accept')
  })

  it('is told at once: an acceptance and a closing of the place never both succeed', async () => {
    const place = world.places['foyer.azur']![1]!
    const { offer } = await tell.offered(place)
    const answers = await Promise.all([
      refusal(tell.move('foyer.azur', offer, 'accept')),
      refusal(
        keepPlace(world.gate, { act: 'out', id: place, input: { reason: 'staff' } }, asked('foyer.azur'))
      )
    ])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'RuleRefused')).toHaveLength(1)
  })

  it('writes its address apart, and I-12: nowhere else', async () => {
    const id = await add('foyer.ouest', { label: 'Secrète' })
    const write = { act: 'address' as const, id, input: { address: 'CANARI-ADRESSE-NEUVE' } }
    expect(await refusal(keepPlace(world.gate, write, asked('foyer.azur')))).toBe('NotFound')
    await keepPlace(world.gate, write, asked('foyer.ouest'))
    await keepPlace(world.gate, write, asked('foyer.ouest'))
    const { rows: kept } = await world.db.owner.query('select body from place_address where place_id = $1', [
      id
    ])
    expect(kept).toHaveLength(1)
    const { rows } = await world.db.owner.query(
      `select (select string_agg(a::text, '') from audit_event a) || (select string_agg(p::text, '') from place p)
        || coalesce((select string_agg(i::text, '') from idempotency i), '') || (select string_agg(b::text, '') from place_address b) as everything`
    )
    expect((rows[0] as { everything: string }).everything).not.toContain('CANARI-ADRESSE')
    const { rows: told } = await world.db.owner.query(
      `select distinct detail from audit_event where action = 'place.address' and outcome = 'allowed' and object = $1`,
      [`place:${id}`]
    )
    expect(told).toEqual([{ detail: 'A' }])
  })
})

describe('the waiting list', () => {
  it('says why one is before another, and keeps rule and rank with the offer', async () => {
    const calm = await tell.sought()
    const urgent = await tell.sought({ danger: 'immediate' })
    const actor = world.as('acse')
    const { items: list } = await inContext(world.gate.pool, actor, (tx) =>
      waitingList(tx, { actor, locale: 'fr', now: noon }, {})
    )
    const [first, second] = [urgent, calm].map((id) => list.findIndex(({ caseId }) => caseId === id))
    expect(first).toBeLessThan(second!)
    expect(list[first!]).toMatchObject({
      rank: first! + 1,
      rule: 'liste-2026-09',
      why: [
        { label: 'en danger immédiat', points: 40 },
        { label: 'avec des enfants', points: 10 }
      ]
    })
    expect(list[first!]!.ahead).toBe('Avant la suivante : en danger immédiat')
    await tell.act('acse', urgent, 'acse.offer', { placeId: world.places['foyer.ouest']![0]! })
    const { rows } = await world.db.owner.query(
      `select input from case_event where case_id = $1 and command = 'acse.offer'`,
      [urgent]
    )
    expect(rows[0].input).toMatchObject({
      rank: first! + 1,
      rule: 'liste-2026-09',
      weighed: 'en danger immédiat : 40 ; avec des enfants : 10'
    })
  })
})
