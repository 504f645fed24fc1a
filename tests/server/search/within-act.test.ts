import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site
const ids = async (login: string, q: string) => {
  const { cases } = (await site.send(login, '/api/search', { q }, { key: null })).json<{
    cases: { id: string }[]
  }>()
  return cases.map(({ id }) => id)
}

it('a name is not found in an act that its reader may not follow, and is in those that they may', async () => {
  const id = await tell.consenting(['B'], { identity: { name: 'PREMIERE Grace' } })
  await tell.act('asso.rhone', id, 'identity.record', { name: 'SECONDE Grace' })
  expect(await ids('cellule.69', 'seconde'), 'positive control').toEqual([id])
  // No act of care keeps a name today: as if one did, of which the cell is not told.
  await site.db.owner.query(
    `update case_event set command = 'health.refer' where case_id = $1 and command = 'identity.record'`,
    [id]
  )
  expect(await ids('cellule.69', 'seconde')).toEqual([])
  expect(await ids('cellule.69', 'premiere')).toEqual([id])
  expect(await ids('asso.rhone', 'seconde')).toEqual([id])
})
