import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { colleaguesOf } from '../../teams/drawn.ts'
import { accessPredicates } from '../../../../verify/mutation/house/walls/asked/access.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const world = await forFile(openWorld())
const { put, stand } = await openWalls(world)
const named = (...logins: string[]) => logins.map((login) => world.as(login))
const [manager, other, shelter] = named('asso.rhone', 'asso.paris', 'foyer.azur') as Three
const [colleague] = (await colleaguesOf(world, 'asso.rhone', 1)) as [Actor]
const [admin, second, dpo] = named('admin', 'admin.bis', 'dpo') as Three
const [prefecture, cell, elsewhere] = named('prefecture.69', 'cellule.69', 'cellule.75') as Three
type Three = [Actor, Actor, Actor]
const managers = [manager, other, shelter].map(({ personId }) => personId)
await world.db.owner.query('update membership set manager = true where person_id = any($1)', [managers])

const [at, later] = [new Date().toISOString(), new Date(Date.now() + 86_400_000).toISOString()]
const used = { used_at: at, used_by: colleague.personId }
const invited = { role: 'asso', manager: false, email: 'x@asso.example', expires_at: later, invited_at: at }
const invitationOf = ({ orgId, personId }: Actor) => ({
  ...{ ...invited, id: randomUUID(), org_id: orgId, invited_by: personId }
})
await put('invitation', invitationOf(manager))
await put('invitation', { ...invitationOf(other), ...used })
await put('invitation', { ...invitationOf(shelter), withdrawn_at: at })

const proposalOf = ({ personId }: Actor, different: object) => ({
  ...{
    id: randomUUID(),
    body: {},
    org_id: manager.orgId,
    proposed_by: personId,
    proposed_at: at,
    ...different
  }
})
const seat = { kind: 'invite', body: { role: 'cell_member' } }
const regime = { kind: 'regime', regime: 'psp' }
const [ofSeat, ofRegime] = [proposalOf(manager, seat), proposalOf(admin, regime)]
for (const one of [ofSeat, ofRegime, proposalOf(admin, { kind: 'accredit', org_id: elsewhere.orgId })])
  await put('organisation_proposal', one)
await put('access_review', {
  ...{ id: randomUUID(), org_id: manager.orgId, half: '2026-1', made_by: manager.personId, made_at: at },
  ...{ body: 'x', digest: 'x' }
})

const asked = (says: string) => (who: Actor) => ({ who, says })
const inviting = (who: Actor, different: object = {}): Asked => ({
  who,
  says: adding('invitation', { ...invitationOf(manager), ...different })
})
const proposing = (who: Actor, different: object): Asked => ({
  who,
  says: adding('organisation_proposal', proposalOf(who, different))
})
const settling = (who: Actor, id: string, by = who): Asked => ({
  who,
  says: `update organisation_proposal set state = 'withdrawn', settled_at = now(), settled_by = '${by.personId}'${id}`
})
const reviewing = (who: Actor, different: object = {}): Asked => ({
  who,
  says: adding('access_review', {
    ...{ id: randomUUID(), org_id: manager.orgId, half: '2026-2', made_by: who.personId, made_at: at },
    ...{ body: 'x', digest: 'x', ...different }
  })
})
const invitations = asked('select from invitation')
const again = asked('update invitation set generation = 2')
const proposals = (id: string) => asked(`select from organisation_proposal where id = '${id}'`)
const reviews = asked('select id from access_review')
const inRole = (who: Actor, role: Actor['role']) => ({ ...who, role })

const walls: Wall[] = [
  {
    wall: 'who was invited is read by who manages access there',
    may: invitations(manager),
    others: {
      'by a colleague who does not': invitations(colleague),
      'by the administration’s house in another role': invitations(dpo),
      'by an administrator’s person elsewhere': invitations({ ...admin, orgId: cell.orgId })
    }
  },
  {
    wall: 'an invitation is sent again by who manages access there',
    may: again(manager),
    others: {
      'by a colleague who does not': again(colleague),
      'once it was used': again(other),
      'once it was taken back': again(shelter)
    }
  },
  {
    wall: 'people are invited by who manages access there',
    may: inviting(manager),
    others: {
      'by a colleague who does not': inviting(colleague, { invited_by: colleague.personId }),
      'by who manages another house': inviting(other, { invited_by: other.personId }),
      'in the name of a colleague': inviting(manager, { invited_by: colleague.personId }),
      'into a role that is not of that house': inviting(manager, { role: 'cell_secretary' }),
      'alone, into a seat of the cell': inviting(manager, { role: 'cell_member' }),
      'as if it had been used': inviting(manager, used),
      'as if it had been taken back': inviting(manager, { withdrawn_at: at })
    }
  },
  {
    wall: 'what two persons decide of a house is proposed by the administration',
    may: proposing(admin, { kind: 'accredit' }),
    others: {
      'by who manages access there': proposing(manager, { kind: 'accredit' }),
      'by the house of the administration in another role': proposing(dpo, { kind: 'accredit' }),
      'in the name of another administrator': proposing(admin, {
        ...{ kind: 'accredit', proposed_by: second.personId }
      }),
      'as confirmed already': proposing(admin, {
        ...{ kind: 'accredit', state: 'confirmed', settled_by: second.personId }
      })
    }
  },
  {
    wall: 'a seat of the cell is proposed by who manages access in a house',
    may: proposing(manager, seat),
    others: {
      'by a colleague who does not': proposing(colleague, seat),
      'of another house': proposing(manager, { ...seat, org_id: other.orgId }),
      'as another role': proposing(manager, { kind: 'invite', body: { role: 'asso' } })
    }
  },
  {
    wall: 'a proposed seat is read by the secretary of that cell',
    may: proposals(ofSeat.id)(cell),
    others: {
      'of another cell': proposals(ofSeat.id)(elsewhere),
      'in another role': proposals(ofSeat.id)(inRole(cell, 'cell_member')),
      'by a colleague who does not manage access': proposals(ofSeat.id)(colleague)
    }
  },
  {
    wall: 'a proposed regime of a way out is read by the prefecture of that house',
    may: proposals(ofRegime.id)(prefecture),
    others: {
      'of another département': proposals(ofRegime.id)(world.as('prefecture.75')),
      'in another role': proposals(ofRegime.id)(inRole(prefecture, 'police')),
      'by the house that it is about': proposals(ofRegime.id)(manager)
    }
  },
  {
    wall: 'a proposal is settled by who may confirm it',
    may: settling(admin, ` where id = '${ofRegime.id}'`),
    others: {
      'by a colleague of who proposed it': settling(colleague, ''),
      'by who manages access in another house': settling(other, ''),
      'by another prefecture': settling(world.as('prefecture.75'), ''),
      'by another cell': settling(elsewhere, ''),
      'in the name of another administrator': {
        ...settling(admin, ` where id = '${ofRegime.id}'`, second),
        isRefused: true
      }
    }
  },
  {
    wall: 'that access was looked at is said by who manages it there',
    may: reviewing(manager),
    others: {
      'by a colleague who does not': reviewing(colleague),
      'of another house': reviewing(manager, { org_id: other.orgId }),
      'in the name of a colleague': reviewing(manager, { made_by: colleague.personId })
    }
  },
  {
    wall: 'that access was looked at is read by who manages it there',
    may: reviews(manager),
    others: { 'by a colleague who does not': reviews(colleague), 'by another house': reviews(other) }
  }
]

stand(walls, seenHere(accessPredicates, import.meta.url))
