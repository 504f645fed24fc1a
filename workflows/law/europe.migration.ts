import { unionMigration, type LegalBasis } from './origin.ts'

/** Its days of application are those of its own article 85. */
const migration = (fr: string, en: string, from: string, paragraph: string | null = null) =>
  unionMigration(fr, en, from, { paragraph, identifier: '32024R1351' })

/** What replaces Regulation (EU) no. 604/2013, and for whom: who was registered before keeps the older criteria. */
export const migrationBases = {
  'EU.2024-1351.43': migration(
    'Recours contre le transfert : une semaine au moins, sursis à demander au juge',
    'Appeal against the transfer: a week at least, suspension to be asked of the court',
    '2026-07-01'
  ),
  'EU.2024-1351.46': migration(
    'Six mois pour exécuter le transfert',
    'Six months to carry out the transfer',
    '2026-07-01',
    'par. 1 et 2'
  ),
  'EU.2024-1351.83': migration(
    'Le règlement n° 604/2013 est abrogé au 1er juillet 2026',
    'Regulation no. 604/2013 is repealed from 1 July 2026',
    '2026-07-01'
  ),
  'EU.2024-1351.84': migration(
    'Demande enregistrée avant le 1er juillet 2026 : critères du règlement n° 604/2013',
    'Application registered before 1 July 2026: criteria of Regulation no. 604/2013',
    '2024-06-11',
    'par. 2'
  ),
  'EU.2024-1351.85': migration(
    'Application au 1er juillet 2026',
    'Application from 1 July 2026',
    '2024-06-11'
  )
} as const satisfies Record<string, LegalBasis>
