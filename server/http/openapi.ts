import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { sessionCookie } from '../auth/session.ts'
import { problemSchema } from './problem.ts'

const problem = { description: 'Refusal', content: { 'application/problem+json': { schema: problemSchema } } }

/** Describes the API from the very schemas that guard it; every operation may also answer with a problem. */
export async function openApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'MNIO', version: '1', description: 'Case referral: commands, sight and deadlines' },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } }
    },
    transform: ({ schema, url, route }) => {
      if (!url.startsWith('/api/')) return { schema: { ...schema, hide: true }, url }
      const { response, ...rest } = schema as FastifySchema & { response?: object }
      const operationId = schema.operationId ?? operationOf(String([route.method].flat()[0]), url)
      return { schema: { ...rest, operationId, response: { ...response, default: problem } }, url }
    }
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(app.swagger())
  )
}

const operationOf = (method: string, url: string) =>
  [method.toLowerCase(), ...url.split('/').filter((part) => part !== '' && part !== 'api')]
    .join('-')
    .replaceAll(':', '')
