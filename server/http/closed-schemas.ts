import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteOptions } from 'fastify'

interface Node {
  [keyword: string]: unknown
}

const requestParts = ['body', 'querystring', 'query', 'params'] as const
const nested = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains'] as const
const alternatives = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const
const maps = ['properties', 'patternProperties', '$defs', 'definitions'] as const

/**
 * The application refuses to start with a schema that lets an unknown field in or out. A response that must be
 * open says why, in the keyword `x-open`; a request never may.
 */
export function requireClosedSchemas(app: FastifyInstance): void {
  const faults: string[] = []
  app.addHook('onSend', requireDeclared)
  app.addHook('onRoute', (route) => void faults.push(...routeFaults(route)))
  app.addHook('onReady', async () => {
    const shared = Object.entries(app.getSchemas()).flatMap(([id, schema]) =>
      openPaths(schema, `schema ${id}`, true)
    )
    const all = [...faults, ...shared]
    if (all.length > 0)
      throw new Error(`These schemas are open:\n${all.map((fault) => `  - ${fault}`).join('\n')}`)
  })
}

const problemType = 'application/problem+json'

/** Whether a status has an answer of its own among those of a route, which keep to it: `200`, or all of `2xx`. */
const declares = (response: object, status: number): boolean =>
  [String(status), `${String(status)[0]}xx`, 'default'].some((one) => one in response)

/**
 * A status that a route does not declare would leave without a schema, whatever it carries: nothing is sent under it but a
 * problem, which has one form everywhere.
 */
async function requireDeclared(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const { url = '', schema } = request.routeOptions
  const { hide } = (schema ?? {}) as { hide?: boolean }
  const says = schema?.response ?? (url.startsWith('/api/') && !hide ? {} : null)
  const empty = payload === undefined || payload === null || payload === ''
  const problem = String(reply.getHeader('content-type') ?? '').startsWith(problemType)
  if (says === null || empty || problem || declares(says, reply.statusCode)) return payload
  throw new Error(`${request.method} ${url} declares no answer of status ${reply.statusCode}`)
}

function routeFaults({ method, url, schema }: Pick<RouteOptions, 'method' | 'url' | 'schema'>): string[] {
  const name = `${[method].flat().join(',')} ${url}`
  const hidden = (schema as { hide?: boolean } | undefined)?.hide === true
  if (name.startsWith('HEAD ') || (hidden && !schema?.body)) return []
  const parts = (schema ?? {}) as Node
  const requests = requestParts.flatMap((part) => openPaths(parts[part], `${name} ${part}`, false))
  return [...requests, ...responseFaults(name, url, schema)]
}

function responseFaults(name: string, url: string, schema: FastifySchema | undefined): string[] {
  const responses = Object.entries((schema?.response ?? {}) as Record<string, Node>)
  if (responses.length === 0) return url.startsWith('/api/') ? [`${name} says nothing of its responses`] : []
  return responses.flatMap(([status, response]) => {
    const bodies = response['content']
      ? Object.values(response['content'] as Record<string, Node>)
      : [response]
    return bodies.flatMap((body) => openPaths(body['schema'] ?? body, `${name} ${status}`, true))
  })
}

// Most forms stand in many routes. Where a reason may open one, it is looked at apart from where it may not.
const foundClosed = { answers: new WeakSet(), requests: new WeakSet() }

/** The places of a schema that accept what they do not name. */
export function openPaths(schema: unknown, path: string, mayBeOpen: boolean): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const closed = mayBeOpen ? foundClosed.answers : foundClosed.requests
  if (closed.has(schema)) return []
  const open = openWithin(schema, path, mayBeOpen)
  if (open.length === 0) closed.add(schema)
  return open
}

function openWithin(schema: object, path: string, mayBeOpen: boolean): string[] {
  const node = schema as Node
  if (mayBeOpen && typeof node['x-open'] === 'string' && node['x-open'] !== '') return []
  const within = [
    ...nested.map((key) => [key, node[key]] as const),
    ...alternatives.flatMap((key) =>
      ((node[key] ?? []) as Node[]).map((one, i) => [`${key}/${i}`, one] as const)
    ),
    ...maps.flatMap((key) =>
      Object.entries((node[key] ?? {}) as Node).map(([k, one]) => [`${key}/${k}`, one] as const)
    )
  ]
  return [
    ...(isOpen(node) ? [path] : []),
    ...within.flatMap(([key, child]) => openPaths(child, `${path}/${key}`, mayBeOpen))
  ]
}

function isOpen(node: Node): boolean {
  const isObject = node['type'] === 'object' || 'properties' in node || 'patternProperties' in node
  if (isObject) return node['additionalProperties'] !== false && node['unevaluatedProperties'] !== false
  const says = [
    'type',
    'const',
    'enum',
    '$ref',
    'anyOf',
    'oneOf',
    'allOf',
    'not',
    'if',
    'then',
    'else',
    'required'
  ]
  return !says.some((keyword) => keyword in node)
}
