import { beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { chanceFrom } from '../../../verify/chance.ts'
import { inContext } from '../../../server/db/context.ts'
import { badgesOf, summaryOf } from '../../../server/disclosure/badges.ts'
import { discloseLine } from '../../../server/disclosure/line.ts'
import { glanced, listCases } from '../../../server/reading/list.ts'
import { digestOf, lineTables, type ShownLine } from '../../../server/outbox/worklist.line.ts'
import { linesAnew, renewLines } from '../../../server/outbox/worklist.renewal.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { live } from '../../twins/lives/lives.ts'
import { aFlag } from '../../support/world.ts'
import { openHouse, type House } from '../../twins/house/house.ts'

const house = await forFile(openHouse((given) => testApp({ ...given, web: false })))

const kept = `select org_id as "orgId", capacity, waits_for as waits, urgency, due_at as due, late_at as late, due_in_month as month,
    clock_at as clock, line, marks, runs, line_tables as tables, case_code as code, opened_at as "openedAt"
  from participation where case_id = $1 and until is null order by 1, 2`

type Kept = { orgId: string; capacity: Capacity; line: string; late: Date | number | null }

/** What would be shown if nothing were kept: made from what the organisation may read of the case, behind its own walls. */
const computed = async (caseId: string, orgId: string) => {
  const context = { orgId, personId: null, role: 'asso' } as const
  const lines = await inContext(house.db.app, context, (tx) => linesAnew(tx, { caseIds: [caseId], orgId }))
  return lines.map(({ caseId: _case, version: _version, ...line }) => line)
}

type Compared = { kept: object; computed: object; capacity: Capacity; facts: Facts }

const wordsOf = (facts: Parameters<typeof badgesOf>[0]) => ({
  summary: summaryOf(facts, 'fr'),
  badges: badgesOf(facts, 'fr').filter(({ key }) => glanced.includes(key))
})

const compared = async (): Promise<Compared[]> => {
  const { rows: cases } = await house.db.owner.query<{ id: string; facts: Facts }>(
    'select id, facts from "case"'
  )
  const all: Compared[] = []
  for (const { id, facts } of cases) {
    const { rows } = await house.db.owner.query<Kept>(kept, [id])
    for (const [orgId, lines] of Map.groupBy(rows, (row) => row.orgId)) {
      const made = await computed(id, orgId)
      for (const line of lines) {
        const { capacity } = line
        const computed = made.find((one) => one.capacity === capacity)!
        // The driver reads what never ends as a number, and the house writes it as a word.
        const late = line.late === Infinity ? 'infinity' : line.late
        all.push({ facts, capacity, kept: { ...line, late }, computed })
      }
    }
  }
  return all
}

/** Acts to which a life is led, so that every kind of reader comes to take part in one. */
const led: readonly CommandType[] = [
  'acse.admission',
  'dna.admission',
  'measure.order',
  'conviction.final',
  'health.refer',
  'prosecutor.report'
]

describe('a line that is kept', () => {
  const seen: Compared[] = []
  beforeAll(async () => {
    // As it keeps what a life has led to, after each of its steps.
    const keep: House['keep'] = async (step) => {
      await house.keep(step)
      seen.push(...(await compared()))
    }
    const told = new Map<string, number>()
    for (const [index, target] of [...led, null].entries())
      await live({ ...house, keep }, { below: chanceFrom(index), told }, target)
  }, 300_000)

  test('is what would be computed, after each step of random lives, for everybody who takes part', () => {
    expect(seen.map((one) => one.kept)).toEqual(seen.map((one) => one.computed))
    expect(seen.length).toBeGreaterThan(150)
    expect(new Set(seen.map(({ capacity }) => capacity)).size).toBeGreaterThan(8)
  })

  test('has the words that all which its reader is told of the case would give', () => {
    const words = seen.map(({ kept }) => wordsOf((JSON.parse((kept as Kept).line) as ShownLine).facts))
    expect(words).toEqual(seen.map((part) => wordsOf(discloseLine(part).facts)))
    expect(new Set(words.map(({ summary }) => summary)).size).toBeGreaterThan(2)
  })

  test('holds no day: what is due stands beside it, and of a day that is sealed its month', () => {
    const days = seen.filter((one) => /\d{4}-\d\d/.test((one.kept as Kept).line))
    expect(days).toEqual([])
  })
})

describe('a row of the matrix that changes while cases run', () => {
  const row = capacities.referent as { classes: readonly string[] }
  const before = row.classes
  const become = (classes: readonly string[]) => {
    row.classes = classes
    const says = (path: string, text: string) =>
      path === 'workflows/vocabulary/capacities.ts'
        ? text.replace(/(referent: \{[^}]*?)classes: .*/, `$1classes: ${JSON.stringify(classes)}`)
        : text
    lineTables.digest = classes === before ? digestOf() : digestOf(says)
  }
  const first = async () => {
    const actor = house.as('asso.rhone')
    const list = await inContext(house.db.app, actor, (tx, now) =>
      listCases(tx, { view: 'all', limit: 1 }, { actor, locale: 'fr', now })
    )
    return list.items[0]!
  }
  const writtenBy = async () =>
    (await house.db.owner.query(`select distinct line_tables from participation where until is null`)).rows

  test('is told at once where a line is read, and written by a start, to the last line and once', async () => {
    await house.post('asso.rhone', '/api/cases', aFlag())
    const shown = await first()
    expect(shown).toMatchObject({ summary: expect.stringMatching(/2 indices/) })
    const kept = await compared()
    try {
      become(before.filter((one) => one !== 'D'))
      const told = await first()
      expect(told.summary).not.toMatch(/indice/)
      expect(await writtenBy()).not.toEqual([{ line_tables: lineTables.digest }])
      expect(await renewLines(house.db.owner)).toBeGreaterThan(0)
      expect(await writtenBy()).toEqual([{ line_tables: lineTables.digest }])
      expect(await first()).toEqual(told)
      expect(await renewLines(house.db.owner)).toBe(0)
    } finally {
      become(before)
    }
    expect(await first()).toEqual(shown)
    await renewLines(house.db.owner)
    expect(await compared()).toEqual(kept)
  })
})
