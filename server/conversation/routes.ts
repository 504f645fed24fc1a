import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { commandRow } from '../../workflows/case/commands.ts'
import { actsOf } from '../../workflows/rights/conversation.ts'
import { rightsTexts, textUnder, type RightsTextId } from '../../workflows/rights/texts.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { consentScopes, type ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { NotFound } from '../errors.ts'
import type { RouteDeps } from '../http/reading.ts'
import { idParams, tagIn } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { localeOf } from '../locale.ts'
import { ConversationForm, ConversationHeld, RightsText } from '../views/acts/conversation.ts'
import { holdConversation } from './hold.ts'
import { readText } from './texts.ts'
import { viewConversation } from './view.ts'

const among = (table: object) => Type.String({ enum: Object.keys(table) })
const text = Type.Unsafe<RightsTextId>({ type: 'string', enum: Object.keys(rightsTexts) })
const scopes = Type.Array(Type.Unsafe<ConsentScope>({ type: 'string', enum: Object.keys(consentScopes) }), {
  uniqueItems: true,
  maxItems: Object.keys(consentScopes).length
})
const maybe = Type.Optional(Type.Boolean())

const said = closed({
  shown: text,
  on: Type.String({ format: 'date' }),
  language: among(languages),
  means: among(means),
  interpreter: maybe,
  helpWithoutConsent: maybe,
  agrees: scopes,
  refuses: Type.Optional(scopes),
  withdraws: scopes,
  wishes: maybe,
  confidential: maybe
})
const codeParams = closed({ code: Type.String({ maxLength: 12 }) })

/** The conversation in which a person is told their rights and asked what they agree to; and the text, read again by its code. */
export const conversationRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads, acts } = routesOf(app, deps)
  const url = '/api/cases/:id/conversation'
  reads(
    url,
    {
      params: idParams,
      querystring: closed({ text: Type.Optional(text) }),
      answer: ConversationForm,
      tag: ({ version }) => version
    },
    viewConversation
  )
  acts(
    url,
    { params: idParams, body: said, answer: ConversationHeld, version: tagIn },
    async ({ gate, by, input, version, request }, { id }) => {
      await holdConversation(gate, by, { ...input, caseId: id, version })
      return { id, acts: actsOf(input).map(({ command }) => commandRow(command).done[localeOf(request)]) }
    }
  )
  app.get(
    '/api/texts/:code',
    { schema: { params: codeParams, response: { 200: RightsText } } },
    async (request) => {
      const found = textUnder((request.params as { code: string }).code)
      if (!found) throw new NotFound('no such text')
      return readText(found, localeOf(request))
    }
  )
}
