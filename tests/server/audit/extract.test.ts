import { describe, expect, it } from 'vitest'
import { extractAudit, type Wanted } from '../../../server/audit/extract.ts'
import { audit } from '../../../server/acts/audit.ts'
import { verifyChains } from '../../../server/audit/chain.ts'
import { showCode } from '../../../server/cases/code.ts'
import { inContext } from '../../../server/db/context.ts'
import { id, rowsOf, site, withJournal } from '../../support/running/audit.ts'

withJournal()

const drawn = async (wanted: Wanted) => {
  const { csv, counts } = await extractAudit(site.db.app, wanted)
  const [head = '', ...lines] = csv.slice(1).trimEnd().split('\r\n')
  const names = head.split(';')
  return {
    counts,
    csv,
    lines: lines.map((line) => Object.fromEntries(line.split(';').map((cell, i) => [names[i], cell])))
  }
}
const codeOf = async () =>
  showCode((await rowsOf<{ code: string }>('select code from "case" where id = $1', [id]))[0]!.code)

describe('the journal drawn out, for a breach', () => {
  it('refuses a code with a wrong sign, and draws nothing for a person who is not there', async () => {
    await expect(extractAudit(site.db.app, { case: 'TEH 2222 2223' })).rejects.toThrow('no code of a case')
    expect((await drawn({ person: 'nobody at all' })).counts).toEqual({ lines: 0, cases: 0, persons: 0 })
  })

  it('gives one case whole, and says who read what of it and when', async () => {
    expect((await site.get('asso.rhone', `/api/cases/${id}/compartments/B`)).statusCode).toBe(200)
    const code = await codeOf()
    const all = await drawn({ case: code })
    const [{ count }] = (await rowsOf<{ count: string }>(
      `select count(*) from audit_event where chain = $1`,
      [`case:${id}`]
    )) as [{ count: string }]
    const [{ people }] = (await rowsOf<{ people: number }>(
      `select count(distinct person_id)::int as people from audit_event where chain = $1`,
      [`case:${id}`]
    )) as [{ people: number }]
    expect(Number(count)).toBeGreaterThan(people)
    expect(all.counts).toEqual({ lines: Number(count), cases: 1, persons: people })
    expect(new Set(all.lines.map((line) => line['case']))).toEqual(new Set([code]))
    const person = site.as('asso.rhone').personId
    const read = await drawn({ person, action: 'read' })
    expect(read.lines).toMatchObject([
      { case: code, person, action: 'read', detail: 'B', outcome: 'allowed' }
    ])
    const { at } = read.lines[0]!
    expect((await drawn({ person, action: 'read', since: at! })).lines).toEqual(read.lines)
    expect((await drawn({ person, action: 'read', until: at! })).lines).toEqual([])
  })

  it('comes oldest first, of an account by its identifier too, and in cells that a spreadsheet takes for words', async () => {
    const reader = site.as('asso.rhone')
    const [first, last] = ['2027-01-02T10:00:00.000Z', '2027-01-03T10:00:00.000Z']
    for (const at of [last, first])
      await inContext(site.db.app, reader, (tx) =>
        audit(tx, reader, new Date(at), { action: 'read', object: `case:${id}` })
      )
    const renamed = (name: string) =>
      site.db.owner.query('update person set display_name = $2 where id = $1', [reader.personId, name])
    const [{ subject }] = (await rowsOf<{ subject: string }>('select subject from person where id = $1', [
      reader.personId
    ])) as [{ subject: string }]
    await renamed('-1; "Aubert"')
    const { csv, counts } = await extractAudit(site.db.app, { person: subject, since: '2027-01-01' })
    await renamed(reader.name)
    expect(counts.lines).toBe(2)
    expect(csv.indexOf(first)).toBeGreaterThan(0)
    expect(csv.indexOf(last)).toBeGreaterThan(csv.indexOf(first))
    expect(csv).toContain(`;"'-1; ""Aubert""";`)
  })

  it('names neither a shelter nor who works there beside a case', async () => {
    const { personId, orgName } = site.as('foyer.azur')
    const { csv, lines } = await drawn({ person: personId })
    expect(lines.length).toBeGreaterThan(0)
    expect(csv).not.toContain(orgName)
    expect(new Set(lines.map((line) => line['name']))).toEqual(new Set(['']))
  })

  it('is itself a line of the journal, and breaks no chain', async () => {
    await drawn({ case: await codeOf(), since: '2026-01-01' })
    const [last] = await rowsOf(
      `select action, object, role, detail from audit_event where chain = 'system' order by seq desc limit 1`
    )
    expect(last).toEqual({ action: 'audit.extract', object: 'journal', role: 'dpo', detail: 'case,since' })
    expect((await verifyChains(site.db.owner)).faults).toEqual([])
  })
})
