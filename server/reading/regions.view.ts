import { stands } from '../../policies/awaited.ts'
import { commandTypes, commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { answersOf, closesOf } from '../../workflows/deadlines/running/stopping.ts'
import { daysBetween } from '../../workflows/calendar/calendar.ts'
import { unionDetails } from '../../workflows/vocabulary/words.union.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { regions, type Bilingual, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { daysTold, hoursOf, pastOf } from '../deadlines/view.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { RegionView } from '../views/schemas.ts'
import { judicialDetail } from './judicial.detail.ts'

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

const clockOf = (id: RegionId, { clocks, territory, reader: { now, locale } }: DisclosedCase) => {
  const running = clocks.filter(
    (clock) => stands(clock) && clock.referralId === null && regionOfClock[clock.code] === id
  )
  const [first] = running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  if (!first) return null
  return {
    label: deadlineRegister[first.code as DeadlineCode].label[locale],
    daysLeft: daysTold(first, now, territory),
    total: Math.max(1, daysBetween(first.startsOn, first.dueOn)),
    hours: hoursOf(first),
    dueOn: first.dueOn,
    dueAt: first.dueAt.toISOString(),
    past: pastOf(first, now, territory)
  }
}

/** What is under way beside the permit held, told with it. */
const otherPermits: Partial<Record<Facts['otherPermit'], Bilingual>> = {
  asked: { fr: 'Autre titre demandé', en: 'Other permit asked for' },
  refused: { fr: 'Autre titre refusé', en: 'Other permit refused' },
  appeal: { fr: 'Autre titre : recours', en: 'Other permit: appeal' }
}

/** Where the cell has not weighed yet, in words: help and the acts of the law go on without. */
const unweighed: Bilingual = {
  fr: 'La cellule ne s’est pas encore prononcée',
  en: 'The cell has not weighed yet'
}

const unweighedStates = ['flagged', 'under_triage']

/** Of another permit nobody may have written down the day that it bears: that nothing is counted is said. */
const endUnknown: Bilingual = { fr: 'Fin du titre inconnue', en: 'End of the permit unknown' }
const cardClocks: readonly string[] = ['D-CST', 'D-CARD'] satisfies DeadlineCode[]

const residenceDetail = ({
  facts,
  regions: told,
  clocks,
  reader: { locale }
}: DisclosedCase): string | null => {
  if (facts.nationality === 'eu' && facts.unionStay) return unionDetails[facts.unionStay][locale]
  const otherwise = told.some((one) => one.id === 'residence' && one.state === 'regular_other')
  const counted = clocks.some((clock) => stands(clock) && cardClocks.includes(clock.code))
  const beside = facts.otherPermit ? otherPermits[facts.otherPermit] : undefined
  const said = [...(otherwise && !counted ? [endUnknown] : []), ...(beside ? [beside] : [])]
  return said.length > 0 ? said.map((one) => one[locale]).join(' · ') : null
}

const detailOf = (id: RegionId, told: DisclosedCase): string | null => {
  const {
    facts,
    story,
    consents,
    reader: { locale }
  } = told
  if (id === 'identification') {
    const waits = told.regions.some((one) => one.id === id && unweighedStates.includes(one.state))
    return waits ? unweighed[locale] : null
  }
  if (id === 'judicial') return judicialDetail(facts, { story, locale })
  if (id === 'residence') return residenceDetail(told)
  if (id !== 'consent') return null
  const [given, all] = [consents.filter((one) => one.given).length, consents.length]
  return locale === 'fr' ? `${given} accord${given > 1 ? 's' : ''} sur ${all}` : `${given} of ${all} consents`
}

/** Never calmer than what still runs, once a safe day or an indication is over; late is past the end in law alone. */
const toneBy = ({ daysLeft, past }: NonNullable<RegionView['clock']>, tone: RegionView['tone']) => {
  if (past !== null) return tone === 'late' ? 'late' : 'running'
  return daysLeft < 0 ? 'late' : tone
}

/** The regions at a glance. */
export const regionViews = (told: DisclosedCase): RegionView[] => {
  const { locale } = told.reader
  return told.regions.map(({ id, state, label, tone }) => {
    const clock = state === 'hidden' ? null : clockOf(id, told)
    return {
      id,
      label: regions[id][locale],
      state,
      stateLabel: label[locale],
      tone: clock ? toneBy(clock, tone) : tone,
      detail: state === 'hidden' ? null : detailOf(id, told),
      clock
    }
  })
}
