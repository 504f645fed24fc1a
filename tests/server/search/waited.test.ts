import { expect, it } from 'vitest'
import { referenceOf } from '../../../server/cases/code.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())
const { tell } = site

type Found = { referrals: { id: string; reference: string }[] }

it('a referral is found by whoever is waited for in it, once they are and for as long as they are', async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  const asked = await tell.referral(id, 'prefecture')
  const reference = referenceOf(asked)
  const found = async (login: string) => {
    const answer = await site.send(login, '/api/search', { q: reference }, { key: null })
    return answer.json<Found>().referrals.map((one) => one.reference)
  }
  // Neither asked nor asking: the cell is waited for once the prefecture has been silent.
  expect(await found('cellule.69')).toEqual([])
  site.at(new Date('2026-12-08T12:00:00Z'))
  await fireDue(site.gate)
  site.at(noon)
  expect(await found('cellule.75')).toEqual([])
  expect(await found('cellule.69')).toEqual([reference])
  await tell.move('prefecture.69', asked, 'accept')
  expect(await found('cellule.69')).toEqual([])
  expect(await found('asso.rhone'), 'positive control').toEqual([reference])
})
