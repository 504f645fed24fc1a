import { randomUUID } from 'node:crypto'
import { meeting } from '../../../support/meetings.ts'
import { openWallsAlone, type Reading } from '../alone.ts'
import { adding } from './asked.ts'

// From which cases a withdrawal keeps whom, by the rows alone and by the routes alone.

const { site, standAlone, owner } = await openWallsAlone()
const { tell } = site
const put = (table: string, row: object) => owner(adding(table, row))
const as = (login: string) => site.as(login)

const caseId = await tell.flagged()
await tell.act('cellule.69', caseId, 'triage.start')
const meet = meeting(site)
const sitting = await meet.planned()
await meet.act('cellule.69', sitting, 'convene')

// The police withdraw as a house; of the hospital somebody works there as well, of child protection somebody has a tie of their own.
const withdraws = async (login: string, whole: boolean) =>
  put('meeting_recusal', {
    ...{ id: randomUUID(), item_id: await meet.item(sitting, caseId), case_id: caseId, whole },
    ...{ person_id: as(login).personId, org_id: as(login).orgId, cell_org_id: as('cellule.69').orgId },
    at: new Date().toISOString()
  })
await withdraws('membre.69.police', true)
await withdraws('membre.69.ase', false)
await owner(`insert into membership (person_id, org_id, role) values ($1, $2, 'police')`, [
  as('membre.69.sante').personId,
  as('membre.69.police').orgId
])

const kept = ['membre.69.police', 'membre.69.sante', 'membre.69.ase']
const readings: Reading[] = [
  {
    rule: 'a case is read from no seat by whom a withdrawal keeps from it',
    may: ['membre.69', 'cellule.69'],
    others: kept,
    rows: `"case" where id = '${caseId}'`,
    route: `/api/cases/${caseId}`
  },
  {
    rule: 'nor does it stand in a list of theirs',
    may: ['membre.69', 'cellule.69'],
    others: kept,
    rows: `participation p where p.case_id = '${caseId}' and p.capacity in ('cell', 'cell_member') and p.org_id = (select ctx_org())`,
    route: '/api/cases?view=all',
    shows: caseId
  },
  {
    rule: 'nor is an act of theirs offered',
    may: ['membre.69', 'cellule.69'],
    others: kept,
    rows: `case_event where case_id = '${caseId}'`,
    route: `/api/cases/${caseId}/actions/grounds.propose`
  }
]
standAlone(readings)
