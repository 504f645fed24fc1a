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
const nobody = { organisation: 'Organisation', role: '' }

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

describe('whoever did an act is told to the cell as anybody else who may do it', () => {
  it('a centre of the asylum scheme as a shelter of Ac.Sé, in the case and in a notice', async () => {
    const houses = {
      'foyer.azur': () => site.tell.housed(site.places['foyer.azur']![0]!),
      'centre.dna': inAsylumPlace
    }
    const told = []
    for (const [login, story] of Object.entries(houses)) {
      const id = await story()
      for (const command of ['stay.review', 'housing.alert'] as const) {
        await site.tell.act(login, id, command, inputFor(command))
        await workOff(site.db, site.gate)
        const [notice] = (await site.get('cellule.69', '/api/notices')).json().items
        const followed = await byIn('asso.rhone', id, command)
        expect([login, followed?.role]).toEqual([login, 'structure d’accueil'])
        told.push([login, command, await byIn('cellule.69', id, command), notice.by])
      }
    }
    const [azur, centre] = [told.slice(0, 2), told.slice(2)].map((lines) => lines.map((one) => one.slice(1)))
    expect(azur![0]![1]).toEqual({ organisation: 'Structure d’accueil', role: 'structure d’accueil' })
    expect(centre).toEqual(azur)
  })

  it('OFII as Ac.Sé, where she gives up the place that either seeks', async () => {
    const desks = { acse: ['acse.request', { adhesion: true }], ofii: null } as const
    for (const [login, asked] of Object.entries(desks)) {
      const id = await seeker()
      if (asked) {
        await site.tell.act('asso.rhone', id, ...asked)
        await site.tell.move('acse', await site.tell.referral(id, 'acse'), 'accept')
      } else await asylumPlaceAsked(id)
      await site.tell.act(login, id, 'acse.declined_by_person', {})
      expect([login, await byIn('cellule.69', id, 'acse.declined_by_person')]).toEqual([login, nobody])
      expect((await byIn('asso.rhone', id, 'acse.declined_by_person'))?.role).not.toBe('')
    }
  })

  it('OFII as the police, where Ac.Sé is asked: neither by the act nor by who sent the referral', async () => {
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
      const { referrals } = await read('cellule.69', id)
      expect([login, await byIn('cellule.69', id, 'acse.request')]).toEqual([login, nobody])
      expect(referrals.find(({ kind }) => kind === 'acse')?.sender).toBe('Organisation')
    }
    const id = await seeker()
    await site.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    expect((await byIn('cellule.69', id, 'acse.request'))?.organisation).toBe(site.as('asso.rhone').orgName)
  })

  it('OFII as nobody, where it alone opens the allowance, nor by her return, for which it may not', async () => {
    const id = await site.tell.reflecting()
    await site.tell.act('asso.rhone', id, 'consent.record', { scopes: ['D', 'H'], ...site.tell.how })
    await site.tell.act('asso.rhone', id, 'facts.complete', { asylumLink: true })
    await site.tell.act('asso.rhone', id, 'return.assess', {
      on: '2026-11-24',
      risks: ['debt'],
      wishes: true
    })
    await site.tell.act('asso.rhone', id, 'return.request', { towards: 'origin' })
    await site.tell.move('ofii', await site.tell.referral(id, 'voluntary_return'), 'accept')
    await asylumPlaceAsked(id)
    const acts = {
      'allowance.open': { from: '2026-11-24', means: true, wishes: true },
      'danger.immediate': inputFor('danger.immediate')
    } as const
    for (const [command, input] of Object.entries(acts)) {
      await site.tell.act('ofii', id, command as keyof typeof acts, input)
      expect([command, await byIn('cellule.69', id, command)]).toEqual([command, nobody])
      expect((await byIn('asso.rhone', id, command))?.role).toBe('OFII')
    }
  })
})
