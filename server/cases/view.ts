import { knowsOrigin, maySee, scopesShownTo, seesWhole, sightOf } from '../../policies/data-classes.ts'
import { refers } from '../../policies/abilities.ts'
import type { Actor, Role } from '../../policies/actor.ts'
import { flagging } from '../../policies/grants.ts'
import { deadlineClass, referralClass } from '../../policies/told.ts'
import { civilDate } from '../../workflows/calendar.ts'
import { capacities as capacityWords, type Capacity } from '../../workflows/capacities.ts'
import { isDated } from '../../workflows/deadline.states.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/territories.ts'
import { isMinor } from '../../workflows/facts.ts'
import { activeStays, deskCapacity, type PlaceKind } from '../../workflows/places/places.ts'
import { openReferralStates } from '../../workflows/referral.machine.ts'
import { consentScopes, type ReferralKind } from '../../workflows/vocabulary.ts'
import { languages, means } from '../../workflows/regions/words.ts'
import { configurationOf } from '../configuration/shelf.ts'
import { ask, together, type Tx } from '../db/context.ts'
import { caseEvents, consents, deadlines, referrals } from '../db/schema.ts'
import { NotFound } from '../errors.ts'
import { openedTo } from '../glass/store.ts'
import type { Locale } from '../http/locale.ts'
import { masksFor } from '../links/open.ts'
import { referralLine } from '../referrals/line.ts'
import { deadlineView, standingView } from '../deadlines/view.ts'
import type { CaseView, ConsentView } from '../views/schemas.ts'
import { actionsOf } from './actions.ts'
import { badgesOf } from './badges.ts'
import { classViews } from './classes.view.ts'
import { showCode } from './code.ts'
import { regimesOf } from './habilitations.ts'
import { joinedView } from './joined.view.ts'
import { lookupsFor } from './lookups.ts'
import { namesFor } from './names.ts'
import { regionViews } from './regions.view.ts'
import { capacitiesOf, readCase, selectAll, situationOf, type CaseRow, type DeadlineEntry } from './store.ts'
import { timelineOf, type EventRow } from './timeline.ts'

export type Reader = { actor: Actor; locale: Locale; now: Date }

type ConsentRow = typeof consents.$inferSelect

/** Her agreement to a place of the asylum scheme tells that she seeks asylum. */
const consentViews = (
  rows: readonly ConsentRow[],
  { facts }: CaseRow,
  { capacity, locale }: { capacity: Capacity; locale: Locale }
): ConsentView[] =>
  scopesShownTo(capacity, facts).map((scope) => {
    const last = rows.find((row) => row.scope === scope)
    return {
      scope,
      label: consentScopes[scope][locale],
      state: facts.consents.includes(scope) ? 'given' : last ? 'withdrawn' : 'none',
      on: last ? last.at.toISOString() : null,
      language: last?.language ? languages[last.language as keyof typeof languages][locale] : null,
      means: last?.means ? means[last.means as keyof typeof means][locale] : null,
      interpreter: last?.interpreter ?? false,
      expiresOn: last?.expiresOn ?? null
    }
  })

/** The stay that this reader may know of: PostgreSQL shows it with class A alone. A place that is held comes first. */
const activeStay = async (tx: Tx, caseId: string) => {
  const [row] = await ask<{ id: string; state: string; placeId: string }>(
    tx,
    `select id, state, place_id as "placeId" from stay where case_id = $1 and state = any($2::text[])
       order by state desc limit 1`,
    [caseId, activeStays]
  )
  if (!row) return null
  const [owner] = await ask<{ id: string; name: string; region: string | null }>(
    tx,
    'select id, name, region from organisation where id = place_owner($1)',
    [row.placeId]
  )
  return {
    owner: owner?.id ?? '',
    shown: { id: row.id, structure: owner?.name ?? null, region: owner?.region ?? null, state: row.state }
  }
}

type ReferralRow = typeof referrals.$inferSelect

const parts = {
  events: `${selectAll(caseEvents)} where case_id = $1 order by seq`,
  clocks: `${selectAll(deadlines)} where case_id = $1 order by due_at`,
  consents: `${selectAll(consents)} where case_id = $1 order by seq desc`,
  referrals: `${selectAll(referrals)} where case_id = $1 order by sent_at desc`
}

/** All that is kept of a case, asked for in one breath: each part under the reader's own right. */
const loadParts = async (tx: Tx, id: string, { actor, now }: Reader) => {
  const [row, held, regimes, events, clocks, given, sent, stay, opened] = await together([
    readCase(tx, id),
    capacitiesOf(tx, id, actor),
    regimesOf(tx, actor.orgId),
    ask<EventRow>(tx, parts.events, [id]),
    ask<DeadlineEntry>(tx, parts.clocks, [id]),
    ask<ConsentRow>(tx, parts.consents, [id]),
    ask<ReferralRow>(tx, parts.referrals, [id]),
    activeStay(tx, id),
    openedTo(tx, id, { actor, now })
  ])
  return { row, held, regimes, events, clocks, given, sent, stay, opened }
}

const metIn = (events: readonly EventRow[], now: string) =>
  String(events.find(({ command }) => command === 'case.flag')?.input['territory'] ?? now)

/** Where the person has moved to is for those who may know of their shelter; to the others, where they were met. */
const territoryTold = (
  { territory: now, facts }: CaseRow,
  events: readonly EventRow[],
  capacity: Capacity
): string => (seesWhole('K', capacity, facts) ? now : metIn(events, now))

/** A case as this reader may see it, with what it may do now. @throws NotFound when it may not see it at all. */
export const viewCase = async (tx: Tx, id: string, reader: Reader): Promise<CaseView> => {
  const { actor, locale, now } = reader
  const {
    row,
    held,
    regimes,
    events,
    clocks,
    given,
    sent,
    stay: sleeps,
    opened
  } = await loadParts(tx, id, reader)
  const [capacity] = held
  if (!row || !capacity) throw new NotFound('no such case for this organisation')
  // PostgreSQL decides by the organisation; whoever speaks for it here in another capacity learns no place.
  const stay = opened.has('A') || maySee('A', capacity, row.facts) ? sleeps : null
  const situation = situationOf(row)
  // Beside the desks, a reader with class A learns the name of the shelter that houses the person, not of those that refused.
  const shelters = stay ? [stay.owner] : []
  const pool =
    (Object.keys(deskCapacity) as PlaceKind[]).find((one) => deskCapacity[one] === capacity) ?? null
  const keeps = sightOf(capacity).minorsOnly === true && isMinor(row.facts)
  const placed = (keeps || opened.has('A')) && events.some(({ sealed }) => sealed.includes('A'))
  const told = territoryTold(row, events, capacity)
  const today = civilDate(now, zoneOf(row.territory))
  const seen = clocks.filter(({ code }) => seesWhole(deadlineClass(code), capacity, row.facts))
  // Whoever was asked knows what it was asked, whatever else it may read; its people who sit in the cell were not.
  const known = sent.filter(
    ({ kind, recipientOrgId }) =>
      (recipientOrgId === actor.orgId && refers(actor.role)) ||
      seesWhole(referralClass(kind as ReferralKind), capacity, row.facts)
  )
  const unanswered = sent
    .filter(({ state }) => (openReferralStates as readonly string[]).includes(state))
    .map(({ kind }) => kind as ReferralKind)
  const named = [
    ...events.flatMap(({ orgId, input }) => [
      orgId,
      ...[input['orgId'], input['recipientId']].map((one) => (typeof one === 'string' ? one : null))
    ]),
    ...sent.flatMap((one) => [one.senderOrgId, one.recipientOrgId])
  ]
  const origin = knowsOrigin(capacity, row.facts, metIn(events, row.territory))
  const [nameOf, masks, lookups] = await together([
    // The name of a service says of which place it is.
    namesFor(tx, origin ? named : [actor.orgId], {
      actor,
      locale,
      pool,
      shelters,
      untold: told === row.territory ? null : row.territory
    }),
    masksFor(tx, sent, actor),
    lookupsFor(tx, { actor, row, held })
  ])
  const configuration = await configurationOf(tx, row.configVersion)
  return {
    id,
    code: showCode(row.code),
    version: row.version,
    openedOn: civilDate(row.openedAt, zoneOf(row.territory)),
    territory: isTerritory(told) ? { code: told, name: territory(told).name } : null,
    capacity: { id: capacity, label: capacityWords[capacity][locale] },
    participants: new Set(events.map(({ orgId }) => orgId).filter(Boolean)).size,
    badges: badgesOf(row.facts, capacity, locale),
    regions: regionViews(situation, { capacity, clocks, now, locale }),
    classes: classViews(row, { capacity, somewhere: stay !== null || placed, opened, locale }),
    joined: await joinedView(tx, row, events, { actor, capacity, configuration, locale }),
    stay: stay?.shown ?? null,
    timeline: timelineOf(events, { capacity, facts: row.facts, locale, nameOf, origin }).reverse(),
    deadlines: seen
      .filter(({ state }) => isDated(state))
      .map((clock) => deadlineView(clock, { territory: row.territory, now, locale })),
    standing: seen
      .filter(({ state }) => state === 'suspended')
      .map((clock) => standingView(clock, { territory: row.territory, now, locale })),
    consents: consentViews(given, row, { capacity, locale }),
    referrals: known.map((one) =>
      referralLine(one, {
        orgId: actor.orgId,
        now,
        locale,
        nameOf,
        masks,
        clock: clocks.find((clock) => clock.referralId === one.id && clock.state === 'running') ?? null,
        territory: row.territory,
        caseCode: row.code
      })
    ),
    actions: actionsOf(situation, {
      actor,
      capacities: held,
      regimes,
      lookups,
      beside: {
        unanswered,
        stay: stay?.shown.state ?? null,
        accompanied: events.some(
          ({ command, role }) =>
            command === 'referent.name' || (command === 'case.flag' && flagging[role as Role] === 'referent')
        )
      },
      configuration,
      today,
      locale
    })
  }
}
