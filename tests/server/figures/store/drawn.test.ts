import fc from 'fast-check'
import pg from 'pg'
import { inject } from 'vitest'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { drizzleOn } from '../../../../server/db/context.ts'
import { countedTables } from '../../../../server/figures/store/tables.ts'
import { countCase, rebuild } from '../../../../server/figures/store/count.ts'
import { nameOf } from '../../../../figures/table/table.ts'
import { regionStates } from '../../../../workflows/vocabulary/states.ts'
import { forms, sexes } from '../../../../workflows/vocabulary/words.ts'
import { forFile } from '../../../support/for-file.ts'
import { freshDatabase } from '../../../support/running/db.ts'
import { people } from '../people.ts'
import { rowsAgainst, rowsNowhere, toldAgainst } from './related.ts'
import { storedIn, truthOf, withoutKeys } from './truth.ts'

// Lives that no gate would let through as well: what counts them does not ask how they came about.

const db = await forFile(freshDatabase())
const address = new URL(inject('superuserUrl'))
address.pathname = new URL(db.url).pathname
const above = new pg.Client({ connectionString: address.href })
await above.connect()
afterAll(() => above.end())

beforeEach(() => db.owner.query('truncate "case" cascade; truncate stat.person, stat.cell, outbox'))

const among = (words: object) => fc.constantFrom(...Object.keys(words))
/** `restoring` is never stored: it is left in the act that enters it. */
const region = (name: keyof typeof regionStates) =>
  among(regionStates[name])
    .filter((state) => state !== 'restoring')
    .map((state) => ({
      sql: `update "case" set ${name} = $2 where id = $1`,
      value: state
    }))
const fact = (name: string, value: fc.Arbitrary<unknown>) =>
  value.map((one) => ({
    sql: `update "case" set facts = facts || $2::jsonb where id = $1`,
    value: JSON.stringify({ [name]: one })
  }))
const act = fc
  .constantFrom(
    'grounds.positive',
    'triage.reject',
    'acse.request',
    'acse.matched',
    'acse.admission',
    'reflection.offer',
    'reflection.interrupt',
    'receipt.handed',
    'case.close',
    'majority.reached'
  )
  .map((command) => ({
    sql: `insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on)
      select $1::uuid, coalesce(max(seq), 0) + 1, now() + coalesce(max(seq), 0) * interval '3 days', $2, '{}', '{}', 'asso', '{}', now()::date
      from case_event where case_id = $1`,
    value: command
  }))
// The act that strikes it is not asked for here.
const strike = fc.constant({
  sql: `update case_event set struck_by = seq + 1, struck_at = now(), struck_for = $2 where case_id = $1 and seq = 1`,
  value: 'wrong_person'
})

const change = fc.oneof(
  region('identification'),
  region('identification'),
  region('housing'),
  region('residence'),
  region('minor'),
  region('judicial'),
  fact('sex', among(sexes)),
  fact('forms', fc.uniqueArray(among(forms), { maxLength: 3 })),
  fact('met', fc.constantFrom('69', '75', '976')),
  fact('ageBand', fc.constantFrom('15-17', '18-24', '45+')),
  fact('exploitedFrom', fc.constantFrom(2015, 2024, 2026)),
  fact('citizenship', fc.constantFrom('FR', 'RO', 'NG', 'BR', null)),
  fact('exploitedIn', fc.subarray(['FR', 'NG', 'unknown'])),
  fact('housedByExploiter', fc.constantFrom(true, false, null)),
  fact('reflection', fc.constantFrom({ wished: true }, { wished: false }, null)),
  region('closure'),
  fact('ageGroup', fc.constantFrom('adult', 'minor', 'doubt')),
  act,
  act,
  strike
)

const someone = { facts: JSON.stringify({ met: '69', sex: 'female', forms: ['labour'], ageGroup: 'adult' }) }

test('what was kept by differences is what is counted from nothing, and what another hand counts', async () => {
  await above.query('alter table case_event disable trigger user')
  const told = fc.array(fc.tuple(fc.nat(5), change), { minLength: 10, maxLength: 40 })
  const held = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(told, async (changes) => {
      await db.owner.query('truncate "case" cascade; truncate stat.person, stat.cell')
      const ids = await people(
        db.owner,
        Array.from({ length: 6 }, () => ({}))
      )
      await above.query('update "case" set facts = $1', [someone.facts])
      for (const [which, { sql, value }] of changes) {
        await above.query(sql, [ids[which], value])
        await above.query('update "case" set updated_at = clock_timestamp() where id = $1', [ids[which]])
        await countCase(db.stats, db.keys, { caseId: ids[which]! })
      }
      for (const caseId of ids) await countCase(db.stats, db.keys, { caseId })
      const kept = await storedIn(db)
      const tables = await drizzleOn(db.stats).transaction((tx) => countedTables(tx, 2026))
      const truth = await truthOf(db, 2026)
      for (const [id, cells] of Object.entries(truth)) {
        const table = tables.find((one) => one.id === id)!
        const counted = new Map([...table.counts].map((n, cell) => [nameOf(table, cell), n]))
        for (const [at, n] of cells) expect([id, at, counted.get(at)]).toEqual([id, at, n])
      }
      // What the gate knows of the words of one person holds, whatever was lived.
      expect(toldAgainst(truth).broken).toEqual([])
      const { rows } = await above.query<{ claim: string; broken: number; held: number }>(rowsAgainst)
      expect(rows.filter(({ broken }) => broken > 0)).toEqual([])
      expect((await above.query(rowsNowhere)).rows).toEqual([])
      for (const one of rows) held.set(one.claim, (held.get(one.claim) ?? 0) + one.held)
      expect(await rebuild(db.stats, db.keys)).toMatchObject({ wrong: 0 })
      expect(await storedIn(db)).toEqual(kept)
      await db.owner.query('truncate stat.person, stat.cell')
      await rebuild(db.stats, db.keys)
      expect(withoutKeys(await storedIn(db))).toEqual(withoutKeys(kept))
    }),
    { numRuns: 8, seed: 26, endOnFailure: true }
  )
  // Positive control: somebody stood under nearly each of them.
  expect([...held.values()].filter((n) => n > 0).length).toBeGreaterThan(25)
}, 300_000)

test('a case that was told of first counts once, however its later versions stand', async () => {
  const [id] = await people(db.owner, [{}])
  await above.query('update "case" set facts = $1', [someone.facts])
  await countCase(db.stats, db.keys, { caseId: id! })
  for (const state of ['presumed', 'formally_identified', 'presumed', 'duplicate_merged', 'presumed']) {
    await above.query(
      `update "case" set identification = $2, updated_at = updated_at + interval '1 day' where id = $1`,
      [id, state]
    )
    await countCase(db.stats, db.keys, { caseId: id! })
  }
  const { rows } = await above.query<{ overlaps: number; held: number }>(`
    select count(*) filter (where exists (select from stat.person o where o.rkey = p.rkey and o.year = p.year
      and o.known_from < p.known_from and o.known_until > p.known_from))::int as overlaps,
      count(*) filter (where known_until = 'infinity')::int as held from stat.person p`)
  expect(rows).toEqual([{ overlaps: 0, held: 1 }])
})

test('whoever was flagged in error is nobody of whom figures tell, until the case is opened again', async () => {
  const [id] = await people(db.owner, [{}])
  await above.query('update "case" set facts = $1', [someone.facts])
  const counted = async (closure: string) => {
    await above.query(
      `update "case" set closure = $2, updated_at = updated_at + interval '1 day' where id = $1`,
      [id, closure]
    )
    await countCase(db.stats, db.keys, { caseId: id! })
    const { rows } = await above.query<{ n: number }>(
      `select count(*)::int as n from stat.person where known_until = 'infinity'`
    )
    return rows[0]!.n
  }
  expect([await counted('open'), await counted('closed_in_error')]).toEqual([1, 0])
  expect([await counted('reopened'), await counted('closed_not_victim')]).toEqual([1, 1])
})
