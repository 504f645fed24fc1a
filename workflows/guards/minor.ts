import { isMinor } from '../facts/facts.ts'
import type { Guard, Situation } from './guard.ts'
import { reportingGuards, standing, standsIn, toldNobody, untold, type MinorState } from './reporting.ts'
import { beforeJudge, unprotected } from '../vocabulary/states.ts'
import { childBands } from '../vocabulary/words.ts'

const placed: readonly MinorState[] = ['placed_distanced', 'placed_secure', 'placed_common']
const measured: readonly MinorState[] = ['measure_ordered', ...placed]

/** Reported to the prosecutor, and no measure yet: nobody else watches over the child. */
export const awaitsMeasure = (situation: Situation) =>
  isMinor(situation.facts) && standsIn(situation, ['signalement', 'opp_issued', 'je_seized'])

const ofAge = ({ facts, regions }: Situation) => !isMinor(facts) && unprotected.includes(regions.minor)

// Guards of a child's protection: none of them ever looks at a consent (I-07).

const concernDue = (situation: Situation) => isMinor(situation.facts) && toldNobody(situation)
const inDanger = (situation: Situation) =>
  isMinor(situation.facts) && situation.facts.danger === 'immediate' && standsIn(situation, untold)
const foundByPolice = (situation: Situation) =>
  isMinor(situation.facts) && situation.facts.policeKnow && standsIn(situation, untold)
const noReportDue = {
  fr: 'Aucun signalement au parquet n’est attendu.',
  en: 'No report to the prosecutor is due.'
}

export const minorGuards = {
  placementAwaited: {
    holds: (situation) =>
      isMinor(situation.facts) &&
      situation.facts.danger === 'immediate' &&
      standsIn(situation, ['signalement']),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Aucun placement n’attend d’être ordonné en urgence.',
      en: 'No emergency placement waits to be ordered.'
    }
  },
  concernDue: {
    holds: concernDue,
    sees: 'D',
    rests: 'file',
    reason: { fr: 'Aucune information préoccupante n’est attendue.', en: 'No report of concern is due.' }
  },
  ...reportingGuards,
  concernTold: {
    holds: (situation) => !concernDue(situation),
    sees: 'D',
    rests: 'file',
    reason: {
      fr: 'Personne n’est encore informé du danger que court l’enfant : transmettez d’abord l’information préoccupante, ou signalez au parquet.',
      en: 'Nobody has been told yet of the danger to the child: first send the report of concern, or report to the prosecutor.'
    }
  },
  noMeasureAwaited: {
    holds: (situation) => !awaitsMeasure(situation),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'L’enfant est signalé et aucune mesure n’est encore ordonnée : le dossier reste ouvert jusque-là.',
      en: 'The child was reported and no measure is ordered yet: the case stays open until then.'
    }
  },
  concernPending: {
    holds: (situation) =>
      isMinor(situation.facts) &&
      standing(situation) === 'information_preoccupante' &&
      !situation.facts.concernAssessed,
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Aucune information préoccupante n’est à évaluer.',
      en: 'No report of concern is to be assessed.'
    }
  },
  meritsExtendable: {
    holds: (situation) => standsIn(situation, measured) && !situation.facts.meritsExtended,
    sees: 'F',
    rests: ['CPC.1185'],
    reason: {
      fr: 'Le délai de la décision au fond ne court pas, ou a déjà été prorogé.',
      en: 'The time for the decision on the merits is not running, or was extended already.'
    }
  },
  signalementDue: {
    holds: inDanger,
    sees: 'D',
    rests: 'file',
    reason: noReportDue
  },
  childKnownToPolice: {
    holds: foundByPolice,
    sees: 'D',
    rests: 'file',
    reason: noReportDue
  },
  prosecutorAwaited: {
    holds: (situation) => inDanger(situation) || foundByPolice(situation),
    sees: 'D',
    rests: 'file',
    reason: noReportDue
  },
  received: {
    holds: ({ facts }) => facts.received,
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Aucun recueil provisoire n’est en cours.',
      en: 'No provisional reception is under way.'
    }
  },
  beforeJudge: {
    holds: (situation) => standsIn(situation, beforeJudge),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Un placement est ordonné ou le juge est saisi : la suite se décide là.',
      en: 'A placement is ordered or the case is before the judge: what follows is decided there.'
    }
  },
  oppPending: {
    holds: (situation) => standing(situation) === 'opp_issued',
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Aucun placement provisoire n’attend que le juge soit saisi.',
      en: 'No provisional placement waits to be brought before the judge.'
    }
  },
  judgeSeized: {
    holds: (situation) => standing(situation) === 'je_seized',
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Le juge des enfants n’est pas saisi.', en: 'The case is not before the juvenile judge.' }
  },
  orderAwaited: {
    holds: (situation) => standsIn(situation, ['opp_issued', 'je_seized']),
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Aucune décision n’est attendue.', en: 'No decision is awaited.' }
  },
  measured: {
    holds: (situation) => standsIn(situation, measured),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Le juge des enfants n’a pas encore ordonné de mesure.',
      en: 'The juvenile judge has not ordered a measure yet.'
    }
  },
  notPlaced: {
    holds: (situation) => !standsIn(situation, placed),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'L’enfant est placé sous ce dossier : c’est l’autre qui doit y être réuni.',
      en: 'The child is placed under this case: the other one is to be merged into it.'
    }
  },
  guardianMissing: {
    holds: ({ facts }) => !facts.guardianNamed,
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Un administrateur ad hoc est déjà désigné.',
      en: 'An ad hoc guardian is already named.'
    }
  },
  guardianNamed: {
    holds: ({ facts }) => facts.guardianNamed,
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Aucune désignation n’est en cours.', en: 'No guardian is named.' }
  },
  majorityNear: {
    holds: ({ facts }) => isMinor(facts) && !facts.majorityPrepared && !childBands.includes(facts.ageBand),
    sees: 'C',
    rests: 'file',
    reason: {
      fr: 'L’entretien d’autonomie a été tenu, ou la majorité est encore loin.',
      en: 'The independence interview was held, or majority is still far away.'
    }
  },
  underProtection: {
    holds: ({ regions }) => !unprotected.includes(regions.minor),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'La personne n’est pas protégée comme mineure.',
      en: 'The person is not protected as a minor.'
    }
  },
  ofAge: {
    holds: ofAge,
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'La majorité n’est ni atteinte ni décidée.',
      en: 'Majority is neither reached nor decided.'
    }
  },
  notProtected: {
    holds: ({ regions }) => unprotected.includes(regions.minor),
    sees: 'F',
    rests: 'file',
    reason: { fr: 'La personne est protégée comme mineure.', en: 'The person is protected as a minor.' }
  },
  adultUnhoused: {
    holds: (situation) => ofAge(situation) && situation.regions.housing === 'unassessed',
    sees: ['F', 'K'],
    rests: 'file',
    reason: { fr: 'Un accueil est en cours.', en: 'A stay is under way.' }
  },
  reachable: {
    holds: ({ facts }) => !facts.missing,
    sees: 'C',
    rests: 'file',
    reason: {
      fr: 'L’enfant est en fugue et recherché : notez d’abord que l’enfant est retrouvé.',
      en: 'The child has run away and is searched for: first record that they are found.'
    }
  },
  informAgain: {
    holds: ({ facts, regions }) => regions.minor === 'majority_reached' && !facts.informed,
    sees: 'F',
    rests: 'mechanism',
    reason: {
      fr: 'Informez d’abord la personne, devenue majeure.',
      en: 'First inform the person, now an adult.'
    }
  }
} as const satisfies Record<string, Guard>
