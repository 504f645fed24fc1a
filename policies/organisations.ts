import { addMonths, type CivilDate } from '../workflows/calendar/calendar.ts'
import { seatTypes, type SeatType } from '../workflows/configuration/cell.ts'
import { kinds } from '../workflows/referral/kinds/kinds.ts'
import type { Bilingual, ReferralKind } from '../workflows/vocabulary/vocabulary.ts'
import { orgTypes, roleOfType, type Actor, type OrgType, type Role } from './actor.ts'
import type { Regime } from './habilitations.ts'
import { regimeRows } from './organisations/regimes.ts'

/** Where an organisation stands. Only one that is accredited lets its people in. */
export const orgStates = {
  pending: { fr: 'à accréditer', en: 'to be accredited' },
  accredited: { fr: 'accréditée', en: 'accredited' },
  suspended: { fr: 'suspendue', en: 'suspended' },
  closed: { fr: 'fermée', en: 'closed' }
} as const satisfies Record<string, Bilingual>
export type OrgState = keyof typeof orgStates

/** What opens a right: one person proposes it, another confirms it. Each says whom it opens the way to. */
export const proposalKinds = {
  accredit: { fr: 'accréditer cette organisation', en: 'accredit this organisation' },
  reinstate: { fr: 'lever la suspension', en: 'lift the suspension' },
  regime: { fr: 'donner ou prolonger un régime', en: 'give or extend a regime' },
  merge: { fr: 'réunir deux organisations', en: 'merge two organisations' },
  invite: { fr: 'inviter une personne', en: 'invite a person' },
  move: {
    fr: 'changer son nom, son SIRET, son département, son tribunal ou les orientations auxquelles elle répond',
    en: 'change its name, its SIRET, its département, its court or the referrals that it answers'
  },
  seat: {
    fr: 'donner le siège de la cellule, ou la suppléance',
    en: 'give the seat in the cell, or that of an alternate'
  },
  absence: {
    fr: 'annoncer l’absence de qui tient un siège de la cellule',
    en: 'announce the absence of whoever holds a seat in the cell'
  }
} as const satisfies Record<string, Bilingual>
export type ProposalKind = keyof typeof proposalKinds

export const proposalStates = {
  waiting: { fr: 'attend une seconde personne', en: 'waits for a second person' },
  confirmed: { fr: 'confirmé', en: 'confirmed' },
  refused: { fr: 'refusé', en: 'refused' },
  withdrawn: { fr: 'retiré', en: 'taken back' }
} as const satisfies Record<string, Bilingual>
export type ProposalState = keyof typeof proposalStates

const notMade: readonly OrgType[] = ['platform', 'external', 'unknown']
/** Kinds of organisations that pages create; the others are made by the command line or by a link. */
export const keptTypes = orgTypes.filter((type) => !notMade.includes(type))

/** Kinds that exist once for the whole country, or bear no place because where they are is a secret. */
const nowhere: readonly OrgType[] = [
  'acse',
  'ofii',
  'miprof',
  'oversight',
  'helpline',
  'shelter',
  'dna_centre'
]
export const bearsTerritory = (type: OrgType): boolean => !nowhere.includes(type)

/** Kinds whose people are of one court. */
export const bearsCourt = (type: OrgType): boolean => type === 'prosecution' || type === 'juvenile_court'

/** The kinds of referrals that an organisation of this kind may answer. */
export const answerable = (type: OrgType): ReferralKind[] =>
  (Object.keys(kinds) as ReferralKind[]).filter((kind) => kinds[kind].recipient === type)

/** Whether the people of an organisation of this kind may sit in a cell beside their own role. */
const sits = (type: OrgType) => type !== 'cell' && seatTypes.includes(type as SeatType)

/** The roles that one may be invited in, by the kind of the organisation and nothing else. */
export const rolesFor = (type: OrgType): Role[] => {
  if (type === 'platform') return ['admin', 'dpo']
  const own = roleOfType[type]
  return [...(own && own !== 'external' ? [own] : []), ...(sits(type) ? (['cell_member'] as const) : [])]
}

const ownProposal: Bilingual = {
  fr: 'Vous l’avez proposé : une autre personne le confirme.',
  en: 'You proposed it: another person confirms it.'
}
const alone: Bilingual = {
  fr: 'Personne d’autre n’administre la plateforme : invitez d’abord une seconde personne, depuis « Personnes ».',
  en: 'Nobody else administers the platform: first invite a second person, from “People”.'
}
/** Two administered before: whoever is left names nobody alone, or one person would become two. */
const aloneAgain: Bilingual = {
  fr: 'Personne d’autre n’administre plus la plateforme. L’exploitant nomme la seconde personne : demandez-lui « mnio invite ».',
  en: 'Nobody else administers the platform any more. Whoever keeps the server names the second person: ask them for “mnio invite”.'
}

/** How many persons administer now, and whether two ever did at one time. */
export type Administrators = { now: number; everTwo: boolean }

/** Why pages name no second administrator, or null. */
export const secondRefused = ({ now, everTwo }: Administrators): Bilingual | null =>
  now < 2 && everTwo ? aloneAgain : null

type Proposed = {
  kind: ProposalKind
  proposedBy: string
  regime: Regime | null
  territory: string | null
  /** In which somebody is to be invited. */
  role: Role | null
}
type Settler = Pick<Actor, 'personId' | 'role' | 'territory'>

/** What says who speaks in a cell: who is invited, who holds a seat, who is away. */
const ofSeats: readonly ProposalKind[] = ['invite', 'seat', 'absence']

/** Whose people confirm it in the administration’s stead, in the same territory: an approval the prefecture, a seat the secretary of the cell. */
const confirmedBy = ({ kind, regime, role }: Pick<Proposed, 'kind' | 'regime' | 'role'>): Role | null => {
  if (ofSeats.includes(kind)) return role === 'cell_member' ? 'cell_secretary' : null
  return kind === 'regime' && regime !== null ? regimeRows[regime].confirmedBy : null
}

/** Whether somebody may settle such a proposal at all; others do not know of it. */
export const settles = ({ role, territory }: Settler, one: Omit<Proposed, 'proposedBy'>): boolean =>
  role === 'admin' || (confirmedBy(one) === role && territory !== null && territory === one.territory)

/** Who takes back what was proposed: whoever proposed it, or the administration. */
export const takesBack = (
  { role, personId }: Settler,
  { proposedBy }: Pick<Proposed, 'proposedBy'>
): boolean => role === 'admin' || proposedBy === personId

/** Why this person may not confirm, or null. */
export const confirmingRefused = (
  who: Settler,
  { proposedBy, kind, role }: Pick<Proposed, 'proposedBy' | 'kind' | 'role'>,
  administrators: Administrators
): Bilingual | null => {
  if (proposedBy !== who.personId) return null
  if (administrators.now >= 2 || confirmedBy({ kind, regime: null, role }) !== null) return ownProposal
  return secondRefused(administrators) ?? alone
}

/** Whether a second person must confirm an invitation at home: into the administration, once two have administered, and to a seat of the cell. */
export const invitingTakesTwo = (type: OrgType, role: Role, { everTwo }: Administrators): boolean =>
  role === 'cell_member' || (type === 'platform' && everTwo)

type Standing = {
  name: string
  siret: string | null
  territory: string | null
  region: string | null
  court: string | null
  /** Null: all that its kind answers. */
  answers: readonly string[] | null
}

const answersMore = (was: Standing['answers'], will: Standing['answers']): boolean =>
  was !== null && (will === null || will.some((kind) => !was.includes(kind)))

/**
 * Whether two persons change it: whoever it is to be known as, where it is, or more kinds of referrals, for cases are sent to a name
 * that is trusted. Fewer kinds are taken away by one.
 */
export const changesByTwo = (was: Standing, will: Standing): boolean =>
  (['name', 'siret', 'territory', 'region', 'court'] as const).some((key) => was[key] !== will[key]) ||
  answersMore(was.answers, will.answers)

/** Who keeps organisations: the administration, and no other role. */
export const administers = ({ role, accredited }: Pick<Actor, 'role' | 'accredited'>): boolean =>
  accredited && role === 'admin'

/** Who says which colleagues have access. */
export const managesAccess = ({ manager, accredited }: Pick<Actor, 'manager' | 'accredited'>): boolean =>
  accredited && manager === true

/** Who knows of a proposal: who may settle it, and of a seat whoever manages access in the house that offers it. PostgreSQL holds the same. */
export const readsProposal = (
  actor: Settler & Pick<Actor, 'accredited' | 'manager' | 'orgId'>,
  one: Omit<Proposed, 'proposedBy'> & { orgId: string }
): boolean =>
  settles(actor, one) || (ofSeats.includes(one.kind) && one.orgId === actor.orgId && managesAccess(actor))

/** Roles whose people confirm a regime or a seat in the administration’s stead. */
export const confirmsForOthers = (role: Role): boolean =>
  role === 'cell_secretary' || Object.values(regimeRows).some((row) => row.confirmedBy === role)

/** Roles for whose people a proposal may wait. */
export const mayConfirm = (role: Role): boolean => role === 'admin' || confirmsForOthers(role)

const underRegimes: readonly OrgType[] = [
  'association',
  'shelter',
  'dna_centre',
  'school_mediation',
  'helpline'
]
/** Only associations and those that house act under a regime; public services act by their own office. */
export const holdsRegimes = (type: OrgType): boolean => underRegimes.includes(type)

/** How many months ahead the end of a regime is told: once, then once more. */
export const warnedMonthsAhead = [3, 1] as const

/** Of which half-year a review of access on this day is. */
export const reviewHalf = (today: CivilDate): string => {
  const [year, month] = today.split('-')
  return `${year}-${Number(month) <= 6 ? 1 : 2}`
}

/** Who is told which houses have not confirmed their review, and of none what it says. */
export const watchesReviews = (actor: Pick<Actor, 'role' | 'accredited'>): boolean =>
  administers(actor) || (actor.accredited && actor.role === 'dpo')

/** The last day of such a half-year, until which its review may be confirmed. */
export const reviewUntil = (half: string): CivilDate => {
  const [year, which] = half.split('-')
  return `${year}-${which === '1' ? '06-30' : '12-31'}`
}

/** Whether the half-year of this day is over within a month: who has not confirmed its review is written to once more. */
export const reviewEnds = (today: CivilDate): boolean => addMonths(today, 1) > reviewUntil(reviewHalf(today))
