import { conversationActs } from '../../workflows/rights/conversation.ts'
import {
  awaitedTexts,
  rightsTextWords,
  textFor,
  textsNow,
  type RightsTextId
} from '../../workflows/rights/texts.ts'
import { consentScopes, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { configurationOf } from '../cases/configuration.ts'
import { tagOf } from '../cases/tag.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import { actionOf } from '../reading/actions.ts'
import { scopeNote } from '../reading/consents.view.ts'
import type { ConversationForm } from '../views/conversation.ts'
import { shownText } from './texts.ts'

const plain = 'fr-simple-2026-11-28' satisfies RightsTextId

const worded = (table: Record<string, Bilingual>, locale: Reader['locale']) =>
  Object.entries(table).map(([id, label]) => ({ id, label: label[locale] }))

const textsOf = (told: DisclosedCase, text: RightsTextId | undefined) => {
  const { consents, facts, reader } = told
  const scopes = consents.map(({ scope }) => scope)
  const shown = text ?? textFor(facts.language ?? null)
  return {
    texts: textsNow().map(([id, { name }]) => ({ id, name, label: rightsTextWords[id][reader.locale] })),
    awaited: awaitedTexts.map((one) => languages[one][reader.locale]),
    plain: shownText(plain, scopes, reader.locale),
    beside: shown === plain ? null : shownText(shown, scopes, reader.locale)
  }
}

/**
 * What is told and asked in a conversation, as far as this reader may record it.
 * @throws NotFound for whoever may not see the case, or may record nothing of it.
 */
export const viewConversation = async (
  tx: Tx,
  reader: Reader,
  { id, text }: { id: string; text?: RightsTextId }
): Promise<ConversationForm> => {
  const told = await discloseCase(tx, id, reader, { holds: () => true })
  const configuration = await configurationOf(tx, told.decidedUnder)
  const acts = conversationActs.flatMap((command) => actionOf(command, told, configuration) ?? [])
  if (acts.length === 0) throw new NotFound('no conversation for this reader')
  const { locale } = reader
  const { facts, follows, code, consents } = told
  return {
    ...{ version: tagOf(keysUnder(poolOf(tx)), follows), code },
    acts: acts.map(({ command, label, enabled, reason }) => ({ command, label, enabled, reason })),
    consents: consents.map(({ scope, given }) => ({
      ...{ scope, given, label: consentScopes[scope][locale] },
      note: scopeNote(scope, given, locale)
    })),
    ...{ languages: worded(languages, locale), means: worded(means, locale) },
    language: facts.language ?? null,
    ...textsOf(told, text)
  }
}
