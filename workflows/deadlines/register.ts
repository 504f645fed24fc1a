import { answerClocks } from './clocks/answers.ts'
import { asylumClocks } from './clocks/asylum.ts'
import { designClocks } from './clocks/design.ts'
import { mechanismClocks } from './clocks/mechanism.ts'
import { statuteClocks } from './clocks/statute.ts'
import type { DeadlineRow, Duration } from './row.ts'

export type { DeadlineRow, Duration } from './row.ts'

/** Every clock of a case. Those the law counts carry their length; the others take it from the configuration. */
export const deadlineRegister = {
  ...statuteClocks,
  ...designClocks,
  ...mechanismClocks,
  ...asylumClocks,
  ...answerClocks
} as const

export type DeadlineCode = keyof typeof deadlineRegister
export const deadlineCodes = Object.keys(deadlineRegister) as DeadlineCode[]

/** The mechanism's own clocks, that no text counts, as opposed to those of the law. */
export const mechanismCodes = deadlineCodes.filter((code) => deadlineRegister[code].duration === null)

/** Those of which the configuration gives the length; the others count as one of these. */
export type OpenCode = {
  [C in DeadlineCode]: (typeof deadlineRegister)[C] extends { duration: null; sameAs: null } ? C : never
}[DeadlineCode]
export const openCodes = mechanismCodes.filter(
  (code): code is OpenCode => deadlineRegister[code].sameAs === null
)

/** The clock under which the configuration keeps the length of this one. */
export const keptUnder = (code: DeadlineCode): OpenCode => (deadlineRegister[code].sameAs ?? code) as OpenCode

/** What a count needs of a configuration; the whole of it is in configuration/configuration.ts. */
export type DeadlineConfig = {
  version: string
  durations: Readonly<Record<OpenCode, Duration>>
  alerts?: Partial<Record<OpenCode, readonly number[]>>
}

export const durationOf = (code: DeadlineCode, config: DeadlineConfig): Duration =>
  deadlineRegister[code].duration ?? config.durations[keptUnder(code)]

export const alertsIn = (code: DeadlineCode, { alerts }: DeadlineConfig): readonly number[] =>
  alerts?.[keptUnder(code)] ?? (deadlineRegister[code] as DeadlineRow).alerts
