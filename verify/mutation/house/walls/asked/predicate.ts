import type { Mistake } from '../../../mistake.ts'
import { inDatabase, inPolicy, opened } from '../../in-database.ts'

/** What would happen, by what the policy no longer asks: a side of it, one of its conditions, or a condition read as another. */
type Unasked = readonly [why: string, what: string, instead?: string]

export const person = '( SELECT ctx_person() AS ctx_person)'
export const org = '( SELECT ctx_org() AS ctx_org)'
export const ofCase = '(case_id = ( SELECT ctx_case() AS ctx_case))'
export const ofOrg = `(org_id = ${org})`
/** That the column is whoever asks. */
export const by = (column: string) => `(${column} = ${person})`
export const inState = (state: string) => `(state = '${state}'::text)`
export const inRole = (role: string) => `(( SELECT ctx_role() AS ctx_role) = '${role}'::text)`

/** One policy, that asks all but one of the things that it asks. */
export const unasked = (policy: string, seen: string, mistakes: readonly Unasked[]): Mistake[] =>
  mistakes.map(([why, what, instead = 'true']) =>
    inDatabase(
      why,
      what === 'using' || what === 'with check' ? opened(policy, what) : inPolicy(policy, what, instead),
      seen
    )
  )
