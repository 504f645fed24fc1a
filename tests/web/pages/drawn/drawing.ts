import fastify from 'fastify'
import { webPlugin } from '../../../../server/web.ts'
import type { Me } from '../../../../web/src/lib/api.types.ts'
import { forFile } from '../../../support/for-file.ts'

/** What the API answers, by what is asked; a page asks for no more than what it draws. */
export type Api = Record<string, unknown>

const me: Partial<Me> = {
  person: { id: 'me', name: 'Camille' },
  organisation: { id: 'own', name: 'Maison', type: 'association', territory: null, zone: 'Europe/Paris' },
  ...{ role: 'asso', roleLabel: 'association', accredited: true, demonstration: false },
  locale: 'fr',
  ...{ idleSeconds: 900, answers: true, offer: null, arrivals: [], nav: [], rooms: [] },
  ...{ flagRefused: null, waits: null, memberships: [] }
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The pages as they are built, before an API that answers as it is told: nothing but what is drawn of an answer is looked at. */
export const drawing = async () => {
  const now = () => new Date('2026-11-24T11:00:00Z')
  let api: Api = {}
  const opened = async () => {
    const app = fastify({ pluginTimeout: 0 })
    app.get('/api/*', (request, reply) => {
      const body = api[request.url] ?? api[request.url.replace(/\?.*/, '')]
      return body === undefined
        ? reply.code(404).send({ title: 'Rien', code: 'not_found', status: 404 })
        : reply.send(body)
    })
    await app.register(webPlugin, {
      ...{ dev: false, demonstration: false, now },
      answerable: { controller: null, officer: null }
    })
    await app.ready()
    return { app, close: () => app.close() }
  }
  const { app } = await forFile(opened())
  /** What somebody is shown of a page: its text, and its source. */
  return async (url: string, answers: Api, more: Partial<Me> = {}) => {
    api = { '/api/me': { ...me, ...more }, ...answers }
    const headers = { accept: 'text/html', 'accept-language': 'fr', host: 'localhost:3000' }
    const { statusCode, body } = await app.inject({ url, headers })
    const main = body.slice(body.indexOf('<main')).replace(/<script[\s\S]*/, '')
    const named = (pattern: RegExp) => [...main.matchAll(pattern)].map(([, one]) => one!)
    return {
      ...{ status: statusCode, body: main, text: plain(main) },
      /** What its buttons do, by the names of its actions or of the acts that they bear. */
      buttons: named(/(?:form)?action="\?\/(\w+)"/g).concat(named(/name="_command" value="([\w.]+)"/g)),
      links: named(/href="([^"]+)"/g)
    }
  }
}
