import { sight } from '../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { dataClasses, type ConsentScope, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../http/locale.ts'

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
