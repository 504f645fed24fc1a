import { isMinor, type PermitAsked } from '../facts/facts.ts'
import { askedOfPrefecture } from './asked.ts'
import type { Guard, Situation } from './guard.ts'
import { isApplied, type RegionState } from '../vocabulary/states.ts'

// When somebody is waited for to do what is open for longer: it refuses nothing. `reason` is for the documents.

type ResidenceState = RegionState<'residence'>

const permitAwaited =
  (...kinds: readonly (PermitAsked | null)[]) =>
  (situation: Situation) =>
    askedOfPrefecture(situation).some((one) => kinds.includes(one))
const notBeforePrefecture = {
  fr: 'La préfecture n’a pas de demande de ce titre.',
  en: 'The prefecture has no application for this permit.'
}
const awaited = (...kinds: readonly (PermitAsked | null)[]) =>
  ({
    holds: permitAwaited(...kinds),
    sees: 'E',
    rests: 'file',
    reason: notBeforePrefecture
  }) as const satisfies Guard

// Whoever holds a permit, or has one asked for, has had the information or needs it no more.
const uninformed: readonly ResidenceState[] = ['unknown', 'irregular']

export const awaitedGuards = {
  planAwaited: {
    holds: ({ regions }) => regions.care === 'needs_assessed',
    sees: 'H',
    rests: 'file',
    reason: { fr: 'Aucun plan n’attend d’être signé.', en: 'No plan waits to be signed.' }
  },
  // Where the case does not know which permit the application names, the one that follows a complaint is waited for.
  complaintPermitAwaited: awaited('l425_1', 'unsaid', null),
  housingPermitAwaited: awaited('l425_11'),
  discretionAwaited: awaited('discretion'),
  youngAdultPermitAwaited: awaited('coming_of_age'),
  residentCardAwaited: awaited('l425_3'),
  receiptAwaited: {
    holds: ({ regions }) => regions.residence === 'cst_applied',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Le récépissé est déjà délivré.', en: 'The receipt is issued already.' }
  },
  renewalAwaited: {
    holds: ({ facts }) => facts.renewalAsked,
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun renouvellement n’est demandé.', en: 'No renewal is asked for.' }
  },
  renewalNotAsked: {
    holds: ({ facts }) => !facts.renewalAsked,
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Le renouvellement est déjà demandé.', en: 'Renewal is already asked for.' }
  },
  // Of whoever agrees again, or only now: the consent is asked by the act itself. Of a file that does not know whether it was sent since
  // the agreement in force, it is asked.
  prefectureToAskAgain: {
    holds: ({ facts, regions }) =>
      !facts.prefectureSent &&
      (isApplied(regions.residence) || facts.otherPermit === 'asked' || facts.renewalAsked),
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Aucune demande n’attend d’être transmise de nouveau à la préfecture.',
      en: 'No application waits to be sent to the prefecture again.'
    }
  },
  // A child needs no residence permit: the period stays open to her, and nobody is waited for to propose it.
  reflectionDue: {
    holds: ({ facts, regions }) =>
      facts.presumed &&
      !isMinor(facts) &&
      facts.reflection === null &&
      uninformed.includes(regions.residence),
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Le délai de réflexion est déjà proposé, ou n’a pas à l’être.',
      en: 'The reflection period is proposed already, or need not be.'
    }
  }
} as const satisfies Record<string, Guard>
