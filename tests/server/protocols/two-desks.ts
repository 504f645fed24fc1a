import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { forFile } from '../../support/for-file.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { testApp } from '../../support/running/app.ts'
import { noon, peopled } from '../../support/world.ts'

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; tag?: number | string; key?: string }

const desks = [
  'admin',
  'admin.bis',
  'cellule.69',
  'cellule.75',
  'prefecture.69',
  'prefecture.75',
  'parquet.lyon',
  'parquet.paris',
  'asso.rhone',
  'membre.69',
  'dpo'
]

/** A site where these are signed in: the desks of two départements, the administration and others, or whom a story needs. */
export const openProtocols = async (logins: readonly string[] = desks) => {
  const site = await forFile(testApp({ now: () => noon }))
  const world = await peopled(site.db)
  const cookies: Record<string, string> = {}
  beforeAll(async () => {
    for (const login of logins) cookies[login] = await signIn(site.app, login)
  })
  const ask = async (login: string, path: string, { method = 'GET', body, tag, key }: Asked = {}) => {
    const answer = await site.app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...fromPage(cookies[login]!),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(tag === undefined ? {} : { 'if-match': `"${tag}"` })
      },
      ...(body ? { payload: body } : {})
    })
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      headers: answer.headers
    }
  }
  const day = '2026-11-24'
  const create = (login: string, name: string, more: object = {}) =>
    ask(login, '/protocols', {
      method: 'POST',
      body: { name, place: name.split('-')[0], title: `Protocole ${name}`, effectiveOn: day, ...more }
    })
  const whole = (rules: LocalRules) => ({
    text: 'Article 1er.',
    parties: [
      { kind: 'prefecture', name: 'Préfecture' },
      { kind: 'prosecution', name: 'Parquet' }
    ],
    rules
  })
  const write = async (login: string, name: string, rules: LocalRules, more: object = {}) => {
    const { body } = await ask(login, `/protocols/${name}`)
    return ask(login, `/protocols/${name}`, {
      method: 'PUT',
      tag: body.revision,
      body: { ...body.body, ...whole(rules), ...more }
    })
  }
  const sign = async (login: string, name: string, revision?: number) => {
    const tag = revision ?? (await ask(login, `/protocols/${name}`)).body.revision ?? 1
    return ask(login, `/protocols/${name}/sign`, { method: 'POST', tag })
  }

  const rules: LocalRules = {
    decidesBy: 'majority',
    durations: { 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' } },
    minors: {
      parties: [
        { kind: 'ase', name: 'Métropole de Lyon' },
        { kind: 'prosecution', name: 'Parquet de Lyon' }
      ],
      contacts: [{ kind: 'child_protection', name: 'CRIP', reach: 'crip@example.org' }],
      told: ['child_protection']
    }
  }
  return { site, world, ask, create, write, whole, sign, rules, day }
}
