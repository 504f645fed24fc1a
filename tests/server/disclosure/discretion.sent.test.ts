import { beforeEach, describe, expect, it } from 'vitest'
import type { Reader } from '../../../server/disclosure/reader.ts'
import { inContext, type Tx } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)
beforeEach(async () => {
  world.at(noon)
  await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const asked = <T>(login: string, work: (tx: Tx, reader: Reader) => Promise<T>): Promise<T> => {
  const reader = { actor: world.as(login), locale: 'fr', now: world.gate.now!() } as const
  return inContext(world.db.app, reader.actor, (tx) => work(tx, reader))
}
const shown = (id: string) => asked('police.69', (tx, reader) => viewReferral(tx, id, reader))
const held = async (id: string) => {
  await tell.act('acse', id, 'acse.offer', { placeId: world.places['foyer.azur']![0]! })
  await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
}

describe('a sender who may not know of the place', () => {
  it('takes an accepted request back neither with a place nor without, and reads so beforehand', async () => {
    const reasons: unknown[] = []
    for (const withPlace of [false, true]) {
      const { id, request } = await tell.askedByPolice()
      await tell.move('acse', request, 'accept')
      if (withPlace) await held(id)
      const button = (await shown(request)).actions.find(({ command }) => command === 'withdraw')
      reasons.push(button?.reason, await why(tell.move('police.69', request, 'withdraw')))
    }
    expect(new Set(reasons)).toEqual(new Set(['Les conditions de cet acte ne sont pas réunies à ce jour.']))
  })

  it('reads an accepted request as accepted, at the hour of the yes, though a hidden act has ended it', async () => {
    const { id, request } = await tell.askedByPolice()
    await tell.move('acse', request, 'accept')
    // What it sent since stands before it.
    world.at(new Date(noon.getTime() + 30_000))
    await tell.askedByPolice()
    const box = () =>
      asked('police.69', (tx, reader) => listReferrals(tx, { box: 'out', view: 'all', limit: 9 }, reader))
    const before = [await shown(request), await box()]
    world.at(new Date(noon.getTime() + 60_000))
    await tell.move('acse', request, 'end')
    expect((await owner('select state from referral where id = $1', [request])).rows).toEqual([
      { state: 'ended' }
    ])
    expect([await shown(request), await box()]).toEqual(before)
    expect((await tell.row(id))['housing']).not.toBe('placement_requested')
  })
})

describe('a sender whose request goes unanswered', () => {
  it('is not told who took it back, where that is neither side', async () => {
    const { id, request } = await tell.askedByPolice()
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    const { events } = await shown(request)
    expect(events.map(({ label, by }) => [label, by.organisation])).toEqual([
      ['Orientation envoyée', 'Police judiciaire du Rhône'],
      ['Orientation retirée', 'Un autre service']
    ])
  })
})
