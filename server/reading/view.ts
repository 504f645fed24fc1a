import type { Actor } from '../../policies/actor.ts'
import { seesWhole } from '../../policies/data-classes.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { capacities as capacityWords } from '../../workflows/vocabulary/capacities.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { nextCode, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, together, type Tx } from '../db/context.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { deadlineView, standingView } from '../deadlines/view.ts'
import type { Locale } from '../http/locale.ts'
import type { Keys } from '../keys.ts'
import { masksFor } from '../links/open.ts'
import { referralLine } from '../referrals/line.ts'
import type { CaseView } from '../views/schemas.ts'
import { actionsOf } from './actions.ts'
import { badgesOf } from './badges.ts'
import { classViews } from './classes.view.ts'
import { showCode } from '../commands/code.ts'
import { consentViews } from './consents.view.ts'
import { joinedView } from './merge.view.ts'
import {
  acquaintedIn,
  clocksKnown,
  hoursTold,
  organisationsNamed,
  originKnown,
  placementKnown,
  referralsKnown,
  standsBeside,
  stayKnown,
  territoryTold
} from './projection.ts'
import { loadParts, type Parts } from './snapshot.ts'
import { lookupsFor, type CaseLookups } from './lookups.ts'
import { namesFor, servicesOf, type Names } from './names.ts'
import { regionViews } from './regions.view.ts'
import { situationOf } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { timelineOf } from './timeline.ts'

export type Reader = { actor: Actor; locale: Locale; now: Date }

const headOf = (parts: Parts, { locale }: Reader, keys: Keys) => {
  const { row, capacity } = parts
  const told = territoryTold(parts)
  return {
    id: row.id,
    code: showCode(row.code),
    version: tagOf(keys, parts.follows),
    openedOn: civilDate(row.openedAt, zoneOf(told)),
    territory: isTerritory(told) ? { code: told, name: territory(told).name } : null,
    capacity: { id: capacity, label: capacityWords[capacity][locale] },
    badges: badgesOf(row.facts, capacity, locale)
  }
}

const stateOf = (parts: Parts, { locale, now }: Reader) => {
  const { row, capacity, clocks, opened } = parts
  const stay = stayKnown(parts)
  const somewhere = stay !== null || placementKnown(parts)
  return {
    regions: regionViews(situationOf(row), {
      capacity,
      clocks,
      territory: territoryTold(parts),
      commands: parts.events.map(({ command }) => command),
      now,
      locale
    }),
    classes: classViews(row, { capacity, somewhere, opened, locale }),
    stay: stay?.shown ?? null,
    consents: consentViews(parts, locale)
  }
}

type Counted = { code: string; dueOn: string }

/** Of a clock that rings again and again, the rounds that are over say no more than the one that counts now. */
const isSuperseded = ({ code, dueOn }: Counted, all: readonly Counted[]): boolean => {
  const next = nextCode(code as DeadlineCode)
  return next !== null && all.some((other) => [code, next].includes(other.code) && other.dueOn > dueOn)
}

const clocksOf = (parts: Parts, { locale, now }: Reader) => {
  const reading = { territory: territoryTold(parts), now, locale }
  const known = clocksKnown(parts)
  return {
    deadlines: known
      .filter((one) => isDated(one.state) && !isSuperseded(one, known))
      .map((clock) => deadlineView(clock, reading)),
    standing: known.filter(({ state }) => state === 'suspended').map((clock) => standingView(clock, reading))
  }
}

type Named = { names: Names; masks: ReadonlyMap<string, string> }

const referralsOf = (parts: Parts, { actor, locale, now }: Reader, { names, masks }: Named) => {
  const { row, clocks, capacity } = parts
  const placed = seesWhole('K', capacity, row.facts)
  return referralsKnown(parts, actor).map((one) =>
    referralLine(one, {
      orgId: actor.orgId,
      placed,
      now,
      locale,
      names,
      masks,
      clock: clocks.find((clock) => clock.referralId === one.id && clock.state === 'running') ?? null,
      territory: territoryTold(parts),
      caseCode: row.code
    })
  )
}

type Offered = { configuration: Configuration; lookups: CaseLookups }

const offeredTo = (parts: Parts, { actor, locale, now }: Reader, { configuration, lookups }: Offered) =>
  actionsOf(situationOf(parts.row), {
    actor,
    capacities: parts.held,
    awaited: parts.awaited,
    regimes: parts.regimes,
    lookups,
    beside: standsBeside(parts, actor),
    close: parts.close,
    configuration,
    territory: territoryTold(parts),
    today: civilDate(now, zoneOf(territoryTold(parts))),
    now,
    locale
  })

/** A case as this reader may see it, with what it may do now. @throws NotFound when it may not see it at all. */
export const viewCase = async (tx: Tx, id: string, reader: Reader): Promise<CaseView> => {
  const { actor, locale } = reader
  const loaded = await loadParts(tx, id, reader)
  const parts = hoursTold(loaded, reader.now, openedIn(tx))
  const { row, capacity, held, events, sent } = parts
  const [services, masks, lookups] = await together([
    servicesOf(tx, organisationsNamed(parts)),
    masksFor(tx, sent, actor),
    lookupsFor(tx, { actor, caseId: id, territory: territoryTold(parts), held, facts: row.facts })
  ])
  const configuration = await configurationOf(tx, row.configVersion)
  const names = namesFor(services, acquaintedIn(parts, actor), locale)
  const telling = {
    actor,
    capacity,
    facts: row.facts,
    locale,
    names,
    origin: originKnown(parts)
  }
  return {
    ...headOf(parts, reader, keysUnder(poolOf(tx))),
    ...stateOf(parts, reader),
    ...clocksOf(parts, reader),
    joined: await joinedView(tx, row, events, { actor, capacity, configuration, locale }),
    timeline: timelineOf(events, telling).reverse(),
    referrals: referralsOf(parts, reader, { names, masks }),
    actions: offeredTo(parts, reader, { configuration, lookups })
  }
}
