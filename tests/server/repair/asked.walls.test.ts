import { describe, expect, it } from 'vitest'
import { inContext, runQuery, setCaseScope } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { colleagueAccount } from '../teams/drawn.ts'
import { openAsking } from './asking.ts'
import { saidAs } from './said-as.ts'

const site = await forFile(openSite())
const { tell } = site
await colleagueAccount(site, 'police.69', 'asso.rhone.ouest')
const asking = openAsking(site)
const { act, ask, decline, later, part, seen, viewOf, undo, refOf, rows, rowOf, requestsOf } = asking
const leaving = 'update participation set until = now() where case_id = $1 and org_id = $2'
const leave = (id: string, login: string) => rows(leaving, [id, site.as(login).orgId])

const today = '2026-11-24'
const partial = expect.stringContaining('Votre organisation ne suit pas tout le dossier, et une annulation')
const complaint = { on: today, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
const application = { on: today, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }

/** The police have recorded a complaint in the file of somebody else. */
const complained = async () => {
  const id = await tell.consenting()
  await part(id, 'police.69', 'police')
  await act('police.69', id, 'complaint.file', complaint)
  return id
}

describe('nobody but whoever entered an act asks that it be undone', () => {
  it('not another organisation in the same capacity, nor another of the case', async () => {
    const id = await tell.reflecting()
    await part(id, 'prefecture.75', 'prefecture')
    for (const login of ['prefecture.75', 'cellule.69', 'asso.rhone', 'asso.paris', 'acse'])
      expect([login, (await ask(login, id, 'receipt.handed')).statusCode]).toEqual([login, 404])
    expect(await requestsOf(id)).toEqual([])
    expect((await ask('prefecture.69', id, 'receipt.handed')).statusCode, 'positive control').toBe(200)
  })

  it('but a colleague of whoever entered it does', async () => {
    const id = await complained()
    const version = await site.version('police.69', id)
    expect((await ask('asso.rhone.ouest', id, 'complaint.file', { version })).statusCode).toBe(200)
  })

  it('nor the same organisation in another role, nor once it takes part no more', async () => {
    const id = await complained()
    expect((await ask('membre.69.police', id, 'complaint.file')).statusCode).toBe(404)
    await leave(id, 'police.69')
    expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(404)
    expect(await requestsOf(id)).toEqual([])
  })

  it('nor without the version that was read, for an unknown reason, or of an act that is always for good', async () => {
    const id = await complained()
    expect((await ask('police.69', id, 'complaint.file', { version: '"old"' })).statusCode).toBe(412)
    const unknown = await ask('police.69', id, 'complaint.file', { body: { reason: 'regret' } })
    expect([unknown.statusCode, unknown.json().errors[0].field]).toEqual([400, 'reason'])
    expect((await ask('police.69', id, 'complaint.file', { key: 'once-and-once' })).statusCode).toBe(200)
    expect((await ask('police.69', id, 'complaint.file', { key: 'once-and-once' })).statusCode).toBe(200)
    expect(await requestsOf(id)).toHaveLength(1)
    const housed = await tell.housed(site.places['foyer.azur']![0]!)
    expect((await seen('foyer.azur', housed, 'acse.admission')).may.ask).toBe(false)
    const lasting = await ask('foyer.azur', housed, 'acse.admission')
    expect([lasting.statusCode, lasting.json().detail]).toEqual([409, partial])
  })

  it('nor whoever follows all that may rest on it, who undoes it', async () => {
    const id = await tell.consenting()
    await act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    const theirs = await ask('asso.rhone', id, 'contact.note')
    const detail = 'Votre organisation suit tout ce qui repose sur cet acte : annulez-le vous-même.'
    expect([theirs.statusCode, theirs.json().detail]).toEqual([409, detail])
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
  })
})

describe('whoever asked does not answer, as another house for which they work', () => {
  /** As if who accompanies had asked it themselves, in a role that they have with the police. */
  const askedBy = (id: string, login: string) =>
    rows('update undo_request set asked_by = $2 where case_id = $1', [id, site.as(login).personId])
  const inDatabase = (id: string, text: string, values: unknown[]) =>
    inContext(site.db.app, site.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, id)
      return runQuery(tx, text, values)
    })

  it('neither no nor yes, nor past the page; another person does', async () => {
    const id = await complained()
    expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
    await askedBy(id, 'asso.rhone')
    const read = await seen('asso.rhone', id, 'complaint.file')
    expect(read).toMatchObject({ may: { undo: false, ask: false, decline: false } })
    const words = 'Vous avez demandé cette annulation : une autre personne y répond.'
    expect(read.kept).toBe(words)
    const [no, yes] = [
      await decline('asso.rhone', id, 'complaint.file'),
      await undo('asso.rhone', id, await refOf(id, 'complaint.file'))
    ]
    expect([no.statusCode, no.json().detail, yes.json().detail]).toEqual([409, words, words])
    expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).not.toContain(id)
    const declines = `update undo_request set state = 'declined', settled_by = $2, settled_at = now() where case_id = $1 returning id`
    expect(await inDatabase(id, declines, [id, site.as('asso.rhone').personId])).toEqual([])
    const [{ seq }] = (await rows<{ seq: number }>('select seq from undo_request where case_id = $1', [
      id
    ])) as [{ seq: number }]
    await expect(inDatabase(id, `select strike_act($1, 99, 'wrong_person', now())`, [seq])).rejects.toThrow(
      /no act to strike/
    )
    await askedBy(id, 'police.69')
    expect((await asking.waitingFor('asso.rhone')).map(({ caseId }) => caseId)).toContain(id)
    expect((await decline('asso.rhone', id, 'complaint.file')).statusCode).toBe(200)
  })
})

describe('whoever asks reads one answer, whatever rests on the act that they are not told', () => {
  /** All that the police read and are answered of their act, in a file where this was done meanwhile. */
  const lived = async (hidden: (id: string) => Promise<void>, answer: 'ask' | 'decline') => {
    const id = await complained()
    await hidden(id)
    const read = async () => {
      const { version, act: line, ...view } = (await viewOf('police.69', id, 'complaint.file')).json()
      return { ...view, version: typeof version, said: line.label }
    }
    const before = await read()
    const sent = await ask('police.69', id, 'complaint.file')
    const asked = await read()
    if (answer === 'decline') await decline('asso.rhone', id, 'complaint.file')
    const after = await read()
    const { id: _made, ...said } = sent.json()
    const on = (view: Awaited<ReturnType<typeof read>>) => ({ ...view, request: view.request?.label ?? null })
    return [on(before), [sent.statusCode, said], on(asked), on(after)]
  }
  const nothing = () => Promise.resolve()
  const hidden: Record<string, (id: string) => Promise<void>> = {
    'an application for asylum': (id) =>
      act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true }),
    'an act that rests on theirs': (id) => act('asso.rhone', id, 'permit.apply', application),
    'a note of what she needs': (id) =>
      act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
  }
  it.each(Object.entries(hidden))('%s', async (_what, lives) => {
    expect(await lived(lives, 'ask')).toEqual(await lived(nothing, 'ask'))
    expect(await lived(lives, 'decline')).toEqual(await lived(nothing, 'decline'))
  })
})

it('who concludes is told what rests on it, and does not undo it before', async () => {
  const id = await complained()
  await act('asso.rhone', id, 'permit.apply', application)
  await ask('police.69', id, 'complaint.file')
  const view = (await viewOf('asso.rhone', id, 'complaint.file')).json()
  expect(view.resting.map(({ command }: { command: string }) => command)).toEqual(['permit.apply'])
  expect(view).toMatchObject({
    kept: expect.stringContaining('reposent'),
    may: { undo: false, decline: true }
  })
  expect((await undo('asso.rhone', id, await refOf(id, 'complaint.file'))).statusCode).toBe(409)
  expect((await ask('asso.rhone', id, 'complaint.file')).statusCode, 'it is not theirs to ask').toBe(404)
  expect(await requestsOf(id)).toMatchObject([{ state: 'asked' }])
  expect((await undo('asso.rhone', id, await refOf(id, 'permit.apply'))).statusCode).toBe(200)
  expect((await undo('asso.rhone', id, await refOf(id, 'complaint.file'))).statusCode).toBe(200)
})

describe('whoever accompanies reads one answer as well, whatever justice alone is told', () => {
  it('of the protection of a witness, which stays as it was asked', async () => {
    const lived = async (secret: boolean) => {
      const id = await complained()
      await ask('police.69', id, 'complaint.file')
      if (secret) await act('police.69', id, 'protection.request')
      later()
      const {
        act: line,
        version: _tag,
        request: _on,
        ...view
      } = (await viewOf('asso.rhone', id, 'complaint.file')).json()
      const done = await undo('asso.rhone', id, await refOf(id, 'complaint.file'))
      const { facts } = (await rowOf(id)) as { facts: { protection?: boolean } }
      return { told: { ...view, said: line.label }, status: done.statusCode, protection: facts.protection }
    }
    const [without, within] = [await lived(false), await lived(true)]
    expect(within.told).toEqual(without.told)
    expect([without.status, within.status]).toEqual([200, 200])
    expect([without.protection, within.protection]).toEqual([false, true])
  })

  it('and the act itself is asked of nobody', async () => {
    const id = await complained()
    await act('police.69', id, 'protection.request')
    expect((await seen('police.69', id, 'protection.request')).may.ask).toBe(false)
    expect((await ask('police.69', id, 'protection.request')).json().detail).toEqual(partial)
  })
})

describe('nobody concludes but whoever accompanies', () => {
  it('not the cell, nor another association, nor whoever accompanied before', async () => {
    const id = await complained()
    await ask('police.69', id, 'complaint.file')
    const ref = await refOf(id, 'complaint.file')
    await leave(id, 'asso.rhone')
    for (const login of ['cellule.69', 'asso.paris', 'asso.rhone']) {
      expect([login, (await undo(login, id, ref)).statusCode]).toEqual([login, 404])
      expect([login, (await decline(login, id, 'complaint.file')).statusCode]).toEqual([login, 404])
      expect([login, (await viewOf(login, id, 'complaint.file')).statusCode]).toEqual([login, 404])
    }
    expect((await site.get('cellule.69', '/api/undo-requests')).statusCode).toBe(404)
    expect(await asking.waitingFor('asso.paris')).toEqual([])
    await part(id, 'asso.paris', 'referent')
    expect(await asking.waitingFor('asso.paris'), 'whoever accompanies next').toHaveLength(1)
    expect((await undo('asso.paris', id, ref)).statusCode).toBe(200)
  })

  it('and in PostgreSQL no request is written, answered or read by others', async () => {
    const id = await complained()
    const said = (login: string, text: string, values: unknown[] = []) =>
      saidAs(site, login, id, { text, values })
    const seq = (
      await rows<{ seq: number }>('select max(seq) as seq from case_event where case_id = $1', [id])
    )[0]!.seq
    const add = `insert into undo_request (id, case_id, seq, reason, state, asked_by, asked_at)
      values (gen_random_uuid(), ctx_case(), $1, 'wrong_person', 'asked', ctx_person(), now())`
    for (const login of ['asso.rhone', 'cellule.69', 'asso.paris'])
      expect(await said(login, add, [seq])).toContain('row-level security')
    const strike = 'select strike_act($1, $2, $3, now())'
    expect(await said('asso.rhone', strike, [seq, 999, 'wrong_person'])).toContain('no act to strike')
    expect(await said('police.69', add, [seq])).toBeNull()
    expect(await said('police.69', add, [seq])).toContain('undo_request_open')
    expect(await said('cellule.69', strike, [seq, 999, 'wrong_person'])).toContain('no act to strike')
    expect(await said('asso.rhone', strike, [seq, 999, 'wrong_person'])).toContain('no act took it back')
    const declining = `update undo_request set state = 'declined', settled_by = ctx_person(), settled_at = now() where case_id = ctx_case()`
    for (const login of ['cellule.69', 'asso.paris']) expect(await said(login, declining)).toBeNull()
    expect(await said('police.69', declining)).toContain('row-level security')
    expect(await requestsOf(id)).toMatchObject([{ state: 'asked' }])
    expect(await said('asso.rhone', declining.replace(`'declined'`, `'undone'`))).toContain(
      'row-level security'
    )
    expect(await said('asso.rhone', declining)).toBeNull()
    expect(await requestsOf(id)).toMatchObject([{ state: 'declined' }])
    // Answered no, it asks nothing any more.
    expect(await said('asso.rhone', strike, [seq, 999, 'wrong_person'])).toContain('no act to strike')
    expect(await said('asso.rhone', 'delete from undo_request')).toContain('permission denied')
    expect(await said('asso.rhone', 'select erase_traces()')).toContain('only the clock erases')
  })
})
