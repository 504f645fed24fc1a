import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import type { Envelope } from '../../workflows/act/command.ts'
import { commandTypes, regionIds } from '../../workflows/case/commands.ts'
import { september2026 as firstVersion } from '../../workflows/configuration/versions/2026-09.ts'
import { deadlineCodes, openDeadline, type Deadline } from '../../workflows/deadlines/deadlines.ts'
import { kindRow, type Outcome } from '../../workflows/referral/kinds/kinds.ts'
import {
  advanceReferral,
  referralCommandTypes,
  referralStates,
  type ReferralState
} from '../../workflows/referral/machine.ts'
import { referralKindIds } from '../../workflows/vocabulary/vocabulary.ts'
import { storedStates } from '../support/cases.ts'
import { people, recordLives, type Life } from './living.ts'

export type GoldenLives = {
  commands: string[]
  states: Record<string, string[]>
  people: Record<string, Envelope>
  lives: Life[]
}

export type GoldenClock = Pick<Deadline, 'startsOn' | 'dueOn' | 'dueAt' | 'steps' | 'computation'>
export type GoldenClocks = {
  /** The configuration that a case of that version is pinned to. */
  config: string
  counted: { start: string; now: string; territory: string; clocks: Record<string, GoldenClock> }[]
}

type GoldenKind = {
  /** Where each coded refusal leads, and the act that it does on the case; null is no act. */
  refusals: Record<string, { leadsTo: Outcome; act: string | null }>
  onAccept: string | null
  onWithdraw: string | null
}
export type GoldenReferrals = {
  /** By state, then by command; null is a refusal. */
  moves: Record<string, Record<string, string | null>>
  kinds: Record<string, GoldenKind>
}

/** Starts where a count goes wrong first: civil dates of documents, and instants with the moment they are recorded at. */
const starts: readonly (readonly [start: string, now: string])[] = [
  // The ends of months, short Februaries and a leap day.
  ['2026-01-31', '2026-01-31T09:00:00Z'],
  ['2027-11-30', '2027-11-30T09:00:00Z'],
  ['2028-02-29', '2028-02-29T09:00:00Z'],
  ['2026-12-31', '2026-12-31T09:00:00Z'],
  // Clocks change in Paris.
  ['2026-10-23', '2026-10-23T15:00:00Z'],
  ['2027-03-27T22:30:00Z', '2027-03-27T22:30:00Z'],
  ['2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z'],
  // Holidays: abolition in Mayotte and 1 May, Ascension and Whit Monday, Citizenship, Christmas and St Stephen.
  ['2026-04-24T14:00:00Z', '2026-04-24T14:00:00Z'],
  ['2027-05-05', '2027-05-05T09:00:00Z'],
  ['2026-09-23T20:00:00Z', '2026-09-23T20:00:00Z'],
  ['2028-12-22T16:00:00Z', '2028-12-22T16:00:00Z'],
  // The same instant on different days, the last moment of a day far away, and a document recorded late.
  ['2026-11-06T23:30:00Z', '2026-11-06T23:30:00Z'],
  ['2026-07-13T23:59:59.999+11:00', '2026-07-13T12:59:59.999Z'],
  ['2026-11-01', '2026-12-20T10:00:00Z']
]
const territories = ['69', '67', '976', '988', '75']

const recordClocks = (): GoldenClocks => ({
  config: firstVersion.version,
  counted: starts.flatMap(([start, now]) =>
    territories.map((territory) => ({
      start,
      now,
      territory,
      clocks: Object.fromEntries(
        deadlineCodes.map((code) => {
          const { startsOn, dueOn, dueAt, steps, computation } = openDeadline(code, start, territory, {
            now,
            config: firstVersion
          })
          return [code, { startsOn, dueOn, dueAt, steps, computation }]
        })
      )
    }))
  )
})

export const recordReferrals = (): GoldenReferrals => ({
  moves: Object.fromEntries(
    (Object.keys(referralStates) as ReferralState[]).map((state) => [
      state,
      Object.fromEntries(referralCommandTypes.map((type) => [type, advanceReferral(state, type)]))
    ])
  ),
  kinds: Object.fromEntries(
    referralKindIds.map((kind) => {
      const { refusals, onAccept, onDecline, onWithdraw } = kindRow(kind)
      const led = Object.entries(refusals).map(([code, { leadsTo }]) => [
        code,
        { leadsTo, act: onDecline[leadsTo] ?? null }
      ])
      return [kind, { refusals: Object.fromEntries(led), onAccept, onWithdraw }]
    })
  )
})

const recordTables = (): GoldenLives => ({
  commands: commandTypes,
  states: Object.fromEntries(regionIds.map((id) => [id, storedStates(id)])),
  people,
  lives: recordLives()
})

/** One line to each entry of the longest list or table, so that a change can be read. */
const lines = (value: unknown, depth: number): string => {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[\n${value.map((one) => lines(one, depth - 1)).join(',\n')}\n]`
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${lines(one, depth - 1)}`)
  return `{\n${entries.join(',\n')}\n}`
}

const record = (folder: string) => {
  const to = new URL(`./${folder}/`, import.meta.url)
  if (existsSync(to))
    throw new Error(`${folder} is recorded already, and a golden file is never written again`)
  const files = { lives: recordTables(), clocks: recordClocks(), referrals: recordReferrals() }
  mkdirSync(to)
  for (const [name, value] of Object.entries(files))
    writeFileSync(new URL(`${name}.json`, to), `${lines(value, 2)}\n`)
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2)
  if (!folder || !/^\d{4}-\d{2}$/.test(folder)) throw new Error('usage: node tests/golden/record.ts 2026-12')
  record(folder)
}
