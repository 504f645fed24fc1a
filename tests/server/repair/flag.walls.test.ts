import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { saidAs } from './said-as.ts'
import { openSite } from '../../support/running/site.ts'
import { openRepair } from './support.ts'

const site = await forFile(openSite())
const { rows } = openRepair(site)

it('the flag with which a file begins is struck by nobody, the house that flagged included, whatever act says that it takes it back', async () => {
  const id = await site.tell.flagged('asso.rhone')
  await site.tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
  const strike = (seq: number) => {
    const text = `select strike_act($1, $2, 'wrong_entry', now())`
    return saidAs(site, 'asso.rhone', id, { text, values: [seq, 999] })
  }
  expect(await strike(1)).toContain('no act to strike')
  // What may be struck fails only for want of the act that says so.
  expect(await strike(2)).toContain('no act took it back')
  expect(await rows('select from case_event where case_id = $1 and struck_by is not null', [id])).toEqual([])
})
