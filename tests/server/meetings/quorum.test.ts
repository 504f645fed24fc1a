import { beforeEach, describe, expect, it } from 'vitest'
import { members, openCell } from '../../support/meetings.ts'
import { refusal, why } from '../../support/refusals.ts'
import { forFile } from '../../support/for-file.ts'

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

describe('a meeting decides nothing', () => {
  it('without quorum, and says how many are missing', async () => {
    const { caseId, id, itemId } = await cell.session(['membre.69', 'membre.69.police'])
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, itemId))).toBe(
      'Le quorum n’est pas atteint. 2 membres sur 3 : il en manque 1.'
    )
    expect(await cell.stands(caseId)).toBe('under_triage')
  })

  it('without an association, and says that it is missing', async () => {
    const { id, itemId } = await cell.session(['membre.69.police', 'membre.69.sante'])
    expect(await why(cell.meet.decide(id, itemId))).toContain('Il manque : associations.')
  })

  it('before everybody present has spoken', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(cell.meet.decide(id, itemId))).toMatch(/^2 voix sur 3/)
  })

  it('by the secretary, whose second voice of three is refused before it makes a decision impossible', async () => {
    const { caseId, id, itemId } = await cell.session()
    const note = (login: string) =>
      cell.meet.act('cellule.69', id, 'vote.record', {
        itemId,
        personId: cell.world.as(login).personId,
        voice: 'in_favour'
      })
    expect(await why(note('membre.69'))).toBeNull()
    expect(await why(note('membre.69.police'))).toContain('Plus de la moitié des voix')
    await cell.meet.vote('membre.69.police', id, itemId)
    await cell.meet.vote('membre.69.sante', id, itemId)
    expect(await why(cell.meet.decide(id, itemId))).toBeNull()
    expect(await cell.stands(caseId)).toBe('presumed')
  })

  it('by voices that are mostly not their own, though they were written past the gate', async () => {
    const { caseId, id, itemId } = await cell.session()
    for (const login of members)
      await cell.world.db.owner.query(
        `insert into meeting_vote (item_id, person_id, voice, recorded_by, at, cell_org_id)
         values ($1, $2, 'in_favour', 'secretary', now(), $3)`,
        [itemId, cell.world.as(login).personId, cell.world.as('cellule.69').orgId]
      )
    expect(await why(cell.meet.decide(id, itemId))).toContain('ne décide pas seul')
    expect(await cell.stands(caseId)).toBe('under_triage')
  })

  it('where no majority comes out', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'against', 'abstained'])
    expect(await why(cell.meet.decide(id, itemId))).toContain('Aucune majorité')
  })

  it('by numbers that somebody typed: the gate of the case counts the votes itself', async () => {
    const { caseId, id, itemId } = await cell.session()
    const numbers = { members: 3, institutions: 3, inFavour: 3, against: 0, abstained: 0, unanimous: true }
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    for (const command of ['meeting.positive', 'meeting.insufficient', 'meeting.adjourned'] as const) {
      const input = {
        meetingId: id,
        ...numbers,
        ...(command === 'meeting.insufficient' && { reason: 'means' })
      }
      expect(await why(cell.tell.act('cellule.69', caseId, command, input))).toContain('en clôturant le vote')
      expect(await refusal(cell.tell.act('membre.69', caseId, command, input))).toBe('NotAllowed')
    }
    expect(await cell.stands(caseId)).toBe('under_triage')
  })

  it('by an item bound to other numbers than its votes', async () => {
    const { caseId, id, itemId } = await cell.session()
    await cell.meet.voted(id, itemId, ['in_favour', 'in_favour', 'against'])
    const { version } = await cell.tell.row(caseId)
    await cell.world.db.owner.query(
      `update meeting_item set state = 'decided', outcome = 'meeting.positive', case_seq = $2 where id = $1`,
      [itemId, version + 1]
    )
    const numbers = { members: 3, institutions: 3, against: 0, abstained: 0, unanimous: true }
    expect(
      await why(
        cell.tell.act('cellule.69', caseId, 'meeting.positive', { meetingId: id, ...numbers, inFavour: 3 })
      )
    ).toContain('ne se saisissent pas')
  })

  it('by an item of another case, of a meeting that is not open, or that was settled before', async () => {
    const none = { institutions: 0, members: 0, inFavour: 0, against: 0, abstained: 0, unanimous: false }
    const putOff = (caseId: string, meetingId: string) =>
      why(cell.tell.act('cellule.69', caseId, 'meeting.adjourned', { meetingId, ...none }))
    const bind = async (itemId: string, to: string) => {
      const { version } = await cell.tell.row(to)
      await cell.world.db.owner.query(
        `update meeting_item set state = 'adjourned', outcome = 'meeting.adjourned', case_seq = $2 where id = $1`,
        [itemId, version + 1]
      )
    }
    const cases = [await cell.triaged(), await cell.triaged(), await cell.triaged(), await cell.triaged()]
    const [early, another, other, here] = cases as [string, string, string, string]
    const id = await cell.meet.planned()
    await cell.meet.act('cellule.69', id, 'convene')
    await bind(await cell.meet.item(id, early), early)
    expect(await putOff(early, id)).toContain('en clôturant le vote')
    await cell.meet.act('cellule.69', id, 'open')
    await bind(await cell.meet.item(id, another), other)
    expect(await putOff(other, id)).toContain('en clôturant le vote')
    // What the meeting itself has put off is put off once.
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId: await cell.meet.item(id, other) })
    expect(await putOff(other, id)).toContain('en clôturant le vote')
    await bind(await cell.meet.item(id, here), here)
    expect(await putOff(here, id), 'positive control').toBeNull()
  })
})
