import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../server/commands/decide.ts'
import { openDatabase, type Database } from '../../../server/db/client.ts'
import { createLog } from '../../../server/log.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { acting } from '../../support/acting.ts'
import { aChild, askedOfOfii } from '../../support/pools.ts'
import { refusal, tally } from '../../support/refusals.ts'
import { openWorld, type TestWorld } from '../../support/world.ts'
import { tagFor } from '../../support/running/tags.ts'

const racers = 16

let world: TestWorld
let tell: ReturnType<typeof acting>
let wide: Database

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  wide = openDatabase({ url: world.db.url, keys: world.db.keys, log: createLog('silent'), size: racers })
  await Promise.all(
    (await Promise.all(Array.from({ length: racers }, () => wide.app.connect()))).map((client) =>
      client.release()
    )
  )
})
afterAll(async () => {
  await wide.close()
  await world.close()
})

const gate = () => ({ ...world.gate, pool: wide.app })
const rowsOf = async <T>(query: string, values: unknown[] = []) =>
  (await world.db.owner.query(query, values)).rows as T[]
const racing = <T>(work: (index: number) => Promise<T>, many = racers) =>
  Promise.all(Array.from({ length: many }, (_, index) => work(index)))
const accept = (login: string, referralId: string) =>
  decideReferral(gate(), {
    actor: world.as(login),
    referralId,
    command: 'accept',
    input: {},
    version: null,
    key: null
  })

describe('the last place', () => {
  it('offered to sixteen persons and accepted sixteen times at once is given to one of them', async () => {
    const [place] = world.places['foyer.azur']!
    const offers: { id: string; offer: string }[] = []
    for (let index = 0; index < racers; index++) offers.push(await tell.offered(place!))
    const answers = await racing((index) => refusal(accept('foyer.azur', offers[index]!.offer)))
    expect(tally(answers)).toEqual({ done: 1, PlaceTaken: racers - 1 })
    expect(
      await rowsOf(`select from stay where place_id = $1 and state in ('reserved', 'admitted')`, [place])
    ).toHaveLength(1)
    const winner = offers[answers.indexOf(null)]!
    for (const { id, offer } of offers) {
      const [referral] = await rowsOf<{ state: string; version: number }>(
        `select state, version from referral where id = $1`,
        [offer]
      )
      expect(referral).toEqual(
        id === winner.id ? { state: 'accepted', version: 2 } : { state: 'sent', version: 1 }
      )
      expect((await tell.row(id))['housing']).toBe(id === winner.id ? 'matched' : 'placement_requested')
    }
    const held = await rowsOf(
      `select from participation where org_id = $1 and capacity = 'shelter' and until is null`,
      [world.as('foyer.azur').orgId]
    )
    expect(held).toHaveLength(1)
  })

  it.each([
    {
      of: 'an asylum centre',
      pool: 'centre.dna',
      shelter: 'centre.dna',
      desk: 'ofii',
      offering: 'dna.offer',
      kind: 'dna_place',
      region: 'asylum_housing',
      then: 'matched'
    },
    {
      of: 'minors',
      pool: 'foyer.ouest enfants',
      shelter: 'foyer.ouest',
      desk: 'ase.69',
      offering: 'minor.placement_offer',
      kind: 'minor_place',
      region: 'housing',
      then: 'unassessed'
    }
  ] as const)(
    'of $of, offered to sixteen and accepted sixteen times at once, is given to one',
    async ({ pool, shelter, desk, offering, kind, region, then }) => {
      const [place] = world.places[pool]!
      const offered = async () => {
        const id = kind === 'dna_place' ? await askedOfOfii(tell) : await aChild(tell)
        await tell.act(desk, id, offering, { placeId: place! })
        return { id, offer: await tell.referral(id, kind) }
      }
      const offers: { id: string; offer: string }[] = []
      // Four at a time: the world's own gate has six connections.
      while (offers.length < racers) offers.push(...(await racing(offered, 4)))
      const answers = await racing((index) => refusal(accept(shelter, offers[index]!.offer)))
      expect(tally(answers)).toEqual({ done: 1, PlaceTaken: racers - 1 })
      expect(
        await rowsOf(`select from stay where place_id = $1 and state in ('reserved', 'admitted')`, [place])
      ).toHaveLength(1)
      expect((await tell.row(offers[answers.indexOf(null)]!.id))[region]).toBe(then)
    }
  )

  it('freed by a departure is given again, once', async () => {
    const [, place] = world.places['foyer.azur']!
    const gone = await tell.housed(place!)
    await tell.act('foyer.azur', gone, 'housing.left', { on: '2026-11-24' })
    const offers = [await tell.offered(place!), await tell.offered(place!), await tell.offered(place!)]
    expect(tally(await racing((index) => refusal(accept('foyer.azur', offers[index]!.offer)), 3))).toEqual({
      done: 1,
      PlaceTaken: 2
    })
  })

  it('is never two for one person: the database says so', async () => {
    const [first, second] = world.places['foyer.ouest']!
    const [any] = await rowsOf<{ id: string }>('select id from referral limit 1')
    const id = await tell.flagged()
    const takes = (place: string, pool: string, state: string) =>
      world.db.owner.query(
        `insert into stay (id, case_id, place_id, referral_id, pool, state, reserved_at) values (gen_random_uuid(), $1, $2, $3, $4, $5, now())`,
        [id, place, any!.id, pool, state]
      )
    await takes(first!, 'acse', 'reserved')
    for (const pool of ['acse', 'minor'])
      await expect(takes(second!, pool, 'reserved')).rejects.toMatchObject({
        code: '23505',
        constraint: 'stay_one_held_for_a_person'
      })
    // Those who hold the one know nothing of the other; a bed is one in any case.
    await takes(second!, 'dna', 'reserved')
    await world.db.owner.query('delete from stay where case_id = $1', [id])
    await takes(first!, 'acse', 'admitted')
    await expect(takes(second!, 'dna', 'admitted')).rejects.toMatchObject({
      code: '23505',
      constraint: 'stay_one_bed_for_a_person'
    })
    await world.db.owner.query('delete from stay where case_id = $1', [id])
  })

  it('offered by two structures and accepted by both at once leaves the person one bed', async () => {
    const id = await tell.sought()
    const places = [world.places['foyer.ouest']![0]!, world.places['foyer.ouest']![1]!]
    await tell.act('acse', id, 'acse.offer', { placeId: places[0]! })
    const offer = await tell.referral(id, 'acse_place')
    expect(tally(await racing(() => refusal(accept('foyer.ouest', offer)), 4))).toEqual({
      done: 1,
      NotOpen: 3
    })
    expect(await rowsOf(`select from stay where case_id = $1 and state = 'reserved'`, [id])).toHaveLength(1)
  })
})

describe('two who act on one case at the same time', () => {
  const act = (login: string, caseId: string, version: string | null, input: Record<string, unknown>) =>
    decide(gate(), { actor: world.as(login), caseId, command: 'facts.complete', input, version, key: null })

  it('from the same version: one is done, the other learns that the case has moved', async () => {
    const id = await tell.flagged()
    const [first, second] = [await tagFor(world, 'asso.rhone', id), await tagFor(world, 'cellule.69', id)]
    const answers = await Promise.all([
      refusal(act('asso.rhone', id, first, { children: 2 })),
      refusal(act('cellule.69', id, second, { children: 3 }))
    ])
    expect(tally(answers)).toEqual({ done: 1, VersionConflict: 1 })
    expect((await tell.row(id)).version).toBe(2)
  })

  it('lose no act: versions and events count up together', async () => {
    const id = await tell.flagged()
    expect(
      tally(
        await racing((index) =>
          refusal(
            act(index % 2 ? 'asso.rhone' : 'cellule.69', id, null, {
              children: index % 8,
              language: index < 8 ? 'fr' : 'en'
            })
          )
        )
      )
    ).toEqual({ done: racers })
    expect(
      await rowsOf(
        `select array_agg(seq order by seq) = array(select generate_series(1, $2::int)) as whole from case_event where case_id = $1`,
        [id, racers + 1]
      )
    ).toEqual([{ whole: true }])
    expect((await tell.row(id)).version).toBe(racers + 1)
  })

  it('as second voices: one concludes, the other finds it concluded', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    const conclude = () =>
      refusal(
        decide(gate(), {
          actor: world.as('cellule.69'),
          caseId: id,
          command: 'grounds.positive',
          input: {},
          version: null,
          key: null
        })
      )
    expect(tally(await racing(conclude, 6))).toEqual({ done: 1, IllegalTransition: 5 })
    expect(
      await rowsOf(`select from case_event where case_id = $1 and command = 'grounds.positive'`, [id])
    ).toHaveLength(1)
  })

  it('on referrals of many cases and their cases wait for each other without end for nobody', async () => {
    const offers = await Promise.all([
      tell.offered(world.places['foyer.ouest']![1]!),
      tell.offered(world.places['foyer.ouest']![1]!)
    ])
    const acts = offers.flatMap(({ id, offer }) => [
      refusal(
        decideReferral(gate(), {
          actor: world.as('foyer.ouest'),
          referralId: offer,
          command: 'ask',
          input: { question: 'mot' },
          version: null,
          key: null
        })
      ),
      refusal(
        decide(gate(), {
          actor: world.as('asso.rhone'),
          caseId: id,
          command: 'consent.withdraw',
          input: { scopes: ['C'], ...tell.how },
          version: null,
          key: null
        })
      ),
      refusal(
        decide(gate(), {
          actor: world.as('acse'),
          caseId: id,
          command: 'acse.declined_by_person',
          input: {},
          version: null,
          key: null
        })
      )
    ])
    for (const answer of await Promise.all(acts))
      expect([null, 'NotOpen', 'NotFound', 'IllegalTransition', 'NotAllowed']).toContain(answer)
  })
})
