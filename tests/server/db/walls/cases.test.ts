import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import type { Context } from '../../../../server/db/context.ts'
import { acting } from '../../../support/acting.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { casePredicates } from '../../../../verify/mutation/house/walls/asked/cases.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const world = await forFile(openWorld())
world.at(new Date())
const tell = acting(world)
const { put, stand } = await openWalls(world)
const named = (...logins: string[]) => logins.map((login) => world.as(login))
const [asso, paris, shelter] = named('asso.rhone', 'asso.paris', 'foyer.azur') as Three
const [cell, deputy, member] = named('cellule.69', 'cellule.69.bis', 'membre.69') as Three
const police = world.as('police.69')
type Three = [Actor, Actor, Actor]

const [id, over] = [await tell.presumed(), await tell.presumed()]
const at = new Date().toISOString()
const later = new Date(Date.now() + 86_400_000).toISOString()
const seqOf = async (command: string) =>
  (
    await world.db.owner.query<{ seq: number }>(
      'select seq from case_event where case_id = $1 and command = $2',
      [id, command]
    )
  ).rows[0]!.seq
const [triage, opinion] = [await seqOf('triage.start'), await seqOf('grounds.propose')]
await world.db.owner.query(
  `update participation set until = now() where case_id = $1 and org_id = $2 and capacity = 'cell_member'`,
  [id, member.orgId]
)
await put('participation', {
  ...{
    case_id: id,
    org_id: police.orgId,
    capacity: 'police',
    since: at,
    basis: 'danger.immediate',
    moved_at: at
  }
})

/** In the course of an act of the case. */
const within = (who: Context, says: string, of = id): Asked => ({ who, says, within: of })
/** By whoever holds the connection of the application, outside any act. */
const outside = ({ who, says }: Asked): Asked => ({ who, says })
const refused = (asked: Asked): Asked => ({ ...asked, isRefused: true })

const handing = (of: string, from: Actor, to: Actor) => ({
  ...{ id: randomUUID(), case_id: of, from_org_id: from.orgId, to_org_id: to.orgId, state: 'proposed' },
  ...{ territory: '69', agreed_on: '2026-11-20', language: 'bin', means: 'in_person', interpreter: true },
  ...{ proposed_by: from.personId, proposed_at: at, expires_at: later }
})
const proposing = (who: Actor, different: object = {}) =>
  within(who, adding('case_handing', { ...handing(over, who, paris), ...different }), over)
const settled = { settled_by: paris.personId, settled_at: at }
await put('case_handing', handing(id, asso, paris))
await put('case_handing', { ...handing(over, asso, paris), state: 'refused', reason: 'full', ...settled })
const settling = (who: Actor, state: string, of = id) =>
  within(
    who,
    `update case_handing set state = '${state}', settled_at = now(), settled_by = '${who.personId}'`,
    of
  )

const asking = (who: Actor, different: object = {}) =>
  within(
    who,
    adding('undo_request', {
      ...{ id: randomUUID(), case_id: id, seq: triage, reason: 'wrong_entry', state: 'asked' },
      ...{ asked_by: who.personId, asked_at: at, ...different }
    })
  )
await put('undo_request', {
  ...{ id: randomUUID(), case_id: id, seq: opinion, reason: 'wrong_entry', state: 'asked' },
  ...{ asked_by: deputy.personId, asked_at: at }
})
const requests = (who: Actor): Asked => ({ who, says: 'select from undo_request' })
const declining = (who: Actor, { by = who, state = 'declined' } = {}) =>
  within(who, `update undo_request set state = '${state}', settled_at = now(), settled_by = '${by.personId}'`)

await put('glass_opening', {
  ...{ id: randomUUID(), case_id: id, person_id: police.personId, org_id: police.orgId, role: 'police' },
  ...{ capacity: 'police', classes: ['B'], reason: 'life', opened_at: at, until: later, state: 'open' },
  ...{ confirm_org_id: cell.orgId, told_orgs: [], told_as: 'cell' }
})
// A person who has a bed, and whom the police look for.
const housed = await tell.housed(world.places['foyer.azur']![0]!)
await put('participation', {
  ...{ case_id: housed, org_id: police.orgId, capacity: 'police', since: at, basis: 'danger.immediate' },
  moved_at: at
})
await put('glass_opening', {
  ...{ id: randomUUID(), case_id: housed, person_id: police.personId, org_id: police.orgId, role: 'police' },
  ...{ capacity: 'police', classes: ['A'], reason: 'life', opened_at: at, until: later, state: 'open' },
  ...{ confirm_org_id: cell.orgId, told_orgs: [], told_as: 'cell' }
})
const beds = (who: Actor): Asked => ({ who, says: 'select from stay' })
const confirming = (who: Context, { by = who, state = 'confirmed' } = {}) =>
  within(
    who,
    `update glass_opening set state = '${state}', settled_at = now(), settled_by = ${by.personId ? `'${by.personId}'` : 'null'}`
  )
const system: Context = { orgId: null, personId: null, role: 'system' }

const walls: Wall[] = [
  {
    wall: 'a person is proposed to another association by the one that accompanies her',
    may: proposing(asso),
    others: {
      'by one that does not': proposing(paris, { to_org_id: shelter.orgId }),
      'by the cell that examines her case': proposing(cell),
      'in the name of another house': proposing(asso, {
        ...{ from_org_id: paris.orgId, to_org_id: shelter.orgId }
      }),
      'in the name of a colleague': proposing(asso, { proposed_by: cell.personId }),
      'as accepted at birth': proposing(asso, { state: 'accepted', ...settled }),
      'outside an act of her case': outside(proposing(asso))
    }
  },
  {
    wall: 'what was proposed of a person is accepted by whom it was proposed to',
    may: settling(paris, 'accepted'),
    others: {
      'by a third house': settling(shelter, 'accepted'),
      'by whoever proposed it': refused(settling(asso, 'accepted')),
      'outside an act of her case': outside(settling(paris, 'accepted')),
      'once it was refused': settling(paris, 'accepted', over)
    }
  },
  {
    wall: 'what was proposed of a person is taken back by whoever proposed it',
    may: settling(asso, 'withdrawn'),
    others: { 'by whom it was proposed to': refused(settling(paris, 'withdrawn')) }
  },
  {
    wall: 'that an act be undone is asked by whoever entered it',
    may: asking(cell),
    others: {
      'by whoever accompanies her': asking(asso),
      'by who takes part no more': asking(member, { seq: opinion }),
      'in the name of a colleague': asking(cell, { asked_by: deputy.personId }),
      'as declined at birth': asking(cell, {
        ...{ state: 'declined', settled_by: asso.personId, settled_at: at }
      }),
      'outside an act of her case': outside(asking(cell))
    }
  },
  {
    wall: 'that an act be undone is told to whoever decides of it',
    may: requests(asso),
    others: {
      'to another house of the case': requests(police),
      'to who entered it and takes part no more': requests(member),
      'to a house that takes no part': requests(paris)
    }
  },
  {
    wall: 'that an act be undone is declined by whoever decides of it',
    may: declining(asso),
    others: {
      'by another house of the case': declining(cell),
      'by whoever asked, as another house': declining({ ...asso, personId: deputy.personId }),
      'in the name of a colleague': refused(declining(asso, { by: cell })),
      'as if it had been undone': refused(declining(asso, { state: 'undone' })),
      'outside an act of her case': outside(declining(asso))
    }
  },
  {
    wall: 'an emergency access is confirmed by the house that is asked to',
    may: confirming(cell),
    others: {
      'by another house of the case': refused(confirming(asso)),
      'by whoever opened it, as that house': refused(confirming({ ...cell, personId: police.personId })),
      'in the name of a colleague': refused(confirming(cell, { by: deputy })),
      'as if time had run out': refused(confirming(cell, { state: 'lapsed' })),
      'by the clock': refused(confirming(system)),
      'outside an act of her case': outside(confirming(cell))
    }
  },
  {
    wall: 'where somebody sleeps is read in an emergency by whoever opened it',
    may: beds(police),
    others: {
      'by a colleague of theirs': beds({ ...police, personId: member.personId }),
      'by a house that takes no part': beds(paris)
    }
  },
  {
    wall: 'an emergency access that nobody answered is ended by the clock',
    may: confirming(system, { state: 'lapsed' }),
    others: { 'outside an act of her case': outside(confirming(system, { state: 'lapsed' })) }
  }
]

stand(walls, seenHere(casePredicates, import.meta.url))
