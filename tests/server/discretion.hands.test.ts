import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { viewCase } from '../../server/cases/view.ts'
import { inContext } from '../../server/db/context.ts'
import { inputFor } from '../support/inputs.ts'
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
describe('whoever did an act is told to the cell as anybody else who may do it', () => {
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
