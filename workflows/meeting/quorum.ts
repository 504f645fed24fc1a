import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { decisionRules, seats, unsaidRule, type DecisionRule, type SeatType } from '../configuration/cell.ts'

/** How many must be there, of how many institutions, and which kinds cannot be missing. */
export type Quorum = { members: number; institutions: number; mustInclude: readonly SeatType[] }

/**
 * What the mechanism leaves open about how a cell decides. A meeting follows the version in force when its members are
 * called, whatever version its cases are under: one sitting has one quorum, but for what the court of a case sets.
 */
export type MeetingRules = {
  /** The dated configuration that these rules come from. */
  version: string
  quorum: Quorum
  /** Kinds of institutions whose people vote; the others may sit and only speak. */
  voting: readonly SeatType[]
  /** More than half of the votes cast, or nobody objecting. */
  decidesBy: DecisionRule
  /** By item, what the protocol of the court’s district of its case sets in their stead: a cell sits for every court of its département. */
  ofItems?: Readonly<Record<string, ItemRules>>
}

/** Who is called and who votes is of the whole cell; how many must be there, and how it is decided, may be of one court. */
export type ItemRules = Partial<Pick<MeetingRules, 'quorum' | 'decidesBy'>>

/** The rules of the sitting as a whole. */
export const sittingRules = ({ ofItems: _own, ...rules }: MeetingRules): MeetingRules => rules

/** The rules by which one item of its agenda is decided. */
export const rulesOn = (rules: MeetingRules, itemId: string): MeetingRules => ({
  ...sittingRules(rules),
  ...rules.ofItems?.[itemId]
})

/** What a protocol sets of how an item is decided; null where it leaves that to the cell. */
export const ownRules = ({ quorum, decidesBy }: ItemRules): ItemRules | null =>
  quorum || decidesBy ? { ...(quorum && { quorum }), ...(decidesBy && { decidesBy }) } : null

/** In numbers and kinds, and without the name of the court: whoever votes learns by what, and no more of where the person was met. */
export const itemRuleWords = ({ quorum, decidesBy }: ItemRules): Bilingual => {
  const must = quorum?.mustInclude ?? []
  const [dont, among] = [
    must.length > 0 ? `, dont : ${must.map((kind) => seats[kind].fr).join(', ')}` : '',
    must.length > 0 ? `, including: ${must.map((kind) => seats[kind].en).join(', ')}` : ''
  ]
  const by = decidesBy && decisionRules[decidesBy]
  return {
    fr: [
      'Règles propres à ce dossier.',
      ...(quorum
        ? [`Quorum : ${quorum.members} membres avec voix, de ${quorum.institutions} institutions${dont}.`]
        : []),
      ...(by ? [`La cellule décide ${by.fr}.`] : [])
    ].join(' '),
    en: [
      'Rules of this case alone.',
      ...(quorum
        ? [`Quorum: ${quorum.members} voting members, of ${quorum.institutions} institutions${among}.`]
        : []),
      ...(by ? [`The cell decides ${by.en}.`] : [])
    ].join(' ')
  }
}

type Configured = {
  version: string
  quorum: Quorum
  composition: readonly { type: SeatType; votes: boolean }[]
  decidesBy?: DecisionRule
}

/** The rules of a meeting under a dated configuration. */
export const rulesUnder = ({ version, quorum, composition, decidesBy }: Configured): MeetingRules => ({
  version,
  quorum,
  voting: composition.filter(({ votes }) => votes).map(({ type }) => type),
  decidesBy: decidesBy ?? unsaidRule
})

/** One person present. Two people of one institution are two members and one institution. */
export type Seat = { personId: string; orgId: string; orgType: string }

export const institutionsOf = (seats: readonly Seat[]): number =>
  new Set(seats.map(({ orgId }) => orgId)).size

/** The kinds that must be there and are not. */
export const missingKinds = (seats: readonly Seat[], { mustInclude }: Quorum): SeatType[] =>
  mustInclude.filter((kind) => !seats.some(({ orgType }) => orgType === kind))

const plural = (n: number) => (n > 1 ? 's' : '')

const tooFewMembers = (here: number, wanted: number): Bilingual => ({
  fr: `${here} membre${plural(here)} sur ${wanted} : il en manque ${wanted - here}.`,
  en: `${here} of ${wanted} members: ${wanted - here} missing.`
})
const tooFewInstitutions = (here: number, wanted: number): Bilingual => ({
  fr: `${here} institution${plural(here)} sur ${wanted} : il en manque ${wanted - here}.`,
  en: `${here} of ${wanted} institutions: ${wanted - here} missing.`
})
const kindMissing = (kind: SeatType): Bilingual => ({
  fr: `Il manque : ${seats[kind].fr}.`,
  en: `Missing: ${seats[kind].en}.`
})

const joined = (reasons: readonly Bilingual[]): Bilingual => ({
  fr: ['Le quorum n’est pas atteint.', ...reasons.map(({ fr }) => fr)].join(' '),
  en: ['The quorum is not reached.', ...reasons.map(({ en }) => en)].join(' ')
})

/** Why those present may not decide: how many are missing, and which institution; or null. */
export const quorumRefused = (attendance: readonly Seat[], quorum: Quorum): Bilingual | null => {
  const [members, orgs] = [attendance.length, institutionsOf(attendance)]
  const reasons = [
    ...(members < quorum.members ? [tooFewMembers(members, quorum.members)] : []),
    ...(orgs < quorum.institutions ? [tooFewInstitutions(orgs, quorum.institutions)] : []),
    ...missingKinds(attendance, quorum).map(kindMissing)
  ]
  return reasons.length === 0 ? null : joined(reasons)
}
