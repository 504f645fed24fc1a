import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Actor } from '../actor.ts'
import { enters } from '../features.ts'

// A case is handed from the association that accompanies the person to another one, which answers within this time.

/** Long enough for a team to meet once, short enough for the person to know who accompanies her. */
export const handingDays = 14

export const handingStates = {
  proposed: { fr: 'proposé, sans réponse', en: 'proposed, not answered' },
  accepted: { fr: 'accepté', en: 'accepted' },
  refused: { fr: 'refusé', en: 'refused' },
  withdrawn: { fr: 'retiré', en: 'withdrawn' },
  expired: { fr: 'resté sans réponse dans le délai', en: 'not answered in time' }
} as const satisfies Record<string, Bilingual>
export type HandingState = keyof typeof handingStates

/** Why the association that was asked does not take the case. */
export const refusalsOfHanding = {
  full: { fr: 'Pas de place dans l’accompagnement', en: 'No room for one more person' },
  not_ours: { fr: 'Hors de ce que fait l’association', en: 'Not what the association does' },
  too_close: {
    fr: 'Trop proche des lieux ou des personnes à éviter',
    en: 'Too close to places or people to be avoided'
  }
} as const satisfies Record<string, Bilingual>

/** Why the association that proposed it takes it back. */
export const withdrawalsOfHanding = {
  by_person: { fr: 'La personne n’est plus d’accord', en: 'The person no longer agrees' },
  by_sender: { fr: 'L’association garde l’accompagnement', en: 'The association goes on accompanying' }
} as const satisfies Record<string, Bilingual>

/** Nobody's step: an agreement of the person, on which the proposal rests, was withdrawn or ran out. */
const endsOfHanding = {
  agreement_ended: { fr: 'Un accord de la personne a pris fin', en: 'An agreement of the person has ended' }
} as const satisfies Record<string, Bilingual>

export const handingReasons = { ...refusalsOfHanding, ...withdrawalsOfHanding, ...endsOfHanding }
export type HandingReason = keyof typeof handingReasons

// The approval for the exit programme is an association's own (CASF R121-12-3): it does not go with a case, and no article that was read
// refuses that somebody is accompanied meanwhile.

/** Said to whoever hands on somebody who follows an exit programme, or asks for one. */
export const programmeOfHanded: Bilingual = {
  fr: 'Cette personne suit un parcours de sortie, ou en demande un. L’agrément pour ce parcours est celui de chaque association (CASF R121-12-3) : il ne passe pas avec le dossier. À vérifier avec la préfecture avant de proposer. Rien n’est refusé pour autant.',
  en: 'This person follows an exit programme, or asks for one. The approval for it is each association’s own (CASF R121-12-3): it does not go with the case. To be checked with the prefecture before you propose. Nothing is refused for that.'
}
export const unapproved: Bilingual = {
  fr: 'non agréée pour le parcours de sortie',
  en: 'not approved for the exit programme'
}
/** Said to an association without that approval of any case, so that it tells nothing of the one at hand. */
export const programmeOfTaken: Bilingual = {
  fr: 'Votre association n’est pas agréée pour le parcours de sortie (CASF R121-12-3). Si la personne en suit un, vérifiez avec la préfecture avant d’accepter. Ceci est dit pour tout dossier, et n’annonce rien de celui-ci.',
  en: 'Your association is not approved for the exit programme (CASF R121-12-3). If the person follows one, check with the prefecture before you accept. This is said of every case, and tells nothing of this one.'
}

/** In which capacity a case is handed on, and taken. */
export const leads: Capacity = 'referent'

/** Whoever accompanies people for an association; for others there is nothing to hand on and nothing to take. */
export const handsCases = ({ role, accredited }: Pick<Actor, 'role' | 'accredited'>): boolean =>
  accredited && enters(role, 'handings')

export const mayHandOn = (actor: Pick<Actor, 'role' | 'accredited'>, held: readonly Capacity[]): boolean =>
  handsCases(actor) && held.includes(leads)

type Proposed = { state: HandingState; expiresAt: Date }

/** Where a proposal stands: nobody has to say that its time is over. */
export const standsAt = ({ state, expiresAt }: Proposed, at: Date): HandingState =>
  state === 'proposed' && expiresAt <= at ? 'expired' : state
