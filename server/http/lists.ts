import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { isLocale, localeOf } from '../locale.ts'
import { ChoiceList, choiceList, listNames, type ListName } from '../views/lists.ts'

const schema = {
  params: closed({ name: Type.String({ enum: [...listNames] }) }),
  querystring: closed({
    version: Type.Optional(
      Type.String({ maxLength: 40, description: 'As a form names it: what is then answered may be kept.' })
    )
  }),
  response: { 200: ChoiceList, 304: Type.Null({ description: 'The version that the reader has.' }) }
}

/** What is asked for by its version never changes; without one, or by one of another release, it is asked for again. */
const keeping = (asked: string | undefined, version: string) =>
  asked === version ? 'private, max-age=31536000, immutable' : 'private, no-cache'

/** Long lists of words, the same for everybody: nothing of a case. */
export const listRoutes = async (app: FastifyInstance) => {
  const config = { bears: { 200: ['ETag'], 304: ['ETag'] } } as const
  app.get('/api/lists/:name', { schema, config }, async (request, reply) => {
    const { name } = request.params as { name: ListName }
    const { version } = request.query as { version?: string }
    const [language] = version?.split('-') ?? []
    const list = choiceList(name, isLocale(language) ? language : localeOf(request))
    const tag = `"${list.version}"`
    reply.header('etag', tag).header('cache-control', keeping(version, list.version))
    reply.header('vary', 'cookie, accept-language')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.send(list)
  })
}
