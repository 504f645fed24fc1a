import type { GoldenLives } from './record.ts'
import { asylumApart } from './translated.asylum.ts'
import { asylumPlacesApart } from './translated.housing.ts'
import { consentsApart } from './translated.consent.ts'
import { convictionsOfAll } from './translated.judicial.ts'
import { thirtyDaysApart } from './translated.reflection.ts'

/**
 * What an old log said in words that are gone, said in those of today. A golden file is never written again: each change of
 * words is a pure function of its own here, in the order in which they came.
 */
export type Translation = (recorded: GoldenLives) => GoldenLives

const translations: readonly Translation[] = [
  asylumApart,
  asylumPlacesApart,
  consentsApart,
  thirtyDaysApart,
  convictionsOfAll
]

export const translated: Translation = (recorded) =>
  translations.reduce((lives, translate) => translate(lives), recorded)
