import { beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { fromPage, signIn } from '../support/running/sign-in.ts'
import { peopled } from '../support/world.ts'
import { forFile } from '../support/for-file.ts'

let cookie: string

const served = await forFile(testApp({ web: true }))
beforeAll(async () => {
  await peopled(served.db, served.config.publicUrl)
  cookie = await signIn(served.app, 'asso.rhone')
})

const page = (url: string) =>
  served.app.inject({ url, headers: { cookie, accept: 'text/html', 'accept-language': 'fr' } })

/** The database is out of reach for as long as `work` lasts. */
const without = async <T>(work: () => Promise<T>): Promise<T> => {
  const lost = () => Promise.reject(new Error('Connection terminated unexpectedly'))
  Object.assign(served.db.app, { query: lost, connect: lost })
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(served.db.app, 'query')
    Reflect.deleteProperty(served.db.app, 'connect')
  }
}

describe('a page that is asked for while the database is lost', () => {
  it.each(['/', '/aujourdhui', '/dossiers'])('%s says so, and claims nothing about an act', async (url) => {
    const answer = await without(() => page(url))
    expect(answer.statusCode).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toContain('Le service ne répond pas')
    expect(answer.body).not.toMatch(/n’a pas été enregistré|Connection terminated/)
  })

  it('the home does not treat a signed-in person as signed out', async () => {
    const answer = await without(() => page('/'))
    expect(answer.body).not.toContain('href="/auth/login')
    expect((await page('/')).statusCode).toBe(303)
  })

  it('a sign-in blames no provider, and says when to come back', async () => {
    const answer = await without(() =>
      served.app.inject({ url: '/auth/login', headers: { host: 'localhost:3000' } })
    )
    expect(answer.statusCode).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('who leaves leaves nothing on the machine, whatever the database does', async () => {
    const answer = await without(() =>
      served.app.inject({ method: 'POST', url: '/auth/logout', headers: fromPage(cookie) })
    )
    expect(answer.headers['clear-site-data']).toContain('storage')
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-mnio=;/)
  })
})
