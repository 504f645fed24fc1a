import { randomUUID } from 'node:crypto'
import { openCell } from '../../../../support/meetings.ts'
import { forFile } from '../../../../support/for-file.ts'
import { returnPredicates } from '../../../../../verify/mutation/house/walls/asked/returns.ts'
import { openWalls, seenHere, type Asked, type Wall } from '../asked.ts'

// Who comes back to a case from which they, or their house, withdrew.

const cell = await forFile(openCell())
const { world } = cell
const { put, stand } = await openWalls(world)
type Who = ReturnType<typeof world.as>
const as = (...logins: string[]) => logins.map((login) => world.as(login))
const [secretary, elsewhere, member] = as('cellule.69', 'cellule.75', 'membre.69') as [Who, Who, Who]
const [police, health, admin] = as('membre.69.police', 'membre.69.sante', 'admin') as [Who, Who, Who]
const at = new Date().toISOString()

const { caseId, id: meetingId } = await cell.session()
const line = { meeting_id: meetingId, case_code: 'X', state: 'waiting', position: 9 }
/** A case that stands on the agenda of that meeting, or of another. */
const onAgenda = async (different: object = {}) => {
  const item = { ...line, id: randomUUID(), case_id: await cell.triaged(), ...different }
  await put('meeting_item', item)
  return item
}
const meetingOf = async (who: Who, state: string) => {
  const id = randomUUID()
  await put('meeting', {
    ...{ id, territory: '69', org_id: who.orgId, state, version: 1, starts_at: at, rules: {} }
  })
  return id
}
const convened = (who: Who, meeting = meetingId) =>
  put('meeting_member', {
    ...{ meeting_id: meeting, person_id: who.personId, cell_org_id: secretary.orgId, org_id: who.orgId },
    org_type: 'police'
  })
const first = await world.db.owner.query<{ id: string }>('select id from meeting_item where case_id = $1', [
  caseId
])
const [waits, decided, over] = [
  await onAgenda(),
  await onAgenda({ state: 'decided' }),
  await onAgenda({ meeting_id: await meetingOf(secretary, 'closed') })
]
// The same person sits for another house in another meeting, and another cell looks at the same case.
const beside = await meetingOf(secretary, 'convened')
const sitsTwice = { ...member, orgId: health.orgId }
await put('meeting_item', { ...line, id: randomUUID(), meeting_id: beside, case_id: caseId })
await convened(sitsTwice, beside)
const theirs = await meetingOf(elsewhere, 'convened')
await put('meeting_item', { ...line, id: randomUUID(), meeting_id: theirs, case_id: waits.case_id })
// A colleague of that house, and one of the police who sits there now, as they sit for the hospital.
const colleague = { ...member, personId: world.as('cellule.69.bis').personId }
await convened(colleague)
await world.db.owner.query(
  `update membership set until = now() where person_id = $1 and role = 'cell_member'`,
  [police.personId]
)
const asker: Who = { ...police, personId: admin.personId }
for (const house of [police, health])
  await world.db.owner.query(
    `insert into membership (person_id, org_id, role) values ($1, $2, 'cell_member')`,
    [...[asker.personId, house.orgId]]
  )
await convened(asker)

const withdrawal = async (
  { personId, orgId }: Who,
  of: { id: string; case_id: string },
  different: object
) => {
  const id = randomUUID()
  await put('meeting_recusal', {
    ...{ id, item_id: of.id, case_id: of.case_id, cell_org_id: secretary.orgId, at },
    ...{ person_id: personId, org_id: orgId, whole: true, ...different }
  })
  return id
}
const here = { id: first.rows[0]!.id, case_id: caseId }
const asked = { back_by: asker.personId, back_reason: 'over' }
const own = await withdrawal(member, here, { whole: false })
const ended = await withdrawal(member, here, {
  ...{ whole: false, ended_at: at, ended_by: member.personId, reason: 'over' }
})
const unasked = await withdrawal(police, here, {})
const returning = await withdrawal(police, waits, asked)
const ofDecided = await withdrawal(police, decided, asked)
const ofClosed = await withdrawal(police, over, asked)
const whoseAuthorSits = await withdrawal(health, waits, asked)

const where = (id: string | null) => (id === null ? '' : ` where id = '${id}'`)
const ending = (who: Who, id: string | null, { by = who, reason = 'over' } = {}): Asked => ({
  who,
  says: `update meeting_recusal set ended_at = now(), ended_by = '${by.personId}', reason = '${reason}'${where(id)}`
})
const asking = (who: Who, id: string, back: Who | null = who): Asked => ({
  who,
  says: `update meeting_recusal set back_by = ${back ? `'${back.personId}', back_reason = 'over'` : 'null, back_reason = null'}${where(id)}`
})
const refused = (one: Asked): Asked => ({ ...one, isRefused: true })

const walls: Wall[] = [
  {
    wall: 'a member comes back to a case from which they withdrew',
    may: ending(member, own),
    others: {
      'and is not brought back by a colleague of their house': ending(colleague, null),
      'nor as the other house for which they sit': ending(sitsTwice, own),
      'nor twice': ending(member, ended),
      'nor in the name of a colleague': refused(ending(member, own, { by: colleague }))
    }
  },
  {
    wall: 'that a house comes back is asked by who sits for it once the author sits no more',
    may: asking(asker, unasked),
    others: {
      'and not by who sits for another': asking(health, unasked),
      'nor in the name of a colleague': refused(asking(asker, unasked, health)),
      'nor settled by them alone': refused(ending(asker, unasked))
    }
  },
  {
    wall: 'it is confirmed by the secretary of that cell',
    may: ending(secretary, returning),
    others: {
      'and not by that of another': ending(elsewhere, null),
      'nor where nobody asked': ending(secretary, unasked),
      'nor once the case was decided': ending(secretary, ofDecided),
      'nor once the meeting is closed': ending(secretary, ofClosed),
      'nor while the author sits': refused(ending(secretary, whoseAuthorSits)),
      'nor by whoever asked': refused(ending({ ...secretary, personId: asker.personId }, returning)),
      'nor for another reason than was given': refused(ending(secretary, returning, { reason: 'mistake' })),
      'nor in the name of a colleague': refused(ending(secretary, returning, { by: colleague }))
    }
  },
  {
    wall: 'it is declined by the secretary of that cell',
    may: asking(secretary, returning, null),
    others: { 'and not asked again in the name of somebody': refused(asking(secretary, returning, health)) }
  }
]

stand(walls, seenHere(returnPredicates, import.meta.url))
