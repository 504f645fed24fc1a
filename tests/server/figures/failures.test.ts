import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { threshold } from '../../../server/figures/disclosure.ts'
import { askedKinds, failuresOf, type FailureCount } from '../../../server/figures/failures.ts'
import { viewFailures } from '../../../server/figures/failures.view.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { release } from '../../../server/figures/release.ts'
import { freshDatabase, type TestDatabase } from '../../support/running/db.ts'
import { attack } from './attacker.ts'
import { aRelease, desk, people, repeat } from './world.ts'

const at = new Date('2026-07-15T10:00:00Z')
const failed = (kind: string, causes: Record<string, number>): FailureCount[] =>
  Object.entries(causes).map(([cause, persons]) => ({ year: 2026, kind, cause, persons }))
const seen = (rows: FailureCount[]) => {
  const standing = { year: 2026, identification: 'presumed', housing: 'housed_acse', minor: 'not_applicable' }
  const counts = { ...standing, refusal: null, seeking: false, persons: 400, reflections: 0, moved: 0 }
  const released = release(
    { year: 2026, standings: [counts], months: [], durations: undefined, failures: rows },
    at,
    undefined
  )
  return viewFailures({ release: aRelease, now: at, chosen: released!.flow, years: [2026], locale: 'fr' })
}

describe('what is not shown of referrals that came to nothing', () => {
  test('a recipient with few of them is named among those, with no count and no reason', () => {
    const { nodes, links, few } = seen(failed('police', { overloaded: 10 }))
    expect([nodes, links]).toEqual([[], []])
    expect(few).toContain('Police, gendarmerie · rencontre')
    expect(few).toHaveLength(askedKinds.length)
  })

  test('a rare reason, and another from which it could be worked out', () => {
    const { links } = seen(failed('police', { overloaded: 40, not_concerned: 20, silence: 3, withdrawn: 30 }))
    expect(links).toEqual([
      { source: 'to.police', target: 'why.overloaded', value: 40 },
      { source: 'to.police', target: 'why.withdrawn', value: 30 },
      { source: 'to.police', target: 'why.hidden', value: 23 }
    ])
  })

  test('asylum: its desk and its centres are no recipients of their own', () => {
    expect(askedKinds).not.toContain('dna')
    expect(askedKinds).not.toContain('dna_place')
  })

  test('no count that can be bounded within the threshold, whatever the figures', () => {
    const persons = fc.oneof(fc.nat(25), fc.nat(2), fc.nat(400))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('overloaded', 'not_concerned', 'silence', 'withdrawn'), persons),
        (counts) => {
          const { total, causes } = failuresOf(failed('police', counts), undefined)['police']!
          if (total === null) {
            expect(new Set(Object.values(causes))).toEqual(new Set([null]))
            return
          }
          expect(total).toBeGreaterThanOrEqual(threshold)
          const ends = attack({ ...causes, total }, [{ total: 'total', parts: Object.keys(causes) }])
          for (const [low, high] of Object.values(ends)) expect(high - low).toBeGreaterThanOrEqual(threshold)
        }
      ),
      { numRuns: 300 }
    )
  })

  test('before the first release', () => {
    const reading = { release: null, now: at, chosen: null, years: [], locale: 'fr' as const }
    expect(viewFailures(reading).links).toEqual([])
    // How persons are counted stands beside the flow, on the same page: it is not said again here.
    expect(viewFailures(reading).note).not.toContain('Sous ')
  })
})

describe('referrals that came to nothing', () => {
  test('are drawn from whom was asked to why, the largest first', () => {
    const { nodes } = seen([
      ...failed('police', { overloaded: 20, not_concerned: 15 }),
      ...failed('acse_place', { too_close: 60, silence: 30 })
    ])
    expect(nodes.map(({ label, value }) => [label, value])).toEqual([
      ['Ac.Sé ou asile · structure', 90],
      ['Police, gendarmerie · rencontre', 35],
      ['trop proche du danger', 60],
      ['motifs masqués', 45],
      ['pas de disponibilité à ce jour', 20]
    ])
  })
})

describe('in the database', () => {
  let db: TestDatabase
  let reader: Awaited<ReturnType<typeof desk>>
  let org: string
  beforeAll(async () => {
    db = await freshDatabase()
    reader = await desk(db)
    const { rows } = await db.owner.query<{ id: string }>(
      `insert into organisation (key, type, name, status) values ('s', 'shelter', 'S', 'accredited') returning id`
    )
    org = rows[0]!.id
  })
  afterAll(async () => {
    await reader.close()
    await db.close()
  })

  const refer = async (
    ids: string[],
    [kind, state, reason, day]: [kind: string, state: string, reason: string | null, day: number]
  ) => {
    const client = await db.owner.connect()
    await client.query('alter table referral disable row level security')
    await client.query(
      `insert into referral (id, case_id, kind, state, version, sender_org_id, recipient_org_id, preview, sent_at, answered_at, reason, moved_at, told_at, answer_by)
       select gen_random_uuid(), id, $2, $3, 1, $4, $4, '{}', $5, case when $6::text is null then null else $5::timestamptz end, $6, $5, $5, $5::timestamptz::date
       from unnest($1::uuid[]) as id`,
      [ids, kind, state, org, new Date(Date.UTC(2026, 4, day)), reason]
    )
    await client.query('alter table referral enable row level security')
    client.release()
  }

  test('each person is counted once for a kind of recipient, under the last reason, years and mergers apart', async () => {
    const ids = await people(db.owner, repeat(40, { identification: 'presumed' }))
    const merged = await people(db.owner, repeat(20, { identification: 'duplicate_merged' }))
    const [refused, silent] = [ids.slice(0, 25), ids.slice(25)]
    await refer(refused, ['acse_place', 'declined', 'too_close', 1])
    await refer(refused.slice(0, 12), ['dna_place', 'declined', 'not_adapted', 2])
    await refer(silent, ['acse_place', 'escalated', null, 1])
    await refer(silent, ['police', 'accepted', null, 1])
    await refer(merged, ['acse_place', 'declined', 'too_close', 1])
    await publishDue(db.stats, at)
    const { body } = await reader.ask('/api/stats/failures')
    expect(body.links).toEqual([
      { source: 'to.acse_place', target: 'why.silence', value: 15 },
      { source: 'to.acse_place', target: 'why.too_close', value: 13 },
      { source: 'to.acse_place', target: 'why.hidden', value: 12 }
    ])
    expect(body.few).toContain('Police, gendarmerie · rencontre')
  })
})
