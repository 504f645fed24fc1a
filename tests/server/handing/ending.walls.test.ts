import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { saidAs } from '../repair/said-as.ts'
import { openSite } from '../../support/running/site.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { rows, proposed } = openHanding(site)
const said = (login: string, caseId: string, text: string) =>
  saidAs(site, login, caseId, { text, values: [] })
const stateOf = async (id: string) =>
  (await rows<{ state: string }>('select state from case_handing where id = $1', [id]))[0]?.state

it('nobody ends in PostgreSQL what was proposed of a case in which they take no part', async () => {
  const id = await site.tell.consenting()
  const one = await proposed(id)
  const ending = 'select * from end_handings(now())'
  expect(await said('asso.paris', id, ending)).toContain('only whoever writes an act of the case')
  expect(await stateOf(one)).toBe('proposed')
  expect(await said('cellule.69', id, ending)).toBeNull()
  expect(await stateOf(one)).toBe('withdrawn')
})

it('nobody but the clock erases what was proposed', async () => {
  const id = await site.tell.consenting()
  const one = await proposed(id)
  for (const login of ['asso.rhone', 'asso.paris', 'cellule.69'])
    expect(await said(login, id, 'select erase_handings()')).toContain('only the clock erases')
  expect(await said('asso.rhone', id, 'delete from case_handing')).toContain('permission denied')
  expect(await stateOf(one)).toBe('proposed')
})
