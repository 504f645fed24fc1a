import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { minutesPdf } from '../../../server/meetings/pdf.ts'
import { readMinutes } from '../../../server/meetings/minutes.view.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell, textOfPdf } from '../../support/meetings.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

const act = (id: string, command: Parameters<typeof cell.meet.act>[2], input = {}) =>
  cell.meet.act('cellule.69', id, command, input)
const reader = (login: string) => ({ actor: cell.world.as(login), locale: 'fr' as const, now: noon })
const seenBy = (login: string, id: string) =>
  inContext(cell.world.db.app, cell.world.as(login), (tx) => viewMeeting(tx, id, reader(login)))
const minutesFor = (login: string, id: string) =>
  inContext(cell.world.db.app, cell.world.as(login), (tx) => readMinutes(tx, id, reader(login)))
const rowsSeenBy = (login: string) =>
  inContext(cell.world.db.app, cell.world.as(login), async (tx) => {
    const { rows } = await tx.execute('select id from meeting_followup')
    return rows.length
  })
const partsOf = async (caseId: string) =>
  (
    await cell.world.db.owner.query(
      `select org_id, capacity from participation where case_id = $1 and until is null order by 1, 2`,
      [caseId]
    )
  ).rows

/** A running case on the agenda of a meeting that is being prepared. */
const followed = async () => {
  const caseId = await cell.tell.presumed()
  const id = await cell.meet.planned()
  await act(id, 'followup.add', { caseId, subject: 'renewal' })
  const [row] = (await seenBy('cellule.69', id)).followup!.items
  return { caseId, id, followupId: row!.id }
}

describe('a running case on an agenda', () => {
  it('is refused where it waits for a decision, is closed to the cell, or belongs to another', async () => {
    const triaged = await cell.triaged()
    const id = await cell.meet.planned()
    for (const caseId of [triaged, randomUUID()])
      expect(await why(act(id, 'followup.add', { caseId, subject: 'renewal' }))).toContain('en cours')
    const left = await cell.tell.presumed()
    await cell.world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell'`,
      [left]
    )
    expect(await why(act(id, 'followup.add', { caseId: left, subject: 'renewal' }))).toContain('en cours')
    expect((await seenBy('cellule.69', id)).followup!.candidates.map(({ caseId }) => caseId)).not.toContain(
      left
    )
  })

  it('is refused twice, by a subject of no list, and once members are called', async () => {
    const { caseId, id, followupId } = await followed()
    expect(await why(act(id, 'followup.add', { caseId, subject: 'refusal' }))).toContain('déjà inscrit')
    const other = await cell.tell.presumed()
    expect(await refusal(act(id, 'followup.add', { caseId: other, subject: 'divers' }))).toBe('InvalidInput')
    expect(await refusal(act(id, 'followup.note', { followupId, outcome: 'settled' }))).toBe('RuleRefused')
    await act(id, 'convene')
    expect(await why(act(id, 'followup.remove', { followupId }))).toContain('convoquée')
  })

  it('is taken by one of two meetings that ask for it at once', async () => {
    const caseId = await cell.tell.presumed()
    const meetings = [await cell.meet.planned(), await cell.meet.planned()]
    const asked = meetings.map((id) => act(id, 'followup.add', { caseId, subject: 'renewal' }))
    const told = (await Promise.allSettled(asked)).map(({ status }) => status)
    expect(told.toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('that left the cell in the meantime calls nobody', async () => {
    const { caseId, id } = await followed()
    await cell.world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell'`,
      [caseId]
    )
    expect(await why(act(id, 'convene'))).toContain('ordre du jour')
  })

  it('opens to no member: no part, no row, no code and no count before the minutes', async () => {
    const { caseId, id } = await followed()
    const parts = await partsOf(caseId)
    await act(id, 'convene')
    expect(await partsOf(caseId)).toEqual(parts)
    const { code } = (await seenBy('cellule.69', id)).followup!.items[0]!
    const member = await seenBy('membre.69', id)
    expect(member.followup).toBeNull()
    expect(JSON.stringify(member)).not.toContain(code)
    expect([await rowsSeenBy('membre.69'), await rowsSeenBy('cellule.75')]).toEqual([0, 0])
    expect(await rowsSeenBy('cellule.69')).toBeGreaterThan(0)
  })

  it('is neither noted by a member, nor of another meeting, nor twice', async () => {
    const { id, followupId } = await followed()
    await act(id, 'convene')
    await act(id, 'open')
    const noting = { followupId, outcome: 'reminded' }
    expect(await refusal(cell.meet.act('membre.69', id, 'followup.note', noting))).toBe('NotAllowed')
    expect(await refusal(act(id, 'followup.note', { ...noting, followupId: randomUUID() }))).toBe('NotFound')
    await act(id, 'followup.note', noting)
    expect(await why(act(id, 'followup.note', { ...noting, outcome: 'settled' }))).toContain('déjà notée')
    const rewritten = cell.world.db.owner.query(
      `update meeting_followup set outcome = 'settled' where id = $1`,
      [followupId]
    )
    await expect(rewritten).rejects.toThrow('not rewritten')
  })
})

describe('the minutes', () => {
  it('tell the secretary what follows, everybody how many, and touch nothing of the case', async () => {
    const { caseId, id, followupId } = await followed()
    const unseen = await cell.tell.presumed()
    await act(id, 'followup.add', { caseId: unseen, subject: 'refusal' })
    const before = await cell.tell.row(caseId)
    await act(id, 'convene')
    await act(id, 'open')
    await act(id, 'followup.note', { followupId, outcome: 'next_meeting' })
    await act(id, 'close')
    expect(await cell.tell.row(caseId)).toEqual(before)
    const [own, member] = [await minutesFor('cellule.69', id), await minutesFor('membre.69', id)]
    expect(own.followups.map(({ outcome }) => outcome).sort()).toEqual([
      'reporté',
      'à revoir à la prochaine réunion'
    ])
    expect([own.followed, member.followed, member.followups]).toEqual([1, 1, []])
    // The paper goes to all who sat, whoever prints it.
    const { code } = own.followups[0]!
    for (const one of [own, member]) {
      const paper = textOfPdf(await minutesPdf(one, 'fr'))
      expect(paper).toContain('Dossiers en cours revus : 1')
      expect(paper).not.toContain(code)
    }
  })

  it('leave what was not reached to the next meeting', async () => {
    const { caseId, id } = await followed()
    await act(id, 'convene')
    await act(id, 'open')
    await act(id, 'close')
    const next = await cell.meet.planned()
    await act(next, 'followup.add', { caseId, subject: 'renewal' })
    expect((await seenBy('cellule.69', next)).followup!.items).toHaveLength(1)
  })
})
