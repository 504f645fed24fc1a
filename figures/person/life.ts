import type { Facts } from '../../workflows/facts/facts.ts'
import type { ReferralState } from '../../workflows/referral/machine.ts'
import type { DeadlineState } from '../../workflows/deadlines/states.ts'
import type { Regions } from '../../workflows/vocabulary/states.ts'

/** The facts of a case that figures are made of, and no other: `stat.life_of` gives these alone. */
export const countedFacts = [
  'met',
  'territory',
  'ageGroup',
  'ageBand',
  'sex',
  'nationality',
  'citizenship',
  'forms',
  'finerForms',
  'sector',
  'exploitedFrom',
  'exploitedIn',
  'recruitedHow',
  'housedByExploiter',
  'identificationDeclined',
  'reached',
  'channel',
  'foundIn',
  'reflection',
  'compensation',
  'identificationBefore'
] as const satisfies readonly (keyof Facts)[]

/** An act that stands: by its name and hour, never by what it says. `role`: `system` of what a clock did, `person` of all others. */
export type Act = { command: string; at: string; role: string }

export type Asked = {
  kind: string
  state: ReferralState
  answer: string | null
  reason: string | null
  sentAt: string
  answeredAt: string | null
}

/** A clock of the case or of a referral; `missed`: it ran out before what it waited for. */
export type Clock = { code: string; state: DeadlineState; missed: boolean }

/** What is known of one person, in codes and hours: who made it leaves out names, words, places to sleep and days of birth. */
export type Life = {
  openedAt: string
  territory: string
  regions: Pick<Regions, 'identification' | 'housing' | 'residence' | 'judicial' | 'minor' | 'closure'>
  facts: Partial<Pick<Facts, (typeof countedFacts)[number]>>
  /** Who flagged: the organisation by its id, and the role. */
  registrar: string | null
  registrarRole: string | null
  /** An association brought the file with it: the day of the flag, and of much that follows, is that of the bringing. */
  takenOver: boolean
  acts: readonly Act[]
  referrals: readonly Asked[]
  clocks: readonly Clock[]
}
