import type { CommandType } from '../workflows/commands.ts'
import type { Bilingual } from '../workflows/vocabulary.ts'
import type { Role } from './actor.ts'

/** The regimes under which an association acts: never one for another (domain table 3.8). */
export const regimes = ['flag', 'r425_1', 'psp', 'victim_aid', 'civil_party'] as const
export type Regime = (typeof regimes)[number]

type Need = { regime: Regime; of: readonly Role[]; reason: Bilingual }

/** Acts for which being signed in, and even taking part, is not enough: the organisation must hold the regime. */
export const needs: Partial<Record<CommandType, Need>> = {
  'case.flag': {
    regime: 'flag',
    of: ['asso', 'shelter'],
    reason: {
      fr: 'Votre organisation n’est pas habilitée à signaler.',
      en: 'Your organisation is not accredited to flag.'
    }
  },
  'reflection.offer': {
    regime: 'r425_1',
    of: ['asso', 'shelter'],
    reason: {
      fr: 'Votre association n’est pas désignée pour donner cette information : la police ou la gendarmerie la donne.',
      en: 'Your association is not designated to give this information: police or gendarmerie give it.'
    }
  }
}

/** The regime that this role's organisation lacks for an act, or null. */
export const lacking = (command: CommandType, role: Role, held: readonly string[]): Bilingual | null => {
  const need = needs[command]
  return need && need.of.includes(role) && !held.includes(need.regime) ? need.reason : null
}
