import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { refusal } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'

// Where there is a second of a thing, what is done to the one leaves the other: two kinds, two senders, two people of one house.

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)
const later = (minutes: number) => world.at(new Date(noon.getTime() + minutes * 60_000))
beforeEach(() => world.at(noon))

const asked = { signalledBy: 'Police judiciaire' }
const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const shown = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewReferral(tx, id, readerOf(login)))
const settling = (login: string) =>
  inContext(world.db.app, world.as(login), async (tx) => {
    const query = { box: 'settle', view: 'open', limit: 100 } as const
    return (await listReferrals(tx, query, readerOf(login))).items.map(({ id }) => id)
  })

/** Two refusals of one case, each of a kind of its own, that wait for the association. */
const refusedTwice = async () => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await tell.act('asso.rhone', id, 'prefecture.request', asked)
  const prefecture = await tell.referral(id, 'prefecture')
  await tell.move('prefecture.69', prefecture, 'decline', { reason: 'incomplete' })
  await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
  const health = await tell.referral(id, 'health')
  await tell.move('soin.69', health, 'decline', { reason: 'overloaded' })
  return { id, prefecture, health }
}

describe('two refusals of one case', () => {
  it('wait both, and what is sent anew of one kind, and its yes, settle that one alone', async () => {
    const { id, prefecture, health } = await refusedTwice()
    const left = async () => {
      const all = await settling('asso.rhone')
      return [prefecture, health].map((one) => all.includes(one))
    }
    expect(await left()).toEqual([true, true])
    later(30)
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    expect(await left()).toEqual([true, false])
    await tell.move('soin.69', await tell.referral(id, 'health'), 'accept')
    expect(await left()).toEqual([true, false])
  })

  it('of one kind to two senders: a yes to the one leaves to the other what was theirs to do', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'prefecture.request', asked)
    const theirs = await tell.referral(id, 'prefecture')
    await tell.move('prefecture.69', theirs, 'decline', { reason: 'incomplete' })
    later(30)
    await tell.act('cellule.69', id, 'prefecture.request', asked)
    expect(await settling('asso.rhone')).toContain(theirs)
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    expect(await settling('asso.rhone')).toContain(theirs)
    await tell.move('asso.rhone', theirs, 'note', { sequel: 'other_way' })
    expect(await settling('asso.rhone')).not.toContain(theirs)
  })

  it('stand with the newest request first, and none of a case that is closed', async () => {
    const { id, prefecture } = await refusedTwice()
    later(60)
    const { prefecture: newer, id: other } = await refusedTwice()
    expect((await settling('asso.rhone')).filter((one) => [prefecture, newer].includes(one))).toEqual([
      newer,
      prefecture
    ])
    await tell.closed(other, { reason: 'by_person' })
    await owner(`update referral set follow_up = 'reoffer', awaits_org_id = sender_org_id where id = $1`, [
      newer
    ])
    expect(await settling('asso.rhone')).not.toContain(newer)
    expect((await tell.row(id))['closure']).toBe('open')
  })
})

describe('a request that was passed on', () => {
  it('asks what was asked first, for whoever asked it: who passed it on is neither side of it', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', { ...asked, domiciliation: true })
    const first = await tell.referral(id, 'prefecture')
    await tell.move('prefecture.69', first, 'transfer', { orgId: world.as('prefecture.75').orgId })
    const second = await tell.referral(id, 'prefecture')
    expect(await refusal(shown('prefecture.69', second))).toBe('NotFound')
    expect(await shown('asso.rhone', second)).toMatchObject({ direction: 'out', state: 'sent' })
    const { preview, sender } = await shown('prefecture.75', second)
    expect(sender).toBe(world.as('asso.rhone').orgName)
    expect(preview.map(({ label }) => label)).toContain('Domiciliation chez l’association ou l’avocat')
  })
})

describe('the person who is waited for, where several work', () => {
  const { personId } = world.as('cellule.69')
  const until = (moment: Date | null) =>
    owner('update membership set until = $2 where person_id = $1', [personId, moment])
  /** Asked of the prefecture, which says nothing until the answer is due. */
  const silent = async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', asked)
    const referral = await tell.referral(id, 'prefecture')
    await owner(
      `update deadline set state = 'stopped', next_at = null where referral_id is distinct from $1`,
      [referral]
    )
    return async () => {
      world.at(new Date('2026-12-08T12:00:00Z'))
      await fireDue(world.gate)
      const { rows } = await owner('select escalated_to, awaits_person_id from referral where id = $1', [
        referral
      ])
      return rows[0] as { escalated_to: string; awaits_person_id: string }
    }
  }

  it('is no more who knows the matter once they work there no more, and is as long as they do', async () => {
    const gone = await silent()
    await until(noon)
    const other = world.as('cellule.69.bis')
    expect(await gone()).toEqual({ escalated_to: other.name, awaits_person_id: other.personId })
    await until(null)
    world.at(noon)
    const there = await silent()
    await until(new Date('2027-01-01T12:00:00Z'))
    expect((await there()).escalated_to).toBe(world.as('cellule.69').name)
    await until(null)
  })
})

describe('what is said before the answer', () => {
  it('tells each side what it is to read, and no side what is for the other', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', asked)
    const referral = await tell.referral(id, 'prefecture')
    const noted = async (login: string) => (await shown(login, referral)).previewNote
    expect(await noted('prefecture.69')).toContain('Le dossier s’ouvre à vous si vous acceptez')
    expect(await noted('asso.rhone')).toBe('Ce que le destinataire voit avant de répondre.')
    await tell.move('prefecture.69', referral, 'accept')
    expect(await noted('prefecture.69')).toContain('le dossier vous est ouvert')
    await tell.move('prefecture.69', referral, 'end')
    expect(await noted('prefecture.69')).toContain('Il n’en reste ici que la réponse')
  })

  it('and to who is left with a refusal, whether to send again or to decide', async () => {
    const { prefecture, health } = await refusedTwice()
    expect((await shown('asso.rhone', prefecture)).previewNote).toMatch(/^Refusée : envoyez-la de nouveau/)
    expect((await shown('asso.rhone', health)).previewNote).toMatch(/^Refusée : une personne nommée décide/)
  })
})
