import { afterAll, describe, expect, it } from 'vitest'
import {
  commandRow,
  commandTypes,
  isCommandType,
  type CommandType
} from '../../../workflows/case/commands.ts'
import { chanceFrom } from '../../../verify/chance.ts'
import { testApp } from '../../support/running/app.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'
import { forFile } from '../../support/for-file.ts'
import { aFlag } from '../../support/world.ts'
import { openHouse, type House } from '../../twins/house/house.ts'
import { live } from '../../twins/lives/lives.ts'

// What an act costs PostgreSQL, by the driver: the look-up of the session, begin and commit count, and so does the answer, as
// the pages ask for it.

const most = 25

// The dearest come first; LIVES=100 plays as many lives, of all acts, and prints what each act cost.
const dearest: readonly CommandType[] = [
  ...(['housing.absconded', 'minor.report_prosecutor', 'acse.request', 'jirs.seized'] as const),
  ...(['permit.apply', 'health.refer', 'judge.seize'] as const)
]
const targets = [...dearest, ...commandTypes.filter((one) => commandRow(one).offered)]
const lives = Number(process.env['LIVES'] ?? dearest.length)

/** What costs more today, for several referrals that it ends or sends. The list may only shrink. */
const beyond: Record<string, number> = {
  'facts.complete': 32,
  'acse.request': 30,
  'dna.request': 26,
  'formal.request': 26,
  'judge.petition': 26
}

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
const house = await forFile(openHouse(testApp))
afterAll(() => counter.off())

const nameOf = (url: string) => {
  if (url === '/api/cases') return 'case.flag'
  const name = url.split('/commands/')[1] ?? ''
  return url.startsWith('/api/cases/') && isCommandType(name) ? name : null
}

/** Plays lives, and keeps of each act of a case the time that it cost most. */
const costs = async (): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>()
  const post: House['post'] = async (...asked) => {
    const { done, statements } = await statementsOf(() => house.post(...asked))
    const name = nameOf(asked[1])
    if (name && done.status < 300 && statements.length > (found.get(name)?.length ?? 0))
      found.set(name, statements)
    return done
  }
  const told = new Map<string, number>()
  const aimed = new Set<string>()
  for (let life = 1; life <= lives; life += 1) {
    const target = targets.find((one) => !found.has(one) && !aimed.has(one)) ?? null
    if (target) aimed.add(target)
    await live({ ...house, post }, { below: chanceFrom(life), told }, target)
  }
  return found
}

const transactions = (statements: readonly string[]) => statements.filter((one) => one === 'begin').length

describe('a reading of a case', () => {
  it('takes at most five, one of which asks for all of it', async () => {
    const login = 'asso.rhone'
    await house.forget()
    await house.post(login, '/api/cases', { ...aFlag({ metOn: '2026-05-04' }) })
    const { rows } = await house.db.owner.query<{ id: string }>('select id from "case"')
    const { done, statements } = await statementsOf(() => house.get(login, `/api/cases/${rows[0]!.id}`))
    expect(done.status).toBe(200)
    expect(statements.length, statements.join('\n')).toBe(5)
    expect(transactions(statements)).toBe(1)
  })
})

describe('an act', () => {
  it(`of any region takes at most ${most} statements in one transaction`, async () => {
    const found = [...(await costs())].sort(([, a], [, b]) => b.length - a.length)
    if (process.env['LIVES'])
      process.stdout.write(found.map(([name, { length }]) => `${name} ${length}\n`).join(''))
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter(([, all]) => transactions(all) !== 1).map(([name]) => name)).toEqual([])
    const dear = found.filter(([name, all]) => all.length > (beyond[name] ?? most))
    expect(dear.map(([name, { length }]) => [name, length])).toEqual([])
  })

  it('of the bench takes at most 14, its answer included', async () => {
    const login = 'asso.rhone'
    await house.forget()
    const flagged = await house.post(login, '/api/cases', { ...aFlag({ metOn: '2026-05-04' }) })
    const { rows } = await house.db.owner.query<{ id: string }>('select id from "case"')
    const url = `/api/cases/${rows[0]!.id}`
    const { done, statements } = await statementsOf(() =>
      house.post(login, `${url}/commands/facts.complete`, { language: 'en' }, flagged.etag!.slice(1, -1))
    )
    expect(done.status).toBe(204)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(14)
    expect(statements.length, 'everything was heard').toBeGreaterThan(8)
    // The version that its author is answered is the one that is read.
    expect(done.etag).not.toBe(flagged.etag)
    expect((await house.get(login, url)).etag).toBe(done.etag)
  })
})
