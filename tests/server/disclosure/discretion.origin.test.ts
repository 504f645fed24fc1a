import { expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) =>
    viewCase(tx, id, { actor: site.as(login), locale: 'fr', now: noon })
  )

it('a member of the cell does not learn by a clock whence Ac.Sé took her', async () => {
  const { tell } = site
  const police = { key: 'pol-974', name: 'POLICE 974', type: 'police', territory: '974' } as const
  const orgId = await insertOrganisation(site.db, police)
  const seated: Actor = { ...site.as('membre.69'), orgId, territory: '974' }
  await site.db.owner.query(
    `with one as (insert into person (issuer, subject, display_name) values ('x', 'membre.974', 'x') returning id)
     insert into membership (person_id, org_id, role) select id, $1, 'cell_member' from one`,
    [orgId]
  )
  const there = { key: 'cell-974', name: 'CELLULE 974', type: 'cell', territory: '974' } as const
  const cell974 = {
    ...site.as('cellule.75'),
    orgId: await insertOrganisation(site.db, there),
    territory: '974'
  }
  // Each holds a seat where they act: PostgreSQL asks it of an opinion.
  await site.db.owner.query(
    `insert into membership (person_id, org_id, role) values ($1, $2, 'cell_member'), ($3, $4, 'cell_secretary')`,
    [seated.personId, orgId, cell974.personId, cell974.orgId]
  )
  const told = []
  for (const [index, territory] of ['69', '974'].entries()) {
    const cell = territory === '69' ? site.as('cellule.69') : cell974
    const id = await tell.flagged('asso.rhone', { territory })
    await tell.actAs(cell, id, 'triage.start')
    const voice = territory === '69' ? site.as('membre.69') : seated
    await tell.actAs(voice, id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await tell.actAs(cell, id, 'grounds.positive')
    await tell.act('asso.rhone', id, 'person.inform', inputFor('person.inform'))
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...tell.how })
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'calme' })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.azur']![index]! })
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    await tell.act('foyer.azur', id, 'acse.visio', {
      at: new Date(noon.getTime() - 3_600_000).toISOString()
    })
    await tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    if (territory !== '69') {
      await tell.actAs(cell, id, 'territory.transfer', { to: '69', reason: 'sheltered' })
      await tell.move('cellule.69', await tell.referral(id, 'cell'), 'accept')
      await tell.act('cellule.69', id, 'territory.take_up')
    }
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    await tell.act('police.69', id, 'formal.no', inputFor('formal.no'))
    await tell.act('asso.rhone', id, 'review.request', { newElement: 'un témoignage' })
    const clocks = (await read('membre.69', id)).deadlines
    const { items } = (await site.get('membre.69', '/api/deadlines')).json()
    const listed = items.filter((one: { caseId: string }) => one.caseId === id)
    told.push(
      [...clocks, ...listed].map(({ code, startsOn, dueAt, computation }) => ({
        code,
        startsOn,
        dueAt,
        computation
      }))
    )
  }
  expect(told[0]!.map(({ code }) => code)).toContain('MNIO-STAY-REVIEW')
  expect(told[1]).toEqual(told[0])
})
