import { rowsOf } from '../act/command.ts'
import { closed, count, date, optional, text } from '../vocabulary/fields.ts'
import { besideUnanswered } from '../guards/asked.ts'
import { permitRuns, type Facts } from '../facts/facts.ts'
import { silentSince } from './residence/beside.ts'
import { permitEnds } from './residence/ending.ts'
import { regularTo, silences, standing } from './residence/words.ts'
import { permitClocks } from '../vocabulary/states.ts'

const row = rowsOf(null)
const input = closed({
  deadline: text({ label: { fr: 'Échéance', en: 'Deadline' } }),
  on: optional(date({ label: { fr: 'Échue le', en: 'Due on' } })),
  // The day from which a silence counts says which application it is about.
  startsOn: optional(date({ label: { fr: 'Comptée depuis le', en: 'Counted from' } })),
  daysLeft: optional(count({ label: { fr: 'Jours restants', en: 'Days left' }, maximum: 3660 })),
  lateHours: optional(
    count({
      label: { fr: 'Heures de retard', en: 'Hours late' },
      maximum: 100_000
    })
  )
})

// The silences of the prefecture: once one has lasted its time, the act that records the implied refusal opens.
const dependedOn: readonly string[] = silences
// Whoever asked for renewal in time waits for the answer; for the others the stay is no longer regular from that day on.
const ofPermits: readonly string[] = permitClocks
const endsStay: readonly string[] = [...ofPermits, 'D-RECEP']

/** Clocks of which the case keeps that they lapsed. */
export const keptAsLapsed = [...dependedOn, ...endsStay, 'D-ASILE-SEJOUR']

/** What is asked for beside keeps of each application by itself whether its silence is over. */
const isBeside = (deadline: string, facts: Facts) =>
  deadline === 'D-SILENCE-OTHER' && besideUnanswered(facts).length > 0

/** A permit or a receipt has reached the day that it bears. */
const paperEnds = (facts: Facts, deadline: string, on: string, residence: string): Partial<Facts> => {
  // Beside a permit that runs, a receipt gives no stay that ends with it.
  if (!ofPermits.includes(deadline))
    return facts.renewalAsked || permitRuns(facts) ? {} : regularTo(facts, on)
  if (facts.renewalAsked) return { permitOverOn: on }
  // Of a permit that is held, somebody writes down that it has expired; of one behind a refusal, its day ends the stay.
  if (standing.some((state) => state === residence)) return { ...regularTo(facts, on), permitOverOn: on }
  return permitEnds(facts, on, residence)
}

const clockRow = {
  transition: 'T808',
  from: 'any',
  to: 'same',
  input,
  basis: ['MNIO.CLOCK'],
  offered: false,
  evenWhenClosed: true
} as const

/** What the clock says of a case without moving it: a deadline draws near, or has passed. */
export const clock = {
  'clock.alert': row({
    ...clockRow,
    label: { fr: 'Une échéance approche', en: 'A deadline draws near' }
  }),
  'clock.lapse': row({
    ...clockRow,
    label: { fr: 'Une échéance est passée', en: 'A deadline has passed' },
    apply: (facts, { deadline, on, startsOn }, _by, { residence }) => ({
      ...(dependedOn.includes(deadline) &&
        !isBeside(deadline, facts) && { lapsed: [...new Set([...facts.lapsed, deadline])] }),
      // Two months after the prefect's invitation, an asylum seeker may ask for another permit for new circumstances
      // only.
      ...(deadline === 'D-ASILE-SEJOUR' && { invitationOver: true }),
      // The silence on another permit is its refusal, so no other residence route is prepared any more: if the
      // procedure then ends, the clock that warns of it must open.
      ...(deadline === 'D-SILENCE-OTHER' && { ...silentSince(facts, startsOn), routePrepared: false }),
      ...(on && endsStay.includes(deadline) && paperEnds(facts, deadline, on, residence))
    })
  })
}
