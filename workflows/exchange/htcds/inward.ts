import type { FlagInput } from '../../facts/flag.ts'
import type { Facts } from '../../facts/facts.ts'
import { countries, frenchCountries, unionCountries } from '../../vocabulary/countries.ts'
import {
  alsoRecruitment,
  controlCodes,
  finerFormCodes,
  formCodes,
  household,
  languageCodes,
  oursOf,
  recruitmentCodes,
  sexCodes,
  sexualKindCodes,
  tieCodes
} from './codes.ts'
import { htcdsFields, type HtcdsField, type HtcdsRecord } from './fields.ts'
import type { Left, Reason } from './left.ts'

/** What is sealed with the account or with the identity once somebody has entered it. */
type Sealed = {
  birthYear: number | null
  sexualKinds: string[]
  controls: string[]
  exploiterTie: string | null
}

/** What a flag begins with, and what is told of the case later: answers to be read again with the person, and no decision. */
export type Inward = {
  answers: Partial<Pick<FlagInput, 'sex' | 'language' | 'forms' | 'nationality' | 'ageGroup' | 'narrative'>>
  later: Partial<
    Pick<Facts, 'citizenship' | 'exploitedFrom' | 'exploitedIn' | 'finerForms' | 'sector' | 'recruitedHow'> &
      Sealed
  >
  left: Left[]
}

/** Why a field is left whatever it says; those that are read are not here. */
const always = (field: HtcdsField): Reason | null => {
  if (
    /^prs_(Salutation|FirstName|MiddleName|SecondName|Title|Email|HomePhone|MobilePhone|IdentityNumber)$/.test(
      field
    )
  )
    return 'identity'
  if (/^(prs_Mailing|vic_Location|hte_(City|State|Street|PostalCode|Latitude|Longitude))/.test(field))
    return 'place'
  if (field.startsWith('vic_TraffickingStatus')) return 'decidedHere'
  if (field === 'prs_NumberOfChildren') return 'otherMeaning'
  if (field === 'con_Consent') return 'askedAgain'
  return null
}

const read = new Set<HtcdsField>([
  'prs_Gender',
  'prs_PrimaryLanguage',
  'prs_Citizenship',
  'prs_Birthdate',
  'vic_RelationshipToTrafficker',
  'vic_AgeWhenTrafficked',
  'vic_MethodOfRecruitment',
  'vic_MethodsOfControl',
  'vic_TypeOfExploitation',
  'vic_ForcedLabourIndustry',
  'vic_TypeOfSexExploitation',
  'hte_Country',
  'hte_Type',
  'hte_Description'
])

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

/** Whatever is not read, by name; that somebody is called so or lives there is not shown again. */
const unread = (record: HtcdsRecord): Left[] =>
  htcdsFields
    .filter((field) => record[field] !== undefined && !read.has(field))
    .map((field) => {
      const why = always(field) ?? 'noCounterpart'
      const secret = why === 'identity' || why === 'place'
      return { field, value: secret ? '' : shown(record[field]), why }
    })

type Codes = Readonly<Record<string, string | null>>

const decoded = (field: HtcdsField, codes: readonly string[] | undefined, ours: Codes, also: Codes = {}) => {
  const all = (codes ?? []).map((code) => ({
    code,
    own: code === 'Other' ? 'other' : (oursOf(ours, code) ?? also[code] ?? null)
  }))
  const meant = (code: string): Reason =>
    Object.values(ours).filter((one) => one === code).length > 1 ? 'severalMeant' : 'noCounterpart'
  return {
    values: [...new Set(all.flatMap(({ own }) => own ?? []))].sort(),
    left: all
      .filter(({ own }) => own === null)
      .map(({ code }): Left => ({ field, value: code, why: meant(code) }))
  }
}

/** Forced labour in a household is what we call domestic; elsewhere it is labour. */
const formsOf = ({ vic_TypeOfExploitation: types, vic_ForcedLabourIndustry: industry }: HtcdsRecord) => {
  const domestic = industry?.startsWith(`${household}_`) === true
  const own: Codes = { ...formCodes, ...(domestic ? { labour: null } : { domestic: null }) }
  const taken = { ChildLabour: 'labour' }
  const forms = decoded('vic_TypeOfExploitation', types, own, taken)
  const finer = decoded('vic_TypeOfExploitation', types, finerFormCodes)
  const inFiner = finer.values.filter((value) => value !== 'other')
  return {
    forms: forms.values,
    finer: inFiner,
    left: forms.left.filter(({ value }) => oursOf(finerFormCodes, value) === null)
  }
}

const isCountry = (code: string | undefined): code is string =>
  code !== undefined && Object.hasOwn(countries, code)

const nationalityOf = (country: string) => {
  if (frenchCountries.includes(country)) return 'french'
  return unionCountries.includes(country) ? 'eu' : 'third_country'
}

const years = (from: string, to: string) =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/**
 * A birth date becomes a year: the date itself is part of who they are. One of a minor is heeded; one of an adult is asked again,
 * for children are given papers that make them older.
 */
type Age = { birthYear?: number; exploitedFrom?: number; ageGroup?: 'minor'; left: Left[] }
const ageOf = ({ prs_Birthdate: born, vic_AgeWhenTrafficked: age }: HtcdsRecord, today: string): Age => {
  const started: Left[] =
    age === undefined ? [] : [{ field: 'vic_AgeWhenTrafficked', value: String(age), why: 'noCounterpart' }]
  if (born === undefined) return { left: started }
  const birthYear = Number(born.slice(0, 4))
  return {
    birthYear,
    ...(years(born, today) < 18 && { ageGroup: 'minor' as const }),
    ...(age === undefined ? {} : { exploitedFrom: birthYear + Math.floor(age) }),
    left: [{ field: 'prs_Birthdate', value: '', why: 'identity' } as Left]
  }
}

const without = <T extends object>(row: T): T =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)
    )
  ) as T

const placeOf = ({ hte_Country: country, hte_Type: type }: HtcdsRecord) => {
  const exploited = isCountry(country) && (type === undefined || type === 'Exploitation')
  return exploited
    ? { exploitedIn: [country], left: [] as Left[] }
    : {
        exploitedIn: undefined,
        left: [
          ...(country ? [{ field: 'hte_Country', value: country, why: 'noCounterpart' } as Left] : []),
          ...(type ? [{ field: 'hte_Type', value: type, why: 'noCounterpart' } as Left] : [])
        ]
      }
}

/** One code of a field that takes one: ours, or what was left of it. */
const single = (field: HtcdsField, code: string | undefined, codes: Codes) => {
  const found = decoded(field, code === undefined ? [] : [code], codes)
  return { value: found.values[0], left: found.left }
}

/**
 * A record of another system as the beginning of a flag. Every field is either taken or left with the reason; nothing of it is decided,
 * and neither identity nor consent passes. `today`: the day on which it is read.
 */
export const fromHtcds = (record: HtcdsRecord, today: string): Inward => {
  const { forms, finer, left: formsLeft } = formsOf(record)
  const gender = record.prs_Gender
  const sex = single('prs_Gender', gender === 'NonSpecifiedUnknown' ? undefined : gender, sexCodes)
  const language = single('prs_PrimaryLanguage', record.prs_PrimaryLanguage, languageCodes)
  const kinds = decoded('vic_TypeOfSexExploitation', record.vic_TypeOfSexExploitation, sexualKindCodes)
  const ways = decoded(
    'vic_MethodOfRecruitment',
    record.vic_MethodOfRecruitment,
    recruitmentCodes,
    alsoRecruitment
  )
  const means = decoded('vic_MethodsOfControl', record.vic_MethodsOfControl, controlCodes)
  const tie = single('vic_RelationshipToTrafficker', record.vic_RelationshipToTrafficker, tieCodes)
  const { left: ageLeft, ageGroup, ...age } = ageOf(record, today)
  const { exploitedIn, left: placeLeft } = placeOf(record)
  const [citizenship, ...others] = (record.prs_Citizenship ?? []).filter(isCountry)
  const unheard = (record.prs_Citizenship ?? []).filter((code) => !isCountry(code))
  return {
    answers: without({
      sex: gender === 'NonSpecifiedUnknown' ? 'unknown' : sex.value,
      language: language.value,
      forms,
      nationality: citizenship && nationalityOf(citizenship),
      ageGroup,
      narrative: record.hte_Description
    }) as Inward['answers'],
    later: without({
      citizenship,
      ...age,
      exploitedIn,
      finerForms: finer,
      sexualKinds: kinds.values,
      sector: record.vic_ForcedLabourIndustry?.[0],
      recruitedHow: ways.values,
      exploiterTie: tie.value,
      controls: means.values
    }) as Inward['later'],
    left: [
      ...[
        ...formsLeft,
        ...sex.left,
        ...language.left,
        ...kinds.left,
        ...ways.left,
        ...means.left,
        ...tie.left
      ],
      ...[...ageLeft, ...placeLeft, ...unread(record)],
      ...others.map((value): Left => ({ field: 'prs_Citizenship', value, why: 'onlyOneHere' })),
      ...unheard.map((value): Left => ({ field: 'prs_Citizenship', value, why: 'noCounterpart' }))
    ]
  }
}
