import { describe, expect, it } from 'vitest'
import { listCases } from '../../../server/reading/list.ts'
import { inContext } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const lineOf = async (login: string, id: string) => {
  const query = { view: 'all' as const, limit: 100 }
  const list = await inContext(world.db.app, world.as(login), (tx) => listCases(tx, query, readerOf(login)))
  return list.items.find((line) => line.id === id)!
}
const waited = async (id: string) =>
  (
    await world.db.owner.query<{ capacity: string }>(
      `select capacity from participation where case_id = $1 and waits_for = 'referral.declined' order by capacity`,
      [id]
    )
  ).rows.map(({ capacity }) => capacity)
const referralFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewReferral(tx, id, readerOf(login)))

const note = { sequel: 'other_way' }

const askedOfPrefecture = async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  return { id, referral: await tell.referral(id, 'prefecture') }
}

/** Asked of the prefecture, and refused. */
const refusedBy = async (reason: string) => {
  const { id, referral } = await askedOfPrefecture()
  await tell.move('prefecture.69', referral, 'decline', { reason })
  return { id, referral }
}

describe('a refusal that is nobody’s to note', () => {
  it('is not noted by who gave it, by others, nor before it is given', async () => {
    const { referral } = await refusedBy('public_order')
    expect(await refusal(tell.move('prefecture.69', referral, 'note', note))).toBe('NotAllowed')
    expect(await refusal(tell.move('asso.rhone', referral, 'note', note))).toBe('NotAllowed')
    expect(await refusal(tell.move('police.69', referral, 'note', note))).toBe('NotFound')
    const { offer } = await tell.offered(world.places['foyer.azur']![0]!)
    expect(await refusal(tell.move('acse', offer, 'note', note))).toBe('NotAllowed')
  })

  it('is not noted twice, nor without saying what follows', async () => {
    const { referral } = await refusedBy('incomplete')
    expect(await refusal(tell.move('asso.rhone', referral, 'note', {}))).toBe('InvalidInput')
    await tell.move('asso.rhone', referral, 'note', note)
    expect(await refusal(tell.move('asso.rhone', referral, 'note', note))).toBe('NotAllowed')
  })
})

describe('whom the law tells at once', () => {
  it('reads nothing more of a case that it has refused', async () => {
    const id = await tell.presumed()
    const report = { ...inputFor('prosecutor.report'), factsTerritory: '69', court: undefined }
    await tell.act('asso.rhone', id, 'prosecutor.report', report)
    const told = await tell.referral(id, 'prosecutor')
    expect((await lineOf('parquet.lyon', id)).id, 'positive control').toBe(id)
    await tell.move('parquet.lyon', told, 'decline', { reason: 'other_territory' })
    expect(await lineOf('parquet.lyon', id)).toBeUndefined()
  })
})

describe('what is to be settled', () => {
  const settling = async (login: string) => {
    const query = { box: 'settle', view: 'open', limit: 100 } as const
    const list = await inContext(world.db.app, world.as(login), (tx) =>
      listReferrals(tx, query, readerOf(login))
    )
    return list.items.map(({ id, toSettle }) => [id, toSettle] as const)
  }

  it('is nobody’s but whose turn it is: not of who refused or asked, and no more once it is done', async () => {
    const { referral } = await refusedBy('incomplete')
    const { id: other } = await refusedBy('incomplete')
    await tell.act('asso.rhone', other, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const asked = await tell.referral(other, 'prefecture')
    await tell.move('prefecture.69', asked, 'ask', { question: 'CANARI-QUESTION' })
    const mine = new Map(await settling('asso.rhone'))
    expect(mine.get(referral)).toMatch(/^Refus/)
    expect(mine.get(asked)).toBe('Répondre à une question')
    for (const login of ['prefecture.69', 'police.69', 'acse', 'foyer.azur'])
      expect([login, (await settling(login)).map(([id]) => id)]).toEqual([login, []])
    await tell.move('asso.rhone', referral, 'note', note)
    await tell.move('asso.rhone', asked, 'answer', { answer: 'CANARI-REPONSE' })
    const left = new Map(await settling('asso.rhone'))
    expect([left.has(referral), left.has(asked)]).toEqual([false, false])
  })
})

describe('a refusal to be sent again', () => {
  it('waits for the organisation that sent it, until it sends again', async () => {
    const { id } = await refusedBy('incomplete')
    const left = async () =>
      (
        await world.db.owner.query(
          `select 1 from referral where case_id = $1 and follow_up is not null and awaits_org_id = $2`,
          [id, world.as('asso.rhone').orgId]
        )
      ).rowCount
    expect(await left()).toBe(1)
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    expect(await left()).toBe(0)
  })

  it('has lost its ground when the consent it rested on is withdrawn', async () => {
    const { id } = await refusedBy('incomplete')
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['E'], ...tell.how })
    const { rowCount } = await world.db.owner.query(
      'select 1 from referral where case_id = $1 and follow_up is not null',
      [id]
    )
    expect(rowCount).toBe(0)
  })
})

describe('a refusal to be decided on', () => {
  it('waits for who triaged, by name, who alone reads that it is theirs', async () => {
    const { id, referral } = await refusedBy('public_order')
    expect(await waited(id)).toEqual(['cell'])
    expect(await lineOf('cellule.69', id)).toMatchObject({
      waitsFor: { command: 'referral.declined', named: true }
    })
    expect(await lineOf('cellule.69.bis', id)).toMatchObject({
      waitsFor: { command: 'referral.declined', named: false }
    })
    const view = await referralFor('cellule.69', referral)
    expect(view.actions.map(({ command }) => command)).toEqual(['note'])
    expect((await referralFor('asso.rhone', referral)).escalatedTo).toBe(world.as('cellule.69').name)
  })

  it('is noted, with what follows, and waits no more; the answer stays what it was', async () => {
    const { id, referral } = await refusedBy('public_order')
    await tell.move('cellule.69.bis', referral, 'note', note)
    expect(await waited(id)).toEqual([])
    const view = await referralFor('asso.rhone', referral)
    expect(view).toMatchObject({ state: 'declined', summary: 'ordre public' })
    expect(JSON.stringify(view.events.at(-1)!.fields)).toContain('une autre voie est prise')
    expect(await refusal(referralFor('cellule.69', referral))).toBe('NotFound')
  })

  it('of care waits for the person who sent it, in their association', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const referral = await tell.referral(id, 'health')
    await tell.move('soin.69', referral, 'decline', { reason: 'overloaded' })
    expect((await referralFor('asso.rhone', referral)).escalatedTo).toBe(world.as('asso.rhone').name)
    expect(await refusal(referralFor('cellule.69', referral))).toBe('NotFound')
  })

  it('waits for who sent it where no cell is accredited any more', async () => {
    const status = `update organisation set status = $2 where id = $1`
    const cell = world.as('cellule.69').orgId
    const { referral } = await askedOfPrefecture()
    await world.db.owner.query(status, [cell, 'suspended'])
    await tell.move('prefecture.69', referral, 'decline', { reason: 'public_order' })
    await world.db.owner.query(status, [cell, 'accredited'])
    expect((await referralFor('asso.rhone', referral)).escalatedTo).toBe(world.as('asso.rhone').name)
    await tell.move('asso.rhone', referral, 'note', note)
  })

  it('waits for nobody once the case is closed', async () => {
    const { id } = await refusedBy('public_order')
    await tell.closed(id, { reason: 'by_person' })
    expect(await waited(id)).toEqual([])
    expect(String((await tell.row(id))['closure'])).toBe('closed_by_person')
  })
})
