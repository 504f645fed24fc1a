import { expect } from 'vitest'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { aCase, withRow } from './cases.ts'

export const complained = { offences: ['225-4-1'], procedureOpen: true }
/** A case that stands here in its residence. */
export const at = (residence: string, facts = {}, regions = {}) =>
  aCase({ regions: { residence, ...regions }, facts })

/** Without this guard, what was seen is seen no more: the test looks at the guard and at nothing else. */
export const sightless = (run: () => void, type: CommandType, without: string) =>
  withRow(type, { guards: commandRow(type).guards.filter((guard) => guard !== without) }, () =>
    expect(run).toThrow()
  )
