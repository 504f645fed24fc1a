import { staysLate } from '../../policies/awaited.ts'
import { maySee, scopesShownTo, seesWhole, sightOf } from '../../policies/data-classes.ts'
import { deadlineClass, regionClass } from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import {
  commandTypes,
  commandRow,
  regionIds,
  stateRow,
  type CommandType
} from '../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { answersOf, closesOf } from '../../workflows/deadlines/stopping.ts'
import { daysBetween } from '../../workflows/calendar/calendar.ts'
import { agreedTo } from '../../workflows/case/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { housingIn } from '../../workflows/regions/housing/states.ts'
import { openProcedure } from '../../workflows/regions/judicial/stages.ts'
import { procedureWords } from '../../workflows/regions/judicial/words.ts'
import { placed as placedStates } from '../../workflows/regions/minor/justice.ts'
import { fledDisputed } from '../../workflows/regions/minor/minor.ts'
import { isClosed, minorStates, unprotected, type RegionState } from '../../workflows/regions/states.ts'
import { regions, type Bilingual, type RegionId, type Tone } from '../../workflows/vocabulary/vocabulary.ts'
import { daysTold, hoursOf } from '../deadlines/view.ts'
import type { Locale } from '../http/locale.ts'
import type { RegionView } from '../views/schemas.ts'
import { judicialDetail } from './judicial.detail.ts'
import type { DeadlineEntry } from '../cases/store.ts'

const hidden: Bilingual = { fr: 'Non communiqué', en: 'Not shared' }
/** Why it was closed may tell that she returned, or where: that is for who may read her account. */
const justClosed = { state: 'closed', label: { fr: 'Clos', en: 'Closed' }, tone: 'none' } as const

type Coarse = { states: readonly string[]; word: Bilingual; tone: Tone }

/** What a capacity that sees a region only coarsely is told: housed or not; procedure open, closed or convicted. */
const coarse: Partial<Record<RegionId, { some: readonly Coarse[]; none: Bilingual }>> = {
  housing: {
    some: [
      {
        states: housingIn('housed'),
        word: { fr: 'Hébergée', en: 'Housed' },
        tone: 'done'
      }
    ],
    none: { fr: 'Non hébergée', en: 'Not housed' }
  },
  judicial: {
    some: [
      {
        states: openProcedure,
        word: procedureWords.open,
        tone: 'running'
      },
      {
        states: ['convicted_final'],
        word: procedureWords.convicted,
        tone: 'done'
      },
      {
        states: ['dismissed', 'acquitted_final'],
        word: procedureWords.closed,
        tone: 'none'
      }
    ],
    none: { fr: 'Aucune procédure', en: 'No procedure' }
  },
  minor: {
    some: [
      {
        states: Object.keys(minorStates).filter(
          (state) => !unprotected.includes(state as RegionState<'minor'>)
        ),
        word: { fr: 'Protégée comme mineure', en: 'Protected as a minor' },
        tone: 'running'
      }
    ],
    none: { fr: 'Sans objet', en: 'Not applicable' }
  }
}

/** The state that this capacity may be told: of a child's place, of a flight, only to who may know of them. */
const toldState = <R extends RegionId>(id: R, situation: Situation, capacity: Capacity): string => {
  const { regions: at, facts } = situation
  if (id !== 'minor') return at[id]
  const before = fledDisputed(facts) ? 'age_disputed' : (facts.minorBefore ?? 'presumed_minor')
  const stands = at.minor === 'runaway' && !maySee('C', capacity, facts) ? before : at.minor
  const placed = (placedStates as readonly string[]).includes(stands)
  return placed && !maySee('K', capacity, facts) ? 'measure_ordered' : stands
}

/** A region as one capacity may see it: in full, coarsely, or not at all. */
export const regionWord = (
  id: RegionId,
  situation: Situation,
  capacity: Capacity
): { state: string; label: Bilingual; tone: Tone } => {
  const { regions: at, facts } = situation
  const dataClass = regionClass(id)
  const open = maySee(dataClass, capacity, facts)
  if (!open && id !== 'minor') return { state: 'hidden', label: hidden, tone: 'none' }
  if (id === 'closure' && isClosed(at.closure) && !maySee('C', capacity, facts)) return justClosed
  const state = toldState(id, situation, capacity)
  const row = stateRow(id, state)
  if (!dataClass || (open && !sightOf(capacity).coarse.includes(dataClass)))
    return { state, label: row.label, tone: row.tone }
  const told = coarse[id]?.some.find(({ states }) => states.includes(at[id]))
  return {
    state: told ? told.states[0]! : 'none',
    label: told?.word ?? coarse[id]!.none,
    tone: told?.tone ?? 'none'
  }
}

/** Where a clock is shown: with the act that time does, else with the one it waits for, else where it started. Closing a case waits for none. */
const regionOf = (code: string): RegionId | null => {
  // Each contact starts it anew: it tells nothing of where a region stands.
  if (code === 'MNIO-CONTACT') return null
  const { fires } = deadlineRegister[code as DeadlineCode]
  const has = (codes: (type: CommandType) => readonly string[]) => (type: CommandType) =>
    codes(type).includes(code)
  const act =
    commandTypes.find((type) => type === fires) ??
    commandTypes.find(has(answersOf)) ??
    commandTypes.filter((type) => commandRow(type).region !== 'closure').find(has(closesOf)) ??
    commandTypes.find(has((type) => commandRow(type).opens.map((opening) => opening.code)))
  return act ? commandRow(act).region : null
}

const regionOfClock = Object.fromEntries(deadlineCodes.map((code) => [code, regionOf(code)]))

/** One that has run out is still shown while somebody is waited for. */
const counts = ({ code, state }: DeadlineEntry) =>
  state === 'running' || (state === 'fired' && staysLate(code))

const clockOf = (
  id: RegionId,
  clocks: readonly DeadlineEntry[],
  context: { territory: string; now: Date; locale: Locale }
) => {
  const running = clocks.filter(
    (clock) => counts(clock) && clock.referralId === null && regionOfClock[clock.code] === id
  )
  const [first] = running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  if (!first) return null
  return {
    label: deadlineRegister[first.code as DeadlineCode].label[context.locale],
    daysLeft: daysTold(first, context.now, context.territory),
    total: Math.max(1, daysBetween(first.startsOn, first.dueOn)),
    hours: hoursOf(first),
    dueOn: first.dueOn,
    dueAt: first.dueAt.toISOString()
  }
}

/** What is under way beside the permit held, told with it. */
const otherPermits: Partial<Record<Situation['facts']['otherPermit'], Bilingual>> = {
  asked: { fr: 'Autre titre demandé', en: 'Other permit asked for' },
  refused: { fr: 'Autre titre refusé', en: 'Other permit refused' },
  appeal: { fr: 'Autre titre : recours', en: 'Other permit: appeal' }
}

type Seen = {
  capacity: Capacity
  clocks: readonly DeadlineEntry[]
  /** Where she is, as the reader is told it. */
  territory: string
  /** The acts of the case, from the first on. */
  commands: readonly string[]
  now: Date
  locale: Locale
}

const detailOf = (
  id: RegionId,
  { facts }: Situation,
  { capacity, commands, locale }: Pick<Seen, 'capacity' | 'commands' | 'locale'>
): string | null => {
  if (id === 'judicial')
    return judicialDetail(facts, { commands, whole: seesWhole('F', capacity, facts), locale })
  if (id === 'residence') return otherPermits[facts.otherPermit]?.[locale] ?? null
  if (id !== 'consent') return null
  const shown = scopesShownTo(capacity, facts)
  const [given, all] = [shown.filter((scope) => agreedTo(facts, scope)).length, shown.length]
  return locale === 'fr' ? `${given} accord${given > 1 ? 's' : ''} sur ${all}` : `${given} of ${all} consents`
}

/** The regions at a glance. One of asylum is no card at all to whoever may not know of it: its name alone would make them ask. */
export const regionViews = (
  situation: Situation,
  { capacity, clocks, territory, commands, now, locale }: Seen
): RegionView[] => {
  const visible = clocks.filter(({ code }) => seesWhole(deadlineClass(code), capacity, situation.facts))
  const shown = regionIds.filter((id) => regionClass(id) !== 'I' || maySee('I', capacity, situation.facts))
  return shown.map((id) => {
    const { state, label, tone } = regionWord(id, situation, capacity)
    const clock = state === 'hidden' ? null : clockOf(id, visible, { territory, now, locale })
    return {
      id,
      label: regions[id][locale],
      state,
      stateLabel: label[locale],
      tone: clock && clock.daysLeft < 0 ? 'late' : tone,
      detail: state === 'hidden' ? null : detailOf(id, situation, { capacity, commands, locale }),
      clock
    }
  })
}
