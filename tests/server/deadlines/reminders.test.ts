import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { workOff } from '../../support/running/queue.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let tell: ReturnType<typeof acting>
const letters: Letter[] = []

const world = await forFile(openWorld())
beforeAll(async () => {
  world.gate.telling = true
  tell = acting(world)
})
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const work = async () => {
  letters.length = 0
  await workOff(world.db, world.gate, async (letter) => letters.push(letter))
}
const alone = async (code: string) => {
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> $1`, [code])
  await work()
  await world.db.owner.query('delete from notice')
}
/** What the recipient is told of the referral when everything due at this moment has fired. */
const toldAt = async (moment: string, login: string, referral: string) => {
  await world.db.owner.query('delete from notice')
  world.at(new Date(moment))
  await Promise.all([fireDue(world.gate), fireDue(world.gate)])
  await work()
  const { rows } = await world.db.owner.query<{ about: string }>(
    `select about from notice where org_id = $1 and about_id = $2`,
    [world.as(login).orgId, referral]
  )
  return rows.length
}

describe('a recipient who has not answered', () => {
  it('is reminded the day before, once, though it takes no part in the case', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const referral = await tell.referral(id, 'prefecture')
    await alone('MNIO-PREF-ANSWER')
    // Five working days from 24 November: due on 1 December, reminded as 30 November begins in Paris.
    expect(await toldAt('2026-11-29T22:59:59Z', 'prefecture.69', referral)).toBe(0)
    expect(await toldAt('2026-11-29T23:00:00Z', 'prefecture.69', referral)).toBe(1)
    expect(await toldAt('2026-11-29T23:01:00Z', 'prefecture.69', referral)).toBe(0)
    const { rows } = await world.db.owner.query('select moved_at from referral where id = $1', [referral])
    expect(rows[0].moved_at.toISOString()).toBe('2026-11-29T23:00:00.000Z')
  })

  it('is reminded of an assessment and of a place too', async () => {
    const sought = await tell.consenting()
    await tell.act('asso.rhone', sought, 'acse.request', { adhesion: true, needs: 'au calme' })
    const asked = await tell.referral(sought, 'acse')
    await alone('MNIO-EVAL')
    expect(await toldAt('2026-11-24T23:00:00Z', 'acse', asked)).toBe(1)
    world.at(noon)
    const { offer } = await tell.offered(world.places['foyer.azur']![0]!)
    await alone('MNIO-PLACE-ANSWER')
    expect(await toldAt('2026-11-24T23:00:00Z', 'foyer.azur', offer)).toBe(1)
  })

  it('is not reminded once it has answered', async () => {
    const { offer } = await tell.offered(world.places['foyer.azur']![1]!)
    await tell.move('foyer.azur', offer, 'decline', { reason: 'not_adapted' })
    await alone('MNIO-PLACE-ANSWER')
    expect(await toldAt('2026-11-24T23:00:00Z', 'foyer.azur', offer)).toBe(0)
  })
})

describe('the time to answer runs out', () => {
  it('and each organisation is told once, the one that both sent and accompanies no more than the other', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const referral = await tell.referral(id, 'health')
    await alone('MNIO-HEALTH-ANSWER')
    expect(await toldAt('2026-12-20T12:00:00Z', 'soin.69', referral)).toBe(1)
    const { rows } = await world.db.owner.query<{ org: string }>('select org_id as org from notice')
    const both = ['asso.rhone', 'soin.69'].map((login) => world.as(login).orgId)
    expect(rows.map(({ org }) => org).toSorted()).toEqual(both.toSorted())
  })
})

describe('a recipient by link', () => {
  const asked = async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address: 'soin@cabinet.test' })
    await alone('MNIO-HEALTH-ANSWER')
  }
  const mailedAt = async (moment: string) => {
    world.at(new Date(moment))
    await Promise.all([fireDue(world.gate), fireDue(world.gate)])
    await work()
    return letters.length
  }

  it('is mailed the day before, once, by a link that opens, without a word of the person', async () => {
    await asked()
    expect(await mailedAt('2026-12-07T22:59:59Z')).toBe(0)
    expect(await mailedAt('2026-12-07T23:00:00Z')).toBe(1)
    const [letter] = letters
    expect(letter!.subject).toContain('Rappel')
    expect(letter!.text).toContain('jusqu’au 16 décembre')
    for (const hidden of ['CANARI', 'soin@', 'Rhône', 'traite']) expect(letter!.text).not.toContain(hidden)
    expect(await mailedAt('2026-12-07T23:01:00Z')).toBe(0)
  })

  it('is not mailed when the referral was withdrawn', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address: 'soin@cabinet.test' })
    await tell.move('asso.rhone', await tell.referral(id, 'health'), 'withdraw')
    await alone('MNIO-HEALTH-ANSWER')
    expect(await mailedAt('2026-12-07T23:00:00Z')).toBe(0)
  })
})
