import { territories } from '../../workflows/calendar/territories.ts'
import type { OrgType } from '../../policies/actor.ts'
import { administers, confirmsRegimes, keptTypes, orgStates } from '../../policies/organisations.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Locale } from '../locale.ts'
import type { OrganisationLine, OrganisationList } from '../views/organisations/organisations.ts'
import { proposalView } from './proposal.view.ts'
import { placeLabel, soon, typeLabel } from './read.ts'
import { administratorsNow, organisationColumns, waitingProposals, type OrganisationRow } from './store.ts'
import { todayOf } from './today.ts'

export type OrganisationQuery = {
  q?: string
  type?: string
  status?: string
  territory?: string
  cursor?: string
}

type Row = OrganisationRow & { waiting: boolean; endsOn: string | null }

const pageSize = 50
const listed = `select ${organisationColumns},
    exists (select from organisation_proposal p where p.org_id = o.id and p.state = 'waiting') as waiting,
    (select min(h.until)::text from habilitation h where h.org_id = o.id and h.until between $6::date and $7::date) as "endsOn"
  from organisation o
  where o.type not in ('external', 'unknown') and ($1::text is null or o.type = $1) and ($2::text is null or o.status = $2)
    and ($3::text is null or o.territory = $3) and ($4::text is null or position(lower($4) in lower(o.name)) > 0 or o.siret = $4)
    and ($5::uuid is null or (lower(o.name), o.id) > (select lower(c.name), c.id from organisation c where c.id = $5))
  order by lower(o.name), o.id limit ${pageSize + 1}`

const lineOf = (row: Row, locale: Locale): OrganisationLine => ({
  id: row.id,
  name: row.name,
  type: row.type,
  typeLabel: typeLabel(row.type, locale),
  place: placeLabel(row),
  status: row.status,
  statusLabel: orgStates[row.status][locale],
  waiting: row.waiting,
  endsOn: row.endsOn
})

const choicesIn = (locale: Locale) => ({
  types: keptTypes
    .map((code: OrgType) => ({ code, label: typeLabel(code, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale)),
  states: Object.entries(orgStates).map(([code, words]) => ({ code, label: words[locale] })),
  territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` }))
})

/**
 * All organisations, for the administration. A prefecture finds here what it may confirm, and no list.
 * @throws NotFound for all others.
 */
export const listOrganisations = async (
  tx: Tx,
  reader: Reader,
  { q, type, status, territory, cursor }: OrganisationQuery
): Promise<OrganisationList> => {
  const { actor, locale, now } = reader
  const all = administers(actor)
  if (!all && !(actor.accredited && confirmsRegimes(actor.role))) throw new NotFound('not for this role')
  const start = cursor === undefined ? null : decodeCursor(cursor, ['id'])
  const today = todayOf(now)
  const values = [type ?? null, status ?? null, territory ?? null, q?.trim() || null, start?.[0] ?? null]
  const [rows, proposals, administrators] = await settleAll([
    all ? runQuery<Row>(tx, listed, [...values, today, soon(today)]) : Promise.resolve([]),
    waitingProposals(tx, null),
    administratorsNow(tx)
  ])
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    items: page.map((row) => lineOf(row, locale)),
    next: rows.length > pageSize && last ? encodeCursor([last.id]) : null,
    proposals: proposals.map((one) => proposalView(one, { reader, administrators })),
    ...choicesIn(locale),
    administrators,
    may: { create: all }
  }
}
