import { describe, expect, it } from 'vitest'
import type { Gate } from '../../../figures/release/gate.ts'
import { tableIds } from '../../../figures/fixed/tables.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { readInPdf } from '../../support/meetings.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, stats, store, ask, newest, publish, made } = await openReleases()

const left = 'territory_form'
/** Narrows a cell of one table down, for as long as that table is there. */
const narrowing: Gate = (asked, told) =>
  judged(!asked.tables.public.some(({ id }) => id === left))(asked, told)
const lines = async () => (await site.get('miprof', '/api/releases')).json().releases
const fieldOf = async (more: object) => {
  const answer = await ask('miprof', more)
  return [answer.statusCode, answer.json().errors?.[0]?.field, answer.json().errors?.[0]?.message]
}
const notRefused = [
  ...[400, 'leftOut'],
  'On ne laisse un tableau de côté qu’après un refus : cette publication n’a pas été refusée.'
]

describe('a table is left out of a release', () => {
  it('of none that was not refused, of none that is unknown, and never all of them', async () => {
    expect(await fieldOf({ leftOut: [left] })).toEqual(notRefused)
    expect((await fieldOf({ leftOut: ['nothing'] }))[0]).toBe(400)
    expect((await fieldOf({ leftOut: tableIds }))[0]).toBe(400)
    expect(await newest()).toBeUndefined()
  })

  it('after a refusal, which names the table and the cells that were narrowed down, and keeps refusing what is the same', async () => {
    for (const number of [1, 2]) {
      expect((await ask('miprof')).statusCode).toBe(202)
      await makeRelease(store, { number }, narrowing)
      expect((await newest())!.state).toBe('refused')
    }
    const [second, first] = await lines()
    expect(second.failed).toEqual([
      {
        ...{ audience: 'public', audienceLabel: 'Public', table: 'Département et forme' },
        cells: ['Forme d’exploitation : travail forcé · Département du signalement : Mayotte']
      }
    ])
    expect(second.again).toMatchObject({ quarter: '2026-Q3', kind: 'provisional', erratum: null })
    expect(second.again.tables[0]).toEqual({ code: left, label: 'Département et forme', failed: true })
    expect(second.again.tables).toHaveLength(tableIds.length)
    // One that was asked for again is not asked for a second time.
    expect(first.again).toBeNull()
    expect(await fieldOf({ quarter: '2026-Q2', leftOut: [left] })).toEqual(notRefused)
    // What was refused is read by nobody.
    expect((await site.get('miprof', '/api/figures?release=2')).statusCode).toBe(404)
  })

  it('by one person and published by another, and PostgreSQL writes nothing of it and changes nothing', async () => {
    expect((await ask('miprof', { leftOut: [left] })).statusCode).toBe(202)
    const writing = `insert into release_table values (3, 'public', $1, '[]', '{}')`
    await expect(stats.query(writing, [left])).rejects.toThrow('row-level security')
    await expect(owner.query(`update release set left_out = '{}' where number = 3`)).rejects.toThrow(
      'a release is not changed'
    )
    expect((await lines())[1].again).toBeNull()
    await makeRelease(store, { number: 3 }, narrowing)
    expect((await newest())!.state).toBe('ready')
    expect((await publish('miprof', 3)).statusCode).toBe(409)
    expect((await publish('miprof.bis', 3)).statusCode).toBe(200)
    expect((await lines())[0]).toMatchObject({ state: 'published', failed: [], again: null })
  })

  it('and is read nowhere, which the page and every file of this version say', async () => {
    const { rows } = await owner.query<{ id: string }>(
      'select distinct id from release_table where release = 3'
    )
    expect(rows).toHaveLength(tableIds.length)
    expect(rows.map(({ id }) => id)).not.toContain(left)
    const said = 'Non publié dans cette version : Département et forme.'
    const open = (await site.app.inject('/api/publications')).json()
    expect(open.publication).toMatchObject({ number: 3, leftOut: ['Département et forme'] })
    for (const [login, audience] of [
      ['miprof', 'partner'],
      ['miprof', 'public'],
      ['asso.rhone', 'partner']
    ] as const) {
      const view = (await site.get(login, `/api/figures?release=3&audience=${audience}`)).json()
      expect(view.tables.map(({ id }: { id: string }) => id)).not.toContain(left)
    }
    for (const format of ['csv', 'csv-metadata', 'lisezmoi', 'json', 'xlsx']) {
      expect((await site.app.inject(`/api/publications/3/${left}/${format}`)).statusCode).toBe(404)
      expect((await site.get('controle', `/api/figures/3/${left}/${format}`)).statusCode).toBe(404)
    }
    for (const format of ['csv-metadata', 'lisezmoi', 'json'])
      expect((await site.app.inject(`/api/publications/3/sector/${format}`)).body).toContain(said)
    const paper = await site.app.inject('/api/publications/report.pdf?release=3')
    expect(readInPdf(paper.rawPayload).join(' ').replace(/\s+/g, ' ')).toContain(said)
  })

  it('and the next release is made whole again', async () => {
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    await made(4, true)
    expect((await publish('miprof.bis', 4)).statusCode).toBe(200)
    const { publication, tables } = (await site.app.inject('/api/publications')).json()
    expect(publication).toMatchObject({ number: 4, version: 2, leftOut: [] })
    expect(tables.map(({ id }: { id: string }) => id)).toContain(left)
  })
})
