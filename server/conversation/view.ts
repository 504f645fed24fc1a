import type { Shown } from '../../policies/requirements/requirement.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { conversationActs } from '../../workflows/rights/conversation.ts'
import {
  awaitedRecordings,
  awaitedTexts,
  plainText,
  rightsTextWords,
  textFor,
  textsNow,
  type RightsTextId
} from '../../workflows/rights/texts.ts'
import { consentScopes, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { decidingIn } from '../cases/configuration.ts'
import { showCode } from '../cases/code.ts'
import { tagOf } from '../cases/tag.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import { actionOf, refusedOnceOpen } from '../reading/actions.ts'
import { scopeNote } from '../reading/consents.view.ts'
import type { ConversationForm } from '../views/acts/conversation.ts'
import { basesOf } from '../views/words.ts'
import { recordingView, shownText } from './texts.ts'

const worded = (table: Record<string, Bilingual>, locale: Reader['locale']) =>
  Object.entries(table).map(([id, label]) => ({ id, label: label[locale] }))

const textsOf = (told: DisclosedCase, text: RightsTextId | undefined) => {
  const { consents, facts, reader } = told
  const scopes = consents.map(({ scope }) => scope)
  const shown = text ?? textFor(facts.language ?? null)
  return {
    texts: textsNow().map(([id, { name }]) => ({ id, name, label: rightsTextWords[id][reader.locale] })),
    awaited: awaitedTexts.map((one) => languages[one][reader.locale]),
    recorded: awaitedTexts.flatMap((one) => {
      const recording = awaitedRecordings[one]
      const label = languages[one][reader.locale]
      return recording ? [{ label, recording: recordingView(recording, reader.locale) }] : []
    }),
    plain: shownText(plainText, scopes, reader.locale),
    beside: shown === plainText ? null : shownText(shown, scopes, reader.locale)
  }
}

type Act = Omit<ConversationForm['acts'][number], 'basis' | 'command'> & { command: CommandType }
type Deciding = Shown['deciding']

const answering = ['consent.record', 'consent.refuse'] as const satisfies readonly CommandType[]
type Answering = (typeof answering)[number]
const answers = (command: CommandType): command is Answering => answering.some((one) => one === command)

/** An answer waits for the information, which is given in the same step: only what refuses it by itself is said. */
const answered = (command: Answering, told: DisclosedCase, deciding: Deciding): Act | null => {
  const reason = refusedOnceOpen(command, told, deciding)
  const { locale } = told.reader
  return reason === undefined
    ? null
    : {
        ...{ command, label: commandRow(command).label[locale] },
        ...{ enabled: reason === null, reason: reason?.[locale] ?? null }
      }
}

const actsIn = (told: DisclosedCase, deciding: Deciding): Act[] => {
  const informs = actionOf('person.inform', told, deciding)?.enabled === true
  return conversationActs.flatMap((command): Act | readonly Act[] => {
    if (answers(command) && informs) return answered(command, told, deciding) ?? []
    const act = actionOf(command, told, deciding)
    if (!act) return []
    const { label, enabled, reason } = act
    return [{ command, label, enabled, reason }]
  })
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
  const acts = actsIn(told, await decidingIn(tx, told.inCharge))
  if (acts.length === 0) throw new NotFound('no conversation for this reader')
  const { locale } = reader
  const { facts, follows, code, consents, territory } = told
  const today = civilDate(reader.now, zoneOf(territory))
  return {
    ...{ version: tagOf(keysUnder(poolOf(tx)), follows), code: showCode(code) },
    acts: acts.map((act) => ({ ...act, basis: basesOf(commandRow(act.command).basis, today, locale) })),
    consents: consents.map(({ scope, given, refusedAt }) => ({
      ...{ scope, given, label: consentScopes[scope][locale] },
      refusedAt: refusedAt?.toISOString() ?? null,
      note: scopeNote(scope, given, locale)
    })),
    ...{ languages: worded(languages, locale), means: worded(means, locale) },
    language: facts.language ?? null,
    ...textsOf(told, text)
  }
}
