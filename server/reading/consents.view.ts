import { sight } from '../../policies/data-classes.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import {
  consentScopes,
  dataClasses,
  type ConsentScope,
  type DataClass
} from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { Locale } from '../locale.ts'
import type { ConsentView } from '../views/schemas.ts'

/** How each consent stands that this reader is told of; there is no word for the whole. */
export const consentViews = ({ consents, reader: { locale } }: DisclosedCase): ConsentView[] =>
  consents.map(({ scope, given, last }) => ({
    scope,
    label: consentScopes[scope][locale],
    state: given ? 'given' : (last?.state ?? 'none'),
    on: last ? last.at.toISOString() : null,
    language: last?.language ? languages[last.language as keyof typeof languages][locale] : null,
    means: last?.means ? means[last.means as keyof typeof means][locale] : null,
    interpreter: last?.interpreter ?? false,
    expiresOn: last?.expiresOn ?? null
  }))

const opens = { fr: 'Ouvre', en: 'Opens' }
const givenAlready = { fr: 'Déjà donné.', en: 'Already given.' }

/** « Identité et contact : préfecture » for each class that waits for this agreement, with who would then read it. */
const opened = (scope: ConsentScope, locale: Locale): string[] =>
  (Object.keys(dataClasses) as DataClass[]).flatMap((one) => {
    const readers = (Object.keys(sight) as Capacity[]).filter((who) => sight[who].consent[one] === scope)
    if (readers.length === 0) return []
    const who = readers.map((reader) => capacities[reader][locale]).join(', ')
    return [`${dataClasses[one][locale].toLocaleLowerCase(locale)} (${who})`]
  })

/** What is said beside one agreement of a form; `given` as the reader is told it. Pure. */
export const scopeNote = (scope: ConsentScope, given: boolean, locale: Locale): string => {
  const classes = opened(scope, locale)
  const colon = locale === 'fr' ? ' :' : ':'
  return [
    ...(given ? [givenAlready[locale]] : []),
    ...(classes.length > 0 ? [`${opens[locale]}${colon} ${classes.join(' ; ')}.`] : [])
  ].join(' ')
}
