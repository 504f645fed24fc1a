import { addMonths, addYears, type CivilDate } from '../workflows/calendar/calendar.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import { lengths } from '../workflows/law/lengths.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import type { Role } from './actor.ts'

/** The regimes under which an association acts: never one for another. */
export const regimes = ['flag', 'r425_1', 'psp', 'victim_aid', 'civil_party'] as const
export type Regime = (typeof regimes)[number]

type Need = { regime: Regime; of: readonly Role[]; reason: Bilingual }

/** Acts for which being signed in, and even taking part, is not enough: the organisation must hold the regime. */
export const needs: Partial<Record<CommandType, Need>> = {
  'case.flag': {
    regime: 'flag',
    of: ['asso', 'shelter', 'school_mediation', 'helpline'],
    reason: {
      fr: 'Votre organisation n’est pas habilitée à signaler.',
      en: 'Your organisation is not accredited to flag.'
    }
  },
  'reflection.offer': {
    regime: 'r425_1',
    of: ['asso', 'shelter'],
    reason: {
      fr: 'Votre association n’est pas désignée pour donner cette information : la police ou la gendarmerie la donne.',
      en: 'Your association is not designated to give this information: police or gendarmerie give it.'
    }
  }
}

/** Acts beside which a missing regime is said, and that it never refuses: what an authority received is recorded as it stands. */
const advises: Partial<Record<CommandType, Need>> = {
  'civil_party.join': {
    regime: 'civil_party',
    of: ['asso'],
    reason: {
      fr: 'Si votre association se constitue aux côtés de la personne : ce droit, qu’elle a aux conditions de l’article 2-22 du code de procédure pénale, n’est pas consigné ici pour elle.',
      en: 'If your association joins beside the person: this right, which it has on the terms of article 2-22 of the code of criminal procedure, is not recorded here for it.'
    }
  }
}

/** What is known of an approval: the day it was given, or those of a request that nobody has answered. */
export type Approval = {
  since: CivilDate | null
  until: CivilDate | null
  askedOn?: CivilDate | null
  completeOn?: CivilDate | null
}

/**
 * The day on which silence becomes an approval: counted from the day the file was complete, and a file counts as
 * complete two months after the request at the latest.
 */
const silentFrom = ({ askedOn, completeOn }: Approval): CivilDate | null => {
  if (!askedOn) return null
  const held = addMonths(askedOn, lengths.approvalComplete.length.n)
  const complete = completeOn && completeOn < held ? completeOn : held
  return addMonths(complete, lengths.approvalSilence.length.n)
}

type Period = { from: CivilDate; to: CivilDate }
/** Of a regime that nothing ends, `to` is null. */
type Term = { from: CivilDate; to: CivilDate | null }

const periodFrom = (from: CivilDate, until: CivilDate | null): Period => ({
  from,
  to: until ?? addYears(from, lengths.approval.length.n)
})

/** The approval that was given, and the one that silence on a later request gives; where no end is written, the law's length says it. */
export const approvalPeriods = (approval: Approval): Period[] => {
  const { since, until, askedOn } = approval
  const silent = since === null || (askedOn && askedOn > since) ? silentFrom(approval) : null
  return [
    ...(since === null ? [] : [periodFrom(since, until)]),
    ...(silent ? [periodFrom(silent, since === null ? until : null)] : [])
  ]
}

/** When a regime was or will be in force: the approval for the exit programme as the law counts it, the others as they were given. */
const termsOf = (regime: Regime, given: Approval): Term[] => {
  const { since, until } = given
  const all = regime === 'psp' ? approvalPeriods(given) : since === null ? [] : [{ from: since, to: until }]
  return all.filter(({ from, to }) => to === null || to >= from)
}

type RegimeState = 'none' | 'asked' | 'ahead' | 'inForce' | 'ended'
export type RegimeStanding = Term & { state: Exclude<RegimeState, 'none'>; bySilence: boolean }

const later = (a: Term, b: Term) => (b.to === null || (a.to !== null && a.to < b.to) ? b : a)

/** Where a regime stands on a day: what the pages say, of what one is warned and what may be ended. Null: never given. */
export const standingOn = (regime: Regime, given: Approval, today: CivilDate): RegimeStanding | null => {
  const terms = termsOf(regime, given)
  const begun = terms.filter(({ from }) => from <= today)
  const living = begun.filter(({ to }) => to === null || to >= today)
  const term = living.length > 0 ? living.reduce(later) : (begun.at(-1) ?? terms[0])
  if (!term) return null
  const bySilence = term.from !== given.since
  if (living.length > 0) return { ...term, state: 'inForce', bySilence }
  if (begun.length > 0) return { ...term, state: 'ended', bySilence }
  return { ...term, state: bySilence ? 'asked' : 'ahead', bySilence }
}

const notApproved: Bilingual = {
  fr: 'Cette association n’est pas agréée pour le parcours de sortie (CASF R121-12-3).',
  en: 'This association is not approved for the exit programme (CASF R121-12-3).'
}
/** A day as it is written in French. */
export const inFrench = (on: CivilDate): string => on.split('-').reverse().join('/')
const ended = (on: CivilDate): Bilingual => ({
  fr: `L’agrément de cette association pour le parcours de sortie a pris fin le ${inFrench(on)} (CASF R121-12-3).`,
  en: `The approval of this association for the exit programme ended on ${on} (CASF R121-12-3).`
})

/** Why an association may not be named for the exit programme on this day, or null. */
export const approvalLacking = (approval: Approval | null, today: CivilDate): Bilingual | null => {
  const begun = approval ? approvalPeriods(approval).filter(({ from }) => from <= today) : []
  const last = begun.at(-1)
  if (!last) return notApproved
  return begun.some(({ to }) => today <= to) ? null : ended(last.to)
}

/** Associations that may join as a civil party (CPP 2-1 to 2-24) are not approved to aid victims: of the two a house holds one. */
export const barring: Partial<Record<Regime, Regime>> = {
  victim_aid: 'civil_party',
  civil_party: 'victim_aid'
}
const neverBoth: Bilingual = {
  fr: 'Une association qui peut se constituer partie civile (CPP 2-1 à 2-24) n’est pas agréée pour l’aide aux victimes : elle n’a que l’un des deux (CPP D1-12-5). Mettez fin à l’autre d’abord.',
  en: 'An association that may join as a civil party (CPP 2-1 to 2-24) is not approved for victim aid: it holds one of the two (CPP D1-12-5). End the other first.'
}

/** Why a regime is not given for these days, or null. What ended before today bars nothing: it is written down as it was. */
export const barred = (
  given: Approval & { regime: Regime },
  held: readonly (Approval & { regime: Regime })[],
  today: CivilDate
): Bilingual | null => {
  const living = termsOf(given.regime, given).filter(({ to }) => to === null || to >= today)
  const others = held
    .filter(({ regime }) => regime === barring[given.regime])
    .flatMap((one) => termsOf(one.regime, one))
    .filter(({ to }) => to === null || to >= today)
  const meet = (a: Term, b: Term) => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
  return living.some((one) => others.some((other) => meet(one, other))) ? neverBoth : null
}

const reasonWithout = (need: Need | undefined, role: Role, held: readonly string[]): Bilingual | null =>
  need && need.of.includes(role) && !held.includes(need.regime) ? need.reason : null

/** The regime that this role's organisation lacks for an act, or null. */
export const lacking = (command: CommandType, role: Role, held: readonly string[]): Bilingual | null =>
  reasonWithout(needs[command], role, held)

/** What is said beside an act of a regime that is not recorded, or null; it refuses nothing. */
export const unrecorded = (command: CommandType, role: Role, held: readonly string[]): Bilingual | null =>
  reasonWithout(advises[command], role, held)
