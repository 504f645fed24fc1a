import { iloIndicators } from '../vocabulary/indicator.ilo.ts'
import { indicatorCodes, type IndicatorCode } from '../vocabulary/indicators.ts'
import type { Outcome } from '../referral/kinds/refusals.ts'
import { kindRow } from '../referral/kinds/kinds.ts'
import type { Bilingual, ReferralKind } from '../vocabulary/vocabulary.ts'
import { addedTo, tableReason } from './added.ts'
import { codedList } from './coded.ts'
import type { Configuration } from './configuration.ts'

export { codedList, codedLists, type CodedList } from './coded.ts'

/** The codes of its table that a version offers. A list it does not name is offered whole. */
export const codesKept = (id: string, { reasons }: Configuration): string[] =>
  reasons.lists[id] ?? Object.keys(codedList(id)?.codes ?? {})

/** The codes of a list that a version offers: those it keeps, then those that are added. */
export const codesOffered = (id: string, configuration: Configuration): string[] => [
  ...codesKept(id, configuration),
  ...addedTo(`lists.${id}`, configuration).map(({ code }) => code)
]

/** The refusals of its table that a version keeps for a kind of referral, and where each leads. */
export const refusalsKept = (kind: ReferralKind, { reasons }: Configuration): Record<string, Outcome> =>
  reasons.referrals[kind] ??
  Object.fromEntries(Object.entries(kindRow(kind).refusals).map(([code, { leadsTo }]) => [code, leadsTo]))

/** The refusals that a version offers for a kind of referral, those that are added last, and where each leads. */
export const refusalsOffered = (
  kind: ReferralKind,
  configuration: Configuration
): Record<string, Outcome> => {
  const kept = refusalsKept(kind, configuration)
  const added = addedTo(`referrals.${kind}`, configuration).flatMap(({ code, leadsTo }) => {
    const leads = leadsTo ?? kept[tableReason(code)]
    return leads ? [[code, leads] as const] : []
  })
  return { ...kept, ...Object.fromEntries(added) }
}

export const indicatorLists = {
  ilo: { fr: 'OIT et Commission européenne, 2009', en: 'ILO and European Commission, 2009' },
  mnio: { fr: 'ce mécanisme', en: 'this mechanism' }
} as const satisfies Record<string, Bilingual>

const listOf = (code: IndicatorCode): keyof typeof indicatorLists =>
  Object.hasOwn(iloIndicators, code) ? 'ilo' : 'mnio'

export const indicatorsOf = (list: string): IndicatorCode[] =>
  indicatorCodes.filter((code) => listOf(code) === list)

export const indicatorsOffered = ({ indicators }: Configuration): IndicatorCode[] =>
  indicatorCodes.filter(
    (code) => indicators.lists.includes(listOf(code)) && !indicators.withdrawn.includes(code)
  )
