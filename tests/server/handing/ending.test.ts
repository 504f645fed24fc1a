import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { lapseHandings } from '../../../server/handing/proposal/ending.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { rows, formAt, proposed, accept, propose } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']

const standsAs = async (id: string) =>
  (
    await rows<{ state: string; reason: string | null }>(
      'select state, reason from case_handing where id = $1',
      [id]
    )
  )[0]
const waits = { state: 'proposed', reason: null }
const over = { state: 'withdrawn', reason: 'agreement_ended' }
const at = async (day: string) => {
  site.at(new Date(`${day}T12:00:00Z`))
  await fireDue(site.gate)
  site.at(noon)
}
/** What a side was told of a proposal: the words of its notices. */
const heard = async (login: string, id: string) => {
  await workOff(site.db, site.gate)
  return (await site.get(login, '/api/notices'))
    .json<{ items: { label: string; opens: { id: string } }[] }>()
    .items.flatMap(({ label, opens }) => (opens.id === id ? [label] : []))
}

describe('a proposal rests on the agreement of the person', () => {
  it('it waits while none of them ends, whatever else is done', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await tell.act(from, id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    await tell.act(from, id, 'consent.record', { scopes: ['A', 'B'], ...tell.how })
    await tell.act(from, id, 'consent.withdraw', { scopes: ['D'], ...tell.how })
    expect(await standsAs(one)).toEqual(waits)
    expect((await accept(to, one)).statusCode).toBe(200)
  })

  it('once one of them is withdrawn nobody accepts it, and both sides are told; anew it may be proposed', async () => {
    const id = await tell.consenting()
    const [one, other] = [await proposed(id), await proposed(await tell.consenting())]
    await tell.act(from, id, 'consent.withdraw', { scopes: ['F'], ...tell.how })
    expect([await standsAs(one), await standsAs(other)]).toEqual([over, waits])
    expect((await accept(to, one)).statusCode).toBe(412)
    expect((await accept(to, one, { version: '"2"' })).statusCode).toBe(409)
    expect((await site.get(to, `/api/handings/${one}`)).json()).toMatchObject({
      ...{ state: 'withdrawn', reason: 'Un accord de la personne a pris fin', case: null },
      may: { answer: false, withdraw: false }
    })
    expect(await heard(from, one)).toEqual(['Passage d’un dossier\u00a0: retiré'])
    expect(await heard(to, one)).toContain('Passage d’un dossier\u00a0: retiré')
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('where the cell records it as well, which is no side of it', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await tell.act('cellule.69', id, 'consent.withdraw', { scopes: ['E'], ...tell.how })
    expect(await standsAs(one)).toEqual(over)
    expect(await heard('cellule.69', one)).toEqual([])
  })

  it('where it was proposed of a child, who is known to be an adult since and agrees anew', async () => {
    const id = await tell.consenting(undefined, { ageGroup: 'minor', ageBand: '15-17' })
    const one = await proposed(id)
    const on = '2026-11-24'
    const told = { parentsInformed: 'contrary', facts: 'CANARI-RECIT' }
    await tell.act(from, id, 'minor.report_prosecutor', { foundIn: '69', ground: 'grave', ...told })
    await tell.act('parquet.lyon', id, 'opp.issue', { on, distanced: false })
    await tell.act('parquet.lyon', id, 'judge.seize', { on, court: '69.lyon' })
    expect(await standsAs(one)).toEqual(waits)
    const adult = { on, decision: 'adult', evidence: ['civil_status'], noBonesAlone: true }
    await tell.act('parquet.lyon', id, 'age.decide', adult)
    expect(await standsAs(one)).toEqual(over)
    expect((await accept(to, one, { version: '"2"' })).statusCode).toBe(409)
  })

  it('where the year of a consent is over', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await rows(`update case_handing set expires_at = '2028-01-01' where id = $1`, [one])
    await at('2027-11-26')
    expect(await standsAs(one)).toEqual(over)
  })
})

describe('a proposal that nobody answers', () => {
  it('is said to be over to whoever proposed it, once; another still waits', async () => {
    const [one, other] = [await proposed(await tell.consenting()), await proposed(await tell.consenting())]
    await rows(
      `update case_handing set proposed_at = now() - interval '14 days', expires_at = now() - interval '1 minute' where id = $1`,
      [one]
    )
    await lapseHandings(site.db.worker)
    await lapseHandings(site.db.worker)
    expect([await standsAs(one), await standsAs(other)]).toEqual([{ state: 'expired', reason: null }, waits])
    const ended = 'Passage d’un dossier\u00a0: resté sans réponse dans le délai'
    expect(await heard(from, one)).toEqual([ended])
    expect(await heard(to, one)).not.toContain(ended)
    expect(await heard(from, other)).toEqual([])
  })

  it.each([
    ['waits on its eve', '1 millisecond', 'proposed'],
    ['is over on its instant', '0', 'expired'],
    ['is over on its morrow', '-1 millisecond', 'expired']
  ])('%s', async (_how, left, state) => {
    const one = await proposed(await tell.consenting())
    // Within one transaction the clock of PostgreSQL stands still.
    const client = await site.db.owner.connect()
    await client.query('begin')
    await client.query(
      `update case_handing set proposed_at = wall_clock() - interval '14 days', expires_at = wall_clock() + $2::interval where id = $1`,
      [one, left]
    )
    await lapseHandings(client)
    const { rows: found } = await client.query('select state from case_handing where id = $1', [one])
    await client.query('rollback')
    client.release()
    expect(found).toEqual([{ state }])
  })

  it('keeps nobody from proposing it anew, though the clock has not come by yet', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    const waiting = async () => (await site.get(from, formAt(id))).json().waiting
    expect(await waiting()).toBe(one)
    await rows(
      `update case_handing set proposed_at = $2::timestamptz - interval '14 days', expires_at = $2::timestamptz - interval '1 minute' where id = $1`,
      [one, noon]
    )
    expect(await waiting()).toBeNull()
  })
})

describe('what is kept of proposals', () => {
  const kept = async (...ids: string[]) =>
    (await rows('select id from case_handing where id = any($1::uuid[])', [ids])).length
  const asked = async (...ids: string[]) =>
    (await rows('select 1 from idempotency where aggregate_id = any($1::uuid[])', [ids])).length

  it('goes with the file, what was asked of them as well, and of no other file', async () => {
    const id = await tell.consenting()
    const [one, other] = [await proposed(id), await proposed(await tell.consenting())]
    await tell.closed(id)
    site.at(new Date(noon.getTime() + 3 * 366 * 86_400_000))
    await fireDue(site.gate)
    expect([await kept(one), await asked(one)]).toEqual([1, 1])
    site.at(new Date(noon.getTime() + 13 * 366 * 86_400_000))
    await fireDue(site.gate)
    site.at(noon)
    expect([await kept(one), await asked(one), await kept(other)]).toEqual([0, 0, 1])
    expect((await site.get(from, `/api/handings/${one}`)).statusCode).toBe(404)
  })
})
