import type { Bilingual } from '../vocabulary/vocabulary.ts'
import type { Seat } from './quorum.ts'

/** Whose tie to a case it is that somebody says. */
export const ties = {
  person: { fr: 'Le lien est le mien', en: 'The tie is mine' },
  institution: { fr: 'Le lien est celui de mon institution', en: 'The tie is my institution’s' }
} as const satisfies Record<string, Bilingual>

export type Tie = keyof typeof ties

/** Why a withdrawal is taken back. */
export const rejoinReasons = {
  mistake: { fr: 'Retrait fait par erreur', en: 'Withdrawn by mistake' },
  over: { fr: 'Le lien a pris fin', en: 'The tie has ended' },
  examined: {
    fr: 'Le lien, examiné avec le secrétariat, ne fait pas obstacle',
    en: 'The tie, looked at with the secretariat, stands in no way'
  }
} as const satisfies Record<string, Bilingual>

export type RejoinReason = keyof typeof rejoinReasons

/** Somebody who withdrew; `whole`: their institution did. */
export type Withdrawal = Pick<Seat, 'personId' | 'orgId'> & { whole: boolean }

type Withdrawn = { withdrawn?: readonly Withdrawal[] }

/** Each reason as it is told to the member, and as the secretary reads it of somebody else. */
export type Told = { you: Bilingual; other: Bilingual }

const withdrewThemselves: Told = {
  you: {
    fr: 'Votre retrait de ce dossier est noté : vous ne le lisez plus et n’y votez pas.',
    en: 'Your withdrawal from this case is noted: you read it no more and do not vote on it.'
  },
  other: {
    fr: 'Retrait de ce dossier : ne le lit plus et n’y vote pas.',
    en: 'Withdrew from this case: reads it no more and does not vote on it.'
  }
}
const theirsWithdrew: Told = {
  you: {
    fr: 'Votre institution s’est retirée de ce dossier : elle ne le lit plus et n’y vote pas.',
    en: 'Your institution withdrew from this case: it reads it no more and does not vote on it.'
  },
  other: {
    fr: 'Son institution s’est retirée de ce dossier : elle ne le lit plus et n’y vote pas.',
    en: 'Of an institution that withdrew from this case: it reads it no more and does not vote on it.'
  }
}
/** Somebody called to a meeting; `standsIn`: for a colleague who withdrew from one of its cases. */
export type Called = Pick<Seat, 'personId' | 'orgId'> & { standsIn?: boolean }

/** The withdrawal that keeps this member from a case, their own before that of their institution. */
export const withdrawalOf = ({ personId, orgId }: Called, { withdrawn = [] }: Withdrawn): Withdrawal | null =>
  withdrawn.find((one) => one.personId === personId) ??
  withdrawn.find((one) => one.whole && one.orgId === orgId) ??
  null

/** What it says, of whoever it keeps from the case. */
export const withdrawal = (member: Called, close: Withdrawn): Told | null => {
  const one = withdrawalOf(member, close)
  return one && (one.whole ? theirsWithdrew : withdrewThemselves)
}
