import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { inContext } from '../../../../server/db/context.ts'
import { viewCase } from '../../../../server/reading/view.ts'
import { forFile } from '../../../support/for-file.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'
import { noon } from '../../../support/world.ts'

const site = await forFile(openSite())
const { tell } = site

const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return site.act(login, [id, command], input, { version, key: randomUUID() })
}
const asked = { title: 'attestation', agrees: true }
const button = async (login: string, id: string, command: string) =>
  (await site.get(login, `/api/cases/${id}`))
    .json()
    .actions.find((one: { command: string }) => one.command === command)

// CESEDA L522-3, L552-8: the vulnerability is OFII’s to assess, and no article speaks of the sex on a paper.
it('whoever is said to be of another sex is referred to OFII, which weighs it, and is offered a place by it', async () => {
  const id = await tell.consenting(['D'], { asylumLink: true, sex: 'other' })
  expect(await button('asso.rhone', id, 'dna.request')).toMatchObject({ enabled: true })
  expect((await acts('asso.rhone', id, 'dna.request', asked)).statusCode).toBe(200)
  await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
  const placeId = site.places['centre.dna']![0]
  await site.db.owner.query(`update place set sexes = '{female}' where id = $1`, [placeId])
  expect((await acts('ofii', id, 'dna.offer', { placeId })).statusCode).toBe(200)
})

it('a delay that OFII has taken is shown as an indication, and never as late', async () => {
  const id = await tell.consenting(['D'], { asylumLink: true })
  await acts('asso.rhone', id, 'dna.request', asked)
  const actor = site.as('asso.rhone')
  const seen = (now: Date) =>
    inContext(site.db.app, actor, (tx) => viewCase(tx, id, { actor, locale: 'fr', now }))
  for (const now of [noon, new Date('2027-01-15T11:00:00Z')]) {
    const { deadlines } = await seen(now)
    expect(deadlines.find(({ code }) => code === 'MNIO-OFII-ANSWER')).toMatchObject({
      label: 'Réponse de l’OFII (délai indicatif)',
      late: false
    })
  }
})
