import { roleOfType, type OrgType } from '../../policies/actor.ts'
import { awaitedOf, roleIn, type Clock, type Party } from '../../policies/awaited.ts'
import { grants } from '../../policies/grants.ts'
import { regimes } from '../../policies/habilitations.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import type { Situation } from '../../workflows/guards/guards.ts'

export const everyCapacity = Object.keys(capacities) as Capacity[]
export const now = new Date('2026-11-25T12:00:00Z')
export const hour = 3_600_000

/** An organisation whose people may act in a capacity, if any role does. */
const typeFor = (capacity: Capacity): OrgType =>
  (Object.keys(roleOfType) as OrgType[]).find((type) => {
    const role = roleIn(capacity, type)
    return role !== null && grants[role].some(({ as }) => as === capacity)
  }) ?? 'association'
export const party = (capacity: Capacity, orgId = 'org-1'): Party => ({
  capacity,
  orgId,
  orgType: typeFor(capacity),
  regimes
})

const isSilent = (code: DeadlineCode) => (deadlineRegister[code].alerts as readonly number[]).length > 0

/** A clock that falls due in so many hours, before its first alert if it gives any; one that is behind us has run out. */
export const clock = (code: DeadlineCode, hours: number, spoken = !isSilent(code)): Clock => ({
  code,
  dueAt: new Date(now.getTime() + hours * hour),
  state: hours < 0 ? 'fired' : 'running',
  spoken
})

export const awaited = (
  situation: Situation,
  capacity: Capacity,
  clocks: readonly Clock[] = [],
  orgId?: string
) => awaitedOf({ situation, clocks, at: now }, party(capacity, orgId))
export const waitsFor = (
  situation: Situation,
  capacity: Capacity,
  orgId?: string,
  clocks: readonly Clock[] = []
) => awaited(situation, capacity, clocks, orgId)[0]?.act ?? null
