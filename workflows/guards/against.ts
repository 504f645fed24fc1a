import { isMinor } from '../facts/facts.ts'
import type { Guard } from './guard.ts'

// Guards of what is decided against the stay, and of support after eighteen: what follows a decision asks for it to stand.

export const againstGuards = {
  // These three warn beside a record, and refuse nothing: what was really decided is written down, and the remedy is said.
  mayBeToldToLeave: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    rests: ['CESEDA.L611-3', 'CJA.L521-2'],
    reason: {
      fr: 'Personne mineure, ou âge en doute : aucune obligation de quitter le territoire ne peut la viser (L611-3). Contestez-la sans attendre : recours au tribunal administratif, référé si elle s’exécute (CJA L521-2).',
      en: 'A minor, or age in doubt: no obligation to leave may be of them (L611-3). Dispute it at once: administrative court, urgent application where it is carried out (CJA L521-2).'
    }
  },
  mayBeDetained: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    rests: ['CESEDA.L741-5', 'CESEDA.L343-2'],
    reason: {
      fr: 'Personne mineure, ou âge en doute : aucune rétention (L741-5) ; en zone d’attente, un administrateur ad hoc sans délai (L343-2). Saisissez le juge sans attendre.',
      en: 'A minor, or age in doubt: no detention (L741-5); in a waiting zone, an ad hoc guardian without delay (L343-2). Bring it before the judge at once.'
    }
  },
  removalNotBarred: {
    holds: ({ facts }) => !facts.removalBar,
    sees: 'E',
    rests: ['CESEDA.R425-2', 'CJUE.C-66-21'],
    reason: {
      fr: 'Le délai de réflexion court : aucun éloignement n’est exécuté avant sa fin, transfert vers un autre État compris (R425-2 ; CJUE, C-66/21).',
      en: 'The reflection period is running: no removal is carried out before it ends, a transfer to another State included (R425-2; CJEU, C-66/21).'
    }
  },
  transferStands: {
    holds: ({ facts }) => facts.transferStands,
    sees: 'I',
    rests: 'file',
    reason: { fr: 'Aucune décision de transfert n’est enregistrée.', en: 'No transfer decision is recorded.' }
  },
  leaveStands: {
    holds: ({ facts }) => facts.leaveStands,
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Aucune obligation de quitter le territoire n’est enregistrée à part.',
      en: 'No obligation to leave is recorded by itself.'
    }
  },
  held: {
    holds: ({ facts }) => facts.heldIn !== null,
    sees: 'K',
    rests: 'file',
    reason: { fr: 'Aucun placement n’est enregistré.', en: 'No placement is recorded.' }
  },
  heldAsPlaced: {
    holds: ({ facts }) => facts.heldIn !== null && !facts.heldExtended,
    sees: 'K',
    rests: 'file',
    reason: {
      fr: 'Le placement a pris fin, ou une ordonnance porte sa propre fin.',
      en: 'The placement has ended, or an order bears its own end.'
    }
  },
  youngAdultRuns: {
    holds: ({ facts }) => facts.youngAdult === 'running',
    sees: 'C',
    rests: 'file',
    reason: { fr: 'Aucun contrat jeune majeur n’est en cours.', en: 'No young adult contract is running.' }
  }
} as const satisfies Record<string, Guard>
