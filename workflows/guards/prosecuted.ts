import type { Guard } from './guard.ts'

const decidedForNobody: readonly string[] = ['instruction', 'trial', 'decided', 'on_appeal']

/**
 * Prosecuted, and not decided for good: an investigation is no prosecution yet (CPP 706-5). Beside a final conviction the others are,
 * while a procedure is open.
 */
export const prosecuted = {
  holds: ({ regions: { judicial }, facts }) =>
    decidedForNobody.includes(judicial) || (judicial === 'convicted_final' && facts.procedureOpen),
  sees: 'F',
  rests: ['CPP.706-5'],
  reason: { fr: 'Aucune poursuite n’est en cours.', en: 'No prosecution is under way.' }
} as const satisfies Guard
