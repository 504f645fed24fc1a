import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'

const db = await forFile(freshDatabase())
const folder = mkdtempSync(join(tmpdir(), 'mnio-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keyFile = join(folder, 'master.key')
writeFileSync(keyFile, Buffer.alloc(32, 7))

const run = (args: string[], more: Record<string, string> = {}, by = join(process.cwd(), 'mnio')) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: db.url,
      KEY_FILE: keyFile,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://mnio.example',
      ...more
    }
    execFile(by, args, { env }, (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }))
  })
const invite = (subject: string, more?: Record<string, string>) =>
  run(
    ['invite', '--issuer', 'https://id.example', '--subject', subject, '--email', `${subject}@etat.example`],
    more
  )

describe('the command line', () => {
  it('says in both languages how it is used, and what is wrong, and does nothing', async () => {
    const help = await run(['--help'])
    expect(help.out).toMatch(/Usage :[\s\S]+Usage:/)
    for (const [args, said] of [
      [[], /Commande inconnue[\s\S]+Unknown command/],
      [
        ['invite', '--issuer', 'https://id.example', '--email', 'a@b.example'],
        /Il manque --subject, ou sa valeur ne convient pas./
      ],
      [
        ['invite', '--issuer', 'id.example', '--subject', 's', '--email', 'a@b.example'],
        /--issuer is missing/
      ],
      [
        ['invite', '--issuer', 'https://id.example', '--subject', 's', '--email', 'nowhere'],
        /Il manque --email/
      ],
      [['invite', '--force'], /Option inconnue/]
    ] as const) {
      const { code, err, out } = await run([...args])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(said)
    }
    expect((await db.owner.query('select from person')).rowCount).toBe(0)
  })

  it('does not invite somebody of another provider than that of the server', async () => {
    const server = { OIDC_ISSUER: 'https://other.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
    const { code, err } = await invite('one', server)
    expect(code).toBe(1)
    expect(err).toMatch(/autre fournisseur/)
  })

  it('does not invite somebody over an address that nobody could ever sign in by', async () => {
    const plain = ['invite', '--issuer', 'http://id.example', '--subject', 's', '--email', 'a@b.example']
    const { code, err } = await run(plain)
    expect(code).toBe(1)
    expect(err).toMatch(/https:\/\/ : par http:\/\/[\s\S]+over http:\/\/ nobody/)
  })

  it('makes no key of its own for a database that was prepared elsewhere, and says so in both languages', async () => {
    const lost = join(folder, 'nowhere', 'master.key')
    const { code, err } = await invite('one', { KEY_FILE: lost })
    expect(code).toBe(1)
    expect(err).toMatch(/même KEY_FILE[\s\S]+mnio migrate[\s\S]+same KEY_FILE/)
    expect(existsSync(lost)).toBe(false)
  })

  it('makes the first administrator of an empty database, writes it down, and prints no secret', async () => {
    const { code, out, err } = await invite('one')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('https://mnio.example/connexion')
    const { rows } = await db.owner.query(
      `select p.issuer, p.subject, o.type, o.status, m.role, m.manager from membership m
       join person p on p.id = m.person_id join organisation o on o.id = m.org_id`
    )
    expect(rows).toEqual([
      {
        issuer: 'https://id.example',
        subject: 'one',
        type: 'platform',
        status: 'accredited',
        role: 'admin',
        manager: true
      }
    ])
    const { rows: traces } = await db.owner.query('select action, role, outcome from audit_event')
    expect(traces).toEqual([{ action: 'administrator.first', role: 'system', outcome: 'allowed' }])
    expect((await verifyChains(db.owner)).faults).toEqual([])
  })

  it('is found by the name under which npm knows it, without looking for it elsewhere', async () => {
    const alone = { npm_config_cache: join(folder, 'npm'), npm_config_offline: 'true' }
    const found = await run(['--no-install', 'mnio', 'invite', '--force'], alone, 'npx')
    expect(found).toMatchObject({ code: 2, err: expect.stringMatching(/Option inconnue/) })
  }, 120_000)

  const administering = `select p.subject, p.email from membership m join person p on p.id = m.person_id
    where m.role = 'admin' and m.until is null`

  it('asked again before anybody has signed in, names another in their stead, whose name alone opens from then on', async () => {
    const { code, out } = await invite('onne')
    expect(code).toBe(0)
    expect(out).toMatch(/n’administre plus[\s\S]+administers no more/)
    expect((await db.owner.query(administering)).rows).toEqual([
      { subject: 'onne', email: 'onne@etat.example' }
    ])
    const { rows } = await db.owner.query(
      `select a.object from audit_event a where a.action = 'administrator.replaced' and a.outcome = 'allowed'`
    )
    const { rows: first } = await db.owner.query(`select id from person where subject = 'one'`)
    expect(rows).toEqual([{ object: `person:${first[0].id}` }])
    expect((await verifyChains(db.owner)).faults).toEqual([])
  })

  it('never makes a second one once somebody has signed in, and says where others are invited', async () => {
    // Signed in before they were named: they have not come since.
    await db.owner.query(`update person set seen_at = now() - interval '1 day' where subject = 'onne'`)
    expect((await invite('one')).code).toBe(0)
    await db.owner.query(`update person set seen_at = now() + interval '1 second' where subject = 'one'`)
    const { code, err } = await invite('two')
    expect(code).toBe(1)
    expect(err).toMatch(/Personnes[\s\S]+People/)
    expect((await db.owner.query(administering)).rows).toEqual([
      { subject: 'one', email: 'one@etat.example' }
    ])
  })

  const shut = () => {
    const url = new URL(db.url)
    url.username = 'retired "owner"'
    return { DATABASE_URL: url.href }
  }

  it.each([
    ['invite', () => invite('three', shut())],
    ['migrate', () => run(['migrate'], shut())]
  ])(
    '%s says that the owner may not sign in, and how it may again, not that a release is missing',
    async (_, asked) => {
      const { code, out, err } = await asked()
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/refuse le propriétaire[\s\S]+refuses the owner/)
      expect(err).toContain(`alter role "retired ""owner""" login password '…';`)
      expect(err).not.toMatch(/n’est pas à jour|authentication failed/)
    }
  )

  it('names who administers before the password of the owner goes, where both are printed', async () => {
    const { code, out } = await run(['migrate'])
    expect(code).toBe(0)
    for (const language of ['nommez d’abord', 'first name somebody'])
      expect(out).toMatch(new RegExp(`${language}[\\s\\S]+mnio invite[\\s\\S]+nologin password null`))
  })

  it('does not know a database of another release', async () => {
    await db.owner.query('delete from drizzle.__drizzle_migrations')
    const { code, err } = await invite('three')
    expect(code).toBe(1)
    expect(err).toMatch(/mnio migrate/)
  })
})

describe('the command line, on a machine where nothing was ever started', () => {
  const mine = (name: string) => ({ DATABASE_URL: '', KEY_FILE: '', DATA_DIR: join(folder, name) })
  const server = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }

  it('makes nothing where the server would be a demonstration, and says what to give first', async () => {
    const { code, err } = await invite('one', mine('demonstration'))
    expect(code).toBe(1)
    expect(err).toMatch(/Donnez OIDC_ISSUER[\s\S]+Give OIDC_ISSUER/)
    expect(existsSync(join(folder, 'demonstration'))).toBe(false)
  })

  it('makes no second key for data that is there', async () => {
    mkdirSync(join(folder, 'kept', 'postgres', 'cluster'), { recursive: true })
    const { code, err } = await invite('one', { ...mine('kept'), ...server })
    expect(code).toBe(1)
    expect(err).toMatch(/depuis sa sauvegarde[\s\S]+from its backup/)
    expect(existsSync(join(folder, 'kept', 'keys'))).toBe(false)
  })

  it('makes what a first start makes, and names who administers', async () => {
    const { code, out, err } = await invite('one', { ...mine('new'), ...server })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('https://mnio.example/connexion')
    const again = await invite('other', { ...mine('new'), ...server })
    expect(again.out).toMatch(/n’administre plus/)
  }, 120_000)
})
