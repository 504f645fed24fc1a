import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { InvalidInput, NotFound, refusalOf, type FieldProblem, type Refusal } from '../errors.ts'
import { fieldProblems } from './field-problems.ts'
import { headerSetter } from './headers.ts'
import { localeOf } from '../locale.ts'

const closed = { additionalProperties: false }

/** What every refusal looks like (RFC 9457). */
export const problemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    requestId: Type.Optional(Type.String()),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), code: Type.String(), message: Type.String() }, closed))
    )
  },
  closed
)

/** One place where errors become answers: by the table, in the reader's language, without a word of the cause. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const fault = error.validation ? new InvalidInput(fieldProblems(error.validation)) : error
    const refusal = refusalOf(fault)
    if (refusal.status >= 500) request.log.error({ req: request, err: error }, 'request failed')
    return sendProblem(request, reply, { refusal, error: fault })
  })
  // Never the address: a search typed into it may hold a name.
  app.setNotFoundHandler((request, reply) => {
    const error = new NotFound('no such route')
    return sendProblem(request, reply, { refusal: refusalOf(error), error })
  })
}

const retryAfterSeconds = 5
const mediaType = 'application/problem+json; charset=utf-8'

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  what: { refusal: Refusal; error: unknown }
) {
  if (what.refusal.status === 503) reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(what.refusal.status)
    .header('content-language', localeOf(request))
    .type(mediaType)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(request, what))
}

function problemOf(request: FastifyRequest, { refusal, error }: { refusal: Refusal; error: unknown }) {
  const { status, code, title } = refusal
  const locale = localeOf(request)
  const { reason, fields } = error as { reason?: Bilingual; fields?: FieldProblem[] }
  return {
    type: 'about:blank',
    title: title[locale],
    status,
    code,
    ...(reason && status < 500 ? { detail: reason[locale] } : {}),
    ...(status >= 500 ? { requestId: request.id } : {}),
    ...(fields ? { errors: fields.map((field) => ({ ...field, message: field.message[locale] })) } : {})
  }
}

/** For an address that no router can read: it never reaches a hook, and the framework's own answer repeats it. */
export function answerUnreadable(publicUrl: string) {
  const setHeaders = headerSetter(publicUrl)
  return (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const error = new NotFound('an address that cannot be read')
    setHeaders(reply.raw)
    reply.raw.setHeader('content-type', mediaType)
    reply.raw.writeHead(404).end(JSON.stringify(problemOf(request, { refusal: refusalOf(error), error })))
  }
}
