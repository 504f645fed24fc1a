import { beforeEach, describe, expect, it } from 'vitest'
import { listCases } from '../../../server/reading/list.ts'
import type { Reader } from '../../../server/disclosure/reader.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext, type Tx } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const freeBeds = () =>
  world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
beforeEach(() => {
  world.at(noon)
})

const asked = <T>(login: string, work: (tx: Tx, reader: Reader) => Promise<T>): Promise<T> => {
  const reader = { actor: world.as(login), locale: 'fr', now: world.gate.now!() } as const
  return inContext(world.db.app, reader.actor, (tx) => work(tx, reader))
}
const read = (login: string, id: string) => asked(login, (tx, reader) => viewCase(tx, id, reader))
const waitsFor = async (login: string, id: string) => {
  const { items } = await asked(login, (tx, reader) => listCases(tx, { view: 'all', limit: 100 }, reader))
  return items.find((line) => line.id === id)?.waitsFor?.label
}
const toSettle = async (login: string, id: string) => {
  const query = { box: 'settle', view: 'all', limit: 100 } as const
  const { items } = await asked(login, (tx, reader) => listReferrals(tx, query, reader))
  return items.filter(({ caseId }) => caseId === id).length
}

const house = 'foyer.azur'
const housed = async () => {
  await freeBeds()
  const id = await tell.housed(world.places[house]![0]!)
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
  return id
}
const care = (destination: string) => ({ destination, recipientId: world.as('soin.69').orgId })
const sentBy = async (id: string, login: string): Promise<string> => {
  const { rows } = await world.db.owner.query<{ id: string }>(
    `select id from referral where case_id = $1 and kind = 'health' and sender_org_id = $2 order by sent_at desc limit 1`,
    [id, world.as(login).orgId]
  )
  return rows[0]!.id
}

/** What a story says where she is cared for by her association as well, and where she is not. */
const alike = async (story: (id: string, byAnother: () => Promise<unknown>) => Promise<unknown>) => {
  const told: unknown[] = []
  for (const other of [false, true]) {
    const id = await housed()
    const byAnother = () => tell.act('asso.rhone', id, 'health.refer', care('addiction'))
    told.push(await story(id, () => (other ? byAnother() : Promise.resolve())))
  }
  expect(told[1]).toEqual(told[0])
}

describe('that another has asked for care is not told to a house', () => {
  it('by what its own request is answered, as it asks again', () =>
    alike(async (id, byAnother) => {
      await byAnother()
      await tell.act(house, id, 'health.refer', care('general'))
      await tell.move('soin.69', await sentBy(id, house), 'accept')
      return why(tell.act(house, id, 'health.refer', care('general')))
    }))

  it('by a refusal that leaves its box and its line though nobody settled it', () =>
    alike(async (id, byAnother) => {
      await tell.act(house, id, 'health.refer', care('general'))
      await tell.move('soin.69', await sentBy(id, house), 'decline', { reason: 'overloaded' })
      await byAnother()
      return [await toSettle(house, id), await waitsFor(house, id)]
    }))

  it('and care that goes on for one is not over because it is for the other', async () => {
    const id = await housed()
    await tell.act('asso.rhone', id, 'health.refer', care('addiction'))
    await tell.act(house, id, 'health.refer', care('general'))
    for (const login of ['asso.rhone', house]) await tell.move('soin.69', await sentBy(id, login), 'accept')
    await tell.move('soin.69', await sentBy(id, house), 'end')
    const commands = async () => (await read('asso.rhone', id)).timeline.map(({ command }) => command)
    expect(await commands()).not.toContain('care.ended')
    await tell.move('soin.69', await sentBy(id, 'asso.rhone'), 'end')
    expect(await commands()).toContain('care.ended')
  })
})

describe('OFII that flagged', () => {
  it('is not named beside what it does as the desk of asylum', async () => {
    const flag = { asylumLink: true, nominativeConsent: false, identity: undefined }
    const id = await tell.flagged('ofii', flag as never)
    await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await tell.act('cellule.69', id, 'grounds.positive')
    const informed = { on: '2026-11-24', ...tell.how, helpWithoutConsent: true }
    await tell.act('asso.rhone', id, 'person.inform', informed)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C', 'D', 'E', 'F'], ...tell.how })
    await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true, needs: 'x' })
    await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
    await tell.act('ofii', id, 'danger.immediate', inputFor('danger.immediate'))
    await tell.act('ofii', id, 'acse.request', { adhesion: true })
    const { timeline, referrals } = await read('cellule.69', id)
    const byIn = (wanted: string) => timeline.find(({ command }) => command === wanted)?.by.role
    expect([byIn('case.flag'), byIn('danger.immediate'), byIn('acse.request')]).toEqual(['OFII', '', ''])
    expect(referrals.map(({ sender }) => sender)).not.toContain(world.as('ofii').orgName)
  })
})

describe('what is left to settle', () => {
  it('goes on after a line of it is settled between two pages', async () => {
    for (let n = 0; n < 3; n++) {
      world.at(new Date(noon.getTime() + n * 60_000))
      const id = await tell.consenting(['B', 'C', 'E', 'F'])
      await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
      await tell.move('acse', await tell.referral(id, 'acse'), 'decline', { reason: 'out_of_criteria' })
    }
    const page = (cursor?: string) =>
      asked('cellule.69', (tx, reader) =>
        listReferrals(tx, { box: 'settle', view: 'all', limit: 1, ...(cursor && { cursor }) }, reader)
      )
    const first = await page()
    expect(first.items[0]!.sentAt).toBe(new Date(noon.getTime() + 2 * 60_000).toISOString())
    const next = (await page(first.next!)).items[0]!.id
    await tell.move('cellule.69', first.items[0]!.id, 'note', { sequel: 'other_way' })
    expect((await page(first.next!)).items[0]!.id).toBe(next)
  })
})
