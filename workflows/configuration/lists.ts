import type { TSchema } from 'typebox'
import { commandRow, commandTypes, type CommandType } from '../case/commands.ts'
import { notesOf } from '../vocabulary/fields.ts'
import { iloIndicators } from '../vocabulary/indicator.ilo.ts'
import { indicatorCodes, type IndicatorCode } from '../vocabulary/indicators.ts'
import type { Outcome } from '../referral/kinds/refusals.ts'
import { kindRow } from '../referral/kinds/kinds.ts'
import type { Bilingual, ReferralKind } from '../vocabulary/vocabulary.ts'
import type { Configuration } from './configuration.ts'

export type CodedList = {
  id: string
  command: CommandType
  field: string
  label: Bilingual
  codes: Record<string, Bilingual>
}

const codesOf = (schema: TSchema | undefined) => {
  const notes = schema && notesOf(schema)
  return (!notes?.computed && notes?.choices) || null
}

/** The coded lists of reasons that people choose from, found where the tables have them. */
export const codedLists: readonly CodedList[] = commandTypes
  .filter((command) => commandRow(command).offered)
  .flatMap((command) => {
    const codes = codesOf(commandRow(command).input.properties['reason'])
    const list = { id: `${command}.reason`, command, field: 'reason', label: commandRow(command).label }
    return codes ? [{ ...list, codes }] : []
  })

export const codedList = (id: string): CodedList | undefined => codedLists.find((list) => list.id === id)

/** The codes of a list that a version offers. A list it does not name is offered whole. */
export const codesOffered = (id: string, { reasons }: Configuration): string[] =>
  reasons.lists[id] ?? Object.keys(codedList(id)?.codes ?? {})

/** The refusals that a version offers for a kind of referral, and where each leads. */
export const refusalsOffered = (kind: ReferralKind, { reasons }: Configuration): Record<string, Outcome> =>
  reasons.referrals[kind] ??
  Object.fromEntries(Object.entries(kindRow(kind).refusals).map(([code, { leadsTo }]) => [code, leadsTo]))

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
