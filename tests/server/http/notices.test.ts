import { describe, expect, it } from 'vitest'
import type { NoticeList } from '../../../server/views/notices.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { inputFor } from '../../support/inputs.ts'
import { meeting } from '../../support/meetings.ts'
import { noon } from '../../support/world.ts'
import { openNotices } from './told.ts'

const { site, delivered, list, labels, unread, reads } = await openNotices()

describe('what was told', () => {
  it('comes latest first, page by page, each once', async () => {
    const id = await site.tell.flagged()
    await delivered()
    await site.tell.act('cellule.69', id, 'triage.start')
    await site.tell.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await delivered()
    const whole = (await list('cellule.69')).items
    const one = await list('cellule.69', '?limit=1')
    const two = await list('cellule.69', `?limit=1&cursor=${one.next}`)
    expect([...one.items, ...two.items].map(({ id: of }) => of)).toEqual(whole.map(({ id: of }) => of))
    expect(two.next).toBeNull()
    expect(whole.at(-1)!.label).toBe('Personne signalée')
    const told = await list('asso.rhone')
    expect(told.items[0]).toMatchObject({ by: expect.any(String), opens: { what: 'case', id } })
    // An act is told by its label alone.
    expect(whole.flatMap(({ fields }) => fields)).toEqual([])
  })

  it('is of each case its own act, though two acts of two cases bear one number', async () => {
    const [one, other] = [await site.tell.flagged(), await site.tell.flagged()]
    await site.tell.act('cellule.69', one, 'triage.start')
    await site.tell.act('asso.rhone', other, 'contact.note', inputFor('contact.note'))
    await delivered()
    const { items } = await list('cellule.69')
    expect(items.filter(({ opens }) => opens.id === other).map(({ label }) => label)).toEqual([
      'Contact',
      'Personne signalée'
    ])
    expect(items.filter(({ opens }) => opens.id === one).map(({ label }) => label)).toEqual([
      'Personne signalée'
    ])
  })

  it('of a meeting is where it stands, once, however often it moved', async () => {
    const meet = meeting(site)
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    await delivered()
    site.at(new Date(noon.getTime() + 60_000))
    await meet.act('cellule.69', id, 'open')
    await delivered()
    const { rows } = await site.db.owner.query(`select from notice where about = 'meeting' and org_id = $1`, [
      site.as('membre.69.police').orgId
    ])
    expect(rows.length).toBeGreaterThan(1)
    const met = (await list('membre.69.police')).items.filter(({ label }) => label.startsWith('Réunion'))
    expect(met.map(({ on }) => on)).toEqual([noon.toISOString()])
  })

  it('reaches who is asked, when it is asked, and again when the answer is late', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await delivered()
    const sent = await list('prefecture.69')
    const referral = await site.tell.referral(id, 'prefecture')
    expect(sent.items).toMatchObject([
      { caseCode: null, opens: { what: 'referral', id: referral }, named: false }
    ])
    await site.db.owner.query(
      `update deadline set state = 'stopped', next_at = null where code <> 'MNIO-PREF-ANSWER'`
    )
    site.at(new Date('2026-11-29T23:00:00Z'))
    await fireDue(site.gate)
    site.at(new Date('2026-12-02T00:00:00Z'))
    await fireDue(site.gate)
    await delivered()
    site.at(noon)
    expect(await labels('prefecture.69')).toEqual([
      'Préfecture · droit au séjour. Sans réponse dans le délai : signalée à une personne nommée',
      'Préfecture · droit au séjour. Rappel : une réponse est attendue',
      'Préfecture · droit au séjour. Orientation envoyée'
    ])
    expect((await list('cellule.69')).items.some(({ named }) => named)).toBe(true)
    await site.tell.move('prefecture.69', referral, 'accept')
    await delivered()
    expect((await list('cellule.69')).items.some(({ named }) => named)).toBe(false)
  })

  it('is of a clock with its name, in the language that is read', async () => {
    const id = await site.tell.flagged()
    await delivered()
    await site.db.owner.query(
      `update deadline set state = 'stopped', next_at = null where case_id <> $1 or code <> 'MNIO-TRIAGE'`,
      [id]
    )
    site.at(new Date('2026-12-15T12:00:00Z'))
    await fireDue(site.gate)
    await delivered()
    site.at(noon)
    const english = await site.get('cellule.69', '/api/notices', { 'accept-language': 'en' })
    const [alarm] = english.json<NoticeList>().items
    expect(alarm!.fields.map(({ value }) => value)).toContain('First look')
  })

  it('is read by each person for themselves, up to what they saw', async () => {
    const id = await site.tell.flagged()
    await delivered()
    // What they have read of another house is nothing of this one.
    await site.db.owner.query(
      `insert into notice_read (person_id, org_id, until) values ($1, $2, '2100-01-01')`,
      [...[site.as('cellule.69').personId, site.as('cellule.75').orgId]]
    )
    const [first] = (await list('cellule.69')).items
    expect([first!.fresh, await unread('cellule.69')]).toEqual([true, 1])
    expect((await reads('cellule.69', first!.at)).json()).toEqual({ unread: { n: 0, capped: false } })
    expect((await list('cellule.69')).items.map(({ fresh }) => fresh)).toEqual([false])
    expect(await unread('cellule.69.bis')).toBe(1)
    await site.tell.act('asso.rhone', id, 'contact.note', inputFor('contact.note'))
    await delivered()
    expect((await list('cellule.69')).items.map(({ fresh }) => fresh)).toEqual([true, false])
    // Never backwards, and never ahead of what will be told.
    await reads('cellule.69', '2020-01-01T00:00:00Z')
    expect(await unread('cellule.69')).toBe(1)
    await reads('cellule.69', '2100-01-01T00:00:00Z')
    expect(await unread('cellule.69')).toBe(0)
    await site.tell.act('asso.rhone', id, 'contact.note', inputFor('contact.note'))
    await delivered()
    expect(await unread('cellule.69')).toBe(1)
  })

  it('is counted up to a hundred, whatever there is of it', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await delivered()
    await site.db.owner.query(
      `insert into notice (id, org_id, about, about_id, seq, at)
       select gen_random_uuid(), $1, 'reminder', $2, n, now() from generate_series(1, 150) n`,
      [site.as('prefecture.69').orgId, await site.tell.referral(id, 'prefecture')]
    )
    expect((await list('prefecture.69')).unread).toEqual({ n: 99, capped: true })
    expect((await list('prefecture.69', '?limit=100')).items).toHaveLength(100)
  })
})
