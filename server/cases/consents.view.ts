import { scopesShownTo } from '../../policies/data-classes.ts'
import { languages, means } from '../../workflows/regions/words.ts'
import { consentScopes } from '../../workflows/vocabulary.ts'
import type { Locale } from '../http/locale.ts'
import type { ConsentView } from '../views/schemas.ts'
import type { Parts } from './load.ts'

/** Her agreement to a place of the asylum scheme tells that she seeks asylum. */
export const consentViews = ({ row: { facts }, capacity, given }: Parts, locale: Locale): ConsentView[] =>
  scopesShownTo(capacity, facts).map((scope) => {
    const last = given.find((row) => row.scope === scope)
    return {
      scope,
      label: consentScopes[scope][locale],
      state: facts.consents.includes(scope) ? 'given' : last ? 'withdrawn' : 'none',
      on: last ? last.at.toISOString() : null,
      language: last?.language ? languages[last.language as keyof typeof languages][locale] : null,
      means: last?.means ? means[last.means as keyof typeof means][locale] : null,
      interpreter: last?.interpreter ?? false,
      expiresOn: last?.expiresOn ?? null
    }
  })
