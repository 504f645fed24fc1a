import { randomUUID } from 'node:crypto'
import { signIn, fromPage } from '../../support/running/sign-in.ts'
import { testApp } from '../../support/running/app.ts'
import { peopled } from '../../support/world.ts'

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; key?: string }

/** The application with the demonstration's people, whose first of each organisation manages access, asked over HTTP. */
export const openDirectory = async () => {
  const site = await testApp({ now: () => new Date() })
  const world = await peopled(site.db)
  const { owner } = site.db
  const cookies = new Map<string, string>()
  const cookieOf = async (login: string) => {
    const known = cookies.get(login) ?? (await signIn(site.app, login))
    cookies.set(login, known)
    return known
  }
  const ask = async (login: string, path: string, { method = 'GET', body, key }: Asked = {}) => {
    const answer = await site.app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...fromPage(await cookieOf(login)),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() })
      },
      ...(body ? { payload: body } : {})
    })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  const post = (login: string, path: string, body?: object, key?: string) =>
    ask(login, path, { method: 'POST', ...(body && { body }), ...(key && { key }) })
  /** What an act was refused with: the status, and the French words of the rule or of the first field. */
  const refused = async (login: string, path: string, body?: object): Promise<[number, string]> => {
    const { status, body: said } = await post(login, path, body)
    return [status, said?.errors?.[0]?.message ?? said?.detail]
  }
  const manages = (login: string) =>
    owner.query('update membership set manager = true where person_id = $1', [world.as(login).personId])
  for (const login of ['admin', 'admin.bis', 'asso.rhone']) await manages(login)
  const traces = async (action: string, outcome = 'allowed') => {
    const text = 'select count(*)::int as n from audit_event where action = $1 and outcome = $2'
    return (await owner.query<{ n: number }>(text, [action, outcome])).rows[0]!.n
  }
  return { ...site, world, owner, ask, post, refused, cookieOf, manages, traces }
}
