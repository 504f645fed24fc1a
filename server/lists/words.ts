import { dutyLabel } from '../../policies/duties.ts'
import type { Singled } from '../../policies/lists/trade.ts'
import { stageWords } from '../../workflows/lists/stages.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { forms } from '../../workflows/vocabulary/words.ts'
import type { Locale } from '../locale.ts'
import type { followers, Narrowing, Sort } from './filter.ts'
import type { WorklistView } from './order.ts'

export const onlyWords: Record<Singled, Bilingual> = {
  danger: { fr: 'Danger immédiat', en: 'Immediate danger' },
  minor: { fr: 'Personnes mineures', en: 'Minors' },
  children: { fr: 'Avec enfants', en: 'With children' }
}

export const whoseWords: Record<(typeof followers)[number], Bilingual> = {
  mine: { fr: 'Suivis par moi', en: 'Followed by me' },
  team: { fr: 'Suivis par mon équipe', en: 'Followed by my team' }
}

export const sortWords: Record<Sort, Bilingual> = {
  due: { fr: 'La prochaine échéance', en: 'Next due' },
  moved: { fr: 'Le dernier mouvement', en: 'Last moved' }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export type Kept = Narrowing & { view?: WorklistView | undefined }

const wordsOf: { [K in keyof Required<Narrowing>]: (value: string) => Bilingual } = {
  whose: (value) => whoseWords[value as keyof typeof whoseWords],
  stage: stageWords,
  only: (value) => onlyWords[value as Singled],
  form: (value) => forms[value as keyof typeof forms],
  act: dutyLabel,
  sort: (value) => sortWords[value as Sort]
}
const narrowing = Object.keys(wordsOf) as (keyof Narrowing)[]
export const kept: readonly (keyof Kept)[] = ['view', ...narrowing]

export const wordOf = (name: keyof Narrowing, value: string, locale: Locale) =>
  capital(wordsOf[name](value)[locale])

/** A list by what narrows its view, in the order in which that is read. */
export const labelOf = (asked: Narrowing, locale: Locale): string =>
  narrowing
    .flatMap((name) => (asked[name] === undefined ? [] : [wordOf(name, asked[name], locale)]))
    .join(' · ')
