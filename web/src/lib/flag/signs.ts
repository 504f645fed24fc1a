import { maybeMinor, type Draft } from './answers.ts'
import type { Dimension } from './steps.ts'

type Offered = Dimension['indicators'][number]

const unheard = 'unknown'

/** What leads the list for this draft: its forms, and childhood where it may be one. */
function sought(draft: Draft): string[] {
  const forms = (draft.typed['forms'] ?? []).filter((form) => form !== unheard)
  return [...(forms.length > 0 ? forms : [unheard]), ...(maybeMinor(draft) ? ['minor'] : [])]
}

/** The signs that speak of the forms and the age at hand, then all others under their own names: none is left out. */
export function signsOffered(dimensions: readonly Dimension[], draft: Draft) {
  const of = sought(draft)
  const isLeading = ({ leads }: Offered) => leads.some((one) => of.includes(one))
  return {
    leading: dimensions.flatMap(({ indicators }) => indicators.filter(isLeading)),
    others: dimensions
      .map((one) => ({ ...one, indicators: one.indicators.filter((sign) => !isLeading(sign)) }))
      .filter(({ indicators }) => indicators.length > 0)
  }
}
