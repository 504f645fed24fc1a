import { beforeAll, describe, expect, it } from 'vitest'
import { configurationOf } from '../../../server/cases/configuration.ts'
import { selectAll, type DeadlineEntry } from '../../../server/cases/store.ts'
import { inContext, runQuery, setCaseScope, type Tx } from '../../../server/db/context.ts'
import { deadlines } from '../../../server/db/schema/schema.ts'
import { recountedAs } from '../../../server/deadlines/anew.ts'
import { livingLaw } from '../../../server/deadlines/deferral.ts'
import { daySpoken, lateAfterSeconds, spokenBy } from '../../../server/deadlines/firing-time.ts'
import { measureOf } from '../../../server/deadlines/kept.ts'
import { followMove } from '../../../server/deadlines/moved.ts'
import { endOfDay } from '../../../workflows/calendar/calendar.ts'
import { keepingCodes } from '../../../workflows/deadlines/patience.ts'
import { ownSilence } from '../../../workflows/deadlines/running/silences.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'

// Clocks that have spoken, stand still or are over already, beside those that run: what becomes of each.

const world = await forFile(openWorld())
const tell = acting(world)
const asSystem = { orgId: null, personId: null, role: 'system' } as const
const within = <T>(caseId: string, work: (tx: Tx) => Promise<T>) =>
  inContext(world.db.app, asSystem, async (tx) => {
    await setCaseScope(tx, caseId)
    return work(tx)
  })
const whereIn = async (tx: Tx, territory: string) => ({
  ...{ territory, met: '69', at: noon, keys: world.db.keys },
  config: await configurationOf(tx, '2026-09')
})
const ofCase = `${selectAll(deadlines)} where case_id = $1 order by code`
const clocksOf = (id: string) => within(id, (tx) => runQuery<DeadlineEntry>(tx, ofCase, [id]))
const set = (clock: DeadlineEntry, to: string) =>
  world.db.owner.query(`update deadline set ${to} where id = $1`, [clock.id])

/** She asked the prefecture, and nobody has answered. */
const asked = async () => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  const clocks = await clocksOf(id)
  const answer = clocks.find(({ referralId }) => referralId !== null)!
  const spoken = clocks.find(
    ({ referralId, state, unit, steps }) =>
      referralId === null && state === 'running' && unit !== 'hours' && steps.length > 1
  )!
  return { id, answer, spoken }
}

describe('once she is moved to where the day is over at another hour', () => {
  let id: string
  let before: { answer: DeadlineEntry; spoken: DeadlineEntry }
  const moves = (territory: string) =>
    within(id, async (tx) => followMove(tx, world.db.keys, id, await whereIn(tx, territory)))
  const now = async ({ id: of }: DeadlineEntry) => (await clocksOf(id)).find((one) => one.id === of)!
  beforeAll(async () => {
    const { id: made, ...clocks } = await asked()
    id = made
    before = clocks
    await set(before.answer, `state = 'fired', next_at = null, fired_at = now()`)
    await set(before.spoken, 'next_step = 1')
  })

  it('an answer that is late already stays late by the day on which it was', async () => {
    await moves('974')
    expect((await now(before.answer)).dueAt).toEqual(before.answer.dueAt)
  })

  it('what a clock has said is not said again, and what is left waits for the later of both ends', async () => {
    await moves('974')
    const there = await now(before.spoken)
    expect(there.dueAt < before.spoken.dueAt).toBe(true)
    expect([there.nextStep, there.steps.length]).toEqual([1, before.spoken.steps.length])
    expect(there.steps.at(-1)!.at).toBe(before.spoken.steps.at(-1)!.at)
    await moves('971')
    const west = await now(before.spoken)
    expect(west.dueAt > before.spoken.dueAt).toBe(true)
    expect(west.nextStep).toBe(1)
    expect(new Date(west.steps.at(-1)!.at)).toEqual(west.dueAt)
  })
})

describe('a clock that is counted again', () => {
  it('says nothing twice where it comes to the same, and speaks anew where it does not', async () => {
    const { id, spoken } = await asked()
    await set(spoken, 'next_step = 1')
    const clock = (await clocksOf(id)).find((one) => one.id === spoken.id)!
    const [same, longer] = await within(id, async (tx) => {
      const where = await whereIn(tx, '69')
      const { n } = measureOf(clock)
      return [recountedAs(clock, {}, where), recountedAs(clock, { n: n + 3 }, where)] as const
    })
    expect([same.nextStep, same.nextAt, same.steps]).toEqual([1, clock.nextAt, clock.steps])
    expect([longer.nextStep, longer.dueOn > clock.dueOn]).toEqual([0, true])
  })
})

describe('a file is kept for the clocks of the law', () => {
  it('until the day of each, of no known day where it stands still, and to the end of a month that tells a birth', async () => {
    const { id, spoken, answer } = await asked()
    const [first, second, third, fourth] = keepingCodes
    const others = (await clocksOf(id)).filter((one) => ![spoken.id, answer.id].includes(one.id))
    const [month, over, still] = others as [DeadlineEntry, DeadlineEntry, DeadlineEntry]
    const law = (clock: DeadlineEntry, code: string | undefined, days: string) =>
      set(clock, `code = '${code}', referral_id = null, next_at = null, ${days}`)
    const at = (day: string) => `due_on = '${day}', due_at = '${endOfDay(day, 'Europe/Paris')}'`
    await law(spoken, first, `state = 'running', ${at('2027-01-10')}, met_due_on = '2027-01-12'`)
    await law(
      month,
      second,
      `state = 'running', ${at('2027-02-01')}, met_due_on = '2027-03-01', computation = '{month}'`
    )
    // The month that is told of this one is over.
    await law(
      over,
      third,
      `state = 'running', ${at('2026-10-01')}, met_due_on = '2026-10-01', computation = '{month}'`
    )
    await law(
      still,
      fourth,
      `state = 'suspended', suspended_at = now(), ${at('2027-05-05')}, met_due_on = '2027-05-05'`
    )
    const patient = { code: 'MNIO-RETENTION', caseId: id } as DeadlineEntry
    const { here, met } = await within(id, (tx) => livingLaw(tx, patient, noon))
    expect(here.toSorted()).toEqual(['2027-01-10', '2027-02-28', null])
    expect(met.toSorted()).toEqual(['2027-01-12', '2027-03-31', null])
  })
})

describe('when a clock is told to have spoken, and on which day', () => {
  const hour = new Date('2026-11-24T23:00:00Z')
  const seconds = (from: Date, n: number) => new Date(from.getTime() + n * 1000)

  it('is as long after its hour elsewhere, and where nobody came in time when somebody did', () => {
    const [earlier, later] = [seconds(hour, -3 * 3600), seconds(hour, 9 * 3600)]
    expect(spokenBy(seconds(hour, 5), hour, earlier)).toEqual(seconds(earlier, 5))
    const late = seconds(hour, lateAfterSeconds + 1)
    expect(spokenBy(seconds(hour, lateAfterSeconds), hour, earlier)).toEqual(
      seconds(earlier, lateAfterSeconds)
    )
    expect(spokenBy(late, hour, earlier)).toEqual(late)
    expect(spokenBy(late, hour, later)).toEqual(later)
  })

  it('is its end in law, not the safe day before it; of a silence it says of which application', () => {
    const clock = (code: string, computation: string[]) => ({
      ...{ code, startsOn: '2026-09-01', dueOn: '2026-11-20', computation }
    })
    const said = (code: string, ...computation: string[]) =>
      daySpoken(clock(code, computation), 'clock.lapse', hour)
    expect(said('D-APPEAL-TA')).toEqual({ on: '2026-11-20' })
    expect(said('D-APPEAL-TA', 'lawEnd:2026-11-23')).toEqual({ on: '2026-11-23' })
    expect(said(ownSilence)).toEqual({ on: '2026-11-20', startsOn: '2026-09-01' })
    expect(said('D-APPEAL-TA', 'month')).toEqual({})
  })
})
