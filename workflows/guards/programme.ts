import { isMinor } from '../facts/facts.ts'
import type { Guard } from './guard.ts'
import { lengths, programmePeriods } from '../law/lengths.ts'
import { spelled } from '../deadlines/spelled.ts'

// Guards of the exit programme from prostitution.

/** As long as all periods of the programme may last together. */
export const inAll = spelled(lengths.exitProgrammes.length)

export const programmeGuards = {
  sexuallyExploited: {
    holds: ({ facts }) => facts.forms.includes('sexual'),
    sees: 'D',
    rests: ['CASF.L121-9'],
    reason: {
      fr: 'Le parcours de sortie s’adresse aux victimes de prostitution, de proxénétisme ou de traite à des fins d’exploitation sexuelle.',
      en: 'The exit programme is for victims of prostitution, procuring or trafficking for sexual exploitation.'
    }
  },
  // « Toute personne victime »: the article names no age, so that age may warn and refuses nothing.
  adultForProgramme: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    rests: ['CASF.L121-9'],
    reason: {
      fr: 'Personne mineure, ou âge en doute : l’article L121-9 vise « toute personne victime » ; la commission décide. La protection de l’enfance reste à saisir.',
      en: 'A minor, or age in doubt: article L121-9 is of “any victim”; the commission decides. Child protection is still to be told.'
    }
  },
  programmeNotRunning: {
    holds: ({ facts }) => facts.exitProgramme !== 'running',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Un parcours de sortie est déjà en cours.', en: 'An exit programme is already running.' }
  },
  programmeAsked: {
    holds: ({ facts }) => facts.exitProgramme === 'asked',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun parcours de sortie n’est demandé.', en: 'No exit programme is asked for.' }
  },
  programmeRefused: {
    holds: ({ facts }) => facts.exitProgramme === 'refused' || facts.exitProgramme === 'ended',
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Aucun refus de parcours de sortie, ni aucune fin décidée, n’est à contester.',
      en: 'No refusal or end of an exit programme is there to be appealed.'
    }
  },
  programmeRunning: {
    holds: ({ facts }) => facts.exitProgramme === 'running',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Aucun parcours de sortie n’est en cours.', en: 'No exit programme is running.' }
  },
  programmeRenewable: {
    holds: ({ facts }) => facts.programmePeriods < programmePeriods,
    sees: 'E',
    rests: ['SENAT.PSP'],
    reason: {
      fr: `Le parcours a atteint ${inAll.fr}, sa durée la plus longue d’après un rapport du Sénat : l’article n’a été lu qu’en extrait, qui ne la dit pas.`,
      en: `The programme has reached ${inAll.en}, its longest length by a report to the Senate: of the article an excerpt alone was read, which does not say so.`
    }
  },
  programmeStillRuns: {
    holds: ({ facts, regions }) => regions.residence !== 'aps_psp' || facts.exitProgramme === 'running',
    sees: 'E',
    rests: ['CESEDA.L425-4'],
    reason: {
      fr: 'Cette autorisation suit le parcours de sortie, qui n’est plus en cours.',
      en: 'This permit follows the exit programme, which is no longer running.'
    }
  }
} as const satisfies Record<string, Guard>
