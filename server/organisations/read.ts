import { civilDate, addMonths } from '../../workflows/calendar/calendar.ts'
import { courtLabels, courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { isTerritory, territories, territory } from '../../workflows/calendar/territories.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import { regimes, type Regime } from '../../policies/habilitations.ts'
import {
  administers,
  answerable,
  bearsCourt,
  bearsTerritory,
  holdsRegimes,
  openedBy,
  orgStates,
  regimeRows,
  warnedMonthsAhead
} from '../../policies/organisations.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import type { MergePreview, OrganisationView, RegimeView } from '../views/organisations/organisations.ts'
import { regionNames } from './keep.ts'
import { proposalView } from './proposal.view.ts'
import { administratorsNow, organisationOf, waitingProposals, type OrganisationRow } from './store.ts'
import { todayOf } from './today.ts'

/** What kinds of organisations are called: by the role of their people, but for those that have none of their own. */
const typeWords: Partial<Record<OrgType, Bilingual>> = {
  association: { fr: 'association', en: 'association' },
  platform: { fr: 'administration de la plateforme', en: 'administration of the platform' },
  jirs: { fr: 'juridiction interrégionale (JIRS)', en: 'interregional court (JIRS)' },
  dna_centre: { fr: 'centre du dispositif national d’asile', en: 'centre of the asylum scheme' },
  miprof: { fr: 'MIPROF', en: 'MIPROF' },
  juvenile_court: { fr: 'tribunal pour enfants', en: 'juvenile court' },
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  cell: { fr: 'cellule départementale', en: 'local cell' }
}
const roleWord = (type: OrgType): Bilingual | undefined => {
  const role = roleOfType[type]
  return role === null ? undefined : roles[role]
}
export const typeLabel = (type: OrgType, locale: Locale): string =>
  (typeWords[type] ?? roleWord(type))?.[locale] ?? type

export const placeLabel = ({ territory: code, region }: Pick<OrganisationRow, 'territory' | 'region'>) =>
  code !== null && isTerritory(code) ? `${territory(code).name} (${code})` : region

type Given = {
  regime: Regime
  since: string | null
  until: string | null
  askedOn: string | null
  completeOn: string | null
  decision: string | null
}
const given = `select regime, since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn", decision
  from habilitation where org_id = $1`

const states = {
  none: { fr: 'non donné', en: 'not given' },
  ahead: { fr: 'à venir', en: 'to come' },
  inForce: { fr: 'en vigueur', en: 'in force' },
  endsSoon: { fr: 'prend fin bientôt', en: 'ends soon' },
  ended: { fr: 'terminé', en: 'ended' }
} as const satisfies Record<string, Bilingual>

/** Until which day an end counts as near. */
export const soon = (today: string) => addMonths(today, warnedMonthsAhead[0])

const stateOf = (one: Given | undefined, today: string): keyof typeof states => {
  if (!one || one.since === null) return 'none'
  if (one.since > today) return 'ahead'
  if (one.until === null) return 'inForce'
  if (one.until < today) return 'ended'
  return one.until <= soon(today) ? 'endsSoon' : 'inForce'
}

const regimeView = (regime: Regime, one: Given | undefined, { locale, now }: Reader): RegimeView => {
  const state = stateOf(one, todayOf(now))
  const { givenBy, basis, ...words } = regimeRows[regime]
  const { since = null, until = null, askedOn = null, completeOn = null, decision = null } = one ?? {}
  return {
    regime,
    label: words[locale],
    givenBy: givenBy[locale],
    basis,
    opens: openedBy(regime).map((type) => commandRow(type).label[locale]),
    ...{ since, until, askedOn, completeOn, decision, state },
    stateLabel: states[state][locale]
  }
}

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
  statusLabel: orgStates[row.status][locale]
})

const editable = (row: OrganisationRow, locale: Locale) => ({
  territory: row.territory,
  region: row.region,
  court: row.court,
  siret: row.siret,
  directoryId: row.directoryId,
  closedAt: row.closedAt && civilDate(row.closedAt, 'Europe/Paris'),
  mergedInto: row.mergedInto && row.mergedName ? { id: row.mergedInto, name: row.mergedName } : null,
  answers: answersOf(row, locale),
  courts: bearsCourt(row.type) ? courtChoices(row.territory, locale) : [],
  regions: bearsTerritory(row.type) ? [] : regionNames.map((name) => ({ code: name, label: name })),
  territories: bearsTerritory(row.type) ? territoryChoices : [],
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
  const [held, named, proposals, administrators, { holdings }] = await settleAll([
    runQuery<Given>(tx, given, [id]),
    runQuery<{ name: string }>(tx, managers, [id]),
    waitingProposals(tx, id),
    administratorsNow(tx),
    counted(tx, id)
  ])
  const views = holdsRegimes(row.type)
    ? regimes.map((regime) =>
        regimeView(
          regime,
          held.find((one) => one.regime === regime),
          reader
        )
      )
    : []
  const ends = views.flatMap(({ state, until }) => (state === 'endsSoon' && until ? [until] : []))
  return {
    ...describedIn(row, reader.locale),
    ...editable(row, reader.locale),
    waiting: proposals.length > 0,
    endsOn: ends.toSorted()[0] ?? null,
    regimes: views,
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
  const held = await runQuery<Given>(tx, given, [id])
  const today = todayOf(reader.now)
  const living = held.filter((one) => ['inForce', 'endsSoon', 'ahead'].includes(stateOf(one, today)))
  const alike = from.id !== to.id && from.type === to.type && to.status === 'accredited' && kept(from)
  return {
    from: { id: from.id, name: from.name },
    into: { id: to.id, name: to.name },
    holdings,
    shared,
    lost: living.map(({ regime }) => regimeRows[regime][reader.locale]),
    may: { enabled: alike, reason: alike ? null : sameKind[reader.locale] }
  }
}
