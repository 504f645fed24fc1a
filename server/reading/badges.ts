import { maySee } from '../../policies/data-classes.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { isMinor, type Facts } from '../../workflows/case/facts.ts'
import { ageBands, ageGroups, dangers, forms, languages, sexes } from '../../workflows/regions/words.ts'
import { localDangerWord } from '../../workflows/regions/words.danger.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../http/locale.ts'
import type { Badge } from '../views/schemas.ts'

type Words = Record<string, Bilingual>
const word = (table: Words, code: string, locale: Locale) => table[code]?.[locale] ?? code

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const noRemoval: Bilingual = { fr: 'Éloignement suspendu', en: 'Removal barred' }

export const childrenWord = (n: number, locale: Locale) =>
  locale === 'fr' ? `${n} enfant${n > 1 ? 's' : ''}` : `${n} child${n > 1 ? 'ren' : ''}`

const ageBadge = (facts: Facts, locale: Locale): Badge => ({
  key: 'age',
  label: capital(
    [word(ageGroups, facts.ageGroup, locale), facts.ageBand && word(ageBands, facts.ageBand, locale)]
      .filter(Boolean)
      .join(', ')
  ),
  tone: isMinor(facts) ? 'minor' : 'plain'
})

/** What a reader sees of a person at a glance: needs and dangers by the classes that are open to this capacity. */
export const badgesOf = (facts: Facts, capacity: Capacity, locale: Locale): Badge[] => {
  const badge =
    (tone: Badge['tone']) =>
    (key: string, label: string): Badge => ({ key, label: capital(label), tone })
  const [plain, danger, accent] = [badge('plain'), badge('danger'), badge('accent')]
  const seesIndicators = maySee('D', capacity, facts)
  return [
    ...(facts.danger === 'immediate' ? [danger('danger', word(dangers, 'immediate', locale))] : []),
    ageBadge(facts, locale),
    ...(facts.sex === 'unknown' ? [] : [plain('sex', word(sexes, facts.sex, locale))]),
    ...(seesIndicators ? facts.forms.map((form) => plain(`form.${form}`, word(forms, form, locale))) : []),
    ...(facts.children > 0 ? [plain('children', childrenWord(facts.children, locale))] : []),
    ...(facts.language === 'fr' ? [] : [plain('language', word(languages, facts.language, locale))]),
    ...(facts.localDanger && facts.danger !== 'immediate' && seesIndicators
      ? [danger('local_danger', localDangerWord[locale])]
      : []),
    ...(facts.removalBar && maySee('E', capacity, facts) ? [accent('removal_bar', noRemoval[locale])] : [])
  ]
}

/** What a referral says of a person before it is answered, in one line: sex, age, language. */
export const needsOf = (preview: Partial<Record<string, unknown>>, locale: Locale): string => {
  const said = (table: Words, field: string) =>
    typeof preview[field] === 'string' && preview[field] !== 'unknown'
      ? [word(table, preview[field], locale)]
      : []
  const age = said(ageBands, 'ageBand')
  return capital(
    [
      ...said(sexes, 'sex'),
      ...(age.length > 0 ? age : said(ageGroups, 'ageGroup')),
      ...said(languages, 'language')
    ].join(' · ')
  )
}

/** One line of words for a list. */
export const summaryOf = (facts: Facts, capacity: Capacity, locale: Locale): string => {
  const open = maySee('D', capacity, facts)
  const seen = facts.indicators.length
  const clues =
    locale === 'fr' ? `${seen} indice${seen > 1 ? 's' : ''}` : `${seen} indicator${seen > 1 ? 's' : ''}`
  const parts = open
    ? [...facts.forms.map((form) => word(forms, form, locale)), clues]
    : [word(languages, facts.language, locale)]
  return capital([...parts, ...(isMinor(facts) ? [word(ageGroups, facts.ageGroup, locale)] : [])].join(' · '))
}
