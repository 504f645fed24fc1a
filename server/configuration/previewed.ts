import { timingSafeEqual } from 'node:crypto'
import { RuleRefused } from '../errors.ts'
import type { Keys } from '../keys.ts'

type Seen = { personId: string; territory?: string | null; from: string | null; to: string | null }

const validMs = 60 * 60_000

const markOf = (keys: Keys, { personId, territory = null, from, to }: Seen, until: number) =>
  keys.mark('configuration.preview', JSON.stringify([personId, territory, from, to, until]))

/** What a preview gives to whoever read it: without it, within the hour, nobody moves cases. */
export const previewMark = (keys: Keys, seen: Seen, now: Date): string => {
  const until = now.getTime() + validMs
  return `${until}.${markOf(keys, seen, until)}`
}

/** @throws RuleRefused when this person has not previewed this very move within the hour. */
export const mustHavePreviewed = (keys: Keys, seen: Seen, { mark, now }: { mark: string; now: Date }) => {
  const [until = '', given = ''] = mark.split('.')
  const [expected, offered] = [Buffer.from(markOf(keys, seen, Number(until))), Buffer.from(given)]
  const same = expected.length === offered.length && timingSafeEqual(expected, offered)
  if (same && Number(until) > now.getTime()) return
  throw new RuleRefused('not previewed', {
    fr: 'Lisez d’abord l’aperçu de cette bascule : il vaut une heure.',
    en: 'Read the preview of this move first: it is valid for one hour.'
  })
}
