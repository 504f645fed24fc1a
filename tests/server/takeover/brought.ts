import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, peopled } from '../../support/world.ts'

type Sent = { body?: object; key?: string }

/** A site to which an association brings its spreadsheet. */
export const openTakeover = async () => {
  const site = await forFile(testApp({ now: () => noon }))
  const world = await peopled(site.db)
  const { owner } = site.db
  const lead = 'asso.rhone'
  const cookies: Record<string, string> = {}
  beforeAll(async () => {
    for (const login of [lead, 'asso.rhone.ouest', 'asso.paris', 'police.69', 'cellule.69'])
      cookies[login] = await signIn(site.app, login)
  })
  const ask = async (
    login: string,
    method: 'GET' | 'POST',
    path: string,
    { body, key = randomUUID() }: Sent = {}
  ) => {
    const answer = await site.app.inject({
      method,
      url: `/api${path}`,
      headers: { ...fromPage(cookies[login]!), ...(method === 'POST' ? { 'idempotency-key': key } : {}) },
      ...(body ? { payload: body } : {})
    })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  const nobody = { teamId: null, personId: null }
  const preview = (csv: string, login = lead, to: object = nobody) =>
    ask(login, 'POST', '/files/preview', { body: { csv, ...to } })
  const take = (csv: string, more: object = {}, login = lead, key = randomUUID()) =>
    ask(login, 'POST', '/files', { body: { csv, ...nobody, take: [], leave: [], ...more }, key })
  const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
  const count = async () => Number((await rows('select count(*) as n from "case"'))[0].n)
  return { world, owner, lead, ask, nobody, preview, take, count, site, cookies, rows }
}
