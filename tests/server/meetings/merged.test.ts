import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { insertOrganisation } from '../../support/world.ts'
import { openDirectory } from '../organisations/directory.ts'

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site
const [tell, meet] = [acting(world), meeting(world)]

const mergeInto = async (from: string, into: string) => {
  await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
  const { proposals } = (await ask('admin', `/organisations/${from}`)).body
  const { id } = proposals.find(({ kind }: { kind: string }) => kind === 'merge')
  return post('admin.bis', `/proposals/${id}/confirm`)
}

describe('a house that withdrew from a case in the cell', () => {
  it('does not come back to it by the house into which it is merged, nor does that one go on; what was voted stands', async () => {
    const from = world.as('membre.69.police').orgId
    const key = `police-qui-reste-${randomUUID()}`
    const into = await insertOrganisation(site.db, { key, name: 'Brigade', type: 'police', territory: '69' })
    const personId = randomUUID()
    await owner.query(`insert into person (id, issuer, subject, display_name) values ($1, 'x', 'y', 'Y')`, [
      personId
    ])
    await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'cell_member')`, [
      personId,
      into
    ])
    const other = { ...world.as('membre.69.police'), personId, orgId: into }
    const sees = async (caseId: string) => {
      const found = await inContext(world.db.app, other, (tx) =>
        runQuery(tx, 'select id from "case" where id = $1', [caseId])
      )
      return found.length === 1
    }
    const [left, kept] = [await tell.flagged('asso.rhone'), await tell.flagged('asso.rhone')]
    for (const caseId of [left, kept]) await tell.act('cellule.69', caseId, 'triage.start')
    const id = await meet.inSession(['membre.69', 'membre.69.police', 'membre.69.sante'])
    await meet.act('cellule.69', id, 'attend', { personId, presence: 'in_person' })
    const itemId = await meet.item(id, left)
    for (const login of ['membre.69', 'membre.69.sante']) await meet.vote(login, id, itemId)
    await meet.doAs(other, id, 'vote', { itemId, voice: 'in_favour' })
    await meet.act('membre.69.police', id, 'item.recuse', { itemId, tie: 'institution' })
    expect([await sees(left), await sees(kept)]).toEqual([true, true])
    expect((await mergeInto(from, into)).status).toBe(200)
    expect([await sees(left), await sees(kept)]).toEqual([false, true])
    const open = `select from participation where case_id = $1 and org_id = $2 and capacity = 'cell_member' and until is null`
    expect((await owner.query(open, [left, into])).rowCount).toBe(0)
    expect((await owner.query(open, [kept, into])).rowCount).toBe(1)
    expect(await why(meet.decide(id, itemId))).toBeNull()
    const { rows } = await owner.query('select tally from meeting_item where id = $1', [itemId])
    expect(rows[0].tally).toMatchObject({ members: 3, inFavour: 3 })
  })
})

describe('a house that flagged and became another', () => {
  it('votes under no other name, nor do those who sit for it give an opinion between meetings', async () => {
    const from = world.as('membre.69.sante').orgId
    const key = `sante-qui-reste-${randomUUID()}`
    const type = world.as('membre.69.sante').orgType
    const into = await insertOrganisation(site.db, { key, name: 'Hôpital', type, territory: '69' })
    const caseId = await tell.flagged('asso.rhone')
    await owner.query(`update case_event set org_id = $2 where case_id = $1 and command = 'case.flag'`, [
      caseId,
      from
    ])
    await tell.act('cellule.69', caseId, 'triage.start')
    const id = await meet.inSession(['membre.69', 'membre.69.police', 'membre.69.sante'])
    const itemId = await meet.item(id, caseId)
    expect((await mergeInto(from, into)).status).toBe(200)
    const since = { ...world.as('membre.69.sante'), orgId: into }
    expect(await why(meet.doAs(since, id, 'vote', { itemId, voice: 'in_favour' }))).toContain(
      'Votre institution a signalé'
    )
    const opinion = { opinion: 'positive', elements: ['harboured'] }
    expect(await why(tell.actAs(since, caseId, 'grounds.propose', opinion))).toContain('a signalé')
    await meet.vote('membre.69', id, itemId)
  })
})
