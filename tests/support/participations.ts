import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { caseCode } from '../../server/cases/code.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { regionIds } from '../../workflows/case/commands.ts'
import { aFlag, type TestWorld } from './world.ts'
import { open } from '../../workflows/case/advance.ts'

/** One organisation's part in one case: over, not begun, or now. */
export type Part = {
  case: number
  org: number
  capacity: Capacity
  sinceHours: number
  untilHours: number | null
}

const capacityIds = Object.keys(capacities) as Capacity[]

/** A world of cases and parts in every capacity, at every time; hours are counted from the database's now. */
export const partsOf = (cases: number, orgs: number) =>
  fc.uniqueArray(
    fc.record({
      case: fc.nat(cases - 1),
      org: fc.nat(orgs - 1),
      capacity: fc.constantFrom(...capacityIds),
      sinceHours: fc.constantFrom(-1000, -48, -1, 5),
      untilHours: fc.constantFrom(null, null, -24, -1, 24)
    }),
    { minLength: 60, maxLength: 160, selector: (part: Part) => `${part.case} ${part.org} ${part.capacity}` }
  )

export const isNow = ({ sinceHours, untilHours }: Part) =>
  sinceHours <= 0 && (untilHours === null || untilHours > 0)

/** Cases that nobody takes part in yet, written past the gate: the walls are asked, not the story. */
export const bareCases = async ({ db }: TestWorld, many: number): Promise<string[]> => {
  const { regions, facts } = open(aFlag())
  const ids = Array.from({ length: many }, () => randomUUID())
  for (const id of ids)
    await db.owner.query(
      `insert into "case" (id, code, version, territory, opened_at, ${regionIds.join(', ')}, facts, config_version, updated_at)
       values ($1, $2, 1, '69', now(), ${regionIds.map((_, at) => `$${at + 4}`).join(', ')}, $3, '2026-09', now())`,
      [id, caseCode(randomBytes(8)), facts, ...regionIds.map((region) => regions[region])]
    )
  return ids
}

/** These parts and no other. */
export const setParts = async (
  { db }: TestWorld,
  parts: readonly Part[],
  of: { cases: readonly string[]; orgs: readonly string[] }
) => {
  const rows = parts.map(({ case: index, org, capacity, sinceHours, untilHours }) => ({
    case_id: of.cases[index],
    org_id: of.orgs[org],
    capacity,
    sinceHours,
    untilHours
  }))
  await db.owner.query('delete from participation')
  await db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, until, basis, moved_at)
     select case_id, org_id, capacity, now() + make_interval(hours => "sinceHours"), now() + make_interval(hours => "untilHours"), 'test', now()
     from jsonb_to_recordset($1::jsonb) as r(case_id uuid, org_id uuid, capacity text, "sinceHours" int, "untilHours" int)`,
    [JSON.stringify(rows)]
  )
}

/** In which capacities the organisation of a login takes part in a case. */
export const partsHeld = async (world: TestWorld, caseId: string, login: string): Promise<string[]> => {
  const { rows } = await world.db.owner.query<{ capacity: string }>(
    'select capacity from participation where case_id = $1 and org_id = $2 and until is null',
    [caseId, world.as(login).orgId]
  )
  return rows.map(({ capacity }) => capacity)
}
