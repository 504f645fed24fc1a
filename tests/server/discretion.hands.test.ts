import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { viewCase } from '../../server/cases/view.ts'
import { inContext } from '../../server/db/context.ts'
import { inputFor } from '../support/inputs.ts'
import { workOff } from '../support/queue.ts'
import { openSite, type Site } from '../support/site.ts'
import { noon } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  site.gate.telling = true
})
beforeEach(() => freeBeds())
afterAll(() => site.close())

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
const inAsylumPlace = async () => {
  const id = await seeker()
  await asylumPlaceAsked(id)
  await site.tell.act('ofii', id, 'dna.offer', { placeId: site.places['centre.dna']![0]! })
  await site.tell.move('centre.dna', await site.tell.referral(id, 'dna_place'), 'accept')
  const admission = { ...inputFor('dna.admission'), on: '2026-11-24' }
  await site.tell.act('centre.dna', id, 'dna.admission', admission)
  return id
}

describe('what a house does is told to the cell as what another service does', () => {
  it('whether it is of Ac.Sé or a centre of the asylum scheme, in the case and in a notice', async () => {
    const houses = {
      'foyer.azur': () => site.tell.housed(site.places['foyer.azur']![0]!),
      'centre.dna': inAsylumPlace
    }
    for (const [login, story] of Object.entries(houses)) {
      const id = await story()
      for (const command of ['stay.review', 'housing.alert'] as const) {
        await site.tell.act(login, id, command, inputFor(command))
        await workOff(site.db, site.gate)
        const [notice] = (await site.get('cellule.69', '/api/notices')).json().items
        expect([login, await byIn('cellule.69', id, command), notice.by]).toEqual([login, nobody, null])
        expect(await byIn('asso.rhone', id, command)).toEqual(nobody)
        expect((await byIn(login, id, command))?.organisation).toBe(site.as(login).orgName)
      }
    }
  })
})

describe('a desk is told to the cell by its name where the cell sees that it was asked, and as another service else', () => {
  const gaveUp = 'acse.declined_by_person'

  it('Ac.Sé, and not OFII, where she gives up the place that either seeks', async () => {
    const sought = await seeker()
    await site.tell.act('asso.rhone', sought, 'acse.request', { adhesion: true })
    await site.tell.move('acse', await site.tell.referral(sought, 'acse'), 'accept')
    await site.tell.act('acse', sought, gaveUp, {})
    expect((await byIn('cellule.69', sought, gaveUp))?.organisation).toBe(site.as('acse').orgName)
    const id = await seeker()
    await asylumPlaceAsked(id)
    await site.tell.act('ofii', id, gaveUp, {})
    expect(await byIn('cellule.69', id, gaveUp)).toEqual(nobody)
    expect((await byIn('asso.rhone', id, gaveUp))?.organisation).toBe(site.as('ofii').orgName)
  })

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
