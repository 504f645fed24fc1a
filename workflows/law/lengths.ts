import type { Duration } from '../deadlines/row.ts'
import type { LegalCode } from './register.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** A length that a text sets for a document or a programme. */
type LengthOfLaw = {
  label: Bilingual
  basis: LegalCode
  length: Duration
}

/** As the version of its article says that was read; since when it has said so, the register knows where a source does. */
export const lengths = {
  /** At least. */
  receipt: {
    label: { fr: 'récépissé de demande, au moins', en: 'application receipt, at least' },
    basis: 'CESEDA.R431-13',
    length: { n: 1, unit: 'months' }
  },
  /** At most. */
  onlineCertificate: {
    label: {
      fr: 'attestation de demande en ligne, au plus',
      en: 'certificate of an online application, at most'
    },
    basis: 'CESEDA.R431-15-1',
    length: { n: 3, unit: 'months' }
  },
  /** At least. */
  provisionalPermit: {
    label: {
      fr: 'autorisation provisoire du parcours de sortie, au moins',
      en: 'provisional permit of the exit programme, at least'
    },
    basis: 'CESEDA.L425-4',
    length: { n: 6, unit: 'months' }
  },
  /** Of the associations that support the exit programme. */
  approval: {
    label: {
      fr: 'agrément d’une association pour le parcours de sortie (D-AGR)',
      en: 'approval of an association for the exit programme (D-AGR)'
    },
    basis: 'CASF.R121-12-3',
    length: { n: 3, unit: 'years' }
  },
  /** Of silence on a complete file: they are then approved. */
  approvalSilence: {
    label: {
      fr: 'silence sur un dossier complet, qui vaut agrément (D-AGR-SIL)',
      en: 'silence on a complete file, which approves (D-AGR-SIL)'
    },
    basis: 'CASF.R121-12-3',
    length: { n: 4, unit: 'months' }
  },
  /** After which a file is held to be complete, where nobody has said so. */
  approvalComplete: {
    label: {
      fr: 'dossier d’agrément réputé complet, si personne ne l’a dit',
      en: 'file for approval held to be complete, where nobody said so'
    },
    basis: 'CASF.R121-12-3',
    length: { n: 2, unit: 'months' }
  },
  exitProgramme: {
    label: { fr: 'une période du parcours de sortie', en: 'one period of the exit programme' },
    basis: 'CASF.L121-9',
    length: { n: 6, unit: 'months' }
  },
  /** At most, all periods together. */
  exitProgrammes: {
    label: {
      fr: 'toutes les périodes du parcours de sortie, au plus',
      en: 'all periods of the exit programme, at most'
    },
    basis: 'SENAT.PSP',
    length: { n: 24, unit: 'months' }
  }
} as const satisfies Record<string, LengthOfLaw>

export type LengthId = keyof typeof lengths

/** The periods that the exit programme may have. */
export const programmePeriods = lengths.exitProgrammes.length.n / lengths.exitProgramme.length.n
