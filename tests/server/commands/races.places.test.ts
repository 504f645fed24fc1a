import { describe, expect, it } from 'vitest'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { aChild, askedOfOfii } from '../../support/pools.ts'
import { refusal, tally } from '../../support/refusals.ts'
import { openRaces } from './racing.ts'

const { racers, world, tell, gate, rowsOf, racing } = await openRaces()

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
