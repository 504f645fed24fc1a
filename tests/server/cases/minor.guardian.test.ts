import { expect, it } from 'vitest'
import { actionFor } from '../../support/running/actions.ts'
import { child, inChildhood, report, rows, tell, world } from '../../support/child.ts'
import { insertOrganisation, noon } from '../../support/world.ts'

inChildhood()

const offeredTo = async (login: string, id: string) => {
  const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
  const { input } = await actionFor(world.db, reader, [id, 'guardian.name'])
  const { recipientId } = input.properties! as Record<string, { oneOf: { title: string }[] }>
  return recipientId!.oneOf.map(({ title }) => title)
}
const name = { on: '2026-11-24', missions: ['criminal'], reason: 'absent' }

it('a court names a guardian of its own territory first, then of where the case is', async () => {
  const paris = await insertOrganisation(world.db, {
    key: 'adhoc-75-test',
    name: 'Administration ad hoc · essai',
    type: 'ad_hoc',
    territory: '75'
  })
  const id = await child()
  await report(id)
  await world.db.owner.query(
    `update "case" set territory = '75', facts = jsonb_set(facts, '{territory}', '"75"') where id = $1`,
    [id]
  )
  const offered = await offeredTo('parquet.lyon', id)
  expect(offered[0]).toBe(world.as('adhoc.69').orgName)
  // Nobody of it has access yet, which whoever chooses is told.
  expect(offered.some((title) => title.startsWith('Administration ad hoc · essai'))).toBe(true)
  await tell.act('parquet.lyon', id, 'guardian.name', name)
  const sent = await rows<{ org: string }>(
    `select recipient_org_id as org from referral where case_id = $1 and kind = 'ad_hoc_guardian'`,
    [id]
  )
  expect(sent).toEqual([{ org: world.as('adhoc.69').orgId }])

  const other = await child()
  await report(other)
  await world.db.owner.query(
    `update "case" set territory = '75', facts = jsonb_set(facts, '{territory}', '"75"') where id = $1`,
    [other]
  )
  await tell.act('parquet.lyon', other, 'guardian.name', { ...name, recipientId: paris })
  expect(await tell.referral(other, 'ad_hoc_guardian')).toBeTruthy()
})

it('is offered none of a territory that is neither a court’s, nor hers, nor the case’s', async () => {
  await insertOrganisation(world.db, {
    key: 'adhoc-33-test',
    name: 'Administration ad hoc · ailleurs',
    type: 'ad_hoc',
    territory: '33'
  })
  const id = await child()
  await report(id)
  expect(await offeredTo('parquet.lyon', id)).not.toContain('Administration ad hoc · ailleurs')
})
