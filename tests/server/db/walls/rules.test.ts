import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { colleaguesOf } from '../../teams/drawn.ts'
import { rulePredicates } from '../../../../verify/mutation/house/walls/asked/rules.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const world = await forFile(openWorld())
const { put, stand } = await openWalls(world)
const named = (...logins: string[]) => logins.map((login) => world.as(login))
const [admin, second, miprof] = named('admin', 'admin.bis', 'miprof') as [Actor, Actor, Actor]
const [cell, deputy, elsewhere] = named('cellule.69', 'cellule.69.bis', 'cellule.75') as Three
const [prefecture, prosecutor, paris] = named('prefecture.69', 'parquet.lyon', 'parquet.paris') as Three
const [ofii, asso, mediation] = named('ofii', 'asso.rhone', 'mediation.69') as Three
type Three = [Actor, Actor, Actor]
const [colleague] = (await colleaguesOf(world, 'mediation.69', 1)) as [Actor]
await world.db.owner.query('update membership set manager = true where person_id = any($1)', [
  [mediation.personId, asso.personId]
])

const [at, day] = [new Date().toISOString(), '2026-11-20']
const asked = (says: string) => (who: Actor) => ({ who, says })
/** A row of somebody, written by themselves or by another. */
const writing =
  (table: string, rowOf: (who: Actor) => object) =>
  (who: Actor, different: object = {}, of = who): Asked => ({
    who,
    says: adding(table, { ...rowOf(of), ...different })
  })
const inRole = (who: Actor, role: Actor['role']) => ({ ...who, role })

const versionOf = ({ personId }: Actor) => ({
  ...{ version: '2099-01', effective_on: '2099-01-01', body: {}, state: 'draft', created_at: at },
  ...{ created_by: personId, writers: [personId] }
})
const drafting = writing('config_version', versionOf)
await put('config_version', { ...versionOf(admin), version: '2099-02' })
const moving = writing('config_move', ({ personId }) => ({
  ...{ id: randomUUID(), territory: '69', to_local: '69-2027-02', state: 'moving', started_by: personId },
  ...{ started_at: at, total: 1 }
}))

const protocolOf = ({ personId, orgId }: Actor) => ({
  ...{ id: randomUUID(), name: '69-2027-01', place: '69', territory: '69', state: 'draft', body: {} },
  ...{ effective_on: '2027-01-01', created_by: personId, org_id: orgId, writers: [personId], created_at: at }
})
const preparing = writing('local_protocol', protocolOf)
const draft = { ...protocolOf(cell), name: '69-2027-02' }
await put('local_protocol', draft)
const drafts = asked('select from local_protocol')
const takingBack = asked(
  `update local_protocol set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = '${cell.personId}'`
)
const signing = writing('local_protocol_signature', ({ personId, orgId }) => ({
  ...{ protocol_id: draft.id, side: 'prefecture', person_id: personId, org_id: orgId, revision: 1, at }
}))

const naming = writing('court_referent', ({ personId, orgId }) => ({
  ...{ id: randomUUID(), court_id: prosecutor.orgId, name: 'N', service: 'S', contact: 'C' },
  ...{ verified_on: day, verified_by: personId, verified_org: orgId }
}))
await put('court_referent', {
  ...{
    id: randomUUID(),
    court_id: prosecutor.orgId,
    name: 'N',
    service: 'S',
    contact: 'C',
    verified_on: day
  },
  ...{ verified_by: prosecutor.personId, verified_org: prosecutor.orgId }
})
const verifying = (who: Actor, by = who): Asked => ({
  who,
  says: `update court_referent set name = 'M', verified_by = '${by.personId}', verified_org = '${by.orgId}'`
})

const occupancy = { centre: 'cada', region: 'Bretagne', places: 10, occupied: 9, recorded_at: at }
const counting = writing('asylum_occupancy', ({ personId }) => ({
  ...{ ...occupancy, as_of: day, recorded_by: personId }
}))
await put('asylum_occupancy', { ...occupancy, as_of: '2026-10-20', recorded_by: ofii.personId })
const correcting = (who: Actor, by = who): Asked => ({
  who,
  says: `update asylum_occupancy set occupied = 8, recorded_by = '${by.personId}'`
})

const settlementOf = ({ personId, orgId }: Actor) => ({
  ...{ id: randomUUID(), org_id: orgId, label: 'L', kind: 'squat', commune: 'Lyon', territory: '69' },
  ...{ added_by: personId, added_at: at }
})
const settling = writing('settlement', settlementOf)
await put('settlement', settlementOf(mediation))
const closing = (who: Actor, by = who): Asked => ({
  who,
  says: `update settlement set closed_at = now(), closed_by = '${by.personId}'`
})
const offering = writing('service_offer', ({ personId, orgId }) => ({
  ...{ org_id: orgId, offers: ['listening'], said_on: day, said_by: personId }
}))

const walls: Wall[] = [
  {
    wall: 'rules are drafted by the administration',
    may: drafting(admin),
    others: {
      'by who reads them': drafting(miprof),
      'in the name of a colleague': drafting(admin, { created_by: second.personId }),
      'as published at birth': drafting(admin, {
        ...{ state: 'published', published_by: second.personId, published_at: at }
      }),
      'as if nobody had written them': drafting(admin, { writers: [] })
    }
  },
  {
    wall: 'rules are withdrawn by the administration',
    may: asked(`update config_version set state = 'withdrawn' where version = '2099-02'`)(admin),
    others: { 'by who reads them': asked(`update config_version set state = 'withdrawn'`)(miprof) }
  },
  {
    wall: 'cases are moved to other rules by the administration',
    may: moving(admin),
    others: { 'by who reads the rules': moving(miprof), 'by a cell': moving(cell) }
  },
  {
    wall: 'a protocol is prepared by the cell of its territory',
    may: preparing(cell),
    others: {
      'by another cell': preparing(elsewhere),
      'by a side that signs it': preparing(prefecture),
      'in the name of a colleague': preparing(cell, { created_by: deputy.personId }),
      'in the name of another house': preparing(cell, { org_id: elsewhere.orgId }),
      'as signed at birth': preparing(cell, { state: 'signed', signed_at: at }),
      'as if nobody had written it': preparing(cell, { writers: [deputy.personId] })
    }
  },
  {
    wall: 'a draft of a protocol is read by the sides that sign it',
    may: drafts(prefecture),
    others: {
      'of another département': drafts(world.as('prefecture.75')),
      'by another prosecution': drafts(paris),
      'in another role': drafts(inRole(prefecture, 'police')),
      'by an association': drafts(asso)
    }
  },
  {
    wall: 'a draft of a protocol is taken back by who prepares it',
    may: takingBack(cell),
    others: { 'by another cell': takingBack(elsewhere), 'by an association': takingBack(asso) }
  },
  {
    wall: 'a protocol is signed by a person of each side',
    may: signing(prefecture),
    others: {
      'for the other side': signing(prefecture, { side: 'prosecution' }),
      'in the name of another person': signing(prefecture, { person_id: prosecutor.personId }),
      'in the name of another house': signing(prefecture, { org_id: prosecutor.orgId }),
      'by the cell': signing(deputy)
    }
  },
  {
    wall: 'the referent of a court is named by that court',
    may: naming(prosecutor),
    others: {
      'by another court': naming(paris),
      'in another role': naming(inRole(prosecutor, 'police')),
      'in the name of another person': naming(prosecutor, { verified_by: paris.personId }),
      'in the name of another house': naming(prosecutor, { verified_org: paris.orgId }),
      'as removed at birth': naming(prosecutor, { removed_at: at })
    }
  },
  {
    wall: 'the referent of a court is verified by that court',
    may: verifying(prosecutor),
    others: {
      'by another court': verifying(paris),
      'in the name of another': {
        ...verifying(prosecutor, { ...prosecutor, personId: paris.personId }),
        isRefused: true
      }
    }
  },
  {
    wall: 'how full the asylum scheme is is recorded by OFII',
    may: counting(ofii),
    others: {
      'by an association': counting(asso),
      'in the name of another': counting(ofii, {}, asso)
    }
  },
  {
    wall: 'how full the asylum scheme is is corrected by OFII',
    may: correcting(ofii),
    others: {
      'by an association, which reads it': correcting(asso),
      'in the name of another': { ...correcting(ofii, asso), isRefused: true }
    }
  },
  {
    wall: 'a settlement is added by who manages access in a house that mediates',
    may: settling(mediation),
    others: {
      'by a colleague who does not': settling(colleague),
      'by who manages access in another house': settling(asso),
      'in the name of a colleague': settling(mediation, { added_by: colleague.personId }),
      'as closed at birth': settling(mediation, { closed_at: at, closed_by: mediation.personId })
    }
  },
  {
    wall: 'a settlement is closed by who manages access in the house whose it is',
    may: closing(mediation),
    others: {
      'by a colleague who does not': closing(colleague),
      'by who manages access in another house': closing(asso),
      'in another role': closing(inRole(mediation, 'school')),
      'in the name of a colleague': { ...closing(mediation, colleague), isRefused: true }
    }
  },
  {
    wall: 'what a service offers is said by who manages access there',
    may: offering(asso),
    others: {
      'in the name of another': offering(asso, { said_by: ofii.personId }),
      'of a house that helps nobody itself': offering(mediation)
    }
  }
]

stand(walls, seenHere(rulePredicates, import.meta.url))
