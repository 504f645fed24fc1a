import en from '../../messages/en.json' with { type: 'json' }
import fr from '../../messages/fr.json' with { type: 'json' }
import { bound } from './bound.ts'

export type MessageKey = keyof typeof fr

function typeset<T extends Record<string, string>>(table: T): T {
  return Object.fromEntries(Object.entries(table).map(([key, text]) => [key, bound(text)])) as T
}

/** All words on the server; in the browser those that the modules at hand have brought (`words.plugin.ts`). */
export const tables: Record<'fr' | 'en', Record<MessageKey, string>> = { fr: typeset(fr), en }
