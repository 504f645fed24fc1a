import type { FlagInput } from '../workflows/facts/flag.ts'

/** A flag as an association makes it. */
export const aFlag = (different: Partial<FlagInput> = {}): FlagInput => ({
  danger: 'possible',
  territory: '69',
  metOn: '2026-01-15',
  channel: 'outreach',
  indicators: [
    { code: 'd_papers_taken', source: 'person' },
    { code: 'd_debt_bondage', source: 'person' }
  ],
  ageGroup: 'adult',
  ageBand: '25-34',
  sex: 'female',
  nationality: 'third_country',
  stay: 'irregular',
  forms: ['sexual'],
  children: 1,
  language: 'bin',
  localDanger: true,
  asylumLink: false,
  nominativeConsent: true,
  identity: { name: 'Personne fictive', contact: 'par l’association' },
  narrative: 'Récit fictif, écrit pour la mesure.',
  ...different
})
