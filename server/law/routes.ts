import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import { readings } from '../../workflows/law/origin.ts'
import { legalBases, legalCodes, type LegalBasis, type LegalCode } from '../../workflows/law/register.ts'
import { texts, type TextKey } from '../../workflows/law/texts.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { RouteDeps } from '../http/reading.ts'
import { cursor, pageOf } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import type { Locale } from '../locale.ts'
import { ReferenceList, ReferenceView } from '../views/law.ts'
import { oneOf } from '../views/shapes.ts'
import { referenceView, textView } from './references.ts'
import { searchedFor } from './search.ts'

const pageSize = 30
const lawQuery = closed({
  cursor,
  /** All that fit in one answer: for whoever prints them. */
  whole: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  text: Type.Optional(oneOf(...Object.keys(texts))),
  read: Type.Optional(oneOf(...readings)),
  status: Type.Optional(oneOf('statute', 'soft', 'design')),
  /** What rests on it: the id of an act, of a clock or of an offence. */
  rests: Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))
})
type Asked = Static<typeof lawQuery>

const whole = legalCodes.map((code): LegalBasis => legalBases[code])
const counted = (that: (row: LegalBasis) => boolean) => whole.filter(that).length
const counts = {
  all: whole.length,
  statute: counted(({ status }) => status === 'statute'),
  soft: counted(({ status }) => status === 'soft'),
  design: counted(({ status }) => status === 'design'),
  full: counted(({ read }) => read === 'full'),
  excerpt: counted(({ read }) => read === 'excerpt'),
  secondary: counted(({ read }) => read === 'secondary'),
  unread: counted(({ read }) => read === 'unread')
}

const textsIn = (locale: Locale) => {
  const named = legalCodes.flatMap((code) => textView(code, locale) ?? [])
  return [...new Map(named.map((one) => [one.label, one])).values()].sort((a, b) =>
    a.label.localeCompare(b.label, locale)
  )
}

const written = new Map<Locale, readonly ReferenceView[]>()
/** The same for everybody who reads its language: written at the first asking. */
const registerIn = (locale: Locale) => {
  const views = written.get(locale) ?? legalCodes.map((code) => referenceView(code, locale))
  written.set(locale, views)
  return views
}

const restingOf = ({ acts, clocks, offences }: ReferenceView) => [...acts, ...clocks, ...offences]

/** What rests on the register under an id. Two that people know by one name are one, as they are in the lists. */
const thatRest = (id: string, views: readonly ReferenceView[]) =>
  views.flatMap(restingOf).find((one) => one.id === id)

/** Where the list goes on; a reference that the register no longer has begins it anew. */
const after = (views: readonly ReferenceView[], from: string | undefined) =>
  from === undefined ? 0 : views.findIndex(({ code }) => code === from) + 1

const listReferences = async (_tx: Tx, { locale }: Reader, asked: Asked): Promise<ReferenceList> => {
  const views = registerIn(locale)
  const rests = asked.rests === undefined ? null : (thatRest(asked.rests, views) ?? null)
  const found = (asked.q === undefined ? views : searchedFor(views, asked.q))
    .filter((one) => asked.rests === undefined || restingOf(one).some(({ label }) => label === rests?.label))
    .filter((one) => asked.text === undefined || one.text?.label === texts[asked.text as TextKey][locale])
    .filter((one) => asked.read === undefined || one.read === asked.read)
    .filter((one) => asked.status === undefined || one.status === asked.status)
  const [from] = asked.cursor === undefined ? [] : decodeCursor(asked.cursor, ['reference'])
  const { page, last } = pageOf(found.slice(after(found, from)), asked.whole ? found.length : pageSize)
  const next = last && encodeCursor([last.code])
  return { items: page, next, found: found.length, counts, texts: textsIn(locale), rests }
}

const oneReference = async (_tx: Tx, { locale }: Reader, { code }: { code: string }) => {
  if (!Object.hasOwn(legalBases, code)) throw new NotFound('no such reference')
  return referenceView(code as LegalCode, locale)
}

/** The register of the law as everybody who is signed in may read it: nothing of a case is asked or answered. */
export const lawRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads } = routesOf(app, deps)
  const params = closed({ code: Type.String({ pattern: '^[\\w.-]{1,40}$' }) })
  reads('/api/law', { querystring: lawQuery, answer: ReferenceList }, listReferences)
  reads('/api/law/:code', { params, answer: ReferenceView }, oneReference)
}
