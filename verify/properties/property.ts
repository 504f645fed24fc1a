import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { consentScopes, type ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { grants } from '../../policies/grants.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { type Dossier, type Step } from '../dossier.ts'

/** One step of a composed case that was taken; a property says what is wrong with it, or null. */
export type Taken = { before: Dossier; step: Step; after: Dossier }
export type Property = {
  id: string
  says: string
  step?: (taken: Taken) => string | null
  /** Said of where a case stands, however it came there. */
  standing?: (situation: Situation) => string | null
  tables?: () => string | null
}

export const every = Object.keys(consentScopes) as ConsentScope[]
export const opensClock = (code: DeadlineCode, { before, after }: Taken) =>
  !before.clocks[code] && !!after.clocks[code]
export const command = ({ step }: Taken) => (step.type === 'act' ? step.command : null)
export const residence = (dossier: Dossier) => dossier.situation.regions.residence
export const became = (
  region: 'residence' | 'housing' | 'closure' | 'identification',
  state: string,
  taken: Taken
) => taken.before.situation.regions[region] !== state && taken.after.situation.regions[region] === state

/** Whether an act opens alike in both situations. */
export const alike = (one: Situation, other: Situation, type: CommandType) =>
  isExpected(one, type) === isExpected(other, type)

export const actsOf = (...regions: string[]) =>
  commandTypes.filter((type) => regions.includes(commandRow(type).region ?? ''))
export const helpActs = actsOf('housing', 'care')
export const mayFire = (type: CommandType): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) =>
    grants[role].some(({ may }) => (may as readonly string[]).includes(type))
  )

export const differs = (before: Situation, changed: Situation, types: readonly CommandType[]) =>
  types.find((type) => !alike(before, changed, type)) ?? null
