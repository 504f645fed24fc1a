import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { listMeetings } from '../../../server/meetings/list.ts'
import { readMinutes } from '../../../server/meetings/minutes.view.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const cell = await forFile(openCell())
const { world, tell, meet } = cell
const { owner } = world.db
beforeEach(() => cell.clearAgenda())

const act = (id: string, command: Parameters<typeof meet.act>[2], input = {}) =>
  meet.act('cellule.69', id, command, input)
const reader = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const seenBy = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewMeeting(tx, id, reader(login)))
const agendaOf = async (id: string) => (await seenBy('cellule.69', id)).items.map(({ caseId }) => caseId)

/** Flagged so many days ago, and waiting for the cell since today. */
const waiting = async (daysAgo: number, said = {}) => {
  const id = await tell.flagged('asso.rhone', said)
  await tell.act('cellule.69', id, 'triage.start')
  await owner.query('update "case" set opened_at = opened_at - make_interval(days => $2) where id = $1', [
    id,
    daysAgo
  ])
  return id
}
const child = { ageGroup: 'minor', nominativeConsent: false } as const

describe('what a cell is proposed', () => {
  it('stands among its like by the day on which it was flagged, the oldest first', async () => {
    const adults = [await waiting(2), await waiting(5), await waiting(3), await waiting(4)]
    const children = [await waiting(1, child), await waiting(3, child), await waiting(2, child)]
    const danger = [await waiting(1, { danger: 'immediate' }), await waiting(2, { danger: 'immediate' })]
    const [two, five, three, four] = adults
    const [one, older, younger] = children
    const inTurn = [danger[1], danger[0], older, younger, one, five, four, three, two]
    const id = await meet.planned()
    expect(await agendaOf(id)).toEqual(inTurn)
    for (const caseId of inTurn) await act(id, 'item.remove', { itemId: await meet.item(id, caseId!) })
    expect((await seenBy('cellule.69', id)).candidates.map(({ caseId }) => caseId)).toEqual(inTurn)
  })

  it('is of its own cell still, and due on the first of the days that run for it', async () => {
    const [left, two, over] = [await waiting(4), await waiting(3), await waiting(2)]
    await owner.query(
      `update participation set until = wall_clock() where case_id = $1 and capacity = 'cell'`,
      [left]
    )
    const dueOf = async () => {
      const id = await meet.planned()
      const { items } = await seenBy('cellule.69', id)
      await act(id, 'cancel')
      return items.map(({ caseId, sheet }) => [caseId, sheet?.dueOn])
    }
    const before = await dueOf()
    expect(before).toEqual([
      [two, expect.stringMatching(/^2026-/)],
      [over, expect.stringMatching(/^2026-/)]
    ])
    await owner.query(
      `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'due_on', d.due_on + 30))).*
        from deadline d where d.case_id = $1`,
      [two]
    )
    await owner.query(`update deadline set state = 'stopped', next_at = null where case_id = $1`, [over])
    expect(await dueOf()).toEqual([before[0], [over, null]])
  })

  it('comes last where it is added, and is taken off its own agenda alone', async () => {
    const [first, second] = [await waiting(3), await waiting(2)]
    const id = await meet.planned()
    const itemId = await meet.item(id, first)
    const other = await meet.planned()
    expect(await refusal(act(other, 'item.remove', { itemId }))).toBe('NotFound')
    await act(id, 'item.remove', { itemId })
    await act(id, 'item.add', { caseId: first })
    expect(await agendaOf(id)).toEqual([second, first])
  })

  it('is what a meeting in session has put off, and nothing that it still looks at', async () => {
    const [put, still] = [await waiting(3), await waiting(2)]
    const id = await meet.inSession()
    await act(id, 'item.adjourn', { itemId: await meet.item(id, put) })
    const next = await meet.planned()
    expect(await agendaOf(next)).toEqual([put])
    expect(await why(act(next, 'item.add', { caseId: still }))).toContain('déjà à l’ordre du jour')
  })
})

describe('the running cases that a cell is proposed', () => {
  it('are those of which something is awaited, then those whose day comes within a fortnight, the nearest first', async () => {
    const days = [null, 12, 3, 16, 8]
    const cases: string[] = []
    for (const n of days) {
      const caseId = await tell.presumed()
      cases.push(caseId)
      await owner.query(
        `update participation set waits_for = $2, urgency = 1, clock_at = $3 where case_id = $1 and capacity = 'cell'`,
        [caseId, n === null ? 'triage' : null, n === null ? null : new Date(noon.getTime() + n * 86_400_000)]
      )
    }
    const id = await meet.planned()
    const proposed = async () =>
      (await seenBy('cellule.69', id)).followup!.candidates.map(({ caseId }) => caseId)
    const [awaited, twelve, three, , eight] = cases
    expect(await proposed()).toEqual([awaited, three, eight, twelve])
    // What left for another cell, or was closed, is proposed no more.
    await owner.query(`update "case" set closure = 'closed_lost' where id = $1`, [three])
    await owner.query(
      `update participation set until = wall_clock() where case_id = $1 and capacity = 'cell'`,
      [twelve]
    )
    expect(await proposed()).toEqual([awaited, eight])
  })

  it('are noted, and taken off, by the meeting on whose agenda they stand', async () => {
    const [one, other] = [await meet.planned(), await meet.planned()]
    for (const [id, caseId] of [
      [one, await tell.presumed()],
      [other, await tell.presumed()]
    ] as const)
      await act(id, 'followup.add', { caseId, subject: 'renewal' })
    const [line] = (await seenBy('cellule.69', one)).followup!.items
    expect(await refusal(act(other, 'followup.remove', { followupId: line!.id }))).toBe('NotFound')
    await act(other, 'convene')
    await act(other, 'open')
    const noting = { followupId: line!.id, outcome: 'reminded' }
    expect(await refusal(act(other, 'followup.note', noting))).toBe('NotFound')
    expect((await seenBy('cellule.69', one)).followup!.items).toMatchObject([{ outcome: null }])
    await act(one, 'followup.remove', { followupId: line!.id })
    expect((await seenBy('cellule.69', one)).followup!.items).toEqual([])
  })
})

describe('a meeting of today', () => {
  it('is written down after its hour as well, and one of yesterday is not', async () => {
    await waiting(1)
    const plannedAt = (hours: number) =>
      meet.planned('cellule.69', new Date(noon.getTime() + hours * 3_600_000).toISOString())
    expect(await refusal(plannedAt(-24))).toBe('InvalidInput')
    expect(await why(plannedAt(-2))).toBeNull()
  })
})

describe('the minutes', () => {
  it('say at what hour it was opened, and at what hour closed', async () => {
    await waiting(1)
    const id = await meet.inSession()
    world.at(new Date(noon.getTime() + 2 * 3_600_000))
    await act(id, 'close')
    world.at(noon)
    const { openedAt, closedAt, hours } = await inContext(world.db.app, world.as('cellule.69'), (tx) =>
      readMinutes(tx, id, reader('cellule.69'))
    )
    expect(Date.parse(closedAt) - Date.parse(openedAt)).toBe(2 * 3_600_000)
    expect(hours.opened).not.toBe(hours.closed)
  })
})

describe('the list of meetings', () => {
  it('has those to come, the nearest first, then those that were held, the latest first, page by page', async () => {
    await waiting(1)
    const plannedOn = (day: string) => meet.planned('cellule.69', `2027-${day}T09:00:00Z`)
    const held: string[] = []
    for (const day of ['02-03', '02-01', '02-02']) {
      const id = await plannedOn(day)
      await act(id, 'cancel')
      held.push(id)
    }
    const toCome = [await plannedOn('01-09'), await plannedOn('01-07'), await plannedOn('01-08')]
    const mine = [...held, ...toCome]
    const all: string[] = []
    let cursor: string | undefined
    do {
      const page = await inContext(world.db.app, world.as('cellule.69'), (tx) =>
        listMeetings(tx, reader('cellule.69'), { limit: 2, ...(cursor && { cursor }) })
      )
      all.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(new Set(all).size).toBe(all.length)
    const [third, first, second] = held
    const [ninth, seventh, eighth] = toCome
    expect(all.filter((id) => mine.includes(id))).toEqual([seventh, eighth, ninth, third, second, first])
  })

  it('counts what was put off as looked at, and shows a member the meetings to which they were called', async () => {
    const [put] = [await waiting(3), await waiting(2)]
    const id = await meet.inSession()
    await act(id, 'item.adjourn', { itemId: await meet.item(id, put!) })
    const later = await meet.inSession()
    const gone = world.as('membre.69.police').personId
    await owner.query('delete from meeting_member where meeting_id = $1 and person_id = $2', [later, gone])
    const listed = async (login: string) =>
      (
        await inContext(world.db.app, world.as(login), (tx) => listMeetings(tx, reader(login), { limit: 50 }))
      ).items.filter((one) => [id, later].includes(one.id))
    expect((await listed('cellule.69')).find((one) => one.id === id)).toMatchObject({ items: 2, settled: 1 })
    expect((await listed('membre.69')).map((one) => one.id).sort()).toEqual([id, later].sort())
    expect((await listed('membre.69.police')).map((one) => one.id)).toEqual([id])
  })
})
