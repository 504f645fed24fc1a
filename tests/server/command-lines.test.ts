import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { showCode } from '../../server/cases/code.ts'
import { acting } from '../support/acting.ts'
import { forFile } from '../support/for-file.ts'
import { openWorld } from '../support/world.ts'

// What whoever keeps the server runs by hand, as they run it: what is said, what is left, and what a machine reads from its end.

const world = await forFile(openWorld())
const { db } = world
const { owner } = db
const tell = acting(world)
const folder = mkdtempSync(join(tmpdir(), 'mnio-hand-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keyFile = join(folder, 'master.key')
writeFileSync(keyFile, Buffer.alloc(32, 7))

const run = (file: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = {
      ...{ PATH: process.env['PATH'], DATABASE_URL: db.url, KEY_FILE: keyFile, DATA_DIR: folder },
      ...{ PUBLIC_URL: 'https://mnio.example', OIDC_ISSUER: 'https://id.example' },
      ...{ OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
    }
    execFile(process.execPath, [file, ...args], { env }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err })
    )
  })
const id = await tell.flagged('asso.rhone')
const chain = `case:${id}`

describe('the journal, held against its own chain', () => {
  const verify = () => run('server/audit/verify.cli.ts')

  it('is whole, and says how much of it was read', async () => {
    const { rows } = await owner.query<{ chains: number; events: number }>(
      'select count(distinct chain)::int as chains, count(*)::int as events from audit_event'
    )
    const { code, out, err } = await verify()
    expect({ code, out, err }).toEqual({
      ...{ code: 0, err: '' },
      out: `${rows[0]!.chains} chains, ${rows[0]!.events} events, 0 faults\n`
    })
  }, 300_000)

  it('names each line and each review that is not what was written, and ends as a fault does', async () => {
    const { orgId, personId } = world.as('asso.rhone')
    await owner.query(
      `insert into access_review (id, org_id, half, made_by, made_at, body, digest)
       values (gen_random_uuid(), $1, '2026-1', $2, now(), 'a', encode(sha256('a'), 'hex'))`,
      [orgId, personId]
    )
    const alone = await verify()
    expect([alone.code, alone.out]).toEqual([
      1,
      expect.stringMatching(/^review of access \S+ 2026-1: unwritten\n/)
    ])
    await owner.query(`update audit_event set detail = 'altered' where chain = $1 and seq = 1`, [chain])
    const both = await verify()
    expect([both.code, both.out]).toEqual([1, expect.stringContaining(`${chain} 1: altered\n`)])
    expect(both.out).toMatch(/, 2 faults\n$/)
  }, 300_000)
})

describe('the journal, drawn out', () => {
  it('is a table alone on the way out, with how much it holds beside it', async () => {
    const { rows } = await owner.query<{ code: string }>('select code from "case" where id = $1', [id])
    const { out, err } = await run('server/audit/extract.cli.ts', '--case', showCode(rows[0]!.code))
    expect(out).toMatch(/^\uFEFFat;chain;seq;case/)
    expect(out).toContain(chain)
    expect(err).toMatch(/^\d+ lines, 1 cases, \d+ persons\n$/)
    const wrong = await run('server/audit/extract.cli.ts', '--case', 'TEH 2222 2223')
    expect([wrong.code, wrong.out]).toEqual([1, ''])
  }, 300_000)
})

describe('deadlines that could not be fired', () => {
  const waiting = (...args: string[]) => run('server/firing/waiting.cli.ts', ...args)
  it('are none, and then nothing is to be done', async () => {
    expect((await waiting()).out).toBe('0 deadlines could not be fired.\n')
  }, 300_000)

  it('are named with what to do, left as they are, and tried at once where that is asked', async () => {
    const { rows } = await owner.query<{ id: string; code: string }>(
      `select id, code from deadline where case_id = $1 and state = 'running' limit 1`,
      [id]
    )
    await owner.query(
      `insert into deadline_setback (deadline_id, attempts, retry_at, error) values ($1, 3, now() + interval '1 hour', 'RangeError')`,
      [rows[0]!.id]
    )
    const pauses = async () =>
      (await owner.query('select from deadline_setback where retry_at > now()')).rowCount
    const { out } = await waiting()
    expect(out).toContain(`${rows[0]!.id} ${rows[0]!.code} due since`)
    expect(out).toContain(': RangeError, 3 attempts')
    expect(out).toMatch(/1 deadlines could not be fired\.\n[\s\S]*npm run deadlines -- --retry/)
    expect(await pauses()).toBe(1)
    expect((await waiting('--retry')).out).toMatch(/\n1 are tried within a minute\.\n$/)
    expect(await pauses()).toBe(0)
  }, 300_000)
})
