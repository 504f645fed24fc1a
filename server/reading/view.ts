import { civilDate } from '../../workflows/calendar/calendar.ts'
import { capacities as capacityWords } from '../../workflows/vocabulary/capacities.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { nextCode, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationOf, decidingIn } from '../cases/configuration.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { deadlineView, standingView } from '../deadlines/view.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { masksFor } from '../referrals/by-link.ts'
import { referralLine } from '../referrals/line.ts'
import { linesAtOnce, type CaseView, type Story } from '../views/schemas.ts'
import { actionWhole, holdsConfirmed } from './action.ts'
import { actionsOf, buttonsOf, type ActList } from './actions.ts'
import { badgesOf } from '../disclosure/badges.ts'
import { classViews } from './classes.view.ts'
import { showCode } from '../cases/code.ts'
import { closingSaid, holdsClosing } from './closing.view.ts'
import { consentViews } from './consents.view.ts'
import { holdsEvidence } from './evidence.view.ts'
import { joinedView } from './merge.view.ts'
import { nextView } from './next.view.ts'
import { namesFor, servicesOf, type Names } from '../disclosure/names.ts'
import { regionViews } from './regions.view.ts'
import { withSecondVoice } from './voices/second.view.ts'
import { refsFor } from '../cases/act-ref.ts'
import { tagOf } from '../cases/tag.ts'
import { holdsPage, pageOf, servicesIn, timelineOf } from './timeline.ts'

const headOf = (told: DisclosedCase, keys: Keys) => {
  const { locale } = told.reader
  const [capacity] = told.held
  return {
    id: told.id,
    code: showCode(told.code),
    version: tagOf(keys, told.follows),
    openedOn: civilDate(told.openedAt, zoneOf(told.territory)),
    territory: isTerritory(told.territory)
      ? { code: told.territory, name: territory(told.territory).name }
      : null,
    capacity: { id: capacity!, label: capacityWords[capacity!][locale] },
    badges: badgesOf(told.facts, locale)
  }
}

type Counted = { code: string; dueOn: string }

/** Of a clock that rings again and again, the rounds that are over say no more than the one that counts now. */
const isSuperseded = ({ code, dueOn }: Counted, all: readonly Counted[]): boolean => {
  const next = nextCode(code as DeadlineCode)
  return next !== null && all.some((other) => [code, next].includes(other.code) && other.dueOn > dueOn)
}

const clocksOf = ({ clocks, territory, reader: { now, locale } }: DisclosedCase) => {
  const reading = { territory, now, locale }
  return {
    deadlines: clocks
      .filter((one) => isDated(one.state) && !isSuperseded(one, clocks))
      .map((clock) => deadlineView(clock, reading)),
    standing: clocks.filter(({ state }) => state === 'suspended').map((clock) => standingView(clock, reading))
  }
}

type Named = { names: Names; masks: ReadonlyMap<string, string> }

const referralsOf = (
  { referrals, code, placed, territory, reader }: DisclosedCase,
  { names, masks }: Named
) => {
  const { locale, now } = reader
  const context = { placed, now, locale, names, masks, territory, caseCode: code }
  return referrals.map(({ row, clock }) => referralLine(row, { ...context, clock }))
}

/** `form`: with what the next step asks, as its own reading would have it. */
type Asked = { lines?: number; acts?: ActList; form?: boolean }

/** A case as this reader may see it, with what it may do now. @throws NotFound when it may not see it at all. */
export const viewCase = async (
  tx: Tx,
  id: string,
  reader: Reader,
  { lines = linesAtOnce, acts = 'closed', form = false }: Asked = {}
): Promise<CaseView> => {
  const { actor, locale } = reader
  const told = await discloseCase(tx, id, reader, {
    lines,
    holds: (one) =>
      holdsPage(one.story, { lines }) &&
      holdsClosing(one) &&
      (!form || (holdsEvidence(one) && one.awaited.every((act) => holdsConfirmed(act)(one))))
  })
  const page = pageOf(told.story, { lines })
  const closing = closingSaid(told)
  const [services, masks, configuration, deciding] = await settleAll([
    servicesOf(tx, [...told.services, ...servicesIn([...page.events, ...(closing ? [closing.event] : [])])]),
    masksFor(
      tx,
      told.referrals.map(({ row }) => row),
      actor
    ),
    configurationOf(tx, told.decidedUnder),
    decidingIn(tx, told.inCharge)
  ])
  const names = namesFor(services, told.acquainted, locale)
  const buttons = buttonsOf(told, deciding)
  const shown = { buttons, regions: regionViews(told), referrals: referralsOf(told, { names, masks }) }
  const next = await withSecondVoice(tx, told, { next: nextView(told, shown), deciding })
  const button = form && buttons.find(({ command }) => command === next.command)
  return {
    ...headOf(told, keysUnder(poolOf(tx))),
    regions: shown.regions,
    classes: classViews(told),
    stay: told.stay,
    ...(told.unread && { unread: true }),
    consents: consentViews(told),
    ...clocksOf(told),
    joined: await joinedView(tx, told, configuration),
    closing: closing && {
      declined: closing.declined,
      event: timelineOf([closing.event], { reader, names }, closing.told)[0]!
    },
    timeline: timelineOf(page.events, { reader, names }, page.told).reverse(),
    older: page.older,
    referrals: shown.referrals,
    nextStep: button ? { ...next, form: await actionWhole(tx, told, { button, configuration }) } : next,
    ...actionsOf(buttons, told, acts)
  }
}

/** The case as an act has left it for its author, in the transaction of the act; null where it has left their sight. */
export const viewAfter = async (tx: Tx, id: string, reader: Reader): Promise<CaseView | null> => {
  // The case was entered to be written: it is read by its author's own right.
  await setCaseScope(tx, '')
  try {
    return await viewCase(tx, id, reader, { lines: 0, acts: 'none' })
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** The story of a case, page by page, the newest line first. @throws NotFound for whoever may not see the case. */
export const viewStory = async (
  tx: Tx,
  { id, cursor }: { id: string; cursor?: string },
  reader: Reader
): Promise<Story> => {
  const told = await discloseCase(tx, id, reader, {
    lines: linesAtOnce,
    holds: ({ story }) => holdsPage(story, { cursor })
  })
  const page = pageOf(told.story, { cursor })
  const names = namesFor(await servicesOf(tx, servicesIn(page.events)), told.acquainted, reader.locale)
  const refs = refsFor(keysUnder(poolOf(tx)), told.isOwn)
  const telling = { reader, names, refs, followsAll: told.followsAll }
  return { items: timelineOf(page.events, telling, page.told).reverse(), next: page.older }
}
