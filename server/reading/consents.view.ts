import { scopesShownTo } from '../../policies/data-classes.ts'
import { agreedTo } from '../../workflows/case/facts.ts'
import { languages, means } from '../../workflows/regions/words.ts'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../http/locale.ts'
import type { ConsentView } from '../views/schemas.ts'
import type { Parts } from './snapshot.ts'

/** How each consent stands that this reader is told of; there is no word for the whole. */
export const consentViews = ({ row: { facts }, capacity, given }: Parts, locale: Locale): ConsentView[] =>
  scopesShownTo(capacity, facts).map((scope) => {
    const last = given.find((row) => row.scope === scope)
    return {
      scope,
      label: consentScopes[scope][locale],
      state: agreedTo(facts, scope) ? 'given' : (last?.state ?? 'none'),
      on: last ? last.at.toISOString() : null,
      language: last?.language ? languages[last.language as keyof typeof languages][locale] : null,
      means: last?.means ? means[last.means as keyof typeof means][locale] : null,
      interpreter: last?.interpreter ?? false,
      expiresOn: last?.expiresOn ?? null
    }
  })
