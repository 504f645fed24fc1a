import { randomUUID } from 'node:crypto'
import { openCell } from '../../../support/meetings.ts'
import { forFile } from '../../../support/for-file.ts'
import { cellPredicates } from '../../../../verify/mutation/house/walls/asked/cell.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const cell = await forFile(openCell())
const { world } = cell
const { put, stand } = await openWalls(world)
const { caseId, id: meetingId, itemId } = await cell.session()
const [secretary, elsewhere] = ['cellule.69', 'cellule.75'].map((login) => world.as(login)) as [Who, Who]
const [member, colleague] = ['membre.69', 'membre.69.sante'].map((login) => world.as(login)) as [Who, Who]
type Who = ReturnType<typeof world.as>
const at = new Date().toISOString()
const ofCell = { cell_org_id: secretary.orgId }

const voice = (who: Who, different: object = {}, recorded = 'member'): Asked => ({
  who,
  says: adding('meeting_vote', {
    ...{
      item_id: itemId,
      person_id: member.personId,
      ...ofCell,
      voice: 'against',
      recorded_by: recorded,
      at
    },
    ...different
  })
})
const called = (who: Who): Asked => ({
  who,
  says: adding('meeting_member', {
    ...{ meeting_id: meetingId, person_id: world.as('membre.69.ase').personId, ...ofCell },
    ...{ org_id: world.as('membre.69.ase').orgId, org_type: 'ase' }
  })
})
const withdrawal = (who: Who, different: object = {}): Asked => ({
  who,
  says: adding('meeting_recusal', {
    ...{ id: randomUUID(), item_id: itemId, case_id: caseId, ...ofCell, at, whole: false },
    ...{ person_id: member.personId, org_id: member.orgId, ...different }
  })
})
const following = (who: Who, different: object = {}): Asked => ({
  who,
  says: adding('meeting_followup', {
    ...{
      id: randomUUID(),
      meeting_id: meetingId,
      ...ofCell,
      case_id: caseId,
      case_code: 'X',
      subject: 'other'
    },
    ...different
  })
})
const item = (who: Who): Asked => ({
  who,
  says: adding('meeting_item', { ...line, id: randomUUID(), case_id: third, position: 9 })
})

// Another case, and another cell's meeting of the same day.
const [other, third] = [await cell.triaged(), await cell.triaged()]
await world.db.owner.query('delete from meeting_member where person_id = $1', [
  world.as('membre.69.ase').personId
])
const line = { id: randomUUID(), meeting_id: meetingId, case_code: 'X', state: 'waiting' }
await put('meeting_item', { ...line, case_id: other, position: 8 })
const theirs = await cell.meet.planned('cellule.75')
await put('meeting_followup', {
  ...{ id: randomUUID(), meeting_id: meetingId, ...ofCell, case_id: other, case_code: 'Y', subject: 'other' }
})
// Convened for the same house.
const beside = { ...member, personId: world.as('cellule.69.bis').personId }
await put('meeting_member', {
  ...{ meeting_id: meetingId, person_id: beside.personId, ...ofCell, org_id: member.orgId },
  org_type: 'association'
})
await put('meeting_vote', {
  ...{
    item_id: itemId,
    person_id: colleague.personId,
    ...ofCell,
    voice: 'against',
    recorded_by: 'member',
    at
  }
})
await put('meeting_recusal', {
  ...{ id: randomUUID(), item_id: itemId, case_id: caseId, ...ofCell, at, whole: true },
  ...{ person_id: world.as('membre.69.police').personId, org_id: world.as('membre.69.police').orgId }
})
const asked = (says: string) => (who: Who) => ({ who, says })
const [votes, members, withdrawals, follow] = [
  asked('select from meeting_vote'),
  asked('select from meeting_member'),
  asked('select from meeting_recusal'),
  asked('select from meeting_followup')
]
const noted = asked(`update meeting_followup set outcome = 'settled', noted_at = now()`)
const dropped = asked('delete from meeting_followup')
const emptied = asked(`delete from meeting_item where id = '${line.id}'`)
// No column is read: what the policy that reads asks does not stand in for what the one that writes does.
const moved = asked('update meeting_item set position = 9')
const inRole = (who: Who, role: Who['role']) => ({ ...who, role })
const police = world.as('membre.69.police')

const walls: Wall[] = [
  {
    wall: 'a voice is read by whoever gave it',
    may: votes(colleague),
    others: { 'a colleague of the cell': votes(member), 'who sits elsewhere': votes(elsewhere) }
  },
  {
    wall: 'a voice is read by the secretary of that cell',
    may: votes(secretary),
    others: {
      'the secretary of another': votes(elsewhere),
      'another role of the cell’s own house': votes(inRole(secretary, 'dpo'))
    }
  },
  {
    wall: 'a voice is given by the member whose it is',
    may: voice(member),
    others: {
      'by a colleague in their name': voice(colleague),
      'as another house': voice({ ...member, orgId: elsewhere.orgId }),
      'as if the secretary had recorded it': voice(member, {}, 'secretary')
    }
  },
  {
    wall: 'a voice that was said in the room is recorded by the secretary of that cell',
    may: voice(secretary, {}, 'secretary'),
    others: {
      'by that of another': voice(elsewhere, {}, 'secretary'),
      'by another role of the same house': voice(inRole(secretary, 'dpo'), {}, 'secretary'),
      'as if the member had given it': voice(secretary)
    }
  },
  {
    wall: 'who was convened is read by those who were',
    may: members(member),
    others: {
      'by another cell': members(elsewhere),
      'by a member whom nobody convened': members(world.as('membre.69.ase')),
      'by the house of a member in another role': members(inRole(police, 'police'))
    }
  },
  {
    wall: 'members are convened by the secretary of their cell',
    may: called(secretary),
    others: { 'by a member': called(member), 'by the secretary of another cell': called(elsewhere) }
  },
  {
    wall: 'a withdrawal is read by whoever said it',
    may: withdrawals(police),
    others: { 'by another member': withdrawals(member), 'by another cell': withdrawals(elsewhere) }
  },
  {
    wall: 'a withdrawal of a whole house is read by those who sit for it',
    may: withdrawals({ ...colleague, orgId: police.orgId }),
    others: {
      'by those who sit for another': withdrawals(colleague),
      'by the house in another role': withdrawals({ ...colleague, orgId: police.orgId, role: 'police' })
    }
  },
  {
    wall: 'a withdrawal is said by the member whose it is',
    may: withdrawal(member),
    others: {
      'by a colleague in their name': withdrawal(colleague),
      'by a colleague of the same house in their name': withdrawal(beside),
      'for another house': withdrawal(member, { org_id: colleague.orgId }),
      'in another role': withdrawal(inRole(member, 'asso')),
      'of another case than that of the line': withdrawal(member, { case_id: other }),
      'to another cell': withdrawal(member, { cell_org_id: elsewhere.orgId }),
      'as one that has ended already': withdrawal(member, {
        ...{ ended_at: at, ended_by: member.personId, reason: 'over' }
      })
    }
  },
  {
    wall: 'what a meeting follows is read by its secretary',
    may: follow(secretary),
    others: { 'by a member': follow(member), 'by another cell': follow(elsewhere) }
  },
  {
    wall: 'what a meeting follows is written by its secretary',
    may: following(secretary),
    others: {
      'by a member': following(inRole(member, 'cell_member')),
      'by another cell': following(elsewhere),
      'by another cell in its own name, which takes no part': following(elsewhere, {
        ...{ meeting_id: theirs, cell_org_id: elsewhere.orgId }
      }),
      'under a meeting of another cell': following(secretary, { meeting_id: theirs })
    }
  },
  {
    wall: 'what came of it is noted by its secretary',
    may: noted(secretary),
    others: { 'by a member': noted(member), 'by another cell': noted(elsewhere) }
  },
  {
    wall: 'what a meeting follows is taken off by its secretary',
    may: dropped(secretary),
    others: { 'by a member': dropped(member), 'by another cell': dropped(elsewhere) }
  },
  {
    wall: 'a line of the agenda is written by the secretary of that cell',
    may: item(secretary),
    others: { 'by a member': item(member), 'by another cell': item(elsewhere) }
  },
  {
    wall: 'the agenda is put in order by the secretary of that cell',
    may: moved(secretary),
    others: { 'by a member': { ...moved(member), isRefused: true }, 'by another cell': moved(elsewhere) }
  },
  {
    wall: 'a line of the agenda is taken off by the secretary of that cell',
    may: emptied(secretary),
    others: { 'by a member': emptied(member), 'by another cell': emptied(elsewhere) }
  }
]

stand(walls, seenHere(cellPredicates, import.meta.url))
