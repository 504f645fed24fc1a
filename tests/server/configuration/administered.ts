import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { testApp } from '../../support/running/app.ts'
import { noon, peopled } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; revision?: number; key?: string }
type Body = Record<string, never> & { durations: Record<string, { n: number; unit: string }> }

/** A site whose administration writes versions. */
export const openConfiguration = async () => {
  const cookies: Record<string, string> = {}
  const today = noon

  const site = await forFile(testApp({ now: () => today }))
  const world = await peopled(site.db)
  beforeAll(async () => {
    for (const login of ['admin', 'admin.bis', 'cellule.69', 'dpo'])
      cookies[login] = await signIn(site.app, login)
  })
  const ask = async (login: string, path: string, { method = 'GET', body, revision, key }: Asked = {}) => {
    const answer = await site.app.inject({
      method,
      url: path.startsWith('/moves/') ? `/api${path}` : `/api/configuration${path}`,
      headers: {
        ...fromPage(cookies[login]!),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` })
      },
      ...(body ? { payload: body } : {})
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const draft = (version: string, effectiveOn = '2026-11-24', login = 'admin') =>
    ask(login, '', { method: 'POST', body: { from: '2026-09', version, effectiveOn, note: 'circulaire' } })
  const change = async (version: string, how: (body: Body) => object, login = 'admin') => {
    const { body } = await ask(login, `/${version}`)
    return ask(login, `/${version}`, { method: 'PUT', body: how(body.body), revision: body.revision })
  }
  const publish = async (version: string, login = 'admin.bis') => {
    const { body } = await ask('admin', `/${version}`)
    return ask(login, `/${version}/publish`, { method: 'POST', revision: body.revision })
  }
  const stored = async (version: string) =>
    (await site.db.owner.query('select * from config_version where version = $1', [version])).rows[0]
  return { site, world, ask, draft, change, publish, stored, cookies }
}
