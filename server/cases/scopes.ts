import { scopesShownTo, sight, sightOf } from '../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { agreedTo, type Facts } from '../../workflows/case/facts.ts'
import { dataClasses, type ConsentScope, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../http/locale.ts'

type Asking = { capacities: readonly Capacity[]; locale: Locale }

const opens = { fr: 'Ouvre', en: 'Opens' }
const given = { fr: 'Déjà donné.', en: 'Already given.' }

/** « Identité et contact : préfecture » for each class that waits for this agreement, with who would then read it. */
const opened = (scope: ConsentScope, locale: Locale): string[] =>
  (Object.keys(dataClasses) as DataClass[]).flatMap((one) => {
    const readers = (Object.keys(sight) as Capacity[]).filter((who) => sightOf(who).consent[one] === scope)
    if (readers.length === 0) return []
    const who = readers.map((reader) => capacities[reader][locale]).join(', ')
    return [`${dataClasses[one][locale].toLocaleLowerCase(locale)} (${who})`]
  })

/** What is said beside one agreement of a form. Pure. */
export const scopeNote = (
  scope: ConsentScope,
  facts: Facts,
  { capacities: held, locale }: Asking
): string => {
  const known = held.some((capacity) => scopesShownTo(capacity, facts).includes(scope))
  const classes = opened(scope, locale)
  const colon = locale === 'fr' ? ' :' : ':'
  return [
    ...(known && agreedTo(facts, scope) ? [given[locale]] : []),
    ...(classes.length > 0 ? [`${opens[locale]}${colon} ${classes.join(' ; ')}.`] : [])
  ].join(' ')
}
