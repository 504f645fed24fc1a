import fc from 'fast-check'
import type { TObject } from 'typebox'
import type { Actor, OrgType, Role } from '../../policies/actor.ts'
import { advance, isExpected, openness, warningsOf } from '../../workflows/case/advance.ts'
import { factProblems } from '../../workflows/case/fact.problems.ts'
import type { CommandRow } from '../../workflows/act/command.ts'
import {
  commandRow,
  commandTypes,
  regionIds,
  regionTables,
  type CommandType
} from '../../workflows/case/commands.ts'
import type { Region } from '../../workflows/act/command.ts'
import { unknownFacts, type Facts } from '../../workflows/facts/facts.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import type { Regions } from '../../workflows/vocabulary/states.ts'
import { consentScopes, type ConsentScope, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import type { Move } from '../../workflows/deadlines/running/opening.ts'
import { factsSaid } from './said.ts'
import { samples, shortest, type Schema } from '../../verify/inputs.ts'

export const allScopes = Object.keys(consentScopes) as ConsentScope[]

/** An adult woman of a third country without a permit, in danger where she is, who agrees to everything. */
export const readyFacts: Facts = {
  ...unknownFacts,
  met: '69',
  territory: '69',
  ageGroup: 'adult',
  sex: 'female',
  nationality: 'third_country',
  stay: 'irregular',
  forms: ['sexual'],
  localDanger: true,
  presumed: true,
  consents: allScopes
}

/** States by their bare words: tests also stand a case where no table has a state. */
type Different = { regions?: Partial<Record<RegionId, string>>; facts?: Partial<Facts> }

/** A presumed case where nothing else has happened; each test says what differs. */
export const aCase = ({ regions = {}, facts = {} }: Different = {}): Situation => ({
  regions: {
    identification: 'presumed',
    housing: 'unassessed',
    asylum_housing: 'unassessed',
    residence: 'irregular',
    asylum: 'none',
    judicial: 'none',
    care: 'none',
    minor: 'not_applicable',
    consent: 'informed',
    closure: 'open',
    ...regions
  } as Regions,
  facts: { ...readyFacts, ...facts }
})

/** A child, or a person whose age is in doubt, who has agreed to nothing. */
export const aMinorCase = ({ regions = {}, facts = {} }: Different = {}) =>
  aCase({
    regions: { minor: 'presumed_minor', ...regions },
    facts: { ageGroup: 'minor', consents: [], ...facts }
  })

const objectOf = ({ properties = {}, required = [] }: Schema) =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valueOf(schema)])), {
    requiredKeys: [...required]
  })

/** What a form may receive: every choice, with or without what is optional. */
const valueOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 12 })
  if (schema.type === 'array')
    return fc.uniqueArray(valueOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 })
  if (schema.type === 'object') return objectOf(schema)
  return fc.constant(samples[schema.format ?? ''] ?? 'un mot')
}

export const inputs = (schema: TObject) => objectOf(schema as Schema) as fc.Arbitrary<Record<string, unknown>>

/** The shortest input that the form of an act takes. */
export const anInput = (type: CommandType, different: Record<string, unknown> = {}) => ({
  ...shortest(commandRow(type).input as Schema),
  ...different
})

export const someone = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }

export const after = (
  situation: Situation,
  type: CommandType,
  input: Record<string, unknown> = {},
  by: Partial<typeof someone> = {}
): Situation => advance(situation, { type, input: anInput(type, input), by: { ...someone, ...by } })

/** Where a case stood and stands, over an act; and over one that moves nothing. */
export const moved = (...move: Parameters<typeof after>): Move => ({ before: move[0], after: after(...move) })
export const stays = (situation: Situation): Move => ({ before: situation, after: situation })

/** The French reason why an act is closed or, of a record, unexpected; null where it is expected. */
export const refusal = (situation: Situation, type: CommandType) => {
  const verdict = openness(situation, type)
  return verdict.open ? (verdict.unusual?.reason.fr ?? null) : verdict.reason.fr
}

/** What is said in French beside an act that it does not refuse. */
export const warned = (situation: Situation, type: CommandType): string[] =>
  warningsOf(situation, type).map((guard) => guards[guard].reason.fr)

export const statesOf = (region: RegionId) => Object.keys((regionTables[region] as Region).states)

// Passed through in one step, never stored.
const transient: readonly string[] = ['closing', 'restoring', 'deciding']

export const storedStates = (region: RegionId) =>
  statesOf(region).filter((state) => !transient.includes(state))

/** The states of its region in which an act is expected, all the rest of the case being ready for it. */
export const opensFrom = (type: CommandType, ready: Situation) => {
  const { region } = commandRow(type)
  if (region === null) throw new Error(`${type} has no region`)
  return storedStates(region).filter((state) =>
    isExpected({ ...ready, regions: { ...ready.regions, [region]: state } }, type)
  )
}

/** Any case at all, possible or not: rules must agree even where no case should stand. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  regions: fc.record(
    Object.fromEntries(regionIds.map((id) => [id, fc.constantFrom(...storedStates(id))])) as Record<
      RegionId,
      fc.Arbitrary<never>
    >
  ),
  facts: factsSaid
})

export const acts = fc.constantFrom(...commandTypes)

/** Runs with one row of the table changed, then puts the row back: to see that a test would notice. */
export const withRow = <T>(type: CommandType, changes: Partial<CommandRow>, run: () => T): T => {
  const row = commandRow(type)
  const kept = { ...row }
  Object.assign(row, changes)
  try {
    return run()
  } finally {
    Object.assign(row, kept)
  }
}

const orgTypeOf: Partial<Record<Role, OrgType>> = {
  asso: 'association',
  cell_secretary: 'cell',
  cell_member: 'cell',
  prosecutor: 'prosecution',
  acse_desk: 'acse',
  child_protection: 'ase',
  juvenile_judge: 'juvenile_court',
  ad_hoc_guardian: 'ad_hoc',
  admin: 'platform',
  dpo: 'platform',
  system: 'platform'
}

export const asRole = (role: Role, different: Partial<Actor> = {}): Actor => ({
  personId: `person-${role}`,
  name: role,
  orgId: `org-${role}`,
  orgName: role,
  orgType: orgTypeOf[role] ?? (role as OrgType),
  role,
  territory: '69',
  accredited: true,
  ...different
})

/** What the facts refuse in the form of an act, wherever the case stands. */
export const problemsOf = (command: CommandType, input: Record<string, unknown>, facts: Facts) =>
  factProblems(command, input, { ...aCase(), facts })
