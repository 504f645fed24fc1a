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

// What an act costs PostgreSQL, by the driver, and an answer to a referral: the look-up of the session, begin and commit count,
// and so does what its author is answered, as the pages ask for it.

const most = 26

// The dearest come first; LIVES=100 plays as many lives, of all acts, and prints what each cost.
const dearest: readonly CommandType[] = [
  ...(['housing.absconded', 'minor.report_prosecutor', 'acse.request', 'jirs.seized'] as const),
  ...(['permit.apply', 'health.refer', 'judge.seize'] as const),
  // By an answer: to an offer, and to a search that is over.
  ...(['acse.matched', 'acse.place_declined', 'acse.withdrawn'] as const)
]
const targets = [...dearest, ...commandTypes.filter((one) => commandRow(one).offered)]
const lives = Number(process.env['LIVES'] ?? dearest.length)

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
const house = await forFile(openHouse(testApp))
afterAll(() => counter.off())

const answers = 'referral.'
const nameOf = (url: string) => {
  if (url === '/api/cases') return 'case.flag'
  const name = url.split('/commands/')[1] ?? ''
  if (url.startsWith('/api/referrals/')) return answers + name
  return url.startsWith('/api/cases/') && isCommandType(name) ? name : null
}

/** Of each answer the number that its author was given, and the one that they then read. */
const told: [name: string, given: string | null, read: string | null][] = []

/** Plays lives, and keeps of each act and of each answer the time that it cost most. */
const costs = async (): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>()
  const post: House['post'] = async (...asked) => {
    const { done, statements } = await statementsOf(() => house.post(...asked))
    const [login, url] = asked
    const name = nameOf(url)
    if (name?.startsWith(answers) && done.status < 300) {
      const read = await house.get(login, url.split('/commands/')[0]!)
      told.push([name, done.etag, read.status === 200 ? read.etag : null])
    }
    if (name && done.status < 300 && statements.length > (found.get(name)?.length ?? 0))
      found.set(name, statements)
    return done
  }
  const played = new Map<string, number>()
  const aimed = new Set<string>()
  for (let life = 1; life <= lives; life += 1) {
    const target = targets.find((one) => !found.has(one) && !aimed.has(one)) ?? null
    if (target) aimed.add(target)
    await live({ ...house, post }, { below: chanceFrom(life), told: played }, target)
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

const found = [...(await costs())].sort(([, a], [, b]) => b.length - a.length)
const asked = found.filter(([name]) => name.startsWith(answers))
const acts = found.filter(([name]) => !name.startsWith(answers))

const within = (some: typeof found) => {
  if (process.env['LIVES'])
    process.stdout.write(some.map(([name, { length }]) => `${name} ${length}\n`).join(''))
  expect(some.filter(([, all]) => transactions(all) !== 1).map(([name]) => name)).toEqual([])
  const dear = some.filter(([, all]) => all.length > most)
  expect(dear.map(([name, { length }]) => [name, length])).toEqual([])
}

describe('an answer to a referral', () => {
  it(`takes at most ${most} statements in one transaction, with all that it does to the case`, () => {
    expect(asked.map(([name]) => name)).toContain('referral.accept')
    within(asked)
  })

  it('gives its author the number that they then read, and none where they read it no more', () => {
    expect(told.filter(([, given, read]) => given !== read)).toEqual([])
    expect(told.filter(([, given]) => given !== null).length).toBeGreaterThan(2)
  })
})

describe('an act', () => {
  it(`of any region takes at most ${most} statements in one transaction`, () => {
    expect(acts.length).toBeGreaterThan(15)
    within(acts)
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
