import type { Static } from 'typebox'
import type { CommandRow, Region } from '../act/command.ts'
import { asylum } from '../regions/asylum.ts'
import { asylumHousing } from '../regions/asylum.housing.ts'
import { care } from '../regions/care.ts'
import type { GuardId } from '../guards/guards.ts'
import { clock } from '../regions/clock.ts'
import { closure } from '../regions/closure.ts'
import { configurationMoves } from '../regions/configuration.ts'
import { consent } from '../regions/consent.ts'
import { housing } from '../regions/housing/housing.ts'
import { identification } from '../regions/identification.ts'
import { judicial } from '../regions/judicial/judicial.ts'
import { minor } from '../regions/minor/minor.ts'
import { repairs } from '../regions/repair.ts'
import { residence } from '../regions/residence/residence.ts'
import type { regionStates } from '../vocabulary/states.ts'
import type { ReferralKind, RegionId } from '../vocabulary/vocabulary.ts'

/** The parallel regions of a case, in the order in which they are shown. */
export const regionTables = {
  identification,
  housing,
  asylum_housing: asylumHousing,
  residence,
  asylum,
  judicial,
  care,
  minor,
  consent,
  closure
} as const satisfies { [R in RegionId]: Region & { states: (typeof regionStates)[R] } }

export const regionIds = Object.keys(regionTables) as RegionId[]

/** Every act that may change a case. */
export const commands = {
  ...identification.commands,
  ...housing.commands,
  ...asylumHousing.commands,
  ...residence.commands,
  ...asylum.commands,
  ...judicial.commands,
  ...care.commands,
  ...minor.commands,
  ...consent.commands,
  ...closure.commands,
  ...clock,
  ...configurationMoves,
  ...repairs
} as const

export type CommandType = keyof typeof commands
export const commandTypes = Object.keys(commands) as CommandType[]
export const commandRow = (type: CommandType): CommandRow => commands[type]
/** The kinds of referral that an act sends: under any condition, or only under those that are named. */
export const sentBy = (
  type: CommandType,
  counts: (when: GuardId | undefined) => boolean = () => true
): ReferralKind[] =>
  commandRow(type).effects.flatMap((effect) =>
    effect.type === 'openReferral' && counts(effect.when) ? [effect.kind] : []
  )
/** An act that takes down what is known, and starts from what was: a later answer stands for the earlier one. */
export const completes = (type: string) => type === 'facts.complete' || type === 'facts.detail'
export const isCommandType = (type: string): type is CommandType => Object.hasOwn(commands, type)

export type InputOf<T extends CommandType> = Static<(typeof commands)[T]['input']>

export const stateRow = (region: RegionId, state: string) => {
  const row = (regionTables[region] as Region).states[state]
  if (!row) throw new Error(`unknown state ${state} in region ${region}`)
  return row
}
