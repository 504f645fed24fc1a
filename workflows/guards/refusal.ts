import { permitRuns } from '../facts/facts.ts'
import { answeredBeside, onlyBesideAsked } from './asked.ts'
import { isApplied } from '../vocabulary/states.ts'
import type { Guard } from './guard.ts'

// What a refusal is told beside what it decides: none of it closes the act.

// Who was in care by sixteen is in the application, and for the prefecture to judge: it refuses nothing here.
const youngAdultBoard = {
  sees: 'E',
  rests: ['CESEDA.L432-13', 'CESEDA.L423-22'],
  reason: {
    fr: 'Titre des jeunes majeurs : si la personne a été confiée au plus tard à seize ans et remplit les conditions de l’article L423-22, la commission du titre de séjour est consultée avant tout refus (L432-13, 1°).',
    en: 'Young-adult permit: where the person was in care by sixteen and meets the conditions of article L423-22, the residence-permit board is consulted before any refusal (L432-13, 1°).'
  }
} as const

export const refusalGuards = {
  // The card goes on here to its own end (al. 1): what al. 2 says beside it is for the person and their lawyer to know at once.
  refusalEndsNoPermit: {
    holds: ({ facts }) => !permitRuns(facts),
    sees: 'E',
    rests: ['CESEDA.L411-2', 'CESEDA.L614-1', 'CESEDA.L614-2'],
    reason: {
      fr: 'Un titre court encore : ce dossier le garde jusqu’à sa fin. Mais « en cas de refus de délivrance ou de renouvellement de tout titre de séjour […], l’étranger est tenu de quitter le territoire » (L411-2, al. 2) : avec une obligation de quitter, le recours est bref (L614-1, L614-2). Voyez l’avocat sans attendre.',
      en: 'A permit is still running: this case keeps it until its end. But “where any residence permit or its renewal is refused […], the foreigner is bound to leave” (L411-2, para. 2): with an obligation to leave, the time to appeal is short (L614-1, L614-2). See the lawyer at once.'
    }
  },
  permitEndKnown: {
    holds: ({ facts }) => !permitRuns(facts) || facts.regularSince !== null,
    sees: 'E',
    rests: ['CESEDA.L411-2'],
    reason: {
      fr: 'Fin du titre inconnue : le dossier ne sait du titre en cours que ce que le signalement en dit, et aucune échéance n’y mettra fin. Enregistrez le titre et le jour qu’il porte (L411-2, al. 1).',
      en: 'End of the permit unknown: the case knows of the running permit what the flag says alone, and no clock will end it. Record the permit and the day it bears (L411-2, para. 1).'
    }
  },
  refusedPermitKnown: {
    holds: ({ facts }) => ![null, 'unsaid'].includes(facts.permitAsked ?? facts.permitRefused),
    sees: 'E',
    rests: ['CESEDA.R432-2'],
    reason: {
      fr: 'Le dossier ne sait pas quel titre a été refusé : la demande revient devant la préfecture comme « titre à préciser », et aucun titre n’est supposé. Celui qui sera délivré le dira.',
      en: 'The case does not know which permit was refused: the application goes back to the prefecture as “permit to be said”, and none is presumed. The one that is issued will tell.'
    }
  },
  boardNotDue: {
    ...youngAdultBoard,
    holds: ({ facts, regions }) => {
      const asked =
        isApplied(regions.residence) && onlyBesideAsked(facts)
          ? answeredBeside(facts)?.permit
          : facts.permitAsked
      return asked !== 'coming_of_age' && asked !== 'unsaid'
    }
  },
  otherBoardNotDue: {
    ...youngAdultBoard,
    holds: ({ facts }) => answeredBeside(facts, 'coming_of_age') === null
  }
} as const satisfies Record<string, Guard>
