import { Type, type Static } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { wrongField } from '../errors.ts'

/** Headers that every act carries; others pass by. */
export const actHeaders = Type.Object({
  'idempotency-key': Type.String({
    minLength: 8,
    maxLength: 64,
    pattern: '^[\\w-]+$',
    description: 'Yours for this act: sent again with it, the act is done once.'
  }),
  'if-match': Type.Optional(
    Type.String({ description: 'The version that you read, in quotes, as its `etag` gives it.' })
  ),
  prefer: Type.Optional(Type.String({ description: '`return=minimal`: no body after the act (RFC 7240).' }))
})

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

const refused = (code: string) =>
  wrongField('if-match', code, {
    fr: 'La version lue est à donner, entre guillemets',
    en: 'Give the version you read, in quotes'
  })

const given = ({ headers }: Pick<FastifyRequest, 'headers'>, form: RegExp): string => {
  const asked = headers['if-match']
  if (asked === undefined) throw refused('required')
  const [, version] = form.exec(asked) ?? []
  if (version === undefined) throw refused('format')
  return version
}

/** The version that the reader saw: an act on something that has moved since is refused. @throws InvalidInput */
export const versionOf = (request: Pick<FastifyRequest, 'headers'>): number =>
  Number(given(request, /^(?:W\/)?"(\d{1,9})"$/))

/** The same of a case, whose version is the reader's own. @throws InvalidInput */
export const tagIn = (request: Pick<FastifyRequest, 'headers'>): string =>
  given(request, /^(?:W\/)?"([\w-]{1,40})"$/)

export const keyOf = ({ headers }: Pick<FastifyRequest, 'headers'>) => String(headers['idempotency-key'])
