import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyContextConfig, FastifyInstance, FastifySchema } from 'fastify'
import { needsSession } from '../auth/actor.ts'
import { sessionCookie } from '../auth/session.ts'
import { borne } from './borne.ts'
import { described, named } from './components.ts'
import { components, type Json } from './document.ts'
import { withShared, type Paths } from './operations.ts'
import { summaries } from './summaries.ts'

const tags = {
  access: 'Who is signed in, and whether the service is up.',
  cases: 'Cases: what the reader may know of them, and each act of the mechanism.',
  referrals: 'Referrals of a case to a recipient, read from both sides.',
  links: 'The way of a recipient without an account: the token of the link is its whole right.',
  openings: 'Emergency access, and the word of the second person.',
  places: 'Places: what is kept, which suits, who waits.',
  meetings: 'Meetings of the cell: agenda, voices, decisions, minutes.',
  deadlines: 'Clocks, each with how it was computed.',
  notices: 'What has moved, told to whom it concerns.',
  figures: 'Figures, as released, for partners.',
  publications: 'Figures, as released, for anybody.',
  releases: 'Preparing and publishing figures, by two people.',
  audit: 'Acts, readings and refusals, for the data protection officer.',
  configuration: 'Dated versions of what the mechanism leaves open.',
  drafts: 'The unfinished flag of one person.'
}
const chapters: Record<string, string> = { stays: 'places', moves: 'configuration' }
const tagOf = (url: string) => {
  const street = url.split('/')[2] ?? ''
  return chapters[street] ?? (street in tags ? street : 'access')
}

const operationOf = (method: string, url: string) =>
  [method.toLowerCase(), ...url.split('/').filter((part) => part !== '' && part !== 'api')]
    .join('-')
    .replaceAll(':', '')

/** Each answer with the headers that its route bears under that status. */
const bearing = (response: unknown, bears: FastifyContextConfig['bears'] = {}) =>
  Object.fromEntries(
    Object.entries((response ?? {}) as Record<string, object>).map(([status, answer]) => {
      const names = bears[Number(status)] ?? []
      const headers = names.map((name) => [name, { type: 'string', description: borne[name] }])
      return [status, names.length > 0 ? { ...answer, headers: Object.fromEntries(headers) } : answer]
    })
  )

const transform: FastifyDynamicSwaggerOptions['transform'] = ({ schema, url, route }) => {
  if (!url.startsWith('/api/')) return { schema: { ...schema, hide: true }, url }
  const method = String([route.method].flat()[0])
  const own = {
    summary: summaries[`${method} ${url}`],
    tags: [tagOf(url)],
    operationId: operationOf(method, url),
    security: needsSession(url) ? [{ session: [] }] : []
  }
  const response = bearing(schema?.response, route.config?.bears)
  return { schema: { ...own, ...schema, response } as FastifySchema, url }
}

/** The plugin writes each form wherever it stands; here it stands once, under its name. */
const transformObject: FastifyDynamicSwaggerOptions['transformObject'] = (document) => {
  const { openapiObject } = document as unknown as {
    openapiObject: Json & { paths: Paths; components: Json }
  }
  const { share, schemas } = components(named, described)
  const { paths, ...others } = withShared(share(openapiObject.paths) as Paths)
  share(named['Problem'])
  return { ...openapiObject, paths, components: { ...openapiObject.components, schemas, ...others } }
}

/** Describes the API from the very schemas that guard it. */
export async function openApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'MNIO',
        version: '1',
        description: 'Case referral: commands, sight and deadlines.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } as { name: string }
      },
      servers: [{ url: publicUrl }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } }
    },
    transform,
    transformObject
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(app.swagger())
  )
}
