import type { CivilDate } from '../calendar.ts'
import type { Duration } from '../deadline.row.ts'
import type { LegalCode } from '../law.ts'

/** A length that a text sets for a document or a programme, for those given on the day named or later. */
type LengthOfLaw = { basis: LegalCode; length: Duration; from: CivilDate; until: CivilDate | null }

const since = { from: '2021-05-01', until: null } as const

/** No earlier version was read: each stands from the code of 1 May 2021 on. */
export const lengths = {
  /** At least. */
  receipt: { ...since, basis: 'CESEDA.R431-13', length: { n: 1, unit: 'months' } },
  /** At most. */
  onlineCertificate: { ...since, basis: 'CESEDA.R431-15-1', length: { n: 3, unit: 'months' } },
  /** At least. */
  provisionalPermit: { ...since, basis: 'CESEDA.L425-4', length: { n: 6, unit: 'months' } },
  /** Of the associations that support the exit programme. */
  approval: { ...since, basis: 'CASF.R121-12-3', length: { n: 3, unit: 'years' } },
  /** Of silence on a complete file: they are then approved. */
  approvalSilence: { ...since, basis: 'CASF.R121-12-3', length: { n: 4, unit: 'months' } },
  /** After which a file is held to be complete, where nobody has said so. */
  approvalComplete: { ...since, basis: 'CASF.R121-12-3', length: { n: 2, unit: 'months' } },
  exitProgramme: { ...since, basis: 'CASF.L121-9', length: { n: 6, unit: 'months' } },
  /** At most, all periods together: known from a report to the Senate, the article was not read. */
  exitProgrammes: { ...since, basis: 'CASF.L121-9', length: { n: 24, unit: 'months' } }
} as const satisfies Record<string, LengthOfLaw>

export type LengthId = keyof typeof lengths

/** The periods that the exit programme may have. */
export const programmePeriods = lengths.exitProgrammes.length.n / lengths.exitProgramme.length.n
