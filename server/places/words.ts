import { languages, sexes } from '../../workflows/vocabulary/words.ts'
import { centreKinds } from '../../workflows/vocabulary/words.housing.ts'
import { isTerritory, territory, territoryCodes } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import { childrenWord } from '../disclosure/badges.ts'

export const accessibleWord: Bilingual = { fr: 'accessible', en: 'accessible' }
const except: Bilingual = { fr: 'pas depuis', en: 'not from' }

const nameOf = (code: string) => (isTerritory(code) ? territory(code).name : code)
export const zoneWord = (code: string, locale: Locale) => `${except[locale]} ${nameOf(code)}`
export const monthsWord = (n: number, locale: Locale) =>
  locale === 'fr' ? `${n} mois au plus` : `${n} month${n > 1 ? 's' : ''} at most`

/** Without accents and in small letters: nobody types « Foyer de l’Été » as it is written. */
const bare = (words: string) =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** More children, and more months, than any place says. */
const most = 99
const upTo = Array.from({ length: most }, (_, index) => index + 1)
const wordsKept = 6

/**
 * Each word that is sought, and what else of a place bears it in the words of the reader: a condition of a place is kept
 * as a code and read as a word.
 */
export const wordsSought = (q: string, locale: Locale) =>
  bare(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, wordsKept)
    .map((word) => {
      const has = (words: string) => bare(words).includes(word)
      const codes = (table: Record<string, Bilingual>) =>
        Object.keys(table).filter((code) => has(table[code]![locale]))
      return {
        word,
        sexes: codes(sexes),
        languages: codes(languages),
        centres: codes(centreKinds),
        zones: territoryCodes.filter((code) => has(zoneWord(code, locale))),
        children: upTo.filter((n) => has(childrenWord(n, locale))),
        months: upTo.filter((n) => has(monthsWord(n, locale))),
        accessible: has(accessibleWord[locale])
      }
    })
