import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { languages } from '../vocabulary/words.ts'
import { statuses, type Recording, type RightsText } from './sentences.ts'
import { albanian } from './texts/albanian.ts'
import { arabic } from './texts/arabic.ts'
import { bulgarian } from './texts/bulgarian.ts'
import { chinese } from './texts/chinese.ts'
import { english } from './texts/english.ts'
import { plainFrench } from './texts/french.plain.ts'
import { french } from './texts/french.ts'
import { portuguese } from './texts/portuguese.ts'
import * as ofRefusals from './texts/refusals.ts'
import { romanian } from './texts/romanian.ts'
import { russian } from './texts/russian.ts'
import { spanish } from './texts/spanish.ts'
import { ukrainian } from './texts/ukrainian.ts'
import { vietnamese } from './texts/vietnamese.ts'

type Language = keyof typeof languages

/** Every text that was ever shown, by the name under which an exchange keeps it. */
export const rightsTexts = {
  'fr-simple-2026-11-28': plainFrench,
  'fr-2026-11-28': french,
  'en-2026-11-28': english,
  'es-2026-11-28': spanish,
  'pt-2026-11-28': portuguese,
  'ro-2026-11-28': romanian,
  'bg-2026-11-28': bulgarian,
  'sq-2026-11-28': albanian,
  'ar-2026-11-28': arabic,
  'zh-2026-11-28': chinese,
  'vi-2026-11-28': vietnamese,
  'ru-2026-11-28': russian,
  'uk-2026-11-28': ukrainian,
  'fr-simple-2026-11-29': ofRefusals.plainFrenchOfRefusals,
  'fr-2026-11-29': ofRefusals.frenchOfRefusals,
  'en-2026-11-29': ofRefusals.englishOfRefusals,
  'es-2026-11-29': ofRefusals.spanishOfRefusals,
  'pt-2026-11-29': ofRefusals.portugueseOfRefusals,
  'ro-2026-11-29': ofRefusals.romanianOfRefusals,
  'bg-2026-11-29': ofRefusals.bulgarianOfRefusals,
  'sq-2026-11-29': ofRefusals.albanianOfRefusals,
  'ar-2026-11-29': ofRefusals.arabicOfRefusals,
  'zh-2026-11-29': ofRefusals.chineseOfRefusals,
  'vi-2026-11-29': ofRefusals.vietnameseOfRefusals,
  'ru-2026-11-29': ofRefusals.russianOfRefusals,
  'uk-2026-11-29': ofRefusals.ukrainianOfRefusals
} as const satisfies Record<string, RightsText & { language: Language }>

export type RightsTextId = keyof typeof rightsTexts

/** Languages that wait for a translator: nobody here can answer for a sentence of them. */
export const awaitedTexts = [
  'bin',
  'pcm',
  'ti',
  'fa',
  'ps',
  'ur',
  'bn',
  'fsl'
] as const satisfies readonly Language[]

/** What is heard or seen in such a language before its text is written, and beside plain French where none ever is. */
export const awaitedRecordings: Partial<Record<(typeof awaitedTexts)[number], Recording>> = {}

const allTexts = Object.entries(rightsTexts) as [RightsTextId, RightsText & { language: Language }][]

/** The day is told with the text: a person may ask later what they were shown. */
const wordsOf = ({ language, status, from }: RightsText & { language: Language }): Bilingual => ({
  fr: `${languages[language].fr}, version du ${from.split('-').reverse().join('/')} (${statuses[status].fr})`,
  en: `${languages[language].en}, version of ${from} (${statuses[status].en})`
})

/** How each text is named where an exchange is read. */
export const rightsTextWords = Object.fromEntries(
  allTexts.map(([id, text]) => [id, wordsOf(text)])
) as Record<RightsTextId, Bilingual>

/** The text of each language and kind that is shown now: the latest. */
export const textsNow = (): [RightsTextId, RightsText][] => [
  ...new Map(
    allTexts
      .toSorted(([, one], [, other]) => one.from.localeCompare(other.from))
      .map((entry) => [`${entry[1].language} ${entry[1].status === 'plain'}`, entry] as const)
  ).values()
]

/** The text that a person reads again by its code; an old one stays what they were handed. */
export const textUnder = (code: string): RightsText | null =>
  allTexts.find(([, text]) => text.code === code)?.[1] ?? null

/** Plain French as it is shown now, beside whichever other text. */
export const plainText: RightsTextId = textsNow().find(([, { status }]) => status === 'plain')![0]

/** The text to begin with for whom speaks this language: plain French for who reads French, or waits for their own. */
export const textFor = (language: string | null): RightsTextId =>
  textsNow().find(([, text]) => text.language === language && text.language !== 'fr')?.[0] ?? plainText
