/** From the calmest to the most pressing. */
export const urgencies = ['running', 'late', 'danger'] as const
export type Urgency = (typeof urgencies)[number]

type Timed = { late: boolean; past?: string | null | undefined; daysLeft: number; total?: number }

const lastQuarter = 4

/** How a clock is coloured. What is over presses more than what is about to be: late is never calmer than soon. */
export function urgencyOf({ late, past, daysLeft, total }: Timed, danger = false): Urgency {
  if (late || past || danger) return 'danger'
  return total !== undefined && daysLeft <= total / lastQuarter ? 'late' : 'running'
}
