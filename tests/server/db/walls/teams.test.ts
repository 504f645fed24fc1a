import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import { acting } from '../../../support/acting.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { colleaguesOf } from '../../teams/drawn.ts'
import { casePredicates } from '../../../../verify/mutation/house/walls/asked/cases.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const world = await forFile(openWorld())
world.at(new Date())
const { put, stand } = await openWalls(world)
const [lead, paris] = ['asso.rhone', 'asso.paris'].map((login) => world.as(login)) as [Actor, Actor]
const [one, other, deputy] = (await colleaguesOf(world, 'asso.rhone', 3)) as [Actor, Actor, Actor]
const { orgId } = lead
const id = await acting(world).presumed()

const hour = 3_600_000
const [before, at, later] = [-hour, 0, hour].map((by) => new Date(Date.now() + by).toISOString())
const [north, south] = [randomUUID(), randomUUID()]
const teamOf = (name: string, of = orgId) => ({ id: randomUUID(), org_id: of, name, created_at: before })
const memberOf = (team: string, { personId }: Actor, leads = false) => ({
  ...{ id: randomUUID(), team_id: team, org_id: orgId, person_id: personId, leads, since: before }
})
const coverOf = (absent: Actor, cover: Actor, by: Actor) => ({
  ...{ id: randomUUID(), org_id: orgId, absent_id: absent.personId, cover_id: cover.personId },
  ...{ since: before, until: later, by_id: by.personId }
})
const loadOf = (by: Actor) => ({
  ...{ id: randomUUID(), case_id: id, org_id: orgId, team_id: north, since: before, by_id: by.personId, at }
})
await put('team', { ...teamOf('Nord'), id: north })
await put('team', { ...teamOf('Sud'), id: south })
for (const row of [memberOf(north, lead, true), memberOf(north, one), memberOf(south, other)])
  await put('team_member', row)
// Stands in for who leads, and reads what they read.
await put('team_cover', coverOf(lead, deputy, lead))
await world.db.owner.query('delete from caseload where case_id = $1', [id])
await put('caseload', loadOf(lead))

// A house of elsewhere that works in teams, where somebody stands in for who leads.
const shelter = world.as('foyer.azur')
const [standsIn] = (await colleaguesOf(world, 'foyer.azur', 1)) as [Actor]
const ofShelter = { org_id: shelter.orgId }
const east = { ...teamOf('Est', shelter.orgId), id: randomUUID() }
await put('team', east)
await put('team_member', { ...memberOf(east.id, shelter, true), ...ofShelter })
await put('team_cover', { ...coverOf(shelter, standsIn, shelter), ...ofShelter })

// What the house is told of the case, asked about it, and proposed.
const request = randomUUID()
await put('undo_request', {
  ...{ id: request, case_id: id, seq: 1, reason: 'wrong_entry', state: 'asked', asked_at: before },
  asked_by: world.as('cellule.69').personId
})
const notice = { about: 'undo', about_id: request, seq: 1, at: before }
for (const different of [{}, { about: 'case', seq: 2 }, { org_id: paris.orgId }])
  await put('notice', { id: randomUUID(), org_id: orgId, ...notice, ...different })
await put('case_handing', {
  ...{ id: randomUUID(), case_id: id, from_org_id: orgId, to_org_id: paris.orgId, state: 'proposed' },
  ...{ territory: '69', agreed_on: '2026-11-20', language: 'bin', means: 'in_person', interpreter: true },
  ...{ proposed_by: lead.personId, proposed_at: before, expires_at: later }
})
await put('referral', {
  ...{ id: randomUUID(), case_id: id, kind: 'exit_programme', state: 'sent', version: 1, preview: {} },
  ...{ sender_org_id: world.as('cellule.69').orgId, recipient_org_id: orgId, sent_at: before },
  ...{ moved_at: before, told_at: before, answer_by: '2099-01-01' }
})

const asked = (says: string) => (who: Actor) => ({ who, says })
const within = (asked: Asked): Asked => ({ ...asked, within: id })
const refused = (asked: Asked): Asked => ({ ...asked, isRefused: true })
const follows = asked('select from caseload')
const giving = (who: Actor, different: object = {}) =>
  within({ who, says: adding('caseload', { ...loadOf(who), team_id: south, until: later, ...different }) })
const ending = (who: Actor) => within({ who, says: 'update caseload set until = now()' })
const founding = (who: Actor, of = orgId): Asked => ({ who, says: adding('team', teamOf('Est', of)) })
const closing = asked(`update team set closed_at = now() where id = '${south}'`)
const naming = (who: Actor, leads = false, different: object = {}): Asked => ({
  who,
  says: adding('team_member', { ...memberOf(south, one, leads), ...different })
})
const leaving = ({ personId }: Actor) =>
  asked(`update team_member set until = now() where person_id = '${personId}'`)
const leavingAny = asked('update team_member set until = now()')
const told = (where: string) => asked(`select from notice where ${where}`)
const [ofUndo, ofOther, ofParis] = [
  told(`about = 'undo'`),
  told(`about = 'case' and about_id = '${request}'`),
  told(`org_id = '${paris.orgId}'`)
]
const [handings, sent] = [
  asked('select from case_handing'),
  asked(`select from referral where recipient_org_id = '${orgId}'`)
]
const promoting = asked(`update team_member set leads = true where person_id = '${one.personId}'`)
const away = (who: Actor, absent: Actor, different: object = {}): Asked => ({
  who,
  says: adding('team_cover', { ...coverOf(absent, deputy, who), ...different })
})
const back = asked('update team_cover set until = now()')

const walls: Wall[] = [
  {
    wall: 'who follows a case is read by the team that does',
    may: follows(one),
    others: {
      'by another team of the house': follows(other),
      'by another house': follows(paris),
      'by somebody of no team': follows({ ...one, personId: paris.personId })
    }
  },
  {
    wall: 'a case is given to a team by its own house, in the course of an act',
    may: giving(lead),
    others: {
      'by another house': giving(paris),
      'in the name of a colleague': giving(lead, { by_id: one.personId }),
      'outside an act of the case': { ...giving(lead), within: '' }
    }
  },
  {
    wall: 'a case is taken from a team by its own house, in the course of an act',
    may: ending(lead),
    others: {
      'by another house': ending(paris),
      'outside an act of the case': { ...ending(lead), within: '' }
    }
  },
  {
    wall: 'a team is made by who leads one',
    may: founding(lead),
    others: { 'by a member of one': founding(one), 'in another house': founding(lead, paris.orgId) }
  },
  {
    wall: 'a team is closed by who leads one themselves',
    may: closing(lead),
    others: { 'by a member of one': closing(one), 'by who stands in for them': refused(closing(deputy)) }
  },
  {
    wall: 'somebody is put into a team by who leads one, or who stands in for them',
    may: naming(deputy),
    others: {
      'by a member of one': naming(one),
      'in another house': naming(lead, false, { org_id: paris.orgId })
    }
  },
  {
    wall: 'who leads a team is named by who leads one themselves',
    may: naming(lead, true),
    others: { 'by who stands in for them': naming(deputy, true) }
  },
  {
    wall: 'a member is made to lead by who leads one themselves',
    may: promoting(lead),
    others: {
      'by a member of one': promoting(other),
      'by who stands in for them': refused(promoting(deputy))
    }
  },
  {
    wall: 'who leads a team leaves it by who leads one themselves',
    may: leaving(lead)(lead),
    others: { 'by a member': leaving(lead)(one), 'by who stands in for them': leaving(lead)(deputy) }
  },
  {
    wall: 'a member leaves a team by who leads one, or who stands in for them',
    may: leaving(other)(deputy),
    others: {
      'by a member': leaving(other)(one),
      'by who stands in for a lead of another house': leavingAny({ ...standsIn, orgId: shelter.orgId })
    }
  },
  {
    wall: 'that an act be undone is told to who follows its case',
    may: ofUndo(one),
    others: {
      'and not to another team': ofUndo(other),
      'nor what is told of something else': ofOther(one),
      'nor what another house is told': ofParis(one)
    }
  },
  {
    wall: 'that a person is proposed to another house is read by who follows her',
    may: handings(one),
    others: { 'and not by another team': handings(other) }
  },
  {
    wall: 'what is asked of the house is read by who follows the case',
    may: sent(one),
    others: { 'and not by another team': sent(other) }
  },
  {
    wall: 'an absence is said by who is away',
    may: away(one, one),
    others: {
      'by a colleague': away(other, one),
      'in the name of a colleague': away(one, one, { by_id: other.personId }),
      'in another house': away(one, one, { org_id: paris.orgId })
    }
  },
  {
    wall: 'an absence is said by who leads a team',
    may: away(lead, one),
    others: { 'by another house': away(paris, paris) }
  },
  {
    wall: 'the teams of a house are read there',
    may: asked('select from team')(other),
    others: { 'by another house': asked('select from team')(paris) }
  },
  {
    wall: 'who is in which team is read there',
    may: asked('select from team_member')(other),
    others: { 'by another house': asked('select from team_member')(paris) }
  },
  {
    wall: 'who is away is read there',
    may: asked('select from team_cover')(other),
    others: { 'by another house': asked('select from team_cover')(paris) }
  },
  {
    wall: 'an absence is ended by who is away',
    may: back(lead),
    others: { 'by a colleague': back(one), 'by who stands in': back({ ...deputy, orgId: paris.orgId }) }
  }
]

stand(walls, seenHere(casePredicates, import.meta.url))
