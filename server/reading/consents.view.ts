import { languages, means } from '../../workflows/regions/words.ts'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import type { ToldCase } from '../disclosure/door.ts'
import type { ConsentView } from '../views/schemas.ts'

/** How each consent stands that this reader is told of; there is no word for the whole. */
export const consentViews = ({ consents, reader: { locale } }: ToldCase): ConsentView[] =>
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
