import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeAll(async () => {
  site.gate.telling = true
})
beforeEach(() => freeBeds())

const freeBeds = () =>
  site.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) =>
    viewCase(tx, id, { actor: site.as(login), locale: 'fr', now: noon })
  )
const byIn = async (login: string, id: string, command: string) =>
  (await read(login, id)).timeline.find((event) => event.command === command)?.by
const nobody = { organisation: 'Un autre service', role: '' }

const seeker = () => site.tell.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
const asylumPlaceAsked = async (id: string) => {
  const asked = { title: 'attestation', agrees: true, needs: 'x' }
  await site.tell.act('asso.rhone', id, 'dna.request', asked)
  await site.tell.move('ofii', await site.tell.referral(id, 'dna'), 'accept')
}
describe('a desk is told to the cell by its name where the cell sees that it was asked, and as another service else', () => {
  it('the police, and not OFII, where either asks Ac.Sé; Ac.Sé itself reads who asked it', async () => {
    const asking = {
      'police.69': async (id: string) => {
        await site.tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
        await site.tell.move('police.69', await site.tell.referral(id, 'police'), 'accept')
      },
      ofii: asylumPlaceAsked
    }
    for (const [login, enters] of Object.entries(asking)) {
      const id = await seeker()
      await enters(id)
      await site.tell.act(login, id, 'acse.request', { adhesion: true })
      const told = login === 'ofii' ? nobody.organisation : site.as(login).orgName
      expect((await byIn('cellule.69', id, 'acse.request'))?.organisation).toBe(told)
      const senderFor = async (reader: string) =>
        (await read(reader, id)).referrals.find(({ kind }) => kind === 'acse')?.sender
      expect([login, await senderFor('cellule.69')]).toEqual([login, told])
      await site.tell.move('acse', await site.tell.referral(id, 'acse'), 'accept')
      expect([login, await senderFor('acse')]).toEqual([login, site.as(login).orgName])
    }
  })
})
