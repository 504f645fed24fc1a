import { isMinor } from '../../workflows/facts/facts.ts'
import {
  ageBands,
  ageGroups,
  dangers,
  formsOrUnknown,
  languagesOrUnknown,
  sexes
} from '../../workflows/vocabulary/words.ts'
import { localDangerWord } from '../../workflows/vocabulary/words.danger.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedFacts } from './facts.ts'
import type { Locale } from '../locale.ts'
import type { Badge } from '../views/schemas.ts'

/** What words are made of: of the signs, how many there are. */
export type Glanced = Omit<DisclosedFacts, 'indicators'> & { indicators?: { length: number } }

type Words = Record<string, Bilingual>
const word = (table: Words, code: string, locale: Locale) => table[code]?.[locale] ?? code

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const noRemoval: Bilingual = { fr: 'Éloignement et transfert suspendus', en: 'Removal and transfer barred' }

const askAgain: Bilingual = {
  fr: 'Précisions à redemander : celles d’avant leur chiffrement ont été retirées',
  en: 'Details to ask again: those from before they were sealed were taken out'
}

export const childrenWord = (n: number, locale: Locale) =>
  locale === 'fr' ? `${n} enfant${n > 1 ? 's' : ''}` : `${n} child${n > 1 ? 'ren' : ''}`

const isChild = ({ ageGroup }: Glanced) => isMinor({ ageGroup: ageGroup! })

const ageBadge = (facts: Glanced, locale: Locale): Badge => ({
  key: 'age',
  label: capital(
    [word(ageGroups, facts.ageGroup!, locale), facts.ageBand && word(ageBands, facts.ageBand, locale)]
      .filter(Boolean)
      .join(', ')
  ),
  tone: isChild(facts) ? 'minor' : 'plain'
})

const leaving = (facts: Glanced): Bilingual => {
  if (isChild(facts))
    return {
      fr: 'obligation de quitter visant une personne mineure : contraire à L611-3, à contester sans attendre',
      en: 'obligation to leave of a minor: against L611-3, to be brought before the court at once'
    }
  return facts.removalBar
    ? {
        fr: 'obligation de quitter le territoire, inexécutable pendant la réflexion',
        en: 'obligation to leave, not to be carried out during reflection'
      }
    : { fr: 'obligation de quitter le territoire', en: 'obligation to leave' }
}

const moving = ({ removalBar }: Glanced): Bilingual =>
  removalBar
    ? {
        fr: 'transfert vers un autre État, inexécutable pendant la réflexion',
        en: 'transfer to another State, not to be carried out during reflection'
      }
    : { fr: 'transfert vers un autre État', en: 'transfer to another State' }

const holding = (facts: Glanced): Bilingual => {
  if (facts.heldIn === 'waiting_zone') return { fr: 'en zone d’attente', en: 'in a waiting zone' }
  return isChild(facts)
    ? {
        fr: 'personne mineure en rétention : contraire à L741-5, à contester sans attendre',
        en: 'minor in detention: against L741-5, to be brought before the judge at once'
      }
    : { fr: 'en rétention', en: 'in detention' }
}

/** What stands against the stay and the freedom of a person, of what the reader is told: each from its own fact. */
const against = (facts: Glanced): { key: string; word: Bilingual }[] => [
  ...(facts.leaveStands ? [{ key: 'leave', word: leaving(facts) }] : []),
  ...(facts.transferStands ? [{ key: 'transfer', word: moving(facts) }] : []),
  ...(facts.heldIn ? [{ key: 'held', word: holding(facts) }] : [])
]

/** What a reader sees of a person at a glance: needs and dangers, of the facts that they are told. */
export const badgesOf = (facts: Glanced, locale: Locale): Badge[] => {
  const badge =
    (tone: Badge['tone']) =>
    (key: string, label: string): Badge => ({ key, label: capital(label), tone })
  const [plain, danger, accent] = [badge('plain'), badge('danger'), badge('accent')]
  const { children, forms: ways = [], sex = 'unknown', language = 'fr' } = facts
  return [
    ...(facts.danger === 'immediate' ? [danger('danger', word(dangers, 'immediate', locale))] : []),
    ageBadge(facts, locale),
    ...(sex === 'unknown' ? [] : [plain('sex', word(sexes, sex, locale))]),
    ...ways.map((form) => plain(`form.${form}`, word(formsOrUnknown, form, locale))),
    ...(children ? [plain('children', childrenWord(children, locale))] : []),
    ...(language === 'fr' ? [] : [plain('language', word(languagesOrUnknown, language, locale))]),
    ...(facts.localDanger && facts.danger !== 'immediate'
      ? [danger('local_danger', localDangerWord[locale])]
      : []),
    ...(facts.removalBar ? [accent('removal_bar', noRemoval[locale])] : []),
    ...(facts.detailsLost ? [accent('details_lost', askAgain[locale])] : []),
    ...against(facts).map(({ key, word: said }) => danger(key, said[locale]))
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
      ...said(languagesOrUnknown, 'language')
    ].join(' · ')
  )
}

/** One line of words for a list. */
export const summaryOf = (facts: Glanced, locale: Locale): string => {
  const { indicators, forms: ways = [], language = '' } = facts
  const seen = indicators?.length ?? 0
  const clues =
    locale === 'fr' ? `${seen} indice${seen > 1 ? 's' : ''}` : `${seen} indicator${seen > 1 ? 's' : ''}`
  const parts = indicators
    ? [...ways.map((form) => word(formsOrUnknown, form, locale)), clues]
    : [word(languagesOrUnknown, language, locale)]
  return capital(
    [...parts, ...(isChild(facts) ? [word(ageGroups, facts.ageGroup!, locale)] : [])].join(' · ')
  )
}
