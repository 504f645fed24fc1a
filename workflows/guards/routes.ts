import { isMinor } from '../facts/facts.ts'
import type { Guard, Situation } from './guard.ts'
import { applied, yearly, type RegionState } from '../vocabulary/states.ts'

// When a stay loses what it rests on, and another way is to be looked for.

type ResidenceState = RegionState<'residence'>

const restsOnProcedure: readonly ResidenceState[] = [...applied, ...yearly, 'l425_11']

const nothingLeft: readonly ResidenceState[] = [
  'refused_permit',
  'reflection_ended',
  'reflection_interrupted'
]

const withoutStay: readonly ResidenceState[] = ['unknown', 'irregular']

const procedureLost = ({ facts, regions }: Situation) =>
  restsOnProcedure.includes(regions.residence) &&
  facts.offences.length > 0 &&
  !facts.procedureOpen &&
  facts.finalOn === null

const threatened = (situation: Situation) =>
  procedureLost(situation) || nothingLeft.includes(situation.regions.residence)

/** Asylum was all that she had asked for, and it was refused. */
const asylumLost = ({ regions }: Situation) =>
  regions.asylum === 'refused' && withoutStay.includes(regions.residence)

const unprepared = (situation: Situation) => !situation.facts.routePrepared && threatened(situation)

export const routeGuards = {
  permitRestsOnProcedure: {
    holds: ({ facts, regions }) => restsOnProcedure.includes(regions.residence) && !facts.routePrepared,
    sees: ['E', 'I'],
    rests: ['CESEDA.L425-1'],
    reason: {
      fr: 'Le séjour ne dépend pas de la procédure pénale.',
      en: 'The stay does not depend on the criminal procedure.'
    }
  },
  stayThreatened: {
    holds: (situation) => threatened(situation) || asylumLost(situation),
    sees: ['E', 'F', 'I'],
    rests: 'file',
    reason: { fr: 'Rien ne menace le séjour.', en: 'Nothing threatens the stay.' }
  },
  routeDue: {
    holds: unprepared,
    sees: ['E', 'F', 'I'],
    rests: 'file',
    reason: {
      fr: 'Rien ne menace le séjour, ou une autre voie est déjà préparée.',
      en: 'Nothing threatens the stay, or another route is already prepared.'
    }
  },
  // A child needs no permit.
  adultRouteDue: {
    holds: (situation) =>
      !isMinor(situation.facts) &&
      (unprepared(situation) || (situation.facts.asylumRouteDue && asylumLost(situation))),
    sees: ['E', 'F', 'I'],
    rests: 'file',
    reason: {
      fr: 'Aucune autre voie de séjour n’est à préparer.',
      en: 'No other residence route is to be prepared.'
    }
  },
  procedureStillOpen: {
    holds: ({ facts, regions }) => !restsOnProcedure.includes(regions.residence) || facts.procedureOpen,
    sees: 'E',
    rests: ['CESEDA.L425-1'],
    reason: {
      fr: 'Ce titre suit une procédure pénale, et aucune n’est ouverte : la préfecture décide du renouvellement. Demandez-en aussi un autre, sans attendre sa fin.',
      en: 'This permit follows a criminal procedure, and none is open: the prefecture decides on its renewal. Ask for another as well, before it ends.'
    }
  }
} as const satisfies Record<string, Guard>
