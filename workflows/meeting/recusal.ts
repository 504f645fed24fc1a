import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { seats, type SeatType } from '../configuration/cell.ts'
import type { MeetingRules, Quorum, Seat } from './quorum.ts'
import { withdrawal, withdrawalOf, type Called, type Told, type Withdrawal } from './withdrawal.ts'

/**
 * Who is too close to a case to vote on it: institutions, for a colleague is as close as the one who signed, whichever institution they
 * sit for. `worksFor`: of those who sit for one institution, who works for another that is close to it, how, and whether they read the
 * case there. `origin`: whether who is kept from voting may know whence the person came.
 */
export type Tie = Pick<Seat, 'personId' | 'orgId'> & {
  tie: 'flagged' | 'follows' | 'withdrew'
  reads: boolean
}
export type Closeness = {
  flaggedBy: Pick<Seat, 'personId' | 'orgId'> | null
  referents: readonly string[]
  withdrawn?: readonly Withdrawal[]
  worksFor?: readonly Tie[]
  origin?: boolean
}

const flaggedIt: Told = {
  you: {
    fr: 'Vous avez signalé cette personne : vous pouvez parler, pas voter.',
    en: 'You flagged this person: you may speak, not vote.'
  },
  other: {
    fr: 'A signalé cette personne : peut parler, pas voter.',
    en: 'Flagged this person: may speak, not vote.'
  }
}
const flaggedByTheirs: Told = {
  you: {
    fr: 'Votre institution a signalé cette personne : vous pouvez parler, pas voter.',
    en: 'Your institution flagged this person: you may speak, not vote.'
  },
  other: {
    fr: 'Son institution a signalé cette personne : peut parler, pas voter.',
    en: 'Of the institution that flagged this person: may speak, not vote.'
  }
}
const followsIt: Told = {
  you: {
    fr: 'Votre institution accompagne cette personne : vous pouvez parler, pas voter.',
    en: 'Your institution accompanies this person: you may speak, not vote.'
  },
  other: {
    fr: 'Son institution accompagne cette personne : peut parler, pas voter.',
    en: 'Of the institution that accompanies this person: may speak, not vote.'
  }
}

const flaggedByAnother: Told = {
  you: {
    fr: 'Une autre institution où vous travaillez a signalé cette personne : vous pouvez parler, pas voter.',
    en: 'Another institution for which you work flagged this person: you may speak, not vote.'
  },
  other: {
    fr: 'Travaille aussi pour l’institution qui a signalé cette personne : peut parler, pas voter.',
    en: 'Works as well for the institution that flagged this person: may speak, not vote.'
  }
}
const followsElsewhere: Told = {
  you: {
    fr: 'Une autre institution où vous travaillez accompagne cette personne : vous pouvez parler, pas voter.',
    en: 'Another institution for which you work accompanies this person: you may speak, not vote.'
  },
  other: {
    fr: 'Travaille aussi pour l’institution qui accompagne cette personne : peut parler, pas voter.',
    en: 'Works as well for the institution that accompanies this person: may speak, not vote.'
  }
}
const withdrewElsewhere: Told = {
  you: {
    fr: 'Une autre institution où vous travaillez s’est retirée de ce dossier : vous n’y votez pas non plus pour celle-ci.',
    en: 'Another institution for which you work withdrew from this case: you do not vote on it for this one either.'
  },
  other: {
    fr: 'Travaille aussi pour une institution qui s’est retirée de ce dossier : n’y vote pas.',
    en: 'Works as well for an institution that withdrew from this case: does not vote on it.'
  }
}

const standsIn: Told = {
  you: {
    fr: 'Suppléance : vous votez sur les dossiers dont votre titulaire s’est retiré, pas sur celui-ci.',
    en: 'Alternate: you vote on the cases from which the holder of your seat withdrew, not on this one.'
  },
  other: {
    fr: 'Suppléance : ne vote que sur les dossiers dont le titulaire s’est retiré.',
    en: 'Alternate: votes only on the cases from which the holder of the seat withdrew.'
  }
}

/** A tie would say where a person went whom they know from elsewhere, or what a team that is not theirs follows. */
const anotherVotes: Bilingual = {
  fr: 'Un autre membre vote ici : vous pouvez parler, pas voter.',
  en: 'Another member votes here: you may speak, not vote.'
}

/** Of one seat there is one voice: an alternate has it where the holder withdrew. */
const hasNoSeat = ({ orgId, standsIn: alternate = false }: Called, { withdrawn = [] }: Closeness): boolean =>
  alternate && !withdrawn.some((one) => one.orgId === orgId && !one.whole)

const isTied = ({ personId }: Called, { worksFor = [] }: Closeness, tie: Tie['tie']): boolean =>
  worksFor.some((one) => one.personId === personId && one.tie === tie)

/** Whether a withdrawal keeps this member from the case: their own, or that of a house of theirs. */
export const isWithdrawn = (member: Called, close: Closeness): boolean =>
  withdrawalOf(member, close) !== null || isTied(member, close, 'withdrew')

/** What keeps a member from voting who works, beside the institution they sit for, for another. */
const elsewhere = (member: Called, close: Closeness): Told | null => {
  if (isTied(member, close, 'withdrew')) return withdrewElsewhere
  if (isTied(member, close, 'flagged')) return flaggedByAnother
  return isTied(member, close, 'follows') ? followsElsewhere : null
}

const tieOf = (member: Called, close: Closeness): Told | null => {
  const { personId, orgId } = member
  const { flaggedBy, referents } = close
  if (personId === flaggedBy?.personId) return flaggedIt
  if (orgId === flaggedBy?.orgId) return flaggedByTheirs
  if (referents.includes(orgId)) return followsIt
  return elsewhere(member, close) ?? (hasNoSeat(member, close) ? standsIn : null)
}

const readsTies = ({ personId }: Called, { worksFor = [] }: Closeness): boolean =>
  worksFor.every((one) => one.personId !== personId || one.reads)

/**
 * Why this member may speak of a case and not vote on it, or null. They are told which tie it is as far as they may know it; whoever
 * conducts reads it of the others.
 */
export const recusedBecause = (
  member: Called,
  close: Closeness,
  told: keyof Told = 'you'
): Bilingual | null => {
  const { origin = true } = close
  const gone = withdrawal(member, close)
  const because = gone ?? tieOf(member, close)
  if (!because || told === 'other') return because?.other ?? null
  return origin && (gone !== null || readsTies(member, close)) ? because.you : anotherVotes
}

/**
 * Kinds of institutions that a quorum asks for and that it cannot have on this case, because some of those called withdrew and none
 * of the others may vote on it. Who was called and is not there is waited for.
 */
export const kindsGone = (
  called: readonly (Called & Pick<Seat, 'orgType'>)[],
  close: Closeness,
  { mustInclude }: Quorum
): SeatType[] =>
  mustInclude.filter((kind) => {
    const of = called.filter(({ orgType }) => orgType === kind)
    return of.some((one) => isWithdrawn(one, close)) && of.every((one) => recusedBecause(one, close) !== null)
  })

/** What a decision without these kinds says of itself. */
export const withoutKinds = (kinds: readonly SeatType[]): Bilingual | null =>
  kinds.length === 0
    ? null
    : {
        fr: `Quorum compté sans : ${kinds.map((kind) => seats[kind].fr).join(', ')} (retrait pour conflit d’intérêts).`,
        en: `Quorum counted without: ${kinds.map((kind) => seats[kind].en).join(', ')} (withdrawn for a conflict of interest).`
      }

/** Why a member of this kind of institution only speaks in this cell, or null. */
export const onlySpeaks = (
  { orgType }: Pick<Seat, 'orgType'>,
  { voting }: MeetingRules
): Bilingual | null => {
  if ((voting as readonly string[]).includes(orgType)) return null
  const seat = seats[orgType as SeatType] ?? { fr: orgType, en: orgType }
  return {
    fr: `Ce siège est consultatif (${seat.fr}) : on y parle, on n’y vote pas.`,
    en: `This seat is advisory (${seat.en}): one speaks, and does not vote.`
  }
}
