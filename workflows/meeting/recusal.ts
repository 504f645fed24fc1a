import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { seats, type SeatType } from '../configuration/cell.ts'
import type { MeetingRules, Seat } from './quorum.ts'

/** Who is too close to a case to vote on it: institutions, for a colleague is as close as the one who signed. */
export type Closeness = {
  flaggedBy: Pick<Seat, 'personId' | 'orgId'> | null
  referents: readonly string[]
  /** Institutions whose member withdrew from it. */
  withdrawn?: readonly string[]
}

/** Each reason as it is told to the member, and as the secretary reads it of somebody else. */
type Told = { you: Bilingual; other: Bilingual }

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

const withdrew: Told = {
  you: {
    fr: 'Votre institution s’est retirée de ce dossier : elle ne le lit plus et n’y vote pas.',
    en: 'Your institution withdrew from this case: it reads it no more and does not vote on it.'
  },
  other: {
    fr: 'Son institution s’est retirée de ce dossier : elle ne le lit plus et n’y vote pas.',
    en: 'Of an institution that withdrew from this case: it reads it no more and does not vote on it.'
  }
}

/** Why this member may speak of a case and not vote on it, or null. */
export const recusedBecause = (
  { personId, orgId }: Pick<Seat, 'personId' | 'orgId'>,
  { flaggedBy, referents, withdrawn = [] }: Closeness,
  told: keyof Told = 'you'
): Bilingual | null => {
  if (withdrawn.includes(orgId)) return withdrew[told]
  if (personId === flaggedBy?.personId) return flaggedIt[told]
  if (orgId === flaggedBy?.orgId) return flaggedByTheirs[told]
  return referents.includes(orgId) ? followsIt[told] : null
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
