import { beforeEach, describe, expect, it } from 'vitest'
import { openCell } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { forFile } from '../../support/for-file.ts'

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

describe('a voice is refused', () => {
  it('a second time', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.vote('membre.69', id, itemId)
    expect(await why(cell.meet.vote('membre.69', id, itemId, 'against'))).toContain('déjà donné')
    const { rows } = await cell.world.db.owner.query('select voice from meeting_vote where item_id = $1', [
      itemId
    ])
    expect(rows).toEqual([{ voice: 'in_favour' }])
  })

  it('of a person who flagged the case, and of an institution that accompanies the person', async () => {
    const caseId = await cell.triaged()
    await cell.world.db.owner.query(
      `insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01') on conflict do nothing`,
      [cell.world.as('membre.69').orgId]
    )
    // An association is named only where somebody acts for it: a seat of the cell is no desk of the house.
    const { personId, orgId } = cell.world.as('membre.69')
    await cell.world.db.owner.query(
      `insert into membership (person_id, org_id, role, since) values ($1, $2, 'asso', now() - interval '1 day')`,
      [personId, orgId]
    )
    await cell.tell.act('cellule.69', await cell.triaged('police.69'), 'referent.name', {
      orgId: cell.world.as('membre.69').orgId
    })
    await cell.world.db.owner.query(
      `update case_event set person_id = $1 where case_id = $2 and command = 'case.flag'`,
      [cell.world.as('membre.69.sante').personId, caseId]
    )
    const id = await cell.meet.inSession()
    const { rows } = await cell.world.db.owner.query<{ id: string; case_id: string }>(
      'select id, case_id from meeting_item where meeting_id = $1',
      [id]
    )
    const own = rows.find((row) => row.case_id === caseId)!.id
    const accompanied = rows.find((row) => row.case_id !== caseId)!.id
    expect(await why(cell.meet.vote('membre.69.sante', id, own))).toContain('Vous avez signalé')
    expect(await why(cell.meet.vote('membre.69', id, accompanied))).toContain('accompagne cette personne')
    expect(await why(cell.meet.vote('membre.69', id, own))).toBeNull()
    expect(
      await why(
        cell.meet.act('cellule.69', id, 'vote.record', {
          itemId: accompanied,
          personId: cell.world.as('membre.69').personId,
          voice: 'in_favour'
        })
      )
    ).toContain('accompagne')
  })

  it('of a colleague of who flagged, given or noted: their institution speaks and does not vote', async () => {
    const caseId = await cell.triaged('police.69')
    const id = await cell.meet.inSession()
    const itemId = await cell.meet.item(id, caseId)
    const colleague = cell.world.as('membre.69.police')
    expect(await why(cell.meet.vote('membre.69.police', id, itemId))).toContain('Votre institution a signalé')
    const noted = { itemId, personId: colleague.personId, voice: 'against' }
    expect(await why(cell.meet.act('cellule.69', id, 'vote.record', noted))).toContain('a signalé')
    await cell.meet.vote('membre.69', id, itemId)
    await cell.meet.vote('membre.69.sante', id, itemId)
    expect(await why(cell.meet.decide(id, itemId))).toContain('2 membres sur 3 : il en manque 1.')
  })

  it('of a member who is not there', async () => {
    const { id, itemId } = await cell.session(['membre.69'])
    expect(await why(cell.meet.vote('membre.69.police', id, itemId))).toContain('Présence non notée')
  })

  it('once the item has its decision, and once the meeting is closed', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await why(cell.meet.vote('membre.69', id, itemId))).toContain('déjà reçu sa suite')
    await cell.meet.act('cellule.69', id, 'close')
    expect(await why(cell.meet.vote('membre.69', id, itemId))).toContain('la réunion est tenue')
  })

  it('is of who came: nobody who has spoken is said to be away, and by video they may be', async () => {
    const { id, itemId } = await cell.session()
    await cell.meet.vote('membre.69', id, itemId)
    expect(await why(cell.meet.attend(id, 'membre.69', 'absent'))).toContain('voté')
    expect(await why(cell.meet.attend(id, 'membre.69', 'video'))).toBeNull()
    expect(await why(cell.meet.attend(id, 'membre.69.sante', 'absent'))).toBeNull()
    // To the next meeting they may not come: what they said at this one stands there.
    await cell.meet.act('cellule.69', id, 'item.adjourn', { itemId })
    const next = await cell.meet.inSession()
    expect(await why(cell.meet.attend(next, 'membre.69', 'absent'))).toBeNull()
    const { rows } = await cell.world.db.owner.query<{ presence: string }>(
      'select presence from meeting_member where person_id = $1 and meeting_id = any($2) order by meeting_id = $3',
      [cell.world.as('membre.69').personId, [id, next], next]
    )
    expect(rows.map(({ presence }) => presence)).toEqual(['video', 'absent'])
  })

  it('before the session is open', async () => {
    const caseId = await cell.triaged()
    const id = await cell.meet.planned()
    await cell.meet.act('cellule.69', id, 'convene')
    expect(await why(cell.meet.vote('membre.69', id, await cell.meet.item(id, caseId)))).toContain(
      'convoquée'
    )
  })
})
