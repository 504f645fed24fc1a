import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadlineRow } from '../../server/deadlines/openings.ts'
import { deskOf } from '../../server/outbox/notify-participants.ts'
import { lockCase, selectAll, type DeadlineEntry, type EventRow } from '../../server/cases/store.ts'
import { runQuery, setCaseScope, inContext, type Tx } from '../../server/db/context.ts'
import { caseEvents, deadlines } from '../../server/db/schema/schema.ts'
import { fireStep } from '../../server/firing/fire.ts'
import { followMove } from '../../server/deadlines/moved.ts'
import { asKept, hourOf, opened } from '../../server/deadlines/sealed.ts'
import { resumeAnswer, suspendAnswer } from '../../server/deadlines/suspension.ts'
import { asClock } from '../../server/firing/taking.ts'
import { toldClock, toldWord } from '../../server/deadlines/disclosure.ts'
import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import { september2026 as config } from '../../workflows/configuration/versions/2026-09.ts'
import { openSite } from '../support/running/site.ts'
import { forFile } from '../support/for-file.ts'

const evening = new Date('2028-12-20T21:30:00Z')
const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]
/** A case with a referral whose answer may stand still. */
type Life = { id: string; referralId: string }
const site = await forFile(openSite())
beforeEach(() => site.db.owner.query(`delete from deadline`))

const within = <T>(id: string, work: (tx: Tx) => Promise<T>) =>
  inContext(site.db.app, asClock, async (tx) => {
    await setCaseScope(tx, id)
    return work(tx)
  })
const begun = async (): Promise<Life> => {
  const id = await site.tell.consenting()
  await site.tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
  await site.db.owner.query('delete from deadline where case_id = $1', [id])
  return { id, referralId: await site.tell.referral(id, 'police') }
}

/** From a moment of the evening and from its civil day; a clock of a birth date runs from days alone. */
const startsOf = (code: DeadlineCode) =>
  rowOf(code).secretDay === null ? [evening, '2028-12-20'] : ['2028-12-20']

const open = (
  tx: Tx,
  { id, referralId }: Life,
  met: string,
  codes: readonly DeadlineCode[] = deadlineCodes
) => {
  const origin = { caseId: id, territory: met, met, at: evening, config, referralId }
  const rows = codes.flatMap((code) => startsOf(code).map((from) => deadlineRow(code, from, origin)))
  return tx.insert(deadlines).values(rows.map((row) => asKept(site.gate.keys, row, origin)))
}
const clocksOf = async (tx: Tx, { id }: Life) => {
  const query = `${selectAll(deadlines)} where case_id = $1 order by code, started_at nulls first`
  return (await runQuery<DeadlineEntry>(tx, query, [id])).map((row) => opened(site.gate.keys, row))
}
const days = ({ code, state, startsOn, dueOn, dueAt, computation }: DeadlineEntry) => ({
  ...{ code, state, startsOn, dueOn, dueAt, computation }
})
const untold = (clock: DeadlineEntry) => days(toldClock(clock, { placed: false }))
const move = (tx: Tx, { id }: Life, territory: string, met: string) =>
  followMove(tx, site.gate.keys, id, { territory, met, config })

const pairs = [
  ['69', '67'],
  ['67', '69'],
  ['69', '971'],
  ['69', '974'],
  ['974', '75']
] as const

describe('every clock of a person who moved', () => {
  it.each(pairs)(
    'is told as if she had stayed in %s, or as if she had always been in %s',
    async (met, to) => {
      const live = async (from: string, there: string) => {
        const life = await begun()
        return within(life.id, async (tx) => {
          await open(tx, life, from)
          if (from !== there) await move(tx, life, there, from)
          const before = await clocksOf(tx, life)
          await suspendAnswer(tx, life.referralId, new Date('2028-12-21T23:30:00Z'))
          const where = { territory: there, met: from, config, at: new Date('2028-12-26T22:30:00Z') }
          await resumeAnswer({ tx, keys: site.gate.keys }, life.referralId, where)
          return [...before, ...(await clocksOf(tx, life))]
        })
      }
      const [stayed, moved, always] = [await live(met, met), await live(met, to), await live(to, to)]
      expect(stayed).toHaveLength(2 * deadlineCodes.flatMap(startsOf).length)
      expect(moved.map(untold)).toEqual(stayed.map(untold))
      expect(moved.map(days)).toEqual(always.map(days))
      expect(moved.map(days)).not.toEqual(stayed.map(days))
    }
  )

  it('is by its first count again what it was, once she is back', async () => {
    const life = await begun()
    await within(life.id, async (tx) => {
      await open(tx, life, '69')
      const before = await clocksOf(tx, life)
      await move(tx, life, '974', '69')
      await move(tx, life, '69', '69')
      expect((await clocksOf(tx, life)).map(days)).toEqual(before.map(days))
    })
  })

  it('does what it does at its end no earlier than it would have before she moved', async () => {
    const life = await begun()
    await within(life.id, async (tx) => {
      await open(tx, life, '971', ['D-REFLEX'])
      const [before] = await clocksOf(tx, life)
      await move(tx, life, '69', '971')
      const [after] = await clocksOf(tx, life)
      expect(after!.dueAt < before!.dueAt).toBe(true)
      expect(after!.steps.at(-1)).toEqual(before!.steps.at(-1))
    })
  })
})

/** Those that say that their time is over, and do nothing else; where one place alone extends it, one more warning is told. */
const saying = deadlineCodes.filter((code) => {
  const { fires, patient, alertsBeforeExtension } = rowOf(code)
  return fires === null && !patient && !alertsBeforeExtension
})

describe('what a clock said of a person who moved', () => {
  /** Each step of each clock: ten seconds after its hour, or when somebody comes at last. */
  const said = async (to: string, cameAt: Date | null) => {
    const life = await begun()
    return within(life.id, async (tx) => {
      await open(tx, life, '69', saying)
      if (to !== '69') await move(tx, life, to, '69')
      const row = (await lockCase(tx, life.id))!
      // A case stands in one way at one instant.
      let fired = 0
      let caseRow = { ...row, territory: to, facts: { ...row.facts, territory: to } }
      const one = `${selectAll(deadlines)} where id = $1`
      for (const { id } of await clocksOf(tx, life))
        for (;;) {
          const entry = (await runQuery<DeadlineEntry>(tx, one, [id]))[0]!
          if (entry.state !== 'running') break
          const hour = hourOf(site.gate.keys, entry)(entry.steps[entry.nextStep]!)
          const at = new Date((cameAt ?? hour).getTime() + 10_000 + ++fired)
          const lateSeconds = Math.round((at.getTime() - hour.getTime()) / 1000)
          caseRow = await fireStep({ desk: deskOf(site.gate, tx), entry, caseRow, at, lateSeconds })
        }
      const events = await runQuery<EventRow>(
        tx,
        `${selectAll(caseEvents)} where case_id = $1 and command like 'clock.%' order by seq`,
        [life.id]
      )
      return events.map(({ command, at, input, late, metAt, metInput }) => {
        const event = { command, at, input, late, metAt, metInput } as EventRow
        const { metAt: _at, metInput: _input, ...word } = toldWord(event, { placed: false })
        return word
      })
    })
  }

  let stayed: Awaited<ReturnType<typeof said>>
  beforeAll(async () => void (stayed = await said('69', null)))

  it.each(['67', '971', '974'])('on its hour, is told as if she had not moved to %s', async (to) => {
    expect(stayed.length).toBeGreaterThan(saying.length)
    expect(await said(to, null)).toEqual(stayed)
  })

  it('late, is told as if she had not moved', async () => {
    const came = new Date('2062-03-01T10:00:00Z')
    const late = await said('69', came)
    expect(late.some(({ input }) => 'lateHours' in input)).toBe(true)
    expect(await said('971', came)).toEqual(late)
  })
})

describe('the next round of a clock that repeats', () => {
  /** The review of a plan fires ten seconds after its hour: when it was due, and the round that follows it. */
  const rounds = async (from: Date | string, [met, to]: readonly [string, string]) => {
    const life = await begun()
    return within(life.id, async (tx) => {
      const origin = { caseId: life.id, territory: met, met, at: evening, config }
      await tx.insert(deadlines).values(deadlineRow('MNIO-PLAN-REVIEW', from, origin))
      if (to !== met) await move(tx, life, to, met)
      const [first] = await clocksOf(tx, life)
      const row = (await lockCase(tx, life.id))!
      const caseRow = { ...row, territory: to, facts: { ...row.facts, territory: to, met } }
      const entry = { ...first!, nextStep: first!.steps.length - 1 }
      const at = new Date(entry.dueAt.getTime() + 10_000)
      await fireStep({ desk: deskOf(site.gate, tx), entry, caseRow, at, lateSeconds: 10 })
      const next = (await clocksOf(tx, life)).filter(({ state }) => state === 'running')
      expect(next).toHaveLength(1)
      return { due: entry.dueOn, next: next[0]! }
    })
  }

  it.each([
    // In Alsace the day after Christmas is a holiday; in Mayotte 27 April is.
    ['69', '67', '2028-09-26'],
    ['67', '69', '2028-09-26'],
    ['69', '976', '2029-01-27'],
    ['976', '69', '2029-01-27']
  ])('is told as if she had stayed in %s, or as if she had always been in %s', async (met, to, from) => {
    const of = (places: readonly [string, string]) => rounds(from, places)
    const [stayed, moved, always] = [await of([met, met]), await of([met, to]), await of([to, to])]
    expect(moved.due).not.toBe(stayed.due)
    expect(untold(moved.next)).toEqual(untold(stayed.next))
    expect(days(moved.next)).toEqual(days(always.next))
  })

  it('that began at an hour tells nothing of the hour where she is', async () => {
    const of = (to: string) => rounds(new Date('2028-09-26T20:30:00Z'), ['69', to])
    const [stayed, moved] = [await of('69'), await of('974')]
    expect(moved.due).not.toBe(stayed.due)
    expect(untold(moved.next)).toEqual(untold(stayed.next))
  })
})
