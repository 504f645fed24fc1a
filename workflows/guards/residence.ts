import { statuteClocks } from '../deadlines/clocks/statute.ts'
import { agreedTo, isMinor, permitRuns, staysRegularly } from '../facts/facts.ts'
import { askedGuards, besideUnanswered } from './asked.ts'
import type { Guard } from './guard.ts'
import { convictedForGood, procedureRuns, pursued } from './judicial.ts'
import { rulingNames } from '../law/rulings.ts'
import { opensL42511, opensL4251 } from '../law/opened-by-offence.ts'
import { isApplied, regular, yearly, type HeldPermit, type RegionState } from '../vocabulary/states.ts'
import { spelled } from '../deadlines/spelled.ts'

// Guards of residence. `reason` reads as an answer to « pourquoi pas ? ».

type ResidenceState = RegionState<'residence'>
const silence = spelled(statuteClocks['D-SILENCE'].duration)

// A stay of which nothing is known may be regular: that is for the prefecture to judge.
const standingStay: readonly ResidenceState[] = [
  'unknown',
  'regular_other',
  'cst_recepisse',
  'cst_valid',
  'cst_renewed',
  'aps_psp',
  'l425_11',
  'humanitarian_discretion'
]

/** For each permit that an offence opens, whether those on record open it. */
const opensItAgain: Partial<Record<HeldPermit, typeof opensL4251>> = {
  ...Object.fromEntries(yearly.map((state) => [state, opensL4251])),
  l425_11: opensL42511
}

export const residenceGuards = {
  ...askedGuards,
  factsNotAllAbroad: {
    holds: ({ facts }) => !facts.factsAbroad,
    sees: 'F',
    rests: ['CAA.21MA00481'],
    reason: {
      fr: `Tous les faits ont été commis à l’étranger par des étrangers : une décision que nous n’avons pas lue a fermé ce titre dans ce cas (${rulingNames['CAA.21MA00481'].fr}). La préfecture décide ; la demande reste possible, et l’hébergement, les soins et les autres voies de séjour restent ouverts.`,
      en: `All acts were committed abroad by foreigners: a decision that we have not read closed this permit in such a case (${rulingNames['CAA.21MA00481'].en}). The prefecture decides; asking stays possible, and shelter, care and other residence routes stay open.`
    }
  },
  procedureNotClosed: {
    ...procedureRuns,
    rests: ['CAA.08BX01680'],
    reason: {
      fr: `Aucune procédure pénale n’est ouverte : une décision que nous n’avons pas lue a écarté une demande déposée après sa fin (${rulingNames['CAA.08BX01680'].fr}). La préfecture décide ; la demande reste possible.`,
      en: `No criminal procedure is open: a decision that we have not read set aside an application lodged after its end (${rulingNames['CAA.08BX01680'].en}). The prefecture decides; asking stays possible.`
    }
  },
  // Whatever offence was named: the articles speak of the facts that the person complains of.
  complaintMade: {
    ...pursued,
    holds: ({ facts }) => facts.offences.length > 0,
    rests: ['CESEDA.L425-1', 'CESEDA.L425-11'],
    reason: {
      fr: 'Enregistrez d’abord une plainte ou un témoignage. La plainte reste un choix libre : les autres voies demeurent ouvertes.',
      en: 'First record a complaint or testimony. Complaining remains a free choice: other routes stay open.'
    }
  },
  complaintOpensCard: {
    ...pursued,
    holds: ({ facts }) => opensL4251(facts.offences, facts.offencesOn),
    rests: ['CESEDA.L425-1', 'CP.225-4-1', 'CP.225-4-6', 'CP.225-5', 'CP.225-10'],
    reason: {
      fr: 'Aucune infraction de traite ou de proxénétisme n’est enregistrée (code pénal, 225-4-1 à 225-4-6 et 225-5 à 225-10). Le titre suit les faits dont la personne se plaint, ou sur lesquels elle témoigne, même si l’enquête les qualifie autrement (L425-1) : vérifiez ce que dit le récépissé. La demande reste possible, et la préfecture décide.',
      en: 'No offence of trafficking or procuring is recorded (Criminal Code, 225-4-1 to 225-4-6 and 225-5 to 225-10). The permit follows the facts that the person complains of, or testifies about, even where the investigation names another offence (L425-1): check what the receipt says. Asking stays possible, and the prefecture decides.'
    }
  },
  complaintOpensHousingCard: {
    ...pursued,
    holds: ({ facts }) => opensL42511(facts.offences, facts.offencesOn),
    rests: ['CESEDA.L425-11', 'CP.225-14'],
    reason: {
      fr: 'Aucune infraction d’hébergement indigne n’est enregistrée (code pénal, 225-14). Ce titre suit les faits dont la personne se plaint, même si l’enquête les qualifie autrement (L425-11). La demande reste possible, et la préfecture décide.',
      en: 'No offence of degrading housing is recorded (Criminal Code, 225-14). This permit follows the facts that the person complains of, even where the investigation names another offence (L425-11). Asking stays possible, and the prefecture decides.'
    }
  },
  finalConviction: {
    ...convictedForGood,
    rests: ['CESEDA.L425-3'],
    reason: {
      fr: 'La carte de dix ans suit une condamnation définitive, qui n’est pas connue.',
      en: 'The ten-year card follows a final conviction, and none is known.'
    }
  },
  // The article names no day: a stay that is regular now, or was when the conviction became final, is one.
  regularStay: {
    holds: ({ facts, regions }) => {
      const { finalOn, regularSince, regularUntil } = facts
      const isNow = permitRuns(facts) || (regularUntil === null && standingStay.includes(regions.residence))
      const wasThen =
        finalOn !== null &&
        (regularSince ?? regularUntil) !== null &&
        (regularSince ?? finalOn) <= finalOn &&
        finalOn <= (regularUntil ?? finalOn)
      return isNow || wasThen
    },
    sees: 'E',
    rests: ['CESEDA.L425-3'],
    reason: {
      fr: 'La carte de dix ans est délivrée « sous réserve de la régularité du séjour » (CESEDA L425-3), qui n’est pas connue ici : la préfecture l’apprécie.',
      en: 'The ten-year card is issued “subject to the stay being regular” (CESEDA L425-3), which is not known here: the prefecture judges it.'
    }
  },
  silenceOver: {
    holds: ({ facts }) => facts.lapsed.includes('D-SILENCE'),
    sees: 'E',
    rests: ['CESEDA.R432-2'],
    reason: {
      fr: `Les ${silence.fr} de silence de la préfecture ne sont pas écoulés.`,
      en: `The prefecture’s ${silence.en} of silence are not over.`
    }
  },
  otherAsked: {
    holds: ({ facts }) => facts.otherPermit === 'asked',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun autre titre n’est demandé.', en: 'No other permit is asked for.' }
  },
  otherRefused: {
    holds: ({ facts }) => facts.otherPermit === 'refused',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun autre titre n’a été refusé.', en: 'No other permit was refused.' }
  },
  otherOnAppeal: {
    holds: ({ facts }) => facts.otherPermit === 'appeal',
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Aucun recours n’est en cours sur un autre titre.',
      en: 'No appeal is pending about another permit.'
    }
  },
  otherSilenceOver: {
    holds: ({ facts }) =>
      facts.lapsed.includes('D-SILENCE-OTHER') || besideUnanswered(facts).some(({ over }) => over),
    sees: 'E',
    rests: ['CESEDA.R432-2'],
    reason: {
      fr: `Les ${silence.fr} de silence sur l’autre titre ne sont pas écoulés.`,
      en: `The ${silence.en} of silence about the other permit are not over.`
    }
  },
  answerAwaited: {
    holds: ({ facts, regions }) =>
      !regular.some((state) => state === regions.residence) || facts.renewalAsked,
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Le titre est en cours et son renouvellement n’est pas demandé : rien n’est à refuser. Un titre se retire par un autre acte.',
      en: 'The permit is running and its renewal is not asked for: there is nothing to refuse. A permit is withdrawn by another act.'
    }
  },
  permitWasWithdrawn: {
    holds: ({ facts }) => facts.withdrawnPermit !== null,
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Aucun retrait n’est à annuler : d’un refus annulé, la demande est réexaminée.',
      en: 'No withdrawal is there to be annulled: of an annulled refusal, the application is examined again.'
    }
  },
  withdrawnPermitHasItsOffence: {
    ...pursued,
    holds: ({ facts: { withdrawnPermit, offences, offencesOn } }) =>
      withdrawnPermit === null || (opensItAgain[withdrawnPermit]?.(offences, offencesOn) ?? true),
    sees: ['E', 'F'],
    rests: ['CESEDA.L425-1'],
    reason: {
      fr: 'Le titre retiré suit une plainte ou un témoignage qui n’est plus enregistré.',
      en: 'The withdrawn permit follows a complaint or testimony that is no longer recorded.'
    }
  },
  provisionalWithdrawn: {
    holds: ({ facts }) => facts.withdrawnPermit === 'aps_psp',
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Ce n’est pas une autorisation provisoire qui a été retirée.',
      en: 'What was withdrawn is no provisional permit.'
    }
  },
  // A permit does not expire while its renewal is asked for: the answer of the prefecture, or the refusal implied by
  // its silence, ends it.
  permitOver: {
    holds: ({ facts }) => !staysRegularly(facts),
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Le titre court encore, ou son renouvellement est demandé : il n’a pas expiré.',
      en: 'The permit is still running, or its renewal is asked for: it has not expired.'
    }
  },
  beingExamined: {
    holds: ({ regions }) => isApplied(regions.residence),
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucune demande de titre n’est à l’examen.', en: 'No application is being examined.' }
  },
  documentsAsked: {
    holds: ({ facts }) => facts.documentsAsked,
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucune pièce n’est demandée.', en: 'No document is asked for.' }
  },
  noPeriodBefore: {
    holds: ({ regions }) => !['reflection_ended', 'reflection_interrupted'].includes(regions.residence),
    sees: 'E',
    rests: ['CESEDA.R425-2'],
    reason: {
      fr: 'Un délai de réflexion a déjà couru. Aucun texte lu ne dit si la personne peut en avoir un second (R425-2) : l’information reste due, et la préfecture décide du récépissé.',
      en: 'A reflection period has run already. No text that was read says whether the person may have a second (R425-2): the information is owed all the same, and the prefecture decides on the receipt.'
    }
  },
  removalBarUp: {
    holds: ({ facts }) => facts.removalBar,
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun éloignement n’est suspendu.', en: 'No removal is barred.' }
  },
  rehouseAfterAsylum: {
    holds: ({ facts, regions }) => facts.asylumPlace === 'slept' || regions.asylum === 'protected',
    sees: 'I',
    rests: 'file',
    reason: { fr: 'Aucune place d’asile n’est à revoir.', en: 'No asylum place is to be reviewed.' }
  },
  prefectureAgreed: {
    holds: ({ facts }) => isMinor(facts) || agreedTo(facts, 'E'),
    sees: null,
    rests: 'person',
    reason: {
      fr: 'Aucun accord pour la préfecture n’est en vigueur : la demande s’enregistre, et le dossier n’y est pas transmis d’ici. Un accord échu se confirme avec la personne.',
      en: 'No consent to the prefecture is in force: the application is recorded, and the case is not sent there from here. A consent that lapsed is confirmed with the person.'
    }
  },
  cameOfAge: {
    holds: ({ facts, regions }) => !isMinor(facts) && regions.minor === 'majority_reached',
    sees: null,
    rests: ['CESEDA.L423-22', 'CESEDA.L421-35', 'CESEDA.L435-3'],
    reason: {
      fr: 'Ce dossier n’a pas suivi une personne confiée à l’enfance jusqu’à sa majorité : ce titre se demande dans l’année qui suit les dix-huit ans, ou dès seize ans par qui déclare vouloir travailler (L423-22, L421-35, L435-3). La préfecture décide.',
      en: 'This case did not follow a person in care until they came of age: the permit is asked for within a year of eighteen, or from sixteen on by whoever declares that they want to work (L423-22, L421-35, L435-3). The prefecture decides.'
    }
  }
} as const satisfies Record<string, Guard>
