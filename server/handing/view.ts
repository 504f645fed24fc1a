import type { Actor } from '../../policies/actor.ts'
import {
  handingDays,
  handingReasons,
  handingStates,
  handsCases,
  mayHandOn,
  programmeOfHanded,
  programmeOfTaken,
  refusalsOfHanding,
  standsAt,
  unapproved,
  withdrawalsOfHanding
} from '../../policies/organisations/handing.ts'
import { territory as placeOf } from '../../workflows/calendar/territories.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { unknownFacts } from '../../workflows/facts/facts.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import { dataClasses, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { languages, means } from '../../workflows/vocabulary/words.ts'
import { mayAccompany, unapprovedAmong } from '../cases/habilitations.ts'
import {
  capacitiesOf,
  liveDeadlines,
  partsOf,
  readCase,
  selectAll,
  type CaseRow,
  type EventRow
} from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, runQuery, settleAll, type Tx } from '../db/context.ts'
import { caseEvents } from '../db/schema/schema.ts'
import { classesOpened, discloseTravel } from '../disclosure/handing/travel.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { referralsWhere } from '../referrals/store.ts'
import { todayOf } from '../organisations/today.ts'
import { isOpen, standingOf } from '../teams/store.ts'
import type { HandingForm, HandingLine, HandingList, HandingView } from '../views/acts/handing.ts'
import { handingFor, handingsWhere, isWaiting, type Handing } from './proposal/store.ts'

const worded = (table: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(table).map(([id, label]) => ({ id, label: label[locale] }))

const journal = `${selectAll(caseEvents)} where case_id = $1 order by seq`
const sent = 'case_id = $1 and sender_org_id = $2 and state = any($3::text[]) order by sent_at, kind, id'
const associations = `select o.id, o.name, o.territory from organisation o
  where o.type = 'association' and o.status = 'accredited' and o.id <> $1 and ${mayAccompany('o.id')}
  order by o.territory is distinct from $2, o.territory, o.name, o.id limit 1000`
type Association = { id: string; name: string; territory: string | null }

const travelOf = async (tx: Tx, { id, facts }: CaseRow, { orgId }: Actor) => {
  const [events, referrals, clocks] = await settleAll([
    runQuery<EventRow>(tx, journal, [id]),
    referralsWhere(tx, sent, [id, orgId, liveReferralStates]),
    liveDeadlines(tx, id)
  ])
  return discloseTravel({ events, sent: referrals, clocks }, facts)
}

type Travel = Awaited<ReturnType<typeof travelOf>>

const placeName = (code: string | null) => (code === null ? '' : `${placeOf(code).name} (${code})`)

/** Those to whom it may be handed, and what each would miss for her. */
const named = async (tx: Tx, { territory, programme }: Travel, { actor, locale, now }: Reader) => {
  const found = await runQuery<Association>(tx, associations, [actor.orgId, territory])
  const ids = programme ? found.map(({ id }) => id) : []
  const lacking = await unapprovedAmong(tx, ids, todayOf(now))
  return found.map((one) => ({
    ...{ ...one, territory: placeName(one.territory) },
    lacks: lacking.includes(one.id) ? unapproved[locale] : null
  }))
}

/**
 * What would travel with the case, before anything is sent, and to whom it may.
 * @throws NotFound for whoever does not accompany the person for an association.
 */
export const viewForm = async (tx: Tx, { id }: { id: string }, reader: Reader): Promise<HandingForm> => {
  const { actor, locale, now } = reader
  const row = await readCase(tx, id)
  const { held, follows } = await partsOf(tx, id, actor)
  if (!row || !mayHandOn(actor, held)) throw new NotFound('not theirs to hand on')
  const travel = await travelOf(tx, row, actor)
  const [others, before] = await settleAll([
    named(tx, travel, reader),
    handingsWhere(tx, `case_id = $1 and from_org_id = $2 and state = 'proposed'`, [id, actor.orgId])
  ])
  return {
    version: tagOf(keysUnder(poolOf(tx)), follows),
    classes: travel.classes.map(({ dataClass, acts }) => ({ label: dataClasses[dataClass][locale], acts })),
    acts: travel.acts,
    referrals: travel.referrals.map(({ kind }) => kindRow(kind).label[locale]),
    clocks: travel.clocks.map(({ code }) => deadlineRegister[code as DeadlineCode].label[locale]),
    associations: others,
    warning: travel.programme ? programmeOfHanded[locale] : null,
    ...{ languages: worded(languages, locale), means: worded(means, locale), days: handingDays },
    language: row.facts.language ?? null,
    waiting: before.find((one) => isWaiting(one, now))?.id ?? null
  }
}

const names = 'select id, name from organisation where id = any($1::uuid[])'

const namesOf = async (tx: Tx, rows: readonly Handing[]) => {
  const ids = rows.flatMap(({ fromOrgId, toOrgId }) => [fromOrgId, toOrgId])
  const found = await runQuery<{ id: string; name: string }>(tx, names, [ids])
  return new Map(found.map(({ id, name }) => [id, name]))
}

const lineOf = (
  row: Handing,
  known: ReadonlyMap<string, string>,
  { actor, locale, now }: Reader
): HandingLine => {
  const side = row.fromOrgId === actor.orgId ? 'from' : 'to'
  const state = standsAt(row, now)
  return {
    ...{ id: row.id, side, state, stateLabel: handingStates[state][locale] },
    other: known.get(side === 'from' ? row.toOrgId : row.fromOrgId) ?? '',
    territory: placeName(row.territory),
    proposedAt: row.proposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString()
  }
}

const latest = `$1 in (from_org_id, to_org_id) and (state = 'proposed' or proposed_at > $2::timestamptz - interval '90 days')
  order by state <> 'proposed', proposed_at desc, id limit 100`

/** Those that wait first, then those of the last three months. @throws NotFound for who accompanies nobody. */
export const listHandings = async (tx: Tx, reader: Reader): Promise<HandingList> => {
  if (!handsCases(reader.actor)) throw new NotFound('no cases to hand on for this reader')
  const rows = await handingsWhere(tx, latest, [reader.actor.orgId, reader.now])
  const known = await namesOf(tx, rows)
  return { items: rows.map((row) => lineOf(row, known, reader)) }
}

const teams = `select id, name as label from team where org_id = $1 and ${isOpen} order by name, id`

const teamsOf = async (tx: Tx, actor: Actor) =>
  (await standingOf(tx, actor)).byTeam
    ? runQuery<{ id: string; label: string }>(tx, teams, [actor.orgId])
    : null

/** The case, for a side that reads it: whoever is asked is told of none before the answer. */
const caseOf = async (tx: Tx, { caseId, state, toOrgId }: Handing, actor: Actor) => {
  if (toOrgId === actor.orgId && state !== 'accepted') return null
  return (await capacitiesOf(tx, caseId, actor)).length > 0 ? { id: caseId } : null
}

const warningOf = async (tx: Tx, { actor, locale, now }: Reader) =>
  (await unapprovedAmong(tx, [actor.orgId], todayOf(now))).length > 0 ? programmeOfTaken[locale] : null

/** @throws NotFound for whoever is on neither side. */
export const viewHanding = async (tx: Tx, { id }: { id: string }, reader: Reader): Promise<HandingView> => {
  const { actor, locale, now } = reader
  const row = await handingFor(tx, id, actor)
  const line = lineOf(row, await namesOf(tx, [row]), reader)
  const waits = isWaiting(row, now)
  const asked = line.side === 'to'
  return {
    ...line,
    classes: classesOpened(unknownFactsOf(row)).map((one) => dataClasses[one][locale]),
    settledAt: row.settledAt?.toISOString() ?? null,
    reason: row.reason === null ? null : handingReasons[row.reason][locale],
    case: await caseOf(tx, row, actor),
    may: { answer: waits && asked, withdraw: waits && !asked },
    warning: waits && asked ? await warningOf(tx, reader) : null,
    reasons: worded(asked ? refusalsOfHanding : withdrawalsOfHanding, locale),
    teams: waits && asked ? await teamsOf(tx, actor) : null
  }
}

/** Of a case of which nothing is known but where it is: what this capacity opens hangs on nothing else. */
const unknownFactsOf = ({ territory }: Handing) => ({ ...unknownFacts, met: territory, territory })
