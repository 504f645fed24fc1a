import type { Facts } from '../../facts/facts.ts'
import type { RegionState } from '../../vocabulary/states.ts'
import {
  finerFormCodes,
  formCodes,
  household,
  industryOf,
  languageCodes,
  recruitmentCodes,
  sexCodes
} from './codes.ts'
import type { HtcdsRecord } from './fields.ts'
import type { Left } from './left.ts'

/** What of a case may leave, as a fact that its reader is told. */
export const exchanged = [
  'sex',
  'language',
  'forms',
  'nationality',
  'stay',
  'channel',
  'indicators',
  'children',
  'localDanger',
  'forbiddenZones',
  'citizenship',
  'exploitedFrom',
  'exploitedIn',
  'finerForms',
  'sector',
  'recruitedHow'
] as const satisfies readonly (keyof Facts)[]

/** What is sealed with the account or with the identity: no file opens it, and each is named among what stays. */
const sealed = ['narrative', 'birthYear', 'sexualKinds', 'controls', 'exploiterTie'] as const

/** What a reader is told of a case, and nothing beyond it. */
export type Told = {
  facts: Readonly<Partial<Pick<Facts, (typeof exchanged)[number]>>>
  identification: RegionState<'identification'> | null
  closure: RegionState<'closure'> | null
}

export type Outward = { record: HtcdsRecord; left: Left[] }

type Codes = Readonly<Record<string, string | null>>

const isSaid = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value !== 'unknown' && value !== 'und'

/** Codes of a list, with `Other` where it has one; what has no code is left behind by name. */
const coded = (field: string, values: readonly string[] | undefined, codes: Codes) => {
  const said = (values ?? []).filter(isSaid)
  const found = said.flatMap((value) => (value === 'other' ? ['Other'] : (codes[value] ?? [])))
  const left = said
    .filter((value) => value !== 'other' && !codes[value])
    .map((value): Left => ({ field, value, why: 'noCode' }))
  return { codes: [...new Set(found)].sort(), left }
}

const list = (codes: readonly string[]) => (codes.length > 0 ? [...codes] : undefined)

/** Decided, presumed or not a victim: what waits, or was not enough, is none of the three and is not told. */
const statusCodes: Partial<Record<RegionState<'identification'>, string>> = {
  presumed: 'PossibleVictimOfTrafficking',
  formal_pending: 'PossibleVictimOfTrafficking',
  formally_identified: 'ActualVictimOfTrafficking',
  court_recognised: 'ActualVictimOfTrafficking'
}

const caseStatus = (closure: RegionState<'closure'> | null) => {
  if (closure === null) return undefined
  if (closure === 'closed_transferred_abroad') return 'ClosedReferred'
  return closure.startsWith('closed_') ? 'Closed' : 'Active'
}

const countryOf = ({ exploitedIn }: Told['facts']): { country?: string; left: Left[] } => {
  const [country, ...others] = (exploitedIn ?? []).filter(isSaid)
  if (country === undefined) return { left: [] }
  const left = others.map((value): Left => ({ field: 'exploitedIn', value, why: 'onlyOne' }))
  return { country, left }
}

/** The sector that is said; of exploitation in a household, that sector where none is. */
const sectorOf = ({ sector, forms }: Told['facts']) =>
  isSaid(sector) ? sector : forms?.includes('domestic') && !forms.includes('labour') ? household : null

const one = (field: string, value: string | null | undefined, codes: Codes) => {
  const found = coded(field, isSaid(value) ? [value] : [], codes)
  return { code: found.codes.find((code) => code !== 'Other'), left: found.left }
}

const without = (record: Record<string, unknown>): HtcdsRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as HtcdsRecord

const children = ({ children: count }: Told['facts']): Left[] =>
  count ? [{ field: 'children', value: String(count), why: 'otherMeaning' }] : []

const kept = ['localDanger', 'forbiddenZones', 'stay', 'channel', 'indicators'] as const
const unasked = (facts: Told['facts']): Left[] =>
  kept
    .filter((field) => {
      const value = facts[field]
      return Array.isArray(value) ? value.length > 0 : value === true || isSaid(value)
    })
    .map((field) => ({ field, value: '', why: 'noCode' }))

/** A case as the standard writes it, from what the reader is told; what has no place in it is named. Never who the person is. */
export const toHtcds = ({ facts, identification, closure }: Told): Outward => {
  const forms = coded('forms', facts.forms, formCodes)
  const finer = coded('finerForms', facts.finerForms, finerFormCodes)
  const ways = coded('recruitedHow', facts.recruitedHow, recruitmentCodes)
  const language = one('language', facts.language, languageCodes)
  const sex = facts.sex === 'unknown' || facts.sex === 'other' ? undefined : facts.sex
  const { country, left: places } = countryOf(facts)
  const sector = sectorOf(facts)
  const record = without({
    prs_Gender: sex ? sexCodes[sex] : facts.sex === 'unknown' ? 'NonSpecifiedUnknown' : undefined,
    prs_PrimaryLanguage: language.code,
    prs_Citizenship: isSaid(facts.citizenship) ? [facts.citizenship] : undefined,
    vic_TraffickingStatus: identification ? statusCodes[identification] : undefined,
    vic_TraffickingStatusDecisionMakingOrg:
      identification === 'court_recognised' ? 'CourtOrProsecution' : undefined,
    vic_MethodOfRecruitment: list(ways.codes),
    vic_TypeOfExploitation: list([...new Set([...forms.codes, ...finer.codes])].sort()),
    vic_ForcedLabourIndustry: sector ? industryOf(sector) : undefined,
    hte_Country: country,
    hte_Type: country ? 'Exploitation' : undefined,
    cas_Status: caseStatus(closure),
    con_Consent: true
  })
  const sexLeft: Left[] = facts.sex === 'other' ? [{ field: 'sex', value: 'other', why: 'noCode' }] : []
  return {
    record,
    left: [
      ...[...forms.left, ...finer.left, ...ways.left, ...language.left, ...sexLeft, ...places],
      ...[...children(facts), ...unasked(facts)],
      ...sealed.map((field): Left => ({ field, value: '', why: 'sealed' })),
      { field: 'identity', value: '', why: 'identity' }
    ]
  }
}
