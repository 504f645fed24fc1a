import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, peopled } from '../../support/world.ts'
import { aLine, informed, spreadsheet } from './spreadsheet.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const { owner } = site.db
const lead = 'asso.rhone'
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const login of [lead, 'asso.rhone.ouest', 'asso.paris', 'police.69', 'cellule.69'])
    cookies[login] = await signIn(site.app, login)
})

type Sent = { body?: object; key?: string }
const ask = async (
  login: string,
  method: 'GET' | 'POST',
  path: string,
  { body, key = randomUUID() }: Sent = {}
) => {
  const answer = await site.app.inject({
    method,
    url: `/api${path}`,
    headers: { ...fromPage(cookies[login]!), ...(method === 'POST' ? { 'idempotency-key': key } : {}) },
    ...(body ? { payload: body } : {})
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
const nobody = { teamId: null, personId: null }
const preview = (csv: string, login = lead, to: object = nobody) =>
  ask(login, 'POST', '/files/preview', { body: { csv, ...to } })
const take = (csv: string, more: object = {}, login = lead, key = randomUUID()) =>
  ask(login, 'POST', '/files', { body: { csv, ...nobody, take: [], leave: [], ...more }, key })
const told = ({ body }: { body: { problems: { line: number; column: string }[] } }) =>
  body.problems.map(({ line, column }) => `${line} ${column}`)
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const count = async () => Number((await rows('select count(*) as n from "case"'))[0].n)

describe('who may not bring files', () => {
  it.each(['police.69', 'cellule.69'])('finds nothing there: %s', async (login) => {
    expect((await ask(login, 'GET', '/files')).status).toBe(404)
    expect((await preview(spreadsheet([aLine()]), login)).status).toBe(404)
    expect((await take(spreadsheet([aLine()]), {}, login)).status).toBe(404)
  })

  it('is told so where the accesses are kept by a colleague, or the association may not flag', async () => {
    const { orgId, personId } = world.as(lead)
    const given = await ask(lead, 'GET', '/files')
    expect(given.body.may).toEqual({ enabled: true, reason: null })
    await owner.query('update membership set manager = true where org_id = $1 and person_id = $2', [
      orgId,
      personId
    ])
    const flag = `where org_id = $1 and regime = 'flag'`
    const { rows: held } = await owner.query(`delete from habilitation ${flag} returning *`, [orgId])
    expect((await preview(spreadsheet([aLine()]))).status).toBe(403)
    expect((await take(spreadsheet([aLine()]))).status).toBe(403)
    await owner.query('insert into habilitation (org_id, regime, since) values ($1, $2, $3)', [
      orgId,
      'flag',
      held[0].since
    ])
    expect((await preview(spreadsheet([aLine()]))).status).toBe(200)
  })

  it('sends nothing else than what is asked for', async () => {
    expect((await take(spreadsheet([aLine()]), { keep: true })).status).toBe(400)
    expect((await take(spreadsheet([aLine()]), { teamId: randomUUID() })).status).toBe(400)
  })
})

describe('a spreadsheet with something wrong', () => {
  it('names line and column, says what to do, and writes nothing', async () => {
    const before = await count()
    const csv = spreadsheet([
      aLine(),
      aLine({ departement: '999', rencontre_le: '31/02/2026' }),
      aLine({ accord_identite: 'non', nom: 'CANARI' }),
      aLine({ reflexion_recepisse_le: '01/02/2026' }),
      aLine({ accords: 'fiche pour la cellule' })
    ])
    const read = await preview(csv)
    expect(read.body.lines).toEqual([])
    expect(told(read as never)).toEqual([
      '3 departement',
      '3 rencontre_le',
      '4 nom',
      '5 reflexion_recepisse_numero',
      '6 information_langue',
      '6 information_moyen'
    ])
    const refused = await take(csv)
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].field).toBe('3.departement')
    expect(JSON.stringify(refused.body)).not.toContain('CANARI')
    expect(await count()).toBe(before)
  })

  it('knows no other columns than those of the template', async () => {
    const csv = 'departement;rencontre_le;adresse;departement\n69;12/03/2026;12 rue X;69'
    expect(told((await preview(csv)) as never)).toEqual(['1 adresse', '1 departement'])
    expect(told((await preview('nom\nX')) as never)).toEqual(['1 departement', '1 rencontre_le'])
  })

  it('is told what stands in the wrong cell, and reads the spreadsheet with that cell written anew, nothing being kept', async () => {
    const before = await count()
    const csv = spreadsheet([aLine({ departement: '999' })])
    const { body } = await preview(csv)
    expect(body).toMatchObject({ csv, problems: [{ line: 2, column: 'departement', written: '999' }] })
    const again = await preview(csv, lead, {
      ...nobody,
      mended: [{ line: 2, column: 'departement', text: '69' }]
    })
    expect(again.body).toMatchObject({ problems: [], lines: [{ line: 2 }] })
    expect((await preview(again.body.csv)).body.problems).toEqual([])
    expect(
      (await preview(csv, lead, { ...nobody, mended: [{ line: 1, column: 'x', text: 'y' }] })).status
    ).toBe(400)
    expect(await count()).toBe(before)
  })

  it('is refused by the gate where the gate would refuse the act, in the column of the act', async () => {
    const before = await count()
    // Nobody applies for this permit without a complaint; and what lies ahead has not happened.
    const csv = spreadsheet([
      aLine({
        titre_demande_le: '01/05/2026',
        titre_piece: 'récépissé du dépôt de plainte',
        liens_rompus: 'oui',
        domiciliation: 'oui'
      }),
      aLine({ motifs_le: '01/05/2027', motifs_service: 'OCRTEH' })
    ])
    const read = await preview(csv)
    expect(told(read as never)).toEqual(['2 titre_demande_le', '3 motifs_le'])
    expect((await take(csv)).status).toBe(400)
    expect(await count()).toBe(before)
  })
})

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
    const [stands] = await rows('select identification, residence from "case" where id = $1', [second])
    expect(stands).toEqual({ identification: 'presumed', residence: 'reflection_running' })
    const seen = await ask(lead, 'GET', `/cases/${second}/events`)
    expect(JSON.stringify(seen.body)).toContain('document en main')
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
  })

  it('may be alike within one spreadsheet', async () => {
    const read = await preview(
      spreadsheet([
        aLine({ nom: 'Zoé Martin', naissance: '1/2/1990' }),
        aLine({ nom: 'Martin Zoé', naissance: '1/2/1990' })
      ])
    )
    expect(read.body.lines.map(({ asLine }: { asLine: number | null }) => asLine)).toEqual([null, 2])
  })
})
