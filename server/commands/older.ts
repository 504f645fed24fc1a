import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { heldBeside, isOlder, quietCodes, type Written } from '../../workflows/case/records.ts'
import type { CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Act } from './event.ts'

const recorded = `select command, input, at, unusual && $3::text[] as quiet from case_event where case_id = $1 and struck_by is null and command = any($2::text[])`
type Recorded = Written & { at: Date | string }

/** Whether the case knows a later day than that of this record. */
export const olderThanKnown = async (tx: Tx, row: CaseRow, { command, input }: Act): Promise<boolean> => {
  const beside = heldBeside(command)
  if (beside.length === 0) return false
  const known = await runQuery<Recorded>(tx, recorded, [row.id, beside, quietCodes])
  const zone = zoneOf(row.territory)
  return isOlder(
    command,
    input,
    known.map((one) => ({ ...one, on: civilDate(one.at, zone) }))
  )
}
