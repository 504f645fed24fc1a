import { expect, it } from 'vitest'
import type { Static } from 'typebox'
import type { FlagForm } from '../../../server/http/me.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const form = async (login: string) =>
  (await site.get(login, '/api/flag-form')).json<Static<typeof FlagForm>>()
const owner = (text: string, values: unknown[] = []) => site.db.owner.query(text, values)

it('a service that lacks the accreditation to flag is told so with its form, and who gives it', async () => {
  const before = await form('asso.rhone')
  expect(before.refused).toBeNull()
  await owner(
    `delete from habilitation where regime = 'flag' and org_id = (
       select m.org_id from membership m join person p on p.id = m.person_id where p.id = $1)`,
    [site.as('asso.rhone').personId]
  )
  expect((await form('asso.rhone')).refused).toEqual({
    why: 'Votre organisation n’est pas habilitée à signaler.',
    regime: 'habilitation à signaler',
    givenBy: 'le mécanisme national'
  })
  // The police flag by their office.
  expect((await form('police.69')).refused).toBeNull()
})

it('shelter for tonight is promised to those who may give it, and to no prefecture', async () => {
  expect((await form('prefecture.69')).shelters).toBe(false)
  expect((await form('police.69')).shelters).toBe(true)
})

it('a place where no cell is accredited is named, from the day on which its cell is suspended', async () => {
  const before = await form('police.69')
  expect(before.withoutCell).toContain('01')
  expect(before.withoutCell).not.toContain('69')
  await owner(`update organisation set status = 'suspended' where type = 'cell' and territory = '69'`)
  expect((await form('police.69')).withoutCell).toContain('69')
})

it('a place in whose cell nobody has access is named, not where somebody is merely away, and its flag is kept', async () => {
  const cell = site.as('cellule.75').orgId
  await owner(`update membership set absent_from = '2020-01-01' where org_id = $1`, [cell])
  expect((await form('police.69')).unreadCell).toEqual([])
  await owner(`update membership set until = now() where org_id = $1`, [cell])
  const after = await form('police.69')
  expect(after.unreadCell).toEqual(['75'])
  expect(after.withoutCell).not.toContain('75')
})
