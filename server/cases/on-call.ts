import { civilDate } from '../../workflows/calendar/calendar.ts'
import { onCallAt } from '../../workflows/configuration/local/on-call.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { protocolOf } from './configuration.ts'
import { isStaffed } from './staff.ts'

const inForce = `select distinct on (place) place, name from local_protocol
  where state = 'signed' and effective_on <= $1 order by place, effective_on desc, signed_at desc`

/** Where somebody of the cell answers at this moment, by the protocols in force: of the most precise place that says so. */
export const onCallNow = async (tx: Tx, now: Date): Promise<{ territory: string; number: string }[]> => {
  const rows = await runQuery<{ place: string; name: string }>(tx, inForce, [civilDate(now, 'Europe/Paris')])
  const lines = new Map(
    await settleAll(
      rows.map(async ({ place, name }) => [place, (await protocolOf(tx, name)).rules.onCall ?? []] as const)
    )
  )
  return territories.flatMap(({ code }) => {
    const said = placesFor(code).flatMap((place) => lines.get(place) ?? [])
    const number = said.length > 0 ? onCallAt(said, code, now) : null
    return number === null ? [] : [{ territory: code, number }]
  })
}

const cells = `select territory, bool_or(${isStaffed('organisation.id')}) as staffed from organisation
  where type = 'cell' and status = 'accredited' group by territory`

/** Where no cell receives a flag, or none in which anybody would read it: whoever is met there is sent to those who can be called. */
export const placesUnheard = async (tx: Tx): Promise<{ withoutCell: string[]; unreadCell: string[] }> => {
  const rows = await runQuery<{ territory: string | null; staffed: boolean }>(tx, cells, [])
  const there = new Map(rows.map(({ territory, staffed }) => [territory, staffed]))
  const codes = territories.map(({ code }) => code as string)
  return {
    withoutCell: codes.filter((code) => !there.has(code)),
    unreadCell: codes.filter((code) => there.get(code) === false)
  }
}
