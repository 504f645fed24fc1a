import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { minutesView } from '../../../server/meetings/minutes.view.ts'
import type { Minutes } from '../../../workflows/meeting/minutes.ts'
import { minutesPdf } from '../../../server/meetings/pdf.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { noon } from '../../support/world.ts'
import { openCell, textOfPdf } from '../../support/meetings.ts'
import { refusal, tally, why } from '../../support/refusals.ts'
import { forFile } from '../../support/for-file.ts'

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

describe('a decision of the meeting', () => {
  it('is an act of the case, with the numbers that were counted and no name', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour', 'against'])
    await cell.meet.decide(id, itemId)
    expect(await cell.stands(caseId)).toBe('presumed')
    const { rows } = await cell.world.db.owner.query(
      `select command, input, role, org_id from case_event where case_id = $1 order by seq desc limit 1`,
      [caseId]
    )
    expect(rows).toEqual([
      {
        command: 'meeting.positive',
        role: 'cell_secretary',
        org_id: cell.world.as('cellule.69').orgId,
        input: {
          meetingId: id,
          members: 3,
          institutions: 3,
          inFavour: 2,
          against: 1,
          abstained: 0,
          unanimous: false
        }
      }
    ])
    const { rows: open } = await cell.world.db.owner.query(
      `select 1 from participation where case_id = $1 and capacity = 'cell_member' and until is null`,
      [caseId]
    )
    expect(open).toEqual([])
  })

  it('finds elements insufficient where the voices say so, and says why, as it must outside a meeting', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['against', 'against', 'against'])
    await expect(cell.meet.decide(id, itemId)).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'unexplained' }]
    })
    expect(await cell.stands(caseId)).toBe('under_triage')
    await cell.meet.decide(id, itemId, 'means')
    expect(await cell.stands(caseId)).toBe('insufficient_elements')
    const { rows } = await cell.world.db.owner.query(
      `select input ->> 'reason' as reason from case_event where case_id = $1 and command = 'meeting.insufficient'`,
      [caseId]
    )
    expect(rows).toEqual([{ reason: 'means' }])
  })

  it('says to the secretary alone, once each has spoken, that a reason will be asked', async () => {
    const { id, itemId } = await cell.session()
    const decideFor = (login: string) =>
      inContext(cell.world.db.app, cell.world.as(login), async (tx) => {
        const { items } = await viewMeeting(tx, id, { actor: cell.world.as(login), locale: 'fr', now: noon })
        return items.find((one) => one.id === itemId)!.decide
      })
    await cell.meet.voted(id, itemId, ['against', 'against'])
    expect(await decideFor('cellule.69')).toMatchObject({ enabled: false, explains: false })
    await cell.meet.vote('membre.69.sante', id, itemId, 'against')
    expect(await decideFor('cellule.69')).toEqual({ enabled: true, reason: null, explains: true })
    expect(await decideFor('membre.69')).toBeNull()
  })

  it('keeps no such reason of a decision that finds the grounds', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    await cell.meet.decide(id, itemId, 'means')
    expect(await cell.stands(caseId)).toBe('presumed')
  })

  it('may be put off without quorum: the case only knows that it was looked at', async () => {
    const { caseId, id, itemId } = await cell.session(['membre.69'])
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await cell.stands(caseId)).toBe('under_triage')
    expect(await why(cell.meet.decide(id, itemId))).toContain('déjà reçu sa suite')
  })

  it('put off after some have spoken is nobody’s unanimity, on the item and in the minutes', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId })
    await cell.meet.act('cellule.69', id, 'close')
    const { rows } = await cell.world.db.owner.query(
      `select i.tally, m.minutes->'items'->0->'tally' as written from meeting_item i join meeting m on m.id = i.meeting_id
       where i.id = $1`,
      [itemId]
    )
    for (const kept of [rows[0].tally, rows[0].written])
      expect(kept).toMatchObject({ inFavour: 2, unanimous: false })
  })

  it('counts the voice that the secretary noted for a member without a device, and keeps whose hand it was', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    await cell.meet.act('cellule.69', id, 'vote.record', {
      itemId,
      personId: cell.world.as('membre.69.sante').personId,
      voice: 'abstained'
    })
    await cell.meet.decide(id, itemId)
    expect(await cell.stands(caseId)).toBe('presumed')
    const { rows } = await cell.world.db.owner.query(
      'select recorded_by as by, count(*)::int as n from meeting_vote where item_id = $1 group by 1 order by 1',
      [itemId]
    )
    expect(rows).toEqual([
      { by: 'member', n: 2 },
      { by: 'secretary', n: 1 }
    ])
  })

  it('closed by eight hands at once is done once', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    const before = (await cell.tell.row(caseId)).version
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusal(cell.meet.decide(id, itemId))))
    expect(tally(answers)).toEqual({ done: 1, RuleRefused: 7 })
    expect((await cell.tell.row(caseId)).version).toBe(before + 1)
  })

  it('and a voice given at the same time are never both counted and refused', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    const [voice] = await Promise.all([
      refusal(cell.meet.vote('membre.69.sante', id, itemId, 'against')),
      refusal(cell.meet.decide(id, itemId))
    ])
    expect(voice).toBeNull()
    await refusal(cell.meet.decide(id, itemId))
    const { rows } = await cell.world.db.owner.query('select tally from meeting_item where id = $1', [itemId])
    expect(rows[0]).toMatchObject({ tally: { inFavour: 2, against: 1, members: 3 } })
  })

  it('keeps a member who has voted in the room, before the item is settled and after', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.vote('membre.69', id, itemId, 'against')
    expect(await why(cell.meet.attend(id, 'membre.69', 'absent'))).toContain('a voté')
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await why(cell.meet.attend(id, 'membre.69', 'absent'))).toContain('a voté')
  })
})

describe('a closed meeting', () => {
  const minutesIn = async (id: string) => {
    await cell.meet.act('cellule.69', id, 'close')
    const { rows } = await cell.world.db.owner.query<{ minutes: Minutes }>(
      'select minutes from meeting where id = $1',
      [id]
    )
    return rows[0]!.minutes
  }

  it('prints why the elements were found insufficient, as it was chosen, and of no other decision', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['against', 'against', 'against'])
    await cell.meet.decide(id, itemId, 'means')
    const minutes = await minutesIn(id)
    const of = (kept: Minutes) => minutesView(kept, 'fr').items[0]!.reason
    expect(of(minutes)).toMatch(/^aucun moyen établi/)
    expect(textOfPdf(await minutesPdf(minutesView(minutes, 'fr'), 'fr'))).toContain(
      'Motif : aucun moyen établi'
    )
    const other = await cell.session()
    await cell.meet.voted(other.id, other.itemId, ['in_favour', 'in_favour', 'in_favour'])
    await cell.meet.decide(other.id, other.itemId)
    const positive = await minutesIn(other.id)
    expect(of(positive)).toBeNull()
    expect(textOfPdf(await minutesPdf(minutesView(positive, 'en'), 'en'))).not.toContain('Reason :')
  })

  it('is not rewritten by anyone: neither minutes, nor items, nor voices', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour'])
    await cell.meet.act('cellule.69', id, 'close')
    const change = (text: string) => refusal(cell.world.db.owner.query(text, [id]))
    expect(await change(`update meeting set minutes = null where id = $1`)).not.toBeNull()
    expect(await change(`update meeting_item set state = 'decided' where meeting_id = $1`)).not.toBeNull()
    const asApp = (text: string) => refusal(cell.world.db.app.query(text))
    expect(
      await asApp(`update meeting_vote set voice = 'against' where item_id = '${itemId}'`)
    ).not.toBeNull()
    expect(await asApp(`delete from meeting_vote`)).not.toBeNull()
    expect(await asApp(`delete from meeting`)).not.toBeNull()
  })
})
