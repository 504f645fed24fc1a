import type { EventView } from '#lib/api.types.ts'

/** The last of these events; the events of an act, where one is named. */
export const latestOf = <E extends Pick<EventView, 'seq' | 'command'>>(
  events: readonly E[],
  commands?: readonly unknown[]
) =>
  events
    .filter(({ command }) => !commands || commands.includes(command))
    .toSorted((one, other) => other.seq - one.seq)[0]

export type Day<E> = { day: string; events: E[] }

/** Events by day, the latest first; `dayOf` writes an instant as the reader's day. */
export function daysOf<E extends Pick<EventView, 'seq' | 'at'>>(
  events: readonly E[],
  dayOf: (at: string) => string
): Day<E>[] {
  const days: Day<E>[] = []
  for (const event of [...events].sort((one, other) => other.seq - one.seq)) {
    const day = dayOf(event.at)
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}
