import { page } from '$app/state'
import {
  translate,
  translateCount,
  type Locale,
  type MessageKey,
  type PluralKey,
  type Values
} from './messages.ts'

/** The reader's language. Readable while a component renders, on the server as in the browser. */
export function locale(): Locale {
  return page.data.locale ?? 'fr'
}

export function t(key: MessageKey, values?: Values): string {
  return translate(locale(), key, values)
}

/** A counted message: `tn('list.cases', 3)` reads `list.cases.other` with `{n}`. */
export function tn(key: PluralKey, count: number, values?: Values): string {
  return translateCount(locale(), key, count, values)
}
