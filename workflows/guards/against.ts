import type { Guard } from './guard.ts'

// Guards of what is decided against the stay, and of support after eighteen: what follows a decision asks for it to stand.

export const againstGuards = {
  transferStands: {
    holds: ({ facts }) => facts.transferStands,
    sees: 'I',
    reason: { fr: 'Aucune décision de transfert n’est enregistrée.', en: 'No transfer decision is recorded.' }
  },
  leaveStands: {
    holds: ({ facts }) => facts.leaveStands,
    sees: 'E',
    reason: {
      fr: 'Aucune obligation de quitter le territoire n’est enregistrée à part.',
      en: 'No obligation to leave is recorded by itself.'
    }
  },
  held: {
    holds: ({ facts }) => facts.heldIn !== null,
    sees: 'K',
    reason: { fr: 'Aucun placement n’est enregistré.', en: 'No placement is recorded.' }
  },
  youngAdultRuns: {
    holds: ({ facts }) => facts.youngAdult === 'running',
    sees: 'C',
    reason: { fr: 'Aucun contrat jeune majeur n’est en cours.', en: 'No young adult contract is running.' }
  }
} as const satisfies Record<string, Guard>
