import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ToAttack } from '../../../figures/release/gate.ts'
import { failures } from '../../../figures/release/rules.ts'
import { Late } from '../../../server/figures/gate/run.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { failDeadReleases } from '../../../server/figures/releases/stopped.ts'
import { createLog } from '../../../server/log.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, store, ask, newest, published } = await openReleases()
await published()

describe('a release after one that is out', () => {
  it.each([
    ['a fault of the gate', 'broken', () => Promise.reject(new Error('CANARI of the gate'))],
    ['an attack beyond its time', 'late', () => Promise.reject(new Late(10))]
  ] as const)(
    'comes to nothing by %s, which is told apart, and may be asked for again',
    async (_what, failure, gate) => {
      expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
      const { number } = (await newest())!
      const lines: string[] = []
      const log = createLog('error', {}, { write: (line: string) => void lines.push(line) })
      await makeRelease(store, { number }, gate, log)
      const [line] = (await site.get('miprof', '/api/releases')).json().releases
      expect([line.number, line.state]).toEqual([number, 'failed'])
      expect(line.stateLabel).toBe(failures[failure].fr)
      expect(lines.length).toBe(failure === 'broken' ? 1 : 0)
      expect(lines.join()).not.toContain('CANARI')
      expect((await site.send('miprof.bis', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
    }
  )

  it('is interrupted where the queue has given it up, and holds the place of none; one at work is left', async () => {
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    await failDeadReleases(site.db)
    expect((await newest())!.state).toBe('asked')
    // At its last attempt it is still at work.
    const tried = (locked: string) =>
      owner.query(
        `update graphile_worker._private_jobs set attempts = max_attempts, locked_at = ${locked} where key = $1`,
        [`release:${number}`]
      )
    await tried('now()')
    await failDeadReleases(site.db)
    expect((await newest())!.state).toBe('asked')
    await tried('null')
    await failDeadReleases(site.db)
    const [line] = (await site.get('miprof', '/api/releases')).json().releases
    expect([line.state, line.stateLabel]).toEqual(['failed', failures.stopped.fr])
    expect((await ask('miprof', { erratum: 'Trois doublons' })).statusCode).toBe(202)
    await site.send('miprof', `/api/releases/${(await newest())!.number}/drop`, {})
  })

  it('is attacked with all that could be read of its year, given up or out, and with what was masked beside', async () => {
    expect((await ask('miprof', { erratum: 'Un brouillon' })).statusCode).toBe(202)
    const read = (await newest())!.number
    await makeRelease(store, { number: read }, judged(true))
    expect((await site.get('miprof', `/api/figures?release=${read}`)).json().tables).not.toEqual([])
    expect((await site.send('miprof', `/api/releases/${read}/drop`, {})).statusCode).toBeLessThan(300)
    expect((await ask('miprof', { erratum: 'Quatre doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    let given: ToAttack | undefined
    await makeRelease(store, { number }, async (asked, told) => {
      given = asked
      return judged(false)(asked, told)
    })
    // Those that broke off or were refused were read by nobody.
    expect(given!.before).toHaveLength(2)
    expect(given!.before.map(({ outSince }) => outSince !== undefined)).toEqual([true, false])
    const [before] = given!.before
    expect(before!.asOf).toBe(given!.asOf)
    expect(before!.beside.lifted).toEqual(['sex=female'])
    for (const audience of ['public', 'partner'] as const) {
      const sector = before!.tables[audience].find(({ id }) => id === 'sector')!
      expect(sector.shown).toEqual(given!.tables[audience].find(({ id }) => id === 'sector')!.shown)
    }
  })

  it('is not counted before all that was done is', async () => {
    const waits = `insert into outbox (kind, payload, run_at) values ('count', '{"caseId": "none"}', now() + interval '1 hour')`
    await owner.query(waits)
    expect((await ask('miprof', { erratum: 'Six doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    let attacked = false
    const making = makeRelease(store, { number }, async (asked, told) => {
      attacked = true
      return judged(false)(asked, told)
    })
    await sleep(3000)
    expect(attacked).toBe(false)
    await owner.query(`delete from outbox where kind = 'count'`)
    await making
    expect(attacked).toBe(true)
  })

  it('says of how many associations it is, where there are three or more', async () => {
    const panel = async () => {
      const { rows } = await owner.query<{ panel: number | null }>(
        'select panel from release order by number desc limit 1'
      )
      return rows[0]!.panel
    }
    expect(await panel()).toBeNull()
    const flaggedBy = async (associations: number) => {
      // The police flagged as well, and are no association.
      await owner.query(
        `update stat.person set registrar_role = case key % 4 when 3 then 'police' else 'asso' end,
          registrar = '00000000-0000-0000-0000-00000000000' || case key % 4 when 3 then 9 else key % 4 % $1::int end`,
        [associations]
      )
      expect((await ask('miprof', { erratum: `${associations} doublons` })).statusCode).toBe(202)
      await makeRelease(store, (await newest())!, judged(false))
      return panel()
    }
    expect([await flaggedBy(2), await flaggedBy(3)]).toEqual([null, 3])
  })
})
