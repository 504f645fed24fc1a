import {
  statuses,
  told,
  type Recording as Recorded,
  type RightsText as Text
} from '../../workflows/rights/sentences.ts'
import { rightsTexts, type RightsTextId } from '../../workflows/rights/texts.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { Recording, RightsText, ShownText } from '../views/acts/conversation.ts'

export const recordingView = ({ kind, src, by }: Recorded, locale: Locale): Recording => ({
  ...{ kind, src },
  by: by[locale]
})

/** A text as whoever reads it again has it. */
export const readText = (text: Text, locale: Locale): RightsText => {
  const { tag, name, direction, status, translator, from, code, sentences, recording } = text
  return {
    ...{ tag, name, direction, from, code, title: sentences.title },
    ...{ status: statuses[status][locale], translator: translator[locale] },
    recording: recording ? recordingView(recording, locale) : null,
    told: told.map((id) => ({ id, words: sentences[id] }))
  }
}

/** The same where it is held, with what is asked in it of these consents. */
export const shownText = (id: RightsTextId, scopes: readonly ConsentScope[], locale: Locale): ShownText => {
  const text: Text = rightsTexts[id]
  const { agrees, wishes, yes, no, later, consents } = text.sentences
  return {
    ...readText(text, locale),
    ...{ id, agrees, wishes, answers: { yes, no, later } },
    consents: scopes.map((scope) => ({ scope, words: consents[scope] }))
  }
}
