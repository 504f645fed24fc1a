import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../../../server/db/embedded/postgres-process.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { mailAccess } from '../../../server/organisations/mail.ts'
import { testApp } from '../../support/running/app.ts'
import { launchBrowser } from '../../support/running/browser.ts'
import { person, type Sight } from './person.ts'

/** The application on a database in which there is nobody and nothing. */
export const openEmpty = async () => {
  if (!existsSync('web/build/handler.js')) throw new Error('The pages are not built: npm run build')
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = { PORT: String(port), PUBLIC_URL: base }
  const { app, db, close } = await testApp({ web: true, env })
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await launchBrowser()
  const sight: Sight = { problems: [] }
  const enter = async (login: string, signsIn: 'by hand' | false = 'by hand') => {
    const context = await browser.newContext({
      baseURL: base,
      locale: 'fr-FR',
      viewport: { width: 1360, height: 900 }
    })
    return person(await context.newPage(), { login, sight, javaScript: true, signsIn })
  }
  const letters = async (): Promise<Letter[]> => {
    const sent: Letter[] = []
    const text = `delete from outbox where kind = 'mail_access' returning payload`
    const deps = { db, keys: db.keys, publicUrl: base, post: async (one: Letter) => void sent.push(one) }
    for (const { payload } of (await db.worker.query(text)).rows) await mailAccess(deps, payload)
    return sent
  }
  const folder = mkdtempSync(join(tmpdir(), 'mnio-empty-'))
  const keyFile = join(folder, 'master.key')
  writeFileSync(keyFile, Buffer.alloc(32, 7))
  /** The first administrator, by the command that whoever installs the product types. Returns what it says. */
  const invite = async (subject: string): Promise<string> => {
    const asked = ['--issuer', `${base}/oidc`, '--subject', subject, '--email', `${subject}@exemple.invalid`]
    const own = { DATABASE_URL: db.url, KEY_FILE: keyFile, DATA_DIR: folder, PUBLIC_URL: base }
    const env = { PATH: process.env['PATH'], ...own }
    return (await promisify(execFile)(join(process.cwd(), 'mnio'), ['invite', ...asked], { env })).stdout
  }
  /** What prepared the database is over: everything that follows is done without its owner. */
  const letOwnerGo = () => db.owner.end()
  const asSuperuser = async <T extends object>(text: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: db.superuserUrl })
    await client.connect()
    return client
      .query<T>(text)
      .then(({ rows }) => rows)
      .finally(() => client.end())
  }
  return {
    db,
    base,
    enter,
    letters,
    invite,
    letOwnerGo,
    asSuperuser,
    sight,
    close: async () => {
      await browser.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

export type Empty = Awaited<ReturnType<typeof openEmpty>>
