import type { Region, States } from '../command.ts'

const states = {
  none: { label: { fr: 'Besoins non évalués', en: 'Needs not assessed' }, tone: 'none' },
  needs_assessed: { label: { fr: 'Besoins évalués', en: 'Needs assessed' }, tone: 'running' },
  plan_active: { label: { fr: 'Accompagnement en cours', en: 'Support plan running' }, tone: 'running' },
  plan_suspended: { label: { fr: 'Accompagnement suspendu', en: 'Support plan suspended' }, tone: 'late' },
  plan_completed: { label: { fr: 'Accompagnement terminé', en: 'Support plan completed' }, tone: 'done' }
} as const satisfies States

/** Declared so that the whole case is drawn; its acts (T501 to T505) are not built yet. */
export const care = { initial: 'none', states, settles: {}, commands: {} } as const satisfies Region
