import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { countCase } from '../../../server/figures/store/count.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { noon } from '../../support/world.ts'
import { aLine, informed, spreadsheet } from './spreadsheet.ts'
import { openTakeover } from './brought.ts'

const { site, world, lead, cookies, ask, preview, take, rows, count } = await openTakeover()

const known = aLine({
  ...informed,
  reference: 'D-1',
  nom: 'Aïcha Benali',
  naissance: '02/07/1998',
  motifs_le: '02/04/2026',
  motifs_service: 'OCRTEH',
  reflexion_recepisse_le: '06/04/2026',
  reflexion_recepisse_numero: 'R-77'
})
const running = aLine({
  ...informed,
  reference: 'D-2',
  motifs_le: '10/11/2026',
  motifs_service: 'Brigade de protection des familles',
  reflexion_recepisse_le: '14/11/2026',
  reflexion_recepisse_numero: 'R-78'
})

describe('files that are brought', () => {
  const csv = spreadsheet([known, running])
  let [first, second] = ['', '']

  it('are shown before as they would stand, the clocks from their true days, and nothing is written', async () => {
    const before = await count()
    const outbox = Number((await rows('select count(*) as n from audit_event'))[0].n)
    const { body } = await preview(csv)
    expect(body.problems).toEqual([])
    expect(body.lines.map(({ reference }: { reference: string }) => reference)).toEqual(['D-1', 'D-2'])
    const reflection = body.lines.map(
      ({ clocks }: { clocks: { label: string; startsOn: string; over: boolean }[] }) =>
        clocks
          .filter(({ startsOn }) => ['2026-04-06', '2026-11-14'].includes(startsOn))
          .map(({ over }) => over)
    )
    expect(reflection).toEqual([[true], [false]])
    expect(await count()).toBe(before)
    expect(Number((await rows('select count(*) as n from audit_event'))[0].n)).toBe(outbox)
  })

  it('are made once for one key, and what was sent is kept nowhere', async () => {
    const before = await count()
    const key = randomUUID()
    const done = await take(csv, {}, lead, key)
    expect(done.status).toBe(201)
    expect(done.body.taken).toMatchObject([
      { line: 2, reference: 'D-1' },
      { line: 3, reference: 'D-2' }
    ])
    ;[first, second] = done.body.taken.map(({ caseId }: { caseId: string }) => caseId)
    const codes = await Promise.all(
      [first, second].map(async (id) => (await ask(lead, 'GET', `/cases/${id}`)).body.code)
    )
    expect(done.body.taken.map(({ code }: { code: string }) => code)).toEqual(codes)
    expect((await take(csv, {}, lead, key)).body).toEqual({ taken: null })
    expect((await take(csv, { leave: [2] }, lead, key)).status).toBe(422)
    expect(await count()).toBe(before + 2)
    for (const table of ['case_event', 'audit_event', 'idempotency', '"case"']) {
      const all = await rows(`select t::text as said from ${table} t`)
      expect(all.length).toBeGreaterThan(0)
      for (const { said } of all) expect(said).not.toMatch(/D-1|Benali|Aïcha/)
    }
  })

  it('have the grounds and the receipts that the association holds, said to be taken over', async () => {
    const events = await rows(
      `select command, role, unusual from case_event where case_id = $1 order by seq`,
      [second]
    )
    expect(events.map(({ command }) => command)).toEqual([
      'case.flag',
      'person.inform',
      'grounds.record',
      'receipt.handed'
    ])
    expect(events.every(({ role }) => role === 'asso')).toBe(true)
    expect(events.map(({ unusual }) => unusual.includes('form.taken_over'))).toEqual([
      false,
      false,
      true,
      true
    ])
    expect(events[0].unusual).toEqual(['form.from_file'])
    const [stands] = await rows('select identification, residence from "case" where id = $1', [second])
    expect(stands).toEqual({ identification: 'presumed', residence: 'reflection_running' })
    const seen = await ask(lead, 'GET', `/cases/${second}/events`)
    expect(JSON.stringify(seen.body)).toContain('document en main')
  })

  it('are no flags of the day in the nation’s figures: they are followed, for lengths that nobody knows', async () => {
    for (const caseId of [first, second]) await countCase(site.db.stats, site.db.keys, { caseId })
    const brought = await rows(
      `select entry, opinion_span, closed_span, receipt_span, reflection from stat.person where known_until = 'infinity' order by rkey`
    )
    const none = { opinion_span: 'none', closed_span: 'none', receipt_span: 'none' }
    expect(brought).toMatchObject([
      { entry: 'followed', ...none },
      { entry: 'followed', ...none }
    ])
    expect((await rows('select from stat.cell')).length).toBe(0)
    // Positive control: nothing but that word makes the difference.
    await rows(`alter table case_event disable trigger user`)
    await rows(`update case_event set unusual = '{}' where case_id = $1`, [second])
    await countCase(site.db.stats, site.db.keys, { caseId: second })
    const [flagged] = await rows(
      `select opinion_span from stat.person where entry = 'flagged' and known_until = 'infinity'`
    )
    expect(flagged).toEqual({ opinion_span: '0-2' })
    expect((await rows('select from stat.cell')).length).toBeGreaterThan(0)
    await rows(
      `update case_event set unusual = '{form.from_file}' where case_id = $1 and command = 'case.flag'`,
      [second]
    )
    await rows(`alter table case_event enable trigger user`)
  })

  it('have clocks from the true day: what has ended is ended, and no right runs that is over', async () => {
    const clocks = async (id: string) =>
      rows(`select starts_on::text as day, state from deadline where case_id = $1 and code = 'D-REFLEX'`, [
        id
      ])
    await fireDue({ ...world.gate, now: () => noon })
    expect(await clocks(first)).toEqual([{ day: '2026-04-06', state: 'fired' }])
    expect(await clocks(second)).toEqual([{ day: '2026-11-14', state: 'running' }])
    const [stands] = await rows('select residence from "case" where id = $1', [first])
    expect(stands.residence).toBe('reflection_ended')
    // The cell is waited for no more, where a service has established the grounds.
    const waits = await rows(
      `select code from deadline where case_id = any($1) and state = 'running' and code in ('MNIO-TRIAGE', 'MNIO-RG')`,
      [[first, second]]
    )
    expect(waits).toEqual([])
  })

  it('let nobody write by hand what belongs to the prefecture', async () => {
    const tag = (await site.app.inject({ url: `/api/cases/${second}`, headers: fromPage(cookies[lead]!) }))
      .headers.etag
    const answer = await site.app.inject({
      method: 'POST',
      url: `/api/cases/${second}/commands/receipt.handed`,
      headers: { ...fromPage(cookies[lead]!), 'idempotency-key': randomUUID(), 'if-match': String(tag) },
      payload: { handedOn: '2026-11-14', number: 'X' }
    })
    expect(answer.statusCode).toBe(403)
  })

  it('seal the name: it is read in its class alone', async () => {
    const sealed = await rows(`select data_class from compartment where case_id = $1`, [first])
    expect(sealed.map(({ data_class }) => data_class)).toContain('B')
    const [flagged] = await rows(
      `select input::text as said from case_event where case_id = $1 and seq = 1`,
      [first]
    )
    expect(flagged.said).not.toContain('1998')
  })

  it('that may be of somebody who is here are told to whoever reads that file, and decided one by one', async () => {
    const again = spreadsheet([
      aLine({ nom: 'Benali Aisha', naissance: '1998-07-02' }),
      aLine({ nom: 'Autre Personne' })
    ])
    const read = await preview(again)
    expect(
      read.body.lines.map(({ alike }: { alike: { caseId: string }[] }) => alike.map(({ caseId }) => caseId))
    ).toEqual([[first], []])
    const likenessRead = async () =>
      (
        await rows(`select count(*)::int as n from audit_event where object = $1 and detail = 'likeness'`, [
          `case:${first}`
        ])
      )[0].n
    expect(await likenessRead()).toBe(1)
    const before = await count()
    // What is refused for being alike says as much: it is a reading, and leaves the trace of one.
    expect((await take(again)).body.errors[0].field).toBe('2.nom')
    expect(await likenessRead()).toBe(2)
    expect((await take(again, { take: [2], leave: [2] })).status).toBe(400)
    expect(await count()).toBe(before)
    expect((await take(again, { leave: [2] })).body.taken).toHaveLength(1)
    expect(await count()).toBe(before + 1)
    expect(await likenessRead()).toBe(4)
    // Another association follows nobody of that name: nothing is said, and nothing is counted.
    const other = await preview(again, 'asso.paris')
    expect(other.body.lines.map(({ alike }: { alike: object[] }) => alike)).toEqual([[], []])
    // A file that was merged stands for nobody any more: the one that it went into does.
    const merged = (state: string) =>
      rows(`update "case" set identification = $2 where id = $1`, [first, state])
    const [stood] = await rows('select identification as is from "case" where id = $1', [first])
    await merged('duplicate_merged')
    const found = (await preview(again)).body.lines.flatMap(({ alike }: { alike: { caseId: string }[] }) =>
      alike.map(({ caseId }) => caseId)
    )
    expect(found).not.toContain(first)
    await merged(stood.is)
  })

  it('may be alike within one spreadsheet, and the second is taken by nobody who does not say so', async () => {
    const twice = spreadsheet([
      aLine({ nom: 'Zoé Martin', naissance: '1/2/1990' }),
      aLine({ nom: 'Martin Zoé', naissance: '1/2/1990' })
    ])
    const read = await preview(twice)
    expect(read.body.lines.map(({ asLine }: { asLine: number | null }) => asLine)).toEqual([null, 2])
    const before = await count()
    const refused = await take(twice)
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, '3.nom'])
    expect(await count()).toBe(before)
    expect((await take(twice, { leave: [3] })).body.taken).toHaveLength(1)
  })
})
