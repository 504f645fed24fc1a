type Aim = { words: string; least?: number; most?: number; unit?: string }

/** What is aimed at, written here and nowhere else: ratios to the honest floor in the same run, but for what has a unit. */
export const aims = {
  worklist_small: { words: 'worklist of 50, restricted, at the small size, over its floor', least: 0.8 },
  worklist_large: { words: 'worklist of 50, restricted, at the large size, over its floor', least: 0.8 },
  growth: { words: 'worklist, p50 at the large size over p50 at the small one', most: 1.1 },
  case: { words: 'one case, another each time, over its floor', least: 0.4 },
  act: { words: 'one act over its floor', least: 0.6 },
  long_case: { words: 'a case of 1,000 events, p50 over that of one of 10', most: 1.3 },
  case_page: { words: 'page of a case, CPU of Node', most: 7, unit: 'ms' },
  case_bytes: { words: 'one case as JSON, the largest that was read', most: 20, unit: 'kB' },
  page_bytes: { words: 'page of a case as HTML, the largest that was read', most: 50, unit: 'kB' },
  start: { words: 'second start to health', most: 5, unit: 's' },
  memory: {
    words: 'memory (RSS) of `MODE=web` after mixed requests and a rest',
    most: 250,
    unit: 'MB'
  }
} as const satisfies Record<string, Aim>

export type AimName = keyof typeof aims
export type Reached = Record<AimName, number | null>
export type Verdict = { aim: string; reached: number | null; pass: boolean }

const holds = ({ least, most }: Aim, reached: number) =>
  reached >= (least ?? -Infinity) && reached <= (most ?? Infinity)

const saidOf = ({ least, most, unit }: Aim) =>
  `${least === undefined ? '≤' : '≥'} ${least ?? most}${unit ? ` ${unit}` : ''}`

/** An aim that could not be measured here is not passed. */
export const verdicts = (reached: Reached): Record<AimName, Verdict> =>
  Object.fromEntries(
    Object.entries(aims).map(([name, aim]) => {
      const value = reached[name as AimName]
      return [name, { aim: saidOf(aim), reached: value, pass: value !== null && holds(aim, value) }]
    })
  ) as Record<AimName, Verdict>
