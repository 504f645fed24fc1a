import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { rankedList } from '../../../server/places/ranking.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { unmetBy } from '../../../workflows/places/unmet.ts'
import { housingRefusals } from '../../../workflows/vocabulary/words.ts'
import { refusal } from '../../support/refusals.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())

const place = (house: 'foyer.azur' | 'foyer.ouest', which: 0 | 1) => site.places[house]![which]!
const stays = async (id: string) =>
  (
    await site.db.owner.query<{ state: string; placeId: string }>(
      `select state, place_id as "placeId" from stay where case_id = $1 and state <> 'ended' order by state`,
      [id]
    )
  ).rows
const housingOf = async (id: string) => (await site.tell.row(id))['housing']
const offerOf = async (id: string) =>
  (
    await site.db.owner.query<{ state: string; reason: string | null }>(
      `select state, reason from referral where case_id = $1 and kind = 'acse_place' order by sent_at desc limit 1`,
      [id]
    )
  ).rows[0]
/** Why persons were refused a place, each reason as often as figures count it. */
const counted = async () => {
  await workOff(site.db, site.gate)
  const { rows } = await site.db.owner.query<{ reason: string; n: number }>(
    `select reason, count(*)::int as n from stat.person, unnest(refusals) reason where known_until = 'infinity' group by 1`
  )
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]))
}

describe('a no after the interview', () => {
  it('of anyone but the structure is none', async () => {
    const id = await site.tell.matched(place('foyer.azur', 0))
    for (const login of ['acse', 'asso.rhone', 'cellule.69'])
      expect(await refusal(site.tell.act(login, id, 'acse.refused_after', { reason: 'too_close' }))).toBe(
        'NotAllowed'
      )
    expect(await stays(id)).toHaveLength(1)
    const offer = await site.tell.referral(id, 'acse_place')
    expect(await refusal(site.tell.move('foyer.azur', offer, 'renounce', { reason: 'too_close' }))).toBe(
      'NotAllowed'
    )
    await site.tell.act('foyer.azur', id, 'acse.refused_after', { reason: 'too_close' })
  })

  it('of the structure frees the place, ends its sight, and leaves the desk with the reason', async () => {
    const id = await site.tell.matched(place('foyer.azur', 0))
    await site.tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await site.tell.act('foyer.azur', id, 'acse.refused_after', { reason: 'group_balance' })
    expect(await stays(id)).toEqual([])
    expect(await housingOf(id)).toBe('refused_by_structure')
    expect(await offerOf(id)).toEqual({ state: 'declined', reason: 'group_balance' })
    expect((await site.get('foyer.azur', `/api/cases/${id}`)).statusCode).toBe(404)
    const { items } = (await site.get('acse', '/api/places/waiting')).json()
    expect(items.find(({ caseId }: { caseId: string }) => caseId === id)).toMatchObject({
      reason: housingRefusals.group_balance.fr
    })
    await site.tell.act('acse', id, 'acse.offer', { placeId: place('foyer.azur', 0) })
  })

  it('of the person to this place frees it, and the search goes on', async () => {
    const id = await site.tell.matched(place('foyer.azur', 0))
    await site.tell.act('asso.rhone', id, 'acse.place_declined', { reason: 'distance' })
    expect(await stays(id)).toEqual([])
    expect(await housingOf(id)).toBe('placement_requested')
    expect((await offerOf(id))?.state).toBe('ended')
  })

  it('is not a departure: nobody leaves where she has not been', async () => {
    const asked = await site.tell.sought()
    const promised = await site.tell.matched(place('foyer.azur', 0))
    for (const id of [asked, promised]) {
      expect(await refusal(site.tell.act('asso.rhone', id, 'housing.left', { on: '2026-11-24' }))).toBe(
        'IllegalTransition'
      )
      expect(
        await refusal(site.tell.act('asso.rhone', id, 'housing.absconded', { lastSeenOn: '2026-11-23' }))
      ).toBe('IllegalTransition')
    }
    await site.tell.act('asso.rhone', promised, 'acse.declined_by_person')
  })
})

describe('the rank of a case whose requests were declined', () => {
  const points = async (id: string) => {
    const acse = site.as('acse')
    const ranked = await inContext(site.db.app, acse, (tx) => rankedList(tx, acse, noon))
    const { why } = ranked.find((one) => one.id === id)!.priority
    return Object.fromEntries(why.map((one) => [one.id, one.points]))
  }

  it('is not raised by a desk that said no before it took the search up, and is by a structure that does', async () => {
    const [never, once] = [await site.tell.sought(), await site.tell.consenting()]
    await site.tell.act('asso.rhone', once, 'acse.request', { adhesion: true })
    await site.tell.move('acse', await site.tell.referral(once, 'acse'), 'decline', { reason: 'incomplete' })
    await site.tell.act('asso.rhone', once, 'acse.request', { adhesion: true })
    await site.tell.move('acse', await site.tell.referral(once, 'acse'), 'accept')
    expect(await points(once)).toEqual(await points(never))
    await site.tell.act('acse', once, 'acse.offer', { placeId: place('foyer.ouest', 1) })
    const offer = await site.tell.referral(once, 'acse_place')
    await site.tell.move('foyer.ouest', offer, 'decline', { reason: 'too_close' })
    expect(await points(once)).toEqual({ ...(await points(never)), refusals: 5 })
  })
})

it('whoever gives up moving keeps the bed she sleeps in, and the place held for her is free', async () => {
  const id = await site.tell.housed(place('foyer.azur', 0))
  await site.tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
  await site.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  await site.tell.move('acse', await site.tell.referral(id, 'acse'), 'accept')
  await site.tell.act('acse', id, 'acse.offer', { placeId: place('foyer.ouest', 0) })
  await site.tell.move('foyer.ouest', await site.tell.referral(id, 'acse_place'), 'accept')
  expect((await stays(id)).map(({ state }) => state)).toEqual(['admitted', 'reserved'])
  expect(await refusal(site.tell.act('foyer.ouest', id, 'acse.declined_by_person'))).toBe('IllegalTransition')
  await site.tell.act('asso.rhone', id, 'housing.stays')
  expect(await stays(id)).toEqual([{ state: 'admitted', placeId: place('foyer.azur', 0) }])
  expect(await housingOf(id)).toBe('housed_acse')
  expect((await site.get('foyer.azur', `/api/cases/${id}`)).statusCode).toBe(200)
  expect((await site.get('foyer.ouest', `/api/cases/${id}`)).statusCode).toBe(404)
  await site.tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
  expect(await stays(id)).toEqual([])
})

describe('a refusal counts as why a need was not met', () => {
  const reasons = Object.keys(housingRefusals) as (keyof typeof housingRefusals)[]
  const ways: Record<string, (reason: string) => Promise<unknown>> = {
    'of the desk': async (reason) => {
      const id = await site.tell.consenting()
      await site.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
      return site.tell.move('acse', await site.tell.referral(id, 'acse'), 'decline', { reason })
    },
    'of a structure': async (reason) => {
      const { offer } = await site.tell.offered(place('foyer.azur', 1))
      return site.tell.move('foyer.azur', offer, 'decline', { reason })
    },
    'of a structure that had agreed': async (reason) => {
      const id = await site.tell.matched(place('foyer.azur', 1))
      return site.tell.act('foyer.azur', id, 'acse.refused_after', { reason })
    }
  }
  it.each(Object.keys(ways).flatMap((way) => reasons.map((reason) => [way, reason] as const)))(
    '%s: %s',
    async (way, reason) => {
      const before = (await counted())[reason] ?? 0
      await ways[way]!(reason)
      expect((await counted())[reason]).toBe(before + 1)
    }
  )

  it('every reason of every kind that houses has its place among them', () => {
    const words = ['acse', 'acse_place', 'dna', 'dna_place', 'minor_place'] as const
    for (const kind of words)
      for (const reason of Object.keys(kindRow(kind).refusals))
        expect([kind, reason, unmetBy[reason as keyof typeof unmetBy]]).toEqual([
          kind,
          reason,
          expect.stringMatching(/^(no_place|not_eligible|structure)$/)
        ])
    expect(new Set(Object.values(unmetBy))).toEqual(new Set(['no_place', 'not_eligible', 'structure']))
  })
})
