import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { listMeetings } from '../../../server/meetings/list.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { noon } from '../../support/world.ts'
import { openCell } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { forFile } from '../../support/for-file.ts'

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

describe('the day', () => {
  it('holds: a session is refused before it, and whoever must meet sooner plans another', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned('cellule.69', '2026-11-25T08:00:00Z')
    await cell.meet.act('cellule.69', id, 'convene')
    expect(await why(cell.meet.act('cellule.69', id, 'open'))).toContain('s’ouvre le jour')
    await cell.meet.act('cellule.69', id, 'cancel')
    const sooner = await cell.meet.inSession()
    expect(await cell.meet.item(sooner, caseId)).toBeDefined()
  })

  it('has come from its first hour', async () => {
    await cell.triaged()
    const id = await cell.meet.planned('cellule.69', '2026-11-25T08:00:00Z')
    await cell.meet.act('cellule.69', id, 'convene')
    cell.world.at(new Date('2026-11-24T23:00:00Z'))
    expect(await why(cell.meet.act('cellule.69', id, 'open'))).toBeNull()
    cell.world.at(noon)
  })
})

describe('the agenda', () => {
  it('is proposed from what waits: danger first, then minors, then the oldest', async () => {
    const oldest = await cell.triaged()
    const child = await cell.tell.flagged('asso.rhone', { ageGroup: 'minor', nominativeConsent: false })
    await cell.tell.act('cellule.69', child, 'triage.start')
    const danger = await cell.tell.flagged('asso.rhone', { danger: 'immediate' })
    await cell.tell.act('cellule.69', danger, 'triage.start')
    await cell.tell.flagged()
    const id = await cell.meet.planned()
    const { rows } = await cell.world.db.owner.query<{ case_id: string }>(
      'select case_id from meeting_item where meeting_id = $1 order by position',
      [id]
    )
    expect(rows.map(({ case_id }) => case_id)).toEqual([danger, child, oldest])
  })

  it('counts all that wait, and says how many of them one agenda has room for', async () => {
    for (let n = 0; n < 31; n++) await cell.triaged()
    const listed = () =>
      inContext(cell.world.db.app, cell.world.as('cellule.69'), (tx) =>
        listMeetings(tx, { actor: cell.world.as('cellule.69'), locale: 'fr', now: noon }, {})
      )
    expect(await listed()).toMatchObject({ waiting: { n: 31, capped: false }, proposed: 30 })
    await cell.meet.planned()
    expect(await listed()).toMatchObject({ waiting: { n: 1, capped: false }, proposed: 1 })
  })

  it('takes neither a case twice, nor one that waits for nothing, nor another cell’s', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    expect(await why(cell.meet.act('cellule.69', id, 'item.add', { caseId }))).toContain(
      'déjà à l’ordre du jour'
    )
    await cell.meet.act('cellule.69', id, 'item.remove', { itemId: await cell.meet.item(id, caseId) })
    expect(await why(cell.meet.act('cellule.69', id, 'convene'))).toContain('vide')
    await cell.meet.act('cellule.69', id, 'item.add', { caseId })
    expect(
      await why(cell.meet.act('cellule.69', id, 'item.add', { caseId: await cell.tell.presumed() }))
    ).toContain('n’attend pas')
    expect(await why(cell.meet.act('cellule.69', id, 'item.add', { caseId: randomUUID() }))).toContain(
      'n’attend pas'
    )
    await cell.meet.act('cellule.69', id, 'convene')
    expect(
      await why(cell.meet.act('cellule.69', id, 'item.remove', { itemId: await cell.meet.item(id, caseId) }))
    ).toContain('convoquée')
  })

  it('lets the members convened take part in the capacity of members', async () => {
    const caseId = await cell.triaged()
    await cell.world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell_member'`,
      [caseId]
    )
    const id = await cell.meet.planned()
    await cell.meet.act('cellule.69', id, 'convene')
    const { rows } = await cell.world.db.owner.query(
      `select from participation where case_id = $1 and capacity = 'cell_member' and until is null`,
      [caseId]
    )
    expect(rows).toHaveLength(4)
  })

  const seenBy = (login: string, id: string) =>
    inContext(cell.world.db.app, cell.world.as(login), (tx) =>
      viewMeeting(tx, id, { actor: cell.world.as(login), locale: 'fr', now: noon })
    )

  it('offers no case to open to a member whom the decision has shut out, whatever its organisation reads', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    await cell.meet.act('cellule.69', id, 'convene')
    await cell.world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell_member'`,
      [caseId]
    )
    const item = (await seenBy('membre.69', id)).items.find(({ caseId: one }) => one === caseId)
    expect(item).toBeUndefined()
  })

  it('says for each case how it was met and until when the decision is awaited; before the sitting nobody is absent', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    await cell.meet.act('cellule.69', id, 'convene')
    const view = await seenBy('membre.69', id)
    expect(new Set(view.members.map(({ presence }) => presence.label))).toEqual(new Set(['attendu']))
    const item = view.items.find(({ caseId: one }) => one === caseId)!
    expect(item.sheet!.dueOn).toMatch(/^2026-/)
    expect(item.sheet!.origin).not.toBeNull()
  })

  it('keeps no case to examine that was settled by another way: it says so, and asks for nothing', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    const settled = async (set: string) => {
      const { rows } = await cell.world.db.owner.query(
        'select identification, closure from "case" where id = $1',
        [caseId]
      )
      await cell.world.db.owner.query(`update "case" set ${set} where id = $1`, [caseId])
      const { items } = await seenBy('cellule.69', id)
      await cell.world.db.owner.query('update "case" set identification = $2, closure = $3 where id = $1', [
        caseId,
        rows[0].identification,
        rows[0].closure
      ])
      return items[0]
    }
    const elsewhere = {
      state: { id: 'elsewhere', label: 'réglé hors de cette réunion' },
      decide: null,
      vote: null
    }
    expect(await settled(`identification = 'presumed'`)).toMatchObject(elsewhere)
    expect(await settled(`closure = 'closed_lost'`)).toMatchObject(elsewhere)
    expect((await seenBy('cellule.69', id)).items[0]!.state).toMatchObject({ id: 'waiting' })
  })

  it('marks what is due before the day it is planned for, and no longer once it sits', async () => {
    const caseId = await cell.triaged()
    const sheetAt = async (startsAt: string) => {
      const id = await cell.meet.planned('cellule.69', startsAt)
      const { items } = await seenBy('cellule.69', id)
      await cell.meet.act('cellule.69', id, 'item.remove', { itemId: await cell.meet.item(id, caseId) })
      const { candidates } = await seenBy('cellule.69', id)
      await cell.meet.act('cellule.69', id, 'cancel')
      return [items, candidates].map((all) => all.find((one) => one.caseId === caseId)!.sheet)
    }
    const due = { dueOn: '2026-12-01' }
    const [onTime, late] = [
      { ...due, tooLate: false },
      { ...due, tooLate: true }
    ]
    expect(await sheetAt('2026-12-01T22:59:00Z')).toMatchObject([onTime, onTime])
    expect(await sheetAt('2026-12-02T08:00:00Z')).toMatchObject([late, late])
    const id = await cell.meet.planned('cellule.69', '2026-12-02T08:00:00Z')
    await cell.meet.act('cellule.69', id, 'convene')
    cell.world.at(new Date('2026-12-02T08:00:00Z'))
    await cell.meet.act('cellule.69', id, 'open')
    cell.world.at(noon)
    expect((await seenBy('cellule.69', id)).items[0]!.sheet).toMatchObject(onTime)
  })
})
