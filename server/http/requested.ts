import { Type, type Static } from 'typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { wrongField } from '../errors.ts'

const key = {
  'idempotency-key': Type.String({
    minLength: 8,
    maxLength: 64,
    pattern: '^[\\w-]+$',
    description: 'Yours for this act: sent again with it, the act is done once.'
  })
}
const version = {
  'if-match': Type.String({
    pattern: '^(W/)?"[\\w-]{1,40}"$',
    description: 'The version that you read, in quotes, as its `ETag` gives it. It is not done on another.'
  })
}
const prefer = {
  prefer: Type.Optional(Type.String({ description: '`return=minimal`: no body after the act (RFC 7240).' }))
}

/** Headers that every act carries; others pass by. */
export const actHeaders = Type.Object(key)
/** Those of an act on what was read before: on something that has moved since it is refused. */
export const versionHeaders = Type.Object({ ...key, ...version })
/** Where the answer is left out for who wants none: of what creates, and of an act. */
export const briefHeaders = Type.Object({ ...key, ...prefer })
export const briefVersionHeaders = Type.Object({ ...key, ...version, ...prefer })

/** Who reads the page again anyway asks for nothing in answer to an act. */
export const wantsNothing = ({ headers }: Pick<FastifyRequest, 'headers'>) =>
  /(^|[,\s])return=minimal([,;\s]|$)/.test(String(headers['prefer'] ?? ''))

/** Where a list goes on. */
export const cursor = Type.Optional(Type.String({ maxLength: 300 }))
/** How many lines a page has. */
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
export const pageQuery = closed({ cursor, limit })
export type PageQuery = Static<typeof pageQuery>

/** One page of lines that are in order already, and the last of them where others follow. */
export const pageOf = <T>(lines: readonly T[], limit: number): { page: T[]; last: T | null } => {
  const page = lines.slice(0, limit)
  return { page, last: lines.length > limit ? (page.at(-1) ?? null) : null }
}
export const idParams = closed({ id: Type.String({ format: 'uuid' }) })

/** The version of a case that its reader saw, which is their own: an act on something that has moved since is refused. @throws InvalidInput */
export const tagIn = ({ headers }: Pick<FastifyRequest, 'headers'>): string => {
  const asked = headers['if-match']
  if (asked === undefined)
    throw wrongField('if-match', 'required', {
      fr: 'La version lue est à donner, entre guillemets',
      en: 'Give the version you read, in quotes'
    })
  return asked.replaceAll(/^W\/|"/g, '')
}

/** Where a form asks for a version it is asked for first, before anything is said of the rest. */
export function askForVersions(app: FastifyInstance): void {
  const given = async (request: FastifyRequest) => void tagIn(request)
  app.addHook('onRoute', (route) => {
    const { required } = (route.schema?.headers ?? {}) as { required?: string[] }
    if (required?.includes('if-match')) route.preValidation = [given, ...[route.preValidation ?? []].flat()]
  })
}

/** The same of what has a number, written as we write it: anything else is the version of nothing. */
export const versionOf = (request: Pick<FastifyRequest, 'headers'>): number => {
  const tag = tagIn(request)
  return /^[1-9]\d{0,8}$/.test(tag) ? Number(tag) : Number.NaN
}

export const keyOf = ({ headers }: Pick<FastifyRequest, 'headers'>) => String(headers['idempotency-key'])
