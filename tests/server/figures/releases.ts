import { setTimeout as sleep } from 'node:timers/promises'
import { columnIds } from '../../../figures/person/person.ts'
import type { Gate } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'

/** Copies of one coded person: enough of them that a count can be shown. */
const columns = ['rkey', 'key', 'year', 'known_from', 'known_until', 'erased', 'entry', ...columnIds].join(
  ', '
)
const copies = `insert into stat.person (${columns}) select ${columns} from (
  select (jsonb_populate_record(null::stat.person, to_jsonb(p) || jsonb_build_object('rkey', '\\x' || md5($1 || n::text), 'key', ('x' || left(md5($1 || n::text), 8))::bit(32)::bigint,
    'territory', $1::text, 'forms', jsonb_build_array($2::text), 'known_from', '2026-01-02T00:00:00Z'))).*
  from (select * from stat.person limit 1) p, generate_series(1, $3) n) one`

/** Withstands, or is narrowed down: what the attack itself finds is tried elsewhere. */
export const judged =
  (passed: boolean): Gate =>
  async ({ tables }) => ({
    tables,
    attacks: [{ id: 'programme', passed, tried: 9, found: passed ? 0 : 1 }],
    failed: passed
      ? []
      : [{ audience: 'public', table: 'territory_form', cells: ['forms=labour & territory=976'] }],
    masked: [{ audience: 'public', table: 'territory_form', cells: 2 }],
    beside: {
      public: ['forms=labour & territory=976', 'need_age: need=housed'],
      partner: ['forms=labour'],
      lifted: ['sex=female']
    }
  })

/** A site with enough people to publish of, counted since February, where national monitoring makes releases. */
export const openReleases = async () => {
  const site = await forFile(openSite())
  const { owner, stats } = site.db
  const store = { stats, keys: site.gate.keys }
  const asked = { quarter: '2026-Q3', kind: 'provisional', erratum: null, leftOut: [] }
  const ask = (login: string, more: object = {}) => site.send(login, '/api/releases', { ...asked, ...more })
  const newest = async () => {
    const { rows } = await owner.query<{ number: number; state: string }>(
      'select number, state from release order by number desc limit 1'
    )
    return rows[0]
  }
  /** Once it is asked for by somebody else. */
  const askedFor = async (number: number) => {
    for (let tries = 0; tries < 100; tries++) {
      const release = await newest()
      if (release?.number === number && release.state === 'asked') return number
      await sleep(100)
    }
    throw new Error(`release ${number} was not asked for`)
  }
  const publish = (login: string, number: number) => site.send(login, `/api/releases/${number}/publish`, {})
  await site.tell.flagged()
  await workOff(site.db, site.gate)
  for (const [territory, form, n] of [
    ['69', 'sexual', 40],
    ['976', 'labour', 30],
    ['13', 'begging', 4],
    ['59', 'sexual', 7]
  ] as const)
    await owner.query(copies, [territory, form, n])
  const since = (at: string) => owner.query('update stat.beginning set at = $1', [at])
  await since('2026-02-01')
  const made = (number: number, passed: boolean) => makeRelease(store, { number }, judged(passed))
  /** Prepared by one and published by another. */
  const published = async () => {
    await ask('miprof')
    const { number } = (await newest())!
    await made(number, true)
    await publish('miprof.bis', number)
    return number
  }
  return { site, owner, stats, store, ask, newest, askedFor, publish, since, made, published }
}
