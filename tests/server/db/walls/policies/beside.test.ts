import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../../policies/actor.ts'
import { acting } from '../../../../support/acting.ts'
import { forFile } from '../../../../support/for-file.ts'
import { openWorld } from '../../../../support/world.ts'
import { besidePredicates } from '../../../../../verify/mutation/house/walls/asked/beside.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from '../asked.ts'

// What stands beside a case: proposals and requests about it, traces of its clocks, places, directories, signatures.

const world = await forFile(openWorld())
const tell = acting(world)
const { put, stand } = await openWalls(world)
const as = (...logins: string[]) => logins.map((login) => world.as(login))
type Three = [Actor, Actor, Actor]
const [asso, paris, police] = as('asso.rhone', 'asso.paris', 'police.69') as Three
const [cell, deputy, member] = as('cellule.69', 'cellule.69.bis', 'membre.69') as Three
const [shelter, west, mediation] = as('foyer.azur', 'foyer.ouest', 'mediation.69') as Three
const [prefecture, prosecutor, miprof] = as('prefecture.69', 'parquet.lyon', 'miprof') as Three
const [at, day] = [new Date().toISOString(), '2026-11-20']
const later = new Date(Date.now() + 86_400_000).toISOString()
await world.db.owner.query('update membership set manager = true where person_id = any($1)', [
  [paris, mediation, asso].map(({ personId }) => personId)
])
const id = await tell.presumed()
await put('participation', {
  ...{ case_id: id, org_id: police.orgId, capacity: 'police', since: at, basis: 'danger.immediate' },
  moved_at: at
})
await world.db.owner.query(
  `update participation set until = now() where case_id = $1 and org_id = $2 and capacity = 'cell_member'`,
  [id, member.orgId]
)

const asked = (says: string) => (who: Actor) => ({ who, says })
const within = (one: Asked): Asked => ({ ...one, within: id })
const refused = (one: Asked): Asked => ({ ...one, isRefused: true })
const inRole = (who: Actor, role: Actor['role']) => ({ ...who, role })

await put('case_handing', {
  ...{ id: randomUUID(), case_id: id, from_org_id: asso.orgId, to_org_id: paris.orgId, state: 'proposed' },
  ...{ territory: '69', agreed_on: day, language: 'bin', means: 'in_person', interpreter: true },
  ...{ proposed_by: asso.personId, proposed_at: at, expires_at: later }
})
const handings = asked('select from case_handing')

const seqOf = async (command: string) =>
  (
    await world.db.owner.query<{ seq: number }>(
      'select seq from case_event where case_id = $1 and command = $2',
      [id, command]
    )
  ).rows[0]!.seq
const requestOf = async (command: string, { personId }: Actor, different: object = {}) => {
  const request = randomUUID()
  await put('undo_request', {
    ...{ id: request, case_id: id, seq: await seqOf(command), reason: 'wrong_entry', state: 'asked' },
    ...{ asked_by: personId, asked_at: at, ...different }
  })
  return request
}
const [request, ofMember, declined] = [
  await requestOf('triage.start', cell),
  await requestOf('grounds.propose', member),
  await requestOf('grounds.positive', cell, {
    ...{ state: 'declined', settled_at: at, settled_by: asso.personId }
  })
]
const withdrawing = (who: Actor, { of = request, by = who, state = 'withdrawn' } = {}) =>
  within({
    who,
    says: `update undo_request set state = '${state}', settled_at = now(), settled_by = '${by.personId}' where id = '${of}'`
  })

const [clock] = (
  await world.db.owner.query<{ id: string }>('select id from deadline where case_id = $1 limit 1', [id])
).rows
await put('deadline_trace', { deadline_id: clock!.id, case_id: id, seq: 99 })
const traces = asked(`select from deadline_trace where deadline_id = '${clock!.id}'`)

const adds = (who: Actor, of = who): Asked => ({
  who,
  says: adding('place', {
    ...{ id: randomUUID(), org_id: of.orgId, kind: 'acse', label: 'Studio', sexes: ['female'], children: 0 },
    ...{ languages: ['fr'], accessible: false, excluded_zones: [], version: 1 }
  })
})

const protocol = randomUUID()
await put('local_protocol', {
  ...{ id: protocol, name: '69-2027-01', place: '69', territory: '69', state: 'draft', body: {} },
  ...{ effective_on: '2027-01-01', created_by: cell.personId, org_id: cell.orgId },
  ...{ writers: [cell.personId], created_at: at, revision: 1 }
})
await put('local_protocol_signature', {
  ...{ protocol_id: protocol, side: 'prefecture', person_id: prefecture.personId, revision: 1, at },
  org_id: prefecture.orgId
})
const signatures = asked('select from local_protocol_signature')

await put('court_referent', {
  ...{ id: randomUUID(), court_id: prosecutor.orgId, name: 'N', service: 'S', contact: 'C' },
  ...{ verified_on: day, verified_by: prosecutor.personId, verified_org: prosecutor.orgId }
})
const referents = asked('select from court_referent')

const offerOf = ({ orgId, personId }: Actor) => ({
  ...{ org_id: orgId, offers: ['listening'], receives: [], languages: [], hours: '', note: '' },
  ...{ said_on: day, said_by: personId }
})
for (const who of [paris, mediation]) await put('service_offer', offerOf(who))
const offerSeen = ({ orgId }: Actor) => asked(`select from service_offer where org_id = '${orgId}'`)
// No column is read: what the policy that reads asks does not stand in for what the one that writes does.
const sayingAgain = (who: Actor, by = who): Asked => ({
  who,
  says: `update service_offer set note = 'N', said_by = '${by.personId}'`
})

const walls: Wall[] = [
  {
    wall: 'that a person is proposed is read by the house that proposes her',
    may: handings(asso),
    others: {
      'and not there in another role': handings(inRole(asso, 'cell_member')),
      'nor by a third house': handings(inRole(shelter, 'asso'))
    }
  },
  {
    wall: 'and by the one that is asked',
    may: handings(paris),
    others: { 'and not there in another role': handings(inRole(paris, 'cell_member')) }
  },
  {
    wall: 'that an act be undone is taken back by the house that asked',
    may: withdrawing(cell),
    others: {
      'and not by another house of the case': withdrawing(police),
      'nor once that house takes part no more': withdrawing(member, { of: ofMember }),
      'nor once it was declined': withdrawing(cell, { of: declined }),
      'nor in the name of a colleague': refused(withdrawing(cell, { by: deputy })),
      'nor as if it had been undone': refused(withdrawing(cell, { state: 'undone' })),
      'nor outside an act of the case': { ...withdrawing(cell), within: '' }
    }
  },
  {
    wall: 'what a clock was is read by who reads the clock',
    may: traces(asso),
    others: { 'and by no other association': traces(paris), 'nor by a shelter': traces(shelter) }
  },
  {
    wall: 'a place is added by the house whose it is',
    may: adds(shelter),
    others: { 'and by no other house': adds(west, shelter), 'nor by an association': adds(asso, shelter) }
  },
  {
    wall: 'who signed a draft of a protocol is read by those who read the draft',
    may: signatures(prefecture),
    others: {
      'and by no association': signatures(asso),
      'nor elsewhere': signatures(world.as('prefecture.75'))
    }
  },
  {
    wall: 'the referent of a court is read by who speaks with courts',
    may: referents(asso),
    others: { 'and not by who makes figures': referents(miprof), 'nor from a seat': referents(member) }
  },
  {
    wall: 'what a service offers is read by whoever has an access',
    may: offerSeen(paris)(asso),
    others: {
      'and not by nobody of anywhere': { ...offerSeen(paris)(asso), who: { ...asso, orgId: null } },
      'nor of a house that helps nobody itself': offerSeen(mediation)(asso)
    }
  },
  {
    wall: 'it is said again by who manages access there',
    may: sayingAgain(paris),
    others: {
      'and not by a colleague who does not': sayingAgain({ ...paris, personId: asso.personId }),
      'nor by who manages access elsewhere': sayingAgain(asso),
      'nor in the name of another': refused(sayingAgain(paris, asso)),
      'nor of a house that helps nobody itself': refused(sayingAgain(mediation))
    }
  }
]

stand(walls, seenHere(besidePredicates, import.meta.url))
