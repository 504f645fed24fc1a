// One world lived day by day, by a calendar of its own: is an appeal of that day in time? It shares no line with what counts.

export type Kind = 'two' | 'month' | 'week' | 'hours'
export type What = 'aid' | 'gracious' | 'hierarchical'
export type Event = {
  does: 'asks' | 'answers' | 'cuts'
  what: What | 'prison' | 'detention'
  on: string
  of: number | null
}
export type Decision = { kind: Kind; notice: string }
export type Reading = { fifteen: boolean; clear: boolean; implied: boolean; person: boolean }

const off = new Set([
  ...['2026-11-01', '2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06'],
  ...['2027-05-08', '2027-05-17', '2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25']
])
const next = (day: string, n = 1) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

const rolled = (day: string): string => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return off.has(day) || weekday === 0 || weekday === 6 ? rolled(next(day)) : day
}
const kept = new Map<string, string>()
const once = (name: string, count: () => string) => {
  const found = kept.get(name) ?? count()
  kept.set(name, found)
  return found
}
const months = (day: string, n: number) =>
  once(`${day} ${n}`, () => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    const last = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate()
    return new Date(Date.UTC(year, month - 1 + n, Math.min(date, last))).toISOString().slice(0, 10)
  })
/** The last day of a time that starts on a day. */
const lastOf = (kind: Kind, from: string, { clear }: Reading) => {
  if (kind === 'hours') return once(`hours ${from}`, () => next(from, 2))
  if (kind === 'week') return once(`${clear} ${from}`, () => next(from, clear ? 8 : 7))
  return once(`${kind} ${from}`, () => rolled(next(months(from, kind === 'two' ? 2 : 1))))
}

type Life = { kind: Kind; last: string; waits: Map<What, string>; answered: boolean }

const isOpen = ({ last, waits }: Life, day: string, reading: Reading) => {
  if (day <= last) return true
  for (const [what, asked] of waits)
    if (what === 'aid' || day <= lastOf('two', months(asked, 2), reading)) return true
  return false
}

const lengthens = (kind: Kind, what: What) => kind === 'two' || (kind === 'month' && what === 'aid')

const happen = (life: Life, event: Event, reading: Reading) => {
  const { does, what, on } = event
  const open = isOpen(life, on, reading)
  if (does === 'cuts') {
    const to = what === 'detention' ? 'hours' : 'week'
    const cuts = life.kind === 'month' || (life.kind === 'week' && to === 'hours')
    if (open && cuts)
      Object.assign(life, { kind: to, last: lastOf(to, on, reading), waits: new Map<What, string>() })
    return
  }
  const one = what as What
  if (!lengthens(life.kind, one)) return
  const isRecourse = one !== 'aid'
  if (does === 'asks') {
    if (open && !(isRecourse && life.answered) && !life.waits.has(one)) life.waits.set(one, on)
    return
  }
  const asked = life.waits.get(one)
  // Answered while it ran, it was asked for in time.
  const counts = (open || reading.implied) && !(isRecourse && life.answered)
  if (asked === undefined && !counts) return
  const silent = asked !== undefined && isRecourse ? lastOf('two', months(asked, 2), reading) : null
  life.waits.delete(one)
  if (isRecourse) life.answered = true
  life.last =
    silent !== null && on > silent
      ? silent
      : lastOf(life.kind, !isRecourse && reading.fifteen ? next(on, 15) : on, reading)
}

const horizon = '2027-12-31'
const days = [...Array(460).keys()].map((at) => next('2026-10-01', at)).filter((day) => day <= horizon)

/** The last day on which an appeal against each is in time, null where none ends; null of a world that is none. */
export const lastDays = (
  decisions: readonly Decision[],
  events: readonly (Event & { isUnsaid: boolean; isSaid: boolean })[],
  reading: Reading
): (string | null)[] | null => {
  const lives = decisions.map(({ kind, notice }): Life => ({
    kind,
    last: lastOf(kind, notice, reading),
    waits: new Map(),
    answered: false
  }))
  const found: (string | null)[] = decisions.map(({ notice }) => notice)
  const asked: string[] = []
  for (const day of days) {
    for (const [at, life] of lives.entries())
      if (decisions[at]!.notice <= day && isOpen(life, day, reading)) found[at] = day
    for (const event of events.filter(({ on }) => on === day)) {
      const there = (at: number) => decisions[at]!.notice <= day
      const isFit = (at: number) => event.does !== 'cuts' || lives[at]!.kind !== 'two'
      const standing = [...lives.keys()].filter(
        (at) => there(at) && isFit(at) && isOpen(lives[at]!, day, reading)
      )
      if (event.of !== null && !there(event.of)) return null
      if (
        event.isUnsaid &&
        event.does !== 'answers' &&
        standing.length > 0 &&
        !standing.includes(event.of ?? -1)
      )
        return null
      const name = `${event.what} ${event.of}`
      if (event.does === 'asks') asked.push(name)
      if (event.does === 'answers') {
        const place = asked.indexOf(name)
        if (!event.isSaid && place < 0 && asked.some((one) => one.startsWith(event.what))) return null
        if (place >= 0) asked.splice(place, 1)
      }
      const reached =
        event.does === 'cuts' && reading.person
          ? [...lives.keys()].filter(there)
          : event.of === null
            ? []
            : [event.of]
      for (const at of reached) happen(lives[at]!, event, reading)
    }
  }
  return found.map((day) => (day === horizon ? null : day))
}
