import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'

// The police asks Ac.Sé for a place, and may not know of housing: neither its request, nor where a page begins, says of a place.

const world = await forFile(openWorld())
const tell = acting(world)
const later = (minutes: number) => world.at(new Date(noon.getTime() + minutes * 60_000))
const owner = (text: string, values: unknown[] = []) => world.db.owner.query<{ id: string }>(text, values)
beforeEach(async () => {
  world.at(noon)
  await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const police = world.as('police.69')
const asPolice = { actor: police, locale: 'fr', now: noon } as const
const idsOf = (box: 'in' | 'out', cursor: string) =>
  inContext(world.db.app, police, async (tx) => {
    const query = { box, view: 'all', limit: 100, cursor } as const
    return (await listReferrals(tx, query, asPolice)).items.map(({ id }) => id)
  })
const cursorOf = (id: string) => Buffer.from(JSON.stringify([id])).toString('base64url')

describe('a page that begins behind one’s own request, in the box of what was received', () => {
  const played = async (isHidden: boolean) => {
    const { id, request } = await tell.askedByPolice()
    await tell.move('acse', request, 'accept')
    later(30)
    const other = await tell.consenting(['B', 'C', 'E', 'F'])
    await tell.act('cellule.69', other, 'formal.request', { unit: 'X' })
    const received = await tell.referral(other, 'police')
    later(60)
    if (isHidden) await tell.act('asso.rhone', id, 'housing.other', { where: 'relatives', on: '2026-11-24' })
    return { request, received }
  }

  it('does not say that it moved after what was received, because she is housed', async () => {
    for (const isHidden of [false, true]) {
      world.at(noon)
      const { request, received } = await played(isHidden)
      expect(await idsOf('in', cursorOf(request))).not.toContain(received)
    }
  })

  it('but begins behind what was received', async () => {
    const { received: earlier } = await played(false)
    later(90)
    const other = await tell.consenting(['B', 'C', 'E', 'F'])
    await tell.act('cellule.69', other, 'formal.request', { unit: 'Y' })
    const last = await tell.referral(other, 'police')
    expect(await idsOf('in', cursorOf(last))).toContain(earlier)
    expect(await idsOf('in', cursorOf(earlier))).not.toContain(last)
  })
})

describe('a request that nobody answered is taken back by whoever sent it', () => {
  it.each(['nothing', 'offered', 'held', 'housed'] as const)(
    'though by another there is %s',
    async (there) => {
      const id = await tell.consenting(['B', 'C', 'E'])
      await owner(
        `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'police', now() - interval '1 day', 'danger.immediate', now())`,
        [id, police.orgId]
      )
      await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
      await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
      if (there !== 'nothing')
        await tell.act('acse', id, 'acse.offer', { placeId: world.places['foyer.azur']![0]! })
      await tell.act('police.69', id, 'acse.request', { adhesion: true })
      const mine = await tell.referral(id, 'acse')
      if (there === 'held' || there === 'housed')
        await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
      if (there === 'housed') {
        const at = new Date(noon.getTime() - 3_600_000).toISOString()
        await tell.act('foyer.azur', id, 'acse.visio', { at })
        await tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
      }
      const seen = await inContext(world.db.app, police, (tx) => viewReferral(tx, mine, asPolice))
      expect(seen.actions.find(({ command }) => command === 'withdraw')).toMatchObject({ enabled: true })
      expect(await why(tell.move('police.69', mine, 'withdraw'))).toBe(await why(Promise.resolve()))
    }
  )
})
