import { globSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { refOf } from '../../../server/cases/act-ref.ts'
import { testApp } from '../../support/running/app.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'
import { forFile } from '../../support/for-file.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { meeting } from '../../support/meetings.ts'
import { aFlag } from '../../support/world.ts'
import { openHouse } from '../../twins/house/house.ts'

// What a page costs PostgreSQL, by the driver: the look-up of the session, begin, the context and commit count. What is asked too late for
// the first transaction has a second, on a busy machine more often: four statements of each bound are for that, six of a room's.

const most = { case: 22, day: 26, room: 22, undo: 46, meeting: 40 }

/** Of the desks that differ most; each asks for all rooms, also for those that it has not. */
const readers = ['asso.rhone', 'cellule.69', 'ofii', 'ase.69', 'foyer.ouest', 'prefecture.69', 'miprof']

const root = new URL('../../../web/src/routes/(app)/', import.meta.url).pathname
const rooms = globSync('**/+page.server.ts', { cwd: root })
  .map((path) => `/${path.replace(/\/?\+page\.server\.ts$/, '')}`)
  .filter((path) => !path.includes('['))

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
const house = await forFile(openHouse((given) => testApp({ ...given, web: true })))
afterAll(() => counter.off())
await house.post('asso.rhone', '/api/cases', { ...aFlag({ metOn: '2026-05-04' }) })
const { rows } = await house.db.owner.query<{ id: string }>('select id from "case"')
const ofCase = `/dossiers/${rows[0]!.id}`

const tell = acting(house)
const meet = meeting(house)

const read = async (login: string, url: string) => {
  const { done, statements } = await statementsOf(() => house.page(login, url))
  const begun = statements.filter((one) => one.startsWith('begin'))
  return { status: done.status, statements, apart: begun.filter((one) => one === 'begin').length }
}

describe('a page asks PostgreSQL', () => {
  it.each(['asso.rhone', 'cellule.69'])(`of a case, at most ${most.case} times: %s`, async (login) => {
    const { status, statements } = await read(login, ofCase)
    expect(status).toBe(200)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most.case)
    expect(statements.length, 'everything was heard').toBeGreaterThan(8)
    expect(statements.filter((one) => one.includes('from session'))).toHaveLength(1)
  })

  it('for what it reads at once in one transaction, in which nothing can be written', async () => {
    const { statements, apart } = await read('asso.rhone', ofCase)
    // The shell asks for its own a moment later: where that comes too late for the first, it has a second.
    expect([1, 2]).toContain(statements.filter((one) => one === 'begin read only').length)
    expect(apart).toBe(0)
    // What leaves its trace when it is read has a transaction of its own.
    expect((await read('cellule.69', ofCase)).apart).toBe(1)
  })

  it.each(readers)(
    `of the day at most ${most.day} times, of any room at most ${most.room}: %s`,
    async (login) => {
      const dear: [room: string, count: number][] = []
      let open = 0
      for (const room of rooms) {
        const { status, statements } = await read(login, room)
        expect(status, room).toBeLessThan(500)
        if (status === 200) open += 1
        if (statements.length > (room === '/aujourdhui' ? most.day : most.room))
          dear.push([room, statements.length])
      }
      expect(dear).toEqual([])
      expect(open).toBeGreaterThan(4)
    }
  )

  it(`of an act that may be undone, at most ${most.undo} times`, async () => {
    const { id } = rows[0]!
    await tell.act('asso.rhone', id, 'indicators.add', inputFor('indicators.add'))
    const last = `select seq from case_event where case_id = $1 and command = 'indicators.add'`
    const [{ seq }] = (await house.db.owner.query<{ seq: number }>(last, [id])).rows as [{ seq: number }]
    const ref = refOf(house.db.keys, { caseId: id, seq })
    const { status, statements } = await read('asso.rhone', `/dossiers/${id}/annuler/${ref}`)
    expect(status).toBe(200)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most.undo)
    expect(statements.length, 'everything was heard').toBeGreaterThan(8)
  })

  it(`of a meeting in session on one case, at most ${most.meeting} times`, async () => {
    const caseId = await tell.flagged('asso.rhone', { metOn: '2026-05-04' })
    await tell.act('cellule.69', caseId, 'triage.start')
    const id = await meet.planned('cellule.69', house.now().toISOString())
    await meet.act('cellule.69', id, 'convene')
    await meet.act('cellule.69', id, 'open')
    for (const login of ['cellule.69', 'membre.69']) {
      const { status, statements } = await read(login, `/reunions/${id}`)
      expect(status).toBe(200)
      expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most.meeting)
      expect(statements.length, 'everything was heard').toBeGreaterThan(8)
    }
  })
})
