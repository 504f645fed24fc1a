type Kept = {
  table: string
  /** The instant from which its days are counted, and its words. */
  from: string
  fr: string
  days: number
  /** The demonstration may be days ahead; a session is the browser's, and goes by the machine's own clock. */
  clock: 'told' | 'machine'
}

/** How long after its last keeping an unfinished flag is gone, here and on the device that it was typed on: a weekend and a morning. */
export const draftHours = 72

/** What is kept for some days and no longer, whatever becomes of a case. The register of processing is written from it. */
export const keptForDays: readonly Kept[] = [
  {
    table: 'draft',
    from: 'expires_at',
    fr: `${draftHours} heures après le dernier enregistrement du brouillon`,
    days: 0,
    clock: 'told'
  },
  {
    table: 'device_key',
    from: 'expires_at',
    fr: `${draftHours} heures après le dernier passage de l’appareil, session ouverte`,
    days: 0,
    clock: 'machine'
  },
  { table: 'idempotency', from: 'at', fr: 'l’acte', days: 7, clock: 'told' },
  { table: 'notice', from: 'at', fr: 'l’information donnée', days: 30, clock: 'told' },
  { table: 'session', from: 'absolute_until', fr: 'la fin de la session', days: 1, clock: 'machine' }
]
