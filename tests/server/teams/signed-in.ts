import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, peopled } from '../../support/world.ts'

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; key?: string; tag?: string }

/** A site where two colleagues of one association and some others are signed in. */
export const openTeams = async () => {
  const site = await forFile(testApp({ now: () => noon }))
  const world = await peopled(site.db)
  const tell = acting(world)
  const [lead, mate] = ['asso.rhone', 'asso.rhone.ouest']
  const me = world.as(lead)
  const cookies: Record<string, string> = {}
  beforeAll(async () => {
    for (const login of [lead, mate, 'cellule.69', 'police.69', 'asso.paris', 'soin.69'])
      cookies[login] = await signIn(site.app, login)
  })
  const ask = async (login: string, path: string, { method = 'GET', body, key, tag }: Asked = {}) => {
    const answer = await site.app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...fromPage(cookies[login]!),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(tag === undefined ? {} : { 'if-match': tag })
      },
      ...(body ? { payload: body } : {})
    })
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      tag: answer.headers.etag
    }
  }
  const post = (login: string, path: string, body?: object, key?: string) =>
    ask(login, path, { method: 'POST', ...(body && { body }), ...(key && { key }) })
  /** What an act was refused with: the status, and the French words of the rule or of the first field. */
  const refused = async (login: string, path: string, body?: object): Promise<[number, string]> => {
    const { status, body: said } = await post(login, path, body)
    return [status, said?.errors?.[0]?.message ?? said?.detail]
  }
  return { site, world, tell, lead, me, ask, post, refused, mate }
}
