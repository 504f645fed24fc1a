import { territories } from '../../workflows/calendar/territories.ts'
import { administers, confirmsForOthers, orgStates, readsProposal } from '../../policies/organisations.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Locale } from '../locale.ts'
import type { OrganisationLine, OrganisationList } from '../views/organisations/organisations.ts'
import { housesDue } from './access/reviews-due.ts'
import { proposalView } from './proposal.view.ts'
import { endingSoon, regimesGiven, type Given } from './regimes.ts'
import { kindChoices, placeLabel, typeLabel } from './named.ts'
import { administratorsNow, organisationColumns, waitingProposals, type OrganisationRow } from './store.ts'
import { todayOf } from './today.ts'

export type OrganisationQuery = {
  q?: string
  type?: string
  status?: string
  territory?: string
  cursor?: string
}

type Row = OrganisationRow & { waiting: boolean }

const pageSize = 50
const listed = `select ${organisationColumns},
    exists (select from organisation_proposal p where p.org_id = o.id and p.state = 'waiting') as waiting
  from organisation o
  where o.type not in ('external', 'unknown') and ($1::text is null or o.type = $1) and ($2::text is null or o.status = $2)
    and ($3::text is null or o.territory = $3) and ($4::text is null or position(lower($4) in lower(o.name)) > 0 or o.siret = $4)
    and ($5::uuid is null or (lower(o.name), o.id) > (select lower(c.name), c.id from organisation c where c.id = $5))
  order by lower(o.name), o.id limit ${pageSize + 1}`

type Known = { held: readonly Given[]; due: ReadonlySet<string> }

const lineOf = (row: Row, { held, due }: Known, { locale, now }: Reader): OrganisationLine => ({
  id: row.id,
  name: row.name,
  type: row.type,
  typeLabel: typeLabel(row.type, locale),
  place: placeLabel(row),
  status: row.status,
  statusLabel: orgStates[row.status][locale],
  waiting: row.waiting,
  empty: row.empty,
  endsOn: endingSoon(
    held.filter(({ orgId }) => orgId === row.id),
    todayOf(now)
  ),
  reviewDue: due.has(row.id)
})

const choicesIn = (locale: Locale) => ({
  types: kindChoices(locale),
  states: Object.entries(orgStates).map(([code, words]) => ({ code, label: words[locale] })),
  territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` }))
})

/**
 * All organisations, for the administration. A prefecture and the secretary of a cell find here what they may confirm, and no list;
 * nor does whoever just took back what they had proposed (`settled`).
 * @throws NotFound for all others.
 */
export const listOrganisations = async (
  tx: Tx,
  reader: Reader,
  { q, type, status, territory, cursor }: OrganisationQuery,
  { settled = false } = {}
): Promise<OrganisationList> => {
  const { actor, locale } = reader
  const all = administers(actor)
  if (!all && !settled && !(actor.accredited && confirmsForOthers(actor.role)))
    throw new NotFound('not for this role')
  const start = cursor === undefined ? null : decodeCursor(cursor, ['id'])
  const values = [type ?? null, status ?? null, territory ?? null, q?.trim() || null, start?.[0] ?? null]
  const [rows, proposals, administrators] = await settleAll([
    all ? runQuery<Row>(tx, listed, values) : Promise.resolve([]),
    waitingProposals(tx, null),
    administratorsNow(tx)
  ])
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const ids = page.map(({ id }) => id)
  const [held, due] = await settleAll([
    ids.length > 0 ? regimesGiven(tx, ids) : Promise.resolve([]),
    housesDue(tx, reader)
  ])
  return {
    items: page.map((row) => lineOf(row, { held, due }, reader)),
    next: rows.length > pageSize && last ? encodeCursor([last.id]) : null,
    proposals: proposals
      .filter((one) => readsProposal(actor, one))
      .map((one) => proposalView(one, { reader, administrators })),
    ...choicesIn(locale),
    administrators,
    may: { create: all }
  }
}
