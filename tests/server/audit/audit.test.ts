import { globSync, readFileSync } from 'node:fs'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { describe, expect, it } from 'vitest'
import { audit } from '../../../server/acts/audit.ts'
import { verifyChains } from '../../../server/audit/chain.ts'
import { actionWords } from '../../../server/audit/words.ts'
import { showCode } from '../../../server/cases/code.ts'
import { inContext } from '../../../server/db/context.ts'
import { placeActs } from '../../../server/places/acts.ts'
import { commandTypes } from '../../../workflows/case/commands.ts'
import { referralCommandTypes } from '../../../workflows/referral/machine.ts'
import { refusal } from '../../support/refusals.ts'
import { withJournal, site, id, rowsOf, count } from '../../support/running/audit.ts'

withJournal()

describe('the audit', () => {
  it('has as many allowed acts as there are acts, case by case', async () => {
    const uneven = await rowsOf(
      `select e.case_id from (select case_id, count(*) from case_event group by 1) e
       left join (select chain, count(*) from audit_event where outcome = 'allowed' and action = any($1) group by 1) a on a.chain = 'case:' || e.case_id
       where a.count is distinct from e.count`,
      [commandTypes]
    )
    expect(uneven).toEqual([])
    const steps = await count(`select count(*) from referral_event where command = any($1)`, [
      referralCommandTypes
    ])
    expect(
      await count(`select count(*) from audit_event where outcome = 'allowed' and action like 'referral.%'`)
    ).toBe(steps)
  })

  it('holds names of fields, never a value', async () => {
    const details = await rowsOf<{ detail: string }>(`select distinct detail from audit_event`)
    for (const { detail } of details) expect(detail).toMatch(/^[\w.,]*$/)
  })

  it('has a row for each reading of a sealed class and of an address, and for each one who read', async () => {
    const [stay] = await rowsOf<{ id: string }>('select id from stay where case_id = $1', [id])
    const before = await count(`select count(*) from audit_event where action = 'read'`)
    expect((await site.get('asso.rhone', `/api/cases/${id}/compartments/B`)).statusCode).toBe(200)
    expect((await site.get('asso.rhone', `/api/cases/${id}/compartments/B`)).statusCode).toBe(200)
    expect((await site.get('foyer.azur', `/api/stays/${stay!.id}/address`)).statusCode).toBe(200)
    const reads = await rowsOf(
      `select person_id, object, detail from audit_event where action = 'read' and outcome = 'allowed' order by seq`
    )
    expect(reads).toEqual([
      { person_id: site.as('asso.rhone').personId, object: `case:${id}`, detail: 'B' },
      { person_id: site.as('asso.rhone').personId, object: `case:${id}`, detail: 'B' },
      { person_id: site.as('foyer.azur').personId, object: `stay:${stay!.id}`, detail: 'A' }
    ])
    expect(before).toBe(0)
  })

  it('keeps a denial that ended its own transaction', async () => {
    const before = await count(`select count(*) from audit_event where outcome = 'denied'`)
    expect(await refusal(site.tell.act('asso.paris', id, 'closing.ask', { because: 'by_person' }))).toBe(
      'NotFound'
    )
    const [last] = await rowsOf(
      `select person_id, action, object, outcome from audit_event where outcome = 'denied' order by seq desc limit 1`
    )
    expect(last).toEqual({
      person_id: site.as('asso.paris').personId,
      action: 'closing.ask',
      object: `case:${id}`,
      outcome: 'denied'
    })
    expect(await count(`select count(*) from audit_event where outcome = 'denied'`)).toBe(before + 1)
    expect((await verifyChains(site.db.owner)).faults).toEqual([])
  })

  it('is read by the data protection officer alone, and shows acts and not content', async () => {
    for (const login of ['asso.rhone', 'cellule.69', 'admin', 'miprof', 'acse', 'prefecture.69'])
      expect([login, (await site.get(login, '/api/audit')).statusCode]).toEqual([login, 404])
    const answer = await site.get('dpo', `/api/audit?case=${id}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json().items.length).toBeGreaterThan(5)
    expect(answer.body).not.toContain('CANARI')
    const seen = async (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) => (await tx.execute('select from audit_event limit 1' as never)).rowCount
      )
    for (const login of ['asso.rhone', 'cellule.69', 'admin', 'miprof'])
      expect([login, await seen(login)]).toEqual([login, 0])
    expect(await seen('dpo')).toBe(1)
  })

  it('tells its officer the public code of a case, and refuses it to everybody else', async () => {
    const code = async (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) =>
          (await tx.execute<{ code: string | null }>(`select audited_code('case:${id}') as code` as never))
            .rows[0]!.code
      )
    for (const login of ['acse', 'miprof', 'admin', 'asso.paris'])
      expect([login, await code(login)]).toEqual([login, null])
    const { items } = (await site.get('dpo', `/api/audit?case=${id}`)).json<{
      items: { caseCode: string | null }[]
    }>()
    expect(new Set(items.map(({ caseCode }) => caseCode)).size).toBe(1)
    expect(items[0]!.caseCode).toBe(showCode((await code('dpo'))!))
  })

  it('offers each act once by its words, and finds by them all that reads so', async () => {
    const { actions } = (await site.get('dpo', '/api/audit')).json<{
      actions: { id: string; label: string }[]
    }>()
    const labels = actions.map(({ label }) => label)
    expect(labels).toEqual([...new Set(labels)].toSorted((a, b) => a.localeCompare(b, 'fr')))
    const words = [...actionWords].map(([, { fr }]) => fr)
    const [first, ...others] = [...actionWords].filter(
      ([, { fr }]) => words.indexOf(fr) !== words.lastIndexOf(fr)
    )
    const other = others.find(([, { fr }]) => fr === first![1].fr)
    await inContext(site.db.app, site.as('dpo'), (tx) =>
      audit(tx, site.as('dpo'), new Date(), { chain: 'system', action: other![0], object: 'un essai' })
    )
    const found = (await site.get('dpo', `/api/audit?action=${first![0]}`)).json<{
      items: { object: string }[]
    }>()
    expect(found.items.map(({ object }) => object)).toContain('un essai')
  })

  it('is looked through by act, by outcome and by day', async () => {
    type Lines = { items: { act: string; outcome: string; at: string }[] }
    const found = async (query: string) => (await site.get('dpo', `/api/audit?${query}`)).json<Lines>().items
    expect((await site.get('dpo', '/api/audit?action=nothing')).statusCode).toBe(400)
    expect(await found('day=2001-01-01')).toEqual([])
    const acts = new Set((await found('action=case.flag')).map(({ act }) => act))
    const outcomes = new Set((await found('outcome=denied')).map(({ outcome }) => outcome))
    expect([[...acts], [...outcomes]]).toEqual([['case.flag'], ['denied']])
    const [last] = await found('')
    const day = civilDate(new Date(last!.at), 'Europe/Paris')
    expect((await found(`day=${day}`)).length).toBeGreaterThan(0)
  })

  it('is looked through by account and by code of a case, which is a line of it without whom or which', async () => {
    type Lines = { items: { act: string; at: string; actor: { name: string }; caseId: string | null }[] }
    const found = async (query: Record<string, string>) => {
      const answer = await site.get('dpo', `/api/audit?${new URLSearchParams(query)}`)
      return answer.json<Lines>().items
    }
    for (const login of ['asso.rhone', 'admin', 'cellule.69'])
      expect([login, (await site.get(login, '/api/audit?person=x&code=y')).statusCode]).toEqual([login, 404])
    const searches = () => count(`select count(*) from audit_event where action = 'audit.search'`)
    const before = await searches()
    const { name, personId } = site.as('asso.rhone')
    for (const person of [name, ` ${name.toUpperCase()} `, personId]) {
      const lines = await found({ person })
      expect(lines.length).toBeGreaterThan(0)
      expect(new Set(lines.map(({ actor }) => actor.name))).toEqual(new Set([name]))
    }
    expect(await found({ person: 'Personne de ce nom' })).toEqual([])
    const [{ code }] = (await rowsOf<{ code: string }>(`select code from "case" where id = '${id}'`)) as [
      { code: string }
    ]
    const of = await found({ code: showCode(code).toLowerCase() })
    expect(of.length).toBeGreaterThan(5)
    for (const { caseId } of of) expect(caseId).toBe(id)
    expect(await found({ code: 'TEH AAAA AAAA' })).toEqual([])
    expect((await found({ code, person: name })).every(({ actor }) => actor.name === name)).toBe(true)
    expect(await searches()).toBe(before + 7)
    const traced = await rowsOf(
      `select distinct object, detail from audit_event where action = 'audit.search' order by 2`
    )
    expect(traced).toEqual([
      { object: 'journal', detail: 'code' },
      { object: 'journal', detail: 'code,person' },
      { object: 'journal', detail: 'person' }
    ])
  })

  it('finds no act of a case by the name of who works in a shelter, and knows the chain of a case for its officer alone', async () => {
    const house = site.as('foyer.azur')
    const acts = `select count(*) from audit_event where person_id = '${house.personId}' and chain like 'case:%'`
    expect(await count(acts)).toBeGreaterThan(0)
    const answer = await site.get('dpo', `/api/audit?person=${encodeURIComponent(house.name)}`)
    expect(
      answer.json<{ items: { caseId: string | null }[] }>().items.filter(({ caseId }) => caseId)
    ).toEqual([])
    // What they do beside cases says where nobody is, and is found.
    await inContext(site.db.app, house, (tx) =>
      audit(tx, house, new Date(), { chain: 'system', action: 'offer.say', object: 'au foyer' })
    )
    const beside = await site.get('dpo', `/api/audit?person=${encodeURIComponent(house.name)}`)
    expect(beside.body).toContain('au foyer')
    for (const login of ['acse', 'admin', 'asso.rhone', 'miprof']) {
      const known = await inContext(site.db.app, site.as(login), (tx) =>
        tx.execute<{ chain: string | null }>(
          `select audited_chain(code) as chain from (select code from "case") c` as never
        )
      )
      expect([login, known.rows.filter(({ chain }) => chain !== null)]).toEqual([login, []])
    }
  })

  it.each([
    ['2026-12-01', '2026-12-01T22:59:00.000Z', '2026-12-01T23:01:00.000Z'],
    ['2027-07-01', '2027-07-01T21:59:00.000Z', '2027-07-01T22:01:00.000Z']
  ])('of %s ends at midnight in Paris, where that of the next day begins', async (day, last, first) => {
    const readAt = async (asked: string) =>
      (await site.get('dpo', `/api/audit?action=read&day=${asked}`))
        .json<{ items: { at: string }[] }>()
        .items.map(({ at }) => at)
    const reader = site.as('asso.rhone')
    for (const moment of [last, first])
      await inContext(site.db.app, reader, (tx) =>
        audit(tx, reader, new Date(moment), { action: 'read', object: `case:${id}` })
      )
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    expect([await readAt(day), await readAt(next)]).toEqual([[last], [first]])
  })

  it('has words for every action that is written', async () => {
    const { rows } = await site.db.owner.query<{ action: string }>('select distinct action from audit_event')
    const sources = globSync('server/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const named = sources.flatMap((text) =>
      [...text.matchAll(/\baction: '([a-z_.]+)'/g)].map(([, one]) => one!)
    )
    expect(named.length).toBeGreaterThan(10)
    const computed = (Object.keys(placeActs) as string[]).map((act) => `place.${act}`)
    for (const action of [...rows.map(({ action }) => action), ...named, ...computed])
      expect([action, actionWords.get(action)?.fr !== undefined]).toEqual([action, true])
  })

  it('is read page by page without losing a line, even of the same instant', async () => {
    for (let turn = 0; turn < 40; turn++)
      await site.tell.act('asso.rhone', id, 'facts.complete', { children: turn % 2 })
    const total = await count('select count(*) from audit_event')
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const answer = await site.get('dpo', `/api/audit${cursor ? `?cursor=${cursor}` : ''}`)
      const { items, next } = answer.json()
      seen.push(...items.map(({ at, act, object }: Record<string, string>) => `${at} ${act} ${object}`))
      cursor = next
    } while (cursor)
    expect(seen.length).toBe(total)
    expect(seen.length).toBeGreaterThan(50)
  })

  it('of a chain is written by one at a time', async () => {
    const cases = await Promise.all([site.tell.flagged(), site.tell.flagged()])
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        refusal(
          site.tell.act(index % 2 ? 'asso.rhone' : 'asso.paris', cases[index % 2]!, 'facts.complete', {
            children: index
          })
        )
      )
    )
    expect((await verifyChains(site.db.owner)).faults).toEqual([])
  })
})
