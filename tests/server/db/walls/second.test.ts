import { randomUUID } from 'node:crypto'
import { showCode } from '../../../../server/cases/code.ts'
import { meeting } from '../../../support/meetings.ts'
import { emergencies } from '../../../support/emergency.ts'
import { openHanding } from '../../handing/support.ts'
import { openWallsAlone, type Reading } from '../alone.ts'
import { adding } from './asked.ts'

// What is read beside a case: by the rows alone, and by the routes alone.

const { site, id, standAlone, owner, partOf } = await openWallsAlone()
const { tell } = site
const at = new Date().toISOString()
const put = (table: string, row: object) => owner(adding(table, row))
const orgOf = (login: string) => site.as(login).orgId
const personOf = (login: string) => site.as(login).personId

await owner('update membership set manager = true where person_id = any($1)', [
  ['asso.rhone', 'asso.paris', 'foyer.azur'].map(personOf)
])
const flagged = await tell.flagged()
await tell.act('cellule.69', await tell.flagged(), 'triage.start')
const meet = meeting(site)
const sitting = await meet.planned()
await meet.act('cellule.69', sitting, 'convene')
const opening = await emergencies(site).opens('cellule.69', flagged, ['B'])
const handed = await openHanding(site).proposed(id)

// A link between her case and that of somebody whom the association of Paris accompanies.
const other = await tell.consenting()
await partOf('asso.paris', '-9 days', '9 days')
await owner(
  'update participation set case_id = $1 where case_id = $2 and org_id = $3 and until > now() and since < now()',
  [...[other, id, orgOf('asso.paris')]]
)
const [low, high] = [id, other].toSorted()
await put('case_link', {
  ...{ id: randomUUID(), low_id: low, high_id: high, kind: 'family', data_class: 'D', made_at: at },
  ...{ made_by: personOf('asso.rhone'), made_org: orgOf('asso.rhone') }
})
const code = async (one: string) =>
  showCode((await owner('select code from "case" where id = $1', [one])).rows[0]!.code as string)

const undo = { id: randomUUID(), case_id: id, reason: 'wrong_entry', state: 'asked', asked_at: at }
const { rows } = await owner(`select seq from case_event where case_id = $1 and command = 'triage.start'`, [
  id
])
await put('undo_request', { ...undo, seq: rows[0]!.seq, asked_by: personOf('cellule.69') })

const team = { id: randomUUID(), org_id: orgOf('asso.rhone'), name: 'Nord', created_at: at }
await put('team', team)
await owner('update organisation set by_team = true where id = $1', [team.org_id])
await put('team_member', {
  ...{ id: randomUUID(), team_id: team.id, org_id: team.org_id, person_id: personOf('asso.rhone') },
  ...{ leads: true, since: '2026-01-01' }
})
await put('caseload', {
  ...{ id: randomUUID(), case_id: id, org_id: team.org_id, team_id: team.id, since: '2026-01-01', at },
  by_id: personOf('asso.rhone')
})

const invitation = {
  ...{ id: randomUUID(), org_id: team.org_id, role: 'asso', manager: false, email: 'x@asso.example' },
  ...{ invited_by: personOf('asso.rhone'), invited_at: at, expires_at: '2027-01-01' }
}
await put('invitation', invitation)
const proposal = {
  ...{ id: randomUUID(), kind: 'accredit', org_id: orgOf('cellule.976'), body: {} },
  ...{ proposed_by: personOf('admin'), proposed_at: at }
}
await put('organisation_proposal', proposal)

const readings: Reading[] = [
  {
    rule: 'a meeting is read by who was convened and by who conducts it',
    may: ['cellule.69', 'membre.69'],
    others: ['cellule.75', 'prefecture.69', 'asso.rhone', 'admin', 'dpo'],
    rows: `meeting where id = '${sitting}'`,
    route: `/api/meetings/${sitting}`
  },
  {
    rule: 'it stands in no list of others',
    may: ['cellule.69', 'membre.69'],
    others: ['cellule.75', 'prefecture.69', 'asso.rhone', 'admin', 'dpo'],
    rows: `meeting where id = '${sitting}'`,
    route: '/api/meetings',
    shows: sitting
  },
  {
    rule: 'an emergency access is read by who opened it and by who watches over them',
    may: ['cellule.69', 'dpo'],
    others: ['cellule.75', 'asso.paris', 'foyer.azur', 'prefecture.69', 'admin'],
    rows: `glass_opening where id = '${opening}'`,
    route: `/api/openings/${opening}`
  },
  {
    rule: 'that somebody is handed on is read by the two associations',
    may: ['asso.rhone', 'asso.paris'],
    others: ['cellule.69', 'foyer.azur', 'prefecture.69', 'admin', 'dpo'],
    rows: `case_handing where id = '${handed}'`,
    route: `/api/handings/${handed}`
  },
  {
    rule: 'who is linked to somebody is read by who reads both cases',
    may: ['asso.rhone'],
    others: ['asso.paris', 'foyer.azur', 'prefecture.75', 'dpo'],
    rows: 'case_link',
    route: `/api/cases/${other}/links`,
    shows: await code(id)
  },
  {
    rule: 'that an act be undone is told to who decides of it',
    may: ['asso.rhone'],
    others: ['asso.paris', 'foyer.azur', 'prefecture.75', 'admin'],
    rows: `undo_request where id = '${undo.id}'`,
    route: '/api/undo-requests',
    shows: id
  },
  {
    rule: 'the teams of a house are read there',
    may: ['asso.rhone'],
    others: ['asso.paris', 'foyer.azur', 'cellule.69', 'admin'],
    rows: `team where id = '${team.id}'`,
    route: '/api/teams',
    shows: team.id
  },
  {
    rule: 'who follows which case is read in that house',
    may: ['asso.rhone'],
    others: ['asso.paris', 'foyer.azur', 'cellule.69', 'admin'],
    rows: `caseload where case_id = '${id}' and org_id = '${team.org_id}'`,
    route: '/api/teams/caseload',
    shows: await code(id)
  },
  {
    rule: 'who was invited is read by who manages access there, or administers',
    may: ['asso.rhone', 'admin'],
    others: ['asso.paris', 'foyer.azur', 'cellule.69', 'dpo'],
    rows: `invitation where id = '${invitation.id}'`,
    route: `/api/organisations/${team.org_id}/people`,
    shows: invitation.email
  },
  {
    rule: 'what is proposed of a house is read by the administration',
    may: ['admin', 'admin.bis'],
    others: ['cellule.75', 'asso.rhone', 'prefecture.69', 'dpo'],
    rows: `organisation_proposal where id = '${proposal.id}'`,
    route: '/api/organisations',
    shows: proposal.id
  }
]
standAlone(readings)
