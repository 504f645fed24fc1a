import { expect, it } from 'vitest'
import fc from 'fast-check'
import { approvalLacking, type Approval } from '../../../../policies/habilitations.ts'
import { accessMistakes } from '../../../../verify/mutation/house/walls/house.access.ts'
import { addDays, addMonths } from '../../../../workflows/calendar/calendar.ts'
import { commandRow, commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { forFile } from '../../../support/for-file.ts'
import { insertOrganisation } from '../../../support/world.ts'
import { openOpinions } from './opinions.said.ts'
import { adding, seenHere, type Asked, type Wall } from './asked.ts'

// What names an association for the exit programme says where its approval is not known, past every route and every rule of the code.

const said = await forFile(openOpinions())
const { world, owner, stand, line, changed } = said
const { asso } = said.people
const caseId = await changed(async () => null)

const house = async (name: string, held: Partial<Record<'since' | 'until' | 'asked_on', string>> | null) => {
  const of = { key: name, name, type: 'association', territory: '69' } as const
  const id = await insertOrganisation(world.db, of)
  const columns = Object.keys(held ?? {})
  if (held)
    await owner.query(
      `insert into habilitation (org_id, regime, ${columns.join(', ')}) values ($1, 'psp', ${columns.map((_, index) => `$${index + 2}`).join(', ')})`,
      [id, ...Object.values(held)]
    )
  return id
}
const [none, given, over, silent] = [
  await house('sans agrement', null),
  await house('agreee', { since: '2026-01-01' }),
  await house('autrefois', { since: '2020-01-01', until: '2026-10-31' }),
  await house('silence', { asked_on: '2026-01-10' })
]
type Told = { unusual?: string[]; decidedOn?: string }
const names = (orgId: string, { unusual = [], decidedOn }: Told = {}): Asked => ({
  who: asso,
  within: caseId,
  says: adding('case_event', {
    ...line(asso, caseId, decidedOn ? 'psp.decision' : 'exit.request', {
      seq: 90,
      input: { orgId, ...(decidedOn && { decidedOn }) }
    }),
    ...{ at: '2026-11-24T11:00:00Z', unusual }
  })
})

const walls: Wall[] = [
  {
    wall: 'an association without a known approval is named, and the history says so',
    may: names(none, { unusual: ['form.not_approved'] }),
    others: {
      'and says nothing': names(none),
      'and says something else': names(none, { unusual: ['older'] })
    }
  },
  {
    wall: 'an approval counts while it lasts',
    may: names(given),
    others: { 'and not once it ended': names(over) }
  },
  {
    wall: 'silence on a complete file approves',
    may: names(silent),
    others: { 'and not before': names(silent, { decidedOn: '2026-07-09' }) }
  },
  {
    wall: 'of what was decided earlier the approval of that day counts',
    may: names(over, { decidedOn: '2026-10-31' }),
    others: {
      'and not the one of today': names(given, { decidedOn: '2025-12-31' }),
      'to the day': names(over, { decidedOn: '2026-11-01' })
    }
  }
]

stand(walls, seenHere(accessMistakes, import.meta.url))

it('the acts of which it is asked are those of the tables that name an association', async () => {
  const { rows } = await owner.query<{ text: string }>(
    `select pg_get_triggerdef(oid) as text from pg_trigger where tgname = 'approval_said'`
  )
  const listed = [...rows[0]!.text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, one]) => one as CommandType)
  const wanted = commandTypes.filter((type) => commandRow(type).requires.includes('approved'))
  expect(listed.toSorted()).toEqual(wanted.toSorted())
})

it('PostgreSQL counts an approval as the code does, by silence as well', async () => {
  const id = await house('comptee', { since: '2020-01-01' })
  const day = fc.integer({ min: 0, max: 1500 }).map((many) => addDays('2021-12-25', many))
  const maybe = fc.option(day, { nil: null })
  const approvals = fc
    .record({ since: maybe, until: maybe, askedOn: maybe, completeOn: maybe })
    .filter(({ since, askedOn }) => since !== null || askedOn !== null)
    .filter(({ askedOn, completeOn }) => completeOn === null || (askedOn !== null && completeOn >= askedOn))
  const set = `update habilitation set since = $2, until = $3, asked_on = $4, complete_on = $5 where org_id = $1`
  const edges = ({ since, until, askedOn, completeOn }: Approval) =>
    [since, until, askedOn, completeOn].flatMap((one) =>
      one
        ? [0, 2, 4, 6, 36, 40, 42].flatMap((n) => [-1, 0, 1].map((by) => addDays(addMonths(one, n), by)))
        : []
    )
  await fc.assert(
    fc.asyncProperty(approvals, async (one) => {
      await owner.query(set, [id, one.since, one.until, one.askedOn, one.completeOn])
      const days = [...new Set(edges(one))]
      const { rows } = await owner.query<{ day: string; held: boolean; runs: boolean }>(
        `select d::text as day, approved_on($1, d) as held, regime_runs(h, d) as runs
          from habilitation h, unnest($2::date[]) as d where h.org_id = $1 and h.regime = 'psp'`,
        [id, days]
      )
      for (const { day: on, held, runs } of rows) {
        const approved = approvalLacking(one, on) === null
        expect([on, held, runs]).toEqual([on, approved, approved])
      }
    }),
    { numRuns: 150, seed: 12 }
  )
})
