import { agreedTo, isMinor } from '../facts/facts.ts'
import type { Guard, Situation } from './guard.ts'
import { isClosed, type RegionState } from '../vocabulary/states.ts'
import { adaAvailable } from '../calendar/territories.ts'

// Guards of care, closure, merging and moving. `reason` reads as an answer to « pourquoi pas ? ».

const allowanceStates: readonly RegionState<'residence'>[] = [
  'reflection_running',
  'cst_recepisse',
  'cst_valid',
  'cst_renewed'
]

// Whoever applies for the permit during reflection keeps what reflection gives until the thirty days end.
const adaStands = ({ facts, regions }: Situation) =>
  allowanceStates.includes(regions.residence) || facts.removalBar
const adaRuns = (situation: Situation) => situation.facts.allowance === 'ada' && adaStands(situation)
const afisRuns = ({ facts }: Situation) => facts.allowance === 'afis' && facts.exitProgramme === 'running'

const weighed: readonly RegionState<'identification'>[] = ['under_triage', 'review_open']

export const lifeGuards = {
  adaRuns: {
    holds: adaRuns,
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucune allocation n’est ouverte.', en: 'No allowance is open.' }
  },
  noAda: {
    holds: (situation) => !adaRuns(situation),
    sees: 'E',
    rests: ['CASF.R121-12-13-1'],
    reason: {
      fr: 'L’allocation pour demandeur d’asile est ouverte : d’après un extrait sans date (CASF R121-12-13-1), elle exclut celle du parcours de sortie. À vérifier.',
      en: 'The asylum-seeker allowance is open: by an excerpt without a date (CASF R121-12-13-1) it excludes the one of the exit programme. To be checked.'
    }
  },
  noAfis: {
    holds: (situation) => !afisRuns(situation),
    sees: 'E',
    rests: ['CASF.R121-12-13-1'],
    reason: {
      fr: 'L’aide du parcours de sortie est ouverte : d’après un extrait sans date (CASF R121-12-13-1), elle exclut cette allocation. À vérifier.',
      en: 'The support of the exit programme is open: by an excerpt without a date (CASF R121-12-13-1) it excludes this allowance. To be checked.'
    }
  },
  someAllowance: {
    holds: (situation) => adaRuns(situation) || afisRuns(situation),
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucune allocation n’est ouverte.', en: 'No allowance is open.' }
  },
  allowanceOpens: {
    holds: (situation) => adaAvailable(situation.facts.territory) && adaStands(situation),
    sees: ['E', 'K'],
    rests: ['CESEDA.L425-2'],
    reason: {
      fr: 'L’allocation suit le délai de réflexion ou la carte, et n’existe pas dans ce territoire ou à cette étape.',
      en: 'The allowance goes with the reflection period or the permit; it does not exist in this territory or at this stage.'
    }
  },
  childReturnAllowed: {
    holds: ({ facts }) => !isMinor(facts) || facts.returnAssessed,
    sees: 'C',
    // The judge weighs a child's return (return.judge), and it is asked for once that is done.
    rests: 'file',
    reason: {
      fr: 'Le retour d’une personne mineure est d’abord autorisé par le juge des enfants.',
      en: 'A minor’s return is first allowed by the juvenile judge.'
    }
  },
  returnWeighed: {
    holds: ({ facts }) => facts.returnAssessed,
    sees: 'C',
    rests: ['COE197.16'],
    reason: {
      fr: 'Les risques d’un retour n’ont pas encore été évalués avec la personne.',
      en: 'The risks of a return were not weighed with the person yet.'
    }
  },
  departed: {
    holds: ({ facts }) => facts.departed,
    sees: 'C',
    rests: 'file',
    reason: { fr: 'Aucun départ n’est enregistré.', en: 'No departure is recorded.' }
  },
  notDeparted: {
    holds: ({ facts }) => !facts.departed,
    sees: 'C',
    rests: 'file',
    reason: { fr: 'Le départ est déjà enregistré.', en: 'The departure is recorded already.' }
  },
  // Of who has died, went on elsewhere or asked for the end of it, nobody asks for news; nor without their agreement to be followed
  // there. A child's is not waited for, and taking it back counts as an adult's does.
  newsAwaited: {
    holds: ({ facts, regions: { closure } }) =>
      facts.departed &&
      (isMinor(facts) ? !facts.newsDeclined : agreedTo(facts, 'H')) &&
      (!isClosed(closure) || closure === 'closed_returned'),
    sees: 'C',
    rests: 'file',
    reason: {
      fr: 'Aucune nouvelle n’est attendue après un départ.',
      en: 'No news is awaited after a departure.'
    }
  },
  detailsLost: {
    holds: ({ facts }) => facts.detailsLost,
    sees: 'C',
    rests: 'file',
    reason: { fr: 'Aucune précision n’est à redemander.', en: 'No detail is to be asked again.' }
  },
  /** She is gone, and nobody has asked yet that the case be closed. */
  closingDue: {
    holds: ({ facts }) => facts.departed && facts.closing === null,
    sees: 'C',
    rests: 'file',
    reason: { fr: 'Aucun départ n’est enregistré.', en: 'No departure is recorded.' }
  },
  newsLost: {
    holds: ({ facts }) => facts.contactLost && !isMinor(facts),
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'Le délai sans nouvelles n’est pas écoulé ; une personne mineure est toujours recherchée.',
      en: 'The time without news has not run out; a minor is always searched for.'
    }
  },
  /** Closed, or merged into another file for good. */
  caseOver: {
    holds: ({ regions }) => isClosed(regions.closure) || regions.identification === 'duplicate_merged',
    sees: null,
    rests: 'mechanism',
    reason: { fr: 'Le dossier est ouvert.', en: 'The case is open.' }
  },
  closingAsked: {
    holds: ({ facts }) => facts.closing !== null,
    sees: null,
    rests: 'file',
    reason: { fr: 'Personne n’a demandé la clôture.', en: 'Nobody has asked for closing.' }
  },
  closingNotAsked: {
    holds: ({ facts }) => facts.closing === null,
    sees: null,
    rests: 'file',
    reason: {
      fr: 'La clôture est déjà demandée : la cellule la valide ou non.',
      en: 'Closing is asked for already: the cell validates it or not.'
    }
  },
  mergeProposed: {
    holds: ({ facts }) => facts.merging !== null,
    sees: 'D',
    rests: 'file',
    reason: {
      fr: 'Aucune fusion de dossiers n’est proposée, ou le délai pour la défaire est passé.',
      en: 'No merge is proposed, or the time to undo it is over.'
    }
  },
  noMergeProposed: {
    holds: ({ facts }) => facts.merging === null,
    sees: 'D',
    rests: 'file',
    reason: { fr: 'Une fusion de dossiers est déjà proposée.', en: 'A merge is already proposed.' }
  },
  noTransferProposed: {
    holds: ({ facts }) => facts.transfer === null,
    sees: null,
    rests: 'file',
    reason: {
      fr: 'Le passage à une autre cellule est déjà demandé.',
      en: 'The move to another cell is already asked for.'
    }
  },
  transferProposed: {
    holds: ({ facts }) => facts.transfer !== null,
    sees: null,
    rests: 'file',
    reason: { fr: 'Aucun passage n’est demandé.', en: 'No move is asked for.' }
  },
  cellDeliberates: {
    holds: ({ regions }) => weighed.includes(regions.identification),
    sees: null,
    rests: 'mechanism',
    reason: { fr: 'La cellule n’examine pas ce dossier.', en: 'The cell is not weighing this case.' }
  }
} as const satisfies Record<string, Guard>
