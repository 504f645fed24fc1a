import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { colleagueAccount } from '../teams/drawn.ts'
import { openRepair } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
await colleagueAccount(site, 'asso.rhone', 'asso.rhone.ouest')
const { refOf, undoAt, undo, rowOf, rows, offersOf } = openRepair(site)
const late = expect.stringContaining('Vous l’avez saisi il y a plus de sept jours')

describe('an act is not taken back', () => {
  it('by another organisation, which is told of no such act', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    const before = await rowOf(id)
    for (const login of ['cellule.69', 'prefecture.69', 'asso.paris']) {
      expect([login, (await undo(login, id, ref)).statusCode]).toEqual([login, 404])
      expect([login, (await site.get(login, undoAt(id, ref))).statusCode]).toEqual([login, 404])
    }
    expect(await rowOf(id)).toEqual(before)
    expect((await undo('asso.rhone', id, ref)).statusCode).toBe(200)
  })

  it('where it is the flag, or what a clock or a request brought about', async () => {
    const id = await tell.consenting()
    expect(await offersOf('asso.rhone', id)).not.toContain('case.flag')
    expect((await undo('asso.rhone', id, await refOf(id, 'case.flag'))).statusCode).toBe(404)
    const housed = await tell.housed(site.places['foyer.azur']![0]!)
    expect(await offersOf('foyer.azur', housed)).not.toContain('acse.matched')
    expect((await undo('foyer.azur', housed, await refOf(housed, 'acse.matched'))).statusCode).toBe(404)
    await rows(`update deadline set state = 'stopped', next_at = null where case_id <> $1`, [id])
    site.at(new Date(noon.getTime() + 200 * 86_400_000))
    await fireDue(site.gate)
    site.at(noon)
    const [said] = await rows<{ command: string }>(
      `select command from case_event where case_id = $1 and role = 'system' limit 1`,
      [id]
    )
    expect((await undo('asso.rhone', id, await refOf(id, said!.command))).statusCode).toBe(404)
  })

  it('without the version that was read, for an unknown reason, or under a name that is none', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    const url = undoAt(id, ref)
    expect(
      (await site.send('asso.rhone', url, { reason: 'wrong_person' }, { version: null })).statusCode
    ).toBe(400)
    expect((await undo('asso.rhone', id, ref, { version: '"old"' })).statusCode).toBe(412)
    const unknown = await undo('asso.rhone', id, ref, { reason: 'regret' })
    expect([unknown.statusCode, unknown.json().errors[0].field]).toEqual([400, 'reason'])
    expect((await undo('asso.rhone', id, 'x'.repeat(22))).statusCode).toBe(404)
    expect((await undo('asso.rhone', id, ref)).statusCode).toBe(200)
  })

  it('while another act rests on it, which is named; once that one is taken back it is', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', {
      ...{ on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true }
    })
    const consents = await refOf(id, 'consent.record')
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    const kept = await site.get('asso.rhone', undoAt(id, consents))
    expect(kept.json().kept).toContain('reposent sur celui-ci')
    expect(kept.json().resting.map((one: { command: string }) => one.command)).toContain('prefecture.request')
    const still = await undo('asso.rhone', id, consents)
    expect([still.statusCode, still.json().detail]).toEqual([
      409,
      expect.stringContaining('D’autres actes reposent sur celui-ci')
    ])
    expect((await undo('asso.rhone', id, await refOf(id, 'prefecture.request'))).statusCode).toBe(200)
    const free = (await site.get('asso.rhone', undoAt(id, consents))).json()
    expect(free.resting.map((one: { command: string }) => one.command)).not.toContain('prefecture.request')
  })

  it('where it ended what cannot be given back', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['F'], ...tell.how })
    const refused = await undo('asso.rhone', id, await refOf(id, 'consent.withdraw'))
    expect([refused.statusCode, refused.json().detail]).toEqual([
      409,
      expect.stringContaining('Cet acte a fait plus que ce qu’une annulation peut rendre')
    ])
  })

  it('by whoever entered it after seven days: a colleague does', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    const age = (days: number) =>
      rows(
        `update case_event set at = $3::timestamptz - $2 * interval '1 day' where case_id = $1 and command = 'contact.note'`,
        [...[id, days, noon]]
      )
    await age(8)
    const refused = await undo('asso.rhone', id, ref)
    expect([refused.statusCode, refused.json().detail]).toEqual([409, late])
    expect(
      (await undo('asso.rhone.ouest', id, ref, { version: await site.version('asso.rhone', id) })).statusCode
    ).toBe(200)
  })

  it('but where nobody else works for their house, by whoever entered it however late', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    await rows(
      `update case_event set at = $2::timestamptz - interval '30 days' where case_id = $1 and command = 'contact.note'`,
      [id, noon]
    )
    const { orgId, personId } = site.as('asso.rhone')
    const others = await rows<{ id: string }>(
      `update membership set until = now() where org_id = $1 and person_id <> $2 and until is null returning id`,
      [orgId, personId]
    )
    expect(others.length).toBeGreaterThan(0)
    // Let go since the act, they still count: nobody is made alone to take an old act back.
    expect((await undo('asso.rhone', id, ref)).json().detail).toEqual(late)
    await rows(
      `update membership set until = $2::timestamptz - interval '31 days' where id = any($1::uuid[])`,
      [others.map((one) => one.id), noon]
    )
    // Somebody who sits in the cell for their house does not take its acts back: they do not count.
    const [seat] = await rows<{ id: string }>(
      `insert into membership (person_id, org_id, role, since) values ($1, $2, 'cell_member', '2020-02-02') returning id`,
      [site.as('asso.paris').personId, orgId]
    )
    expect((await undo('asso.rhone', id, ref)).statusCode).toBe(200)
    await rows('delete from membership where id = $1', [seat!.id])
    await rows('update membership set until = null where id = any($1::uuid[])', [others.map((one) => one.id)])
  })

  it('but on the seventh day by whoever entered it as well', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    await rows(
      `update case_event set at = $2::timestamptz - interval '7 days' where case_id = $1 and command = 'contact.note'`,
      [id, noon]
    )
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
  })

  it('by whoever entered it after seven days of the calendar of where the person is', async () => {
    const lateIn = async (territory: string) => {
      const id = await tell.consenting()
      await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
      // In Paris it is the 16th still, and on La Réunion the 17th.
      await rows(
        `update case_event set at = '2026-11-16T21:30:00Z' where case_id = $1 and command = 'contact.note'`,
        [id]
      )
      await rows('update "case" set territory = $2 where id = $1', [id, territory])
      return (await site.get('asso.rhone', undoAt(id, await refOf(id, 'contact.note')))).json().kept
    }
    expect(await lateIn('69')).toEqual(late)
    expect(await lateIn('974')).toBeNull()
  })

  it('twice; under one key it is done once', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    const [key, version] = ['once-and-once', await site.version('asso.rhone', id)]
    expect((await undo('asso.rhone', id, ref, { key, version })).statusCode).toBe(200)
    const done = await rowOf(id)
    expect((await undo('asso.rhone', id, ref, { key, version })).statusCode).toBe(200)
    expect(await rowOf(id)).toEqual(done)
    expect((await undo('asso.rhone', id, ref)).statusCode).toBe(404)
  })
})
