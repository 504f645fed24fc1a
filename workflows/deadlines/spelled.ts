import { unitWord } from './explanation.ts'
import type { Duration } from './row.ts'
import type { Bilingual, Locale } from '../vocabulary/vocabulary.ts'

const numbers: Record<Locale, Partial<Record<number, string>>> = {
  fr: {
    1: 'un',
    2: 'deux',
    3: 'trois',
    4: 'quatre',
    6: 'six',
    7: 'sept',
    10: 'dix',
    20: 'vingt',
    24: 'vingt-quatre',
    30: 'trente',
    48: 'quarante-huit'
  },
  en: {
    1: 'one',
    2: 'two',
    3: 'three',
    4: 'four',
    6: 'six',
    7: 'seven',
    10: 'ten',
    20: 'twenty',
    24: 'twenty-four',
    30: 'thirty',
    48: 'forty-eight'
  }
}

const inWords = ({ n, unit }: Duration, locale: Locale) =>
  `${numbers[locale][n] ?? n} ${unitWord(n, unit, locale)}`

/** A length as people write it: « quatre mois ». */
export const spelled = (duration: Duration): Bilingual => ({
  fr: inWords(duration, 'fr'),
  en: inWords(duration, 'en')
})
