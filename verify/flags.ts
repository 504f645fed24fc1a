import type { FlagInput } from '../workflows/facts/flag.ts'

/** A flag without a name; each test says what differs. */
export const aFlagged = (different: Partial<FlagInput> = {}): FlagInput => ({
  danger: 'possible',
  territory: '69',
  metOn: '2026-11-20',
  channel: 'outreach',
  indicators: [{ code: 'd_papers_taken', source: 'person' }],
  ageGroup: 'adult',
  sex: 'female',
  nationality: 'third_country',
  stay: 'irregular',
  forms: ['sexual'],
  children: 0,
  language: 'bin',
  localDanger: true,
  asylumLink: false,
  nominativeConsent: false,
  ...different
})
