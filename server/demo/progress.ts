/** How much of the demonstration world is told: shown by /api/ready while the site already answers. */
export type Progress = { done: number; total: number; failed: number; state: 'none' | 'telling' | 'told' }

const now: Progress = { done: 0, total: 0, failed: 0, state: 'none' }

export const demoProgress = (): Readonly<Progress> => ({ ...now })

export const note = (change: Partial<Progress>) => void Object.assign(now, change)
