import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtLabels, courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import {
  administers,
  answerable,
  bearsCourt,
  bearsTerritory,
  holdsRegimes,
  orgStates
} from '../../policies/organisations.ts'
import { regimeRows } from '../../policies/organisations/regimes.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import { mendsKind } from './proposing/kind.ts'
import { mergedBy, mergeSays } from './proposing/merge.ts'
import type { MergePreview, OrganisationView } from '../views/organisations/organisations.ts'
import { regionNames } from './keep.ts'
import { kindChoices, placeLabel, typeLabel } from './named.ts'
import { housesDue } from './access/reviews-due.ts'
import { proposalView } from './proposal.view.ts'
import { endingSoon, isLiving, regimesGiven, regimeViews } from './regimes.ts'
import { administratorsNow, organisationOf, waitingProposals, type OrganisationRow } from './store.ts'
import { todayOf } from './today.ts'

type Counted = Record<'memberships' | 'participations' | 'shared' | 'referrals' | 'places', string>

const counted = async (tx: Tx, id: string, other: string | null = null) => {
  const [row] = await runQuery<Counted>(tx, 'select * from organisation_holdings($1, $2)', [id, other])
  const n = (key: keyof Counted) => Number(row?.[key] ?? 0)
  const holdings = {
    memberships: n('memberships'),
    participations: n('participations'),
    referrals: n('referrals'),
    places: n('places')
  }
  return { holdings, shared: n('shared') }
}

const managers = `select p.display_name as name from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and m.manager and (m.until is null or m.until > wall_clock()) order by 1`

const proposable = ({ status, type }: OrganisationRow): string[] =>
  type === 'platform' || status === 'closed'
    ? []
    : [
        ...(status === 'pending' ? ['accredit'] : []),
        ...(status === 'suspended' ? ['reinstate'] : []),
        ...(holdsRegimes(type) ? ['regime'] : []),
        'merge'
      ]

const territoryChoices = territories.map(({ code, name }) => ({ code, label: `${name} (${code})` }))
const courtChoices = (code: string | null, locale: Locale) =>
  code === null ? [] : courtsOf(code).map((court) => ({ code: court, label: courtLabels[court]![locale] }))

const answersOf = (row: OrganisationRow, locale: Locale) =>
  answerable(row.type).map((kind) => ({
    code: kind,
    label: kinds[kind].label[locale],
    on: row.answers === null || row.answers.includes(kind)
  }))

/** What stands behind `may`: nothing of an organisation that is over or that pages do not keep. */
const kept = ({ status, type }: OrganisationRow) => status !== 'closed' && type !== 'platform'

const describedIn = (row: OrganisationRow, locale: Locale) => ({
  id: row.id,
  name: row.name,
  type: row.type,
  typeLabel: typeLabel(row.type, locale),
  place: placeLabel(row),
  status: row.status,
  statusLabel: orgStates[row.status][locale],
  empty: row.empty
})

/** Where its kind may still be corrected (`mends`), whatever another kind would bear is to be said. */
const editable = (row: OrganisationRow, locale: Locale, mends: boolean) => ({
  territory: row.territory,
  region: row.region,
  court: row.court,
  siret: row.siret,
  directoryId: row.directoryId,
  closedAt: row.closedAt && civilDate(row.closedAt, 'Europe/Paris'),
  mergedInto: row.mergedInto && row.mergedName ? { id: row.mergedInto, name: row.mergedName } : null,
  answers: answersOf(row, locale),
  courts: bearsCourt(row.type) ? courtChoices(row.territory, locale) : [],
  regions: bearsTerritory(row.type) && !mends ? [] : regionNames.map((name) => ({ code: name, label: name })),
  territories: bearsTerritory(row.type) || mends ? territoryChoices : [],
  kinds: mends ? kindChoices(locale) : [],
  bears: {
    territory: bearsTerritory(row.type),
    court: bearsCourt(row.type),
    regimes: holdsRegimes(row.type)
  },
  may: {
    propose: proposable(row),
    suspend: kept(row) && row.status === 'accredited',
    close: kept(row),
    change: kept(row)
  }
})

/** One organisation, for the administration. @throws NotFound for all others. */
export const viewOrganisation = async (tx: Tx, id: string, reader: Reader): Promise<OrganisationView> => {
  if (!administers(reader.actor)) throw new NotFound('not for this role')
  const row = await organisationOf(tx, id)
  const [held, named, proposals, administrators, { holdings }, due, mends] = await settleAll([
    regimesGiven(tx, [id]),
    runQuery<{ name: string }>(tx, managers, [id]),
    waitingProposals(tx, id),
    administratorsNow(tx),
    counted(tx, id),
    housesDue(tx, reader),
    mendsKind(tx, row)
  ])
  return {
    ...describedIn(row, reader.locale),
    ...editable(row, reader.locale, mends),
    waiting: proposals.length > 0,
    endsOn: endingSoon(held, todayOf(reader.now)),
    reviewDue: due.has(id),
    regimes: regimeViews(row.type, held, reader),
    holdings,
    managers: named.map(({ name }) => name),
    proposals: proposals.map((one) => proposalView(one, { reader, administrators })),
    administrators
  }
}

const sameKind: Bilingual = {
  fr: 'Deux organisations se réunissent si elles sont du même genre, et celle qui reste accréditée.',
  en: 'Two organisations are merged where they are of one kind, and the one that remains is accredited.'
}

/** What would move from one to the other, and what would not. */
export const previewMerge = async (
  tx: Tx,
  id: string,
  into: string,
  reader: Reader
): Promise<MergePreview> => {
  if (!administers(reader.actor)) throw new NotFound('not for this role')
  const [from, to] = [await organisationOf(tx, id), await organisationOf(tx, into)]
  const { holdings, shared } = await counted(tx, id, into)
  const today = todayOf(reader.now)
  const living = (await regimesGiven(tx, [id])).filter((one) => isLiving(one, today))
  const alike = from.id !== to.id && from.type === to.type && to.status === 'accredited' && kept(from)
  return {
    from: { id: from.id, name: from.name },
    into: { id: to.id, name: to.name },
    holdings,
    ...mergeSays(await mergedBy(tx, [id, into]), reader.locale),
    shared,
    lost: living.map(({ regime }) => regimeRows[regime][reader.locale]),
    may: { enabled: alike, reason: alike ? null : sameKind[reader.locale] }
  }
}
