import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { emergencyShelters } from '../../../workflows/vocabulary/words.housing.ts'
import { inputFor } from '../../support/inputs.ts'
import { why } from '../../support/refusals.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeAll(async () => {
  site.gate.telling = true
  await insertOrganisation(site.db, { key: 'cell-976', name: 'CELLULE 976', type: 'cell', territory: '976' })
})

const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) =>
    viewCase(tx, id, { actor: site.as(login), locale: 'fr', now: noon })
  )
const byIn = (view: Awaited<ReturnType<typeof read>>, command: string) =>
  view.timeline.find((event) => event.command === command)?.by
const danger = { called: Object.keys(emergencyShelters)[0]!, facts: 'x' }
const nobody = { organisation: 'Un autre service', role: '' }
const noticesOf = async (login: string) => {
  await workOff(site.db, site.gate)
  return (await site.get(login, '/api/notices')).json().items
}

const asylumPlaceAsked = async (id: string) => {
  const asked = { title: 'attestation', agrees: true, needs: 'x' }
  await site.tell.act('asso.rhone', id, 'dna.request', asked)
  await site.tell.move('ofii', await site.tell.referral(id, 'dna'), 'accept')
}
const careAsked = async (id: string) => {
  const asked = { destination: 'psychological', recipientId: site.as('soin.69').orgId }
  await site.tell.act('asso.rhone', id, 'health.refer', asked)
  await site.tell.move('soin.69', await site.tell.referral(id, 'health'), 'accept')
}

describe('that OFII was asked for an asylum place is not told', () => {
  it('by the name and the role of who did an act', async () => {
    const id = await site.tell.reflecting()
    await site.tell.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...site.tell.how })
    await site.tell.act('asso.rhone', id, 'facts.complete', { asylumLink: true })
    await asylumPlaceAsked(id)
    await site.tell.act('ofii', id, 'allowance.open', { from: '2026-11-24', means: true, wishes: true })
    await site.tell.act('ofii', id, 'danger.immediate', danger)
    const readers = { 'cellule.69': 'danger.immediate', 'prefecture.69': 'allowance.open' }
    for (const [login, command] of Object.entries(readers)) {
      const seen = await read(login, id)
      expect([login, byIn(seen, command)]).toEqual([login, nobody])
      expect(JSON.stringify([seen.timeline, seen.referrals])).not.toContain(site.as('ofii').orgName)
    }
    expect((await noticesOf('cellule.69'))[0].by).toBeNull()
    expect(byIn(await read('asso.rhone', id), 'danger.immediate')?.role).toBe('OFII')
    expect(byIn(await read('ofii', id), 'danger.immediate')?.role).toBe('OFII')
  })

  it('by a refusal of Ac.Sé that is left to the cell: who asked Ac.Sé has no name there', async () => {
    const id = await site.tell.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
    await asylumPlaceAsked(id)
    await site.tell.act('ofii', id, 'acse.request', { adhesion: true })
    const sent = await site.tell.referral(id, 'acse')
    await site.tell.move('acse', sent, 'decline', { reason: 'out_of_criteria' })
    const [page, box] = [`/api/referrals/${sent}`, '/api/referrals?box=settle']
    for (const url of [page, box]) expect((await site.get('cellule.69', url)).body, url).not.toMatch(/OFII/)
    expect((await site.get('cellule.69', page)).json().actions).not.toEqual([])
    expect((await site.get('ofii', page)).body).toMatch(/OFII/)
  })

  it('to whoever reads of it by her return: OFII has its name there', async () => {
    const id = await site.tell.consenting(['B', 'C', 'E', 'F', 'H'])
    const weighed = { on: '2026-11-24', risks: ['debt'], wishes: true }
    await site.tell.act('asso.rhone', id, 'return.assess', weighed)
    await site.tell.act('asso.rhone', id, 'return.request', { towards: 'origin' })
    await site.tell.move('ofii', await site.tell.referral(id, 'voluntary_return'), 'accept')
    await site.tell.act('ofii', id, 'return.depart', inputFor('return.depart'))
    expect(byIn(await read('cellule.69', id), 'return.depart')?.role).toBe('OFII')
  })
})

describe('her giving up a place', () => {
  it('that OFII seeks is recorded with it, and ends nothing that another asked of Ac.Sé', async () => {
    const id = await site.tell.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
    await site.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await site.tell.move('acse', await site.tell.referral(id, 'acse'), 'accept')
    await asylumPlaceAsked(id)
    const before = await read('acse', id)
    expect((await read('ofii', id)).actions.map(({ command }) => command)).not.toContain(
      'acse.declined_by_person'
    )
    await site.tell.act('ofii', id, 'dna.declined_by_person', {})
    expect(await read('acse', id)).toEqual(before)
    expect(before.referrals.map(({ state }) => state)).toEqual(['accepted'])
    await site.tell.act('asso.rhone', id, 'acse.declined_by_person', {})
  })
})

describe('which service cares for her is not told', () => {
  it('by the name and the role of who did an act, in the case or in a notice', async () => {
    const id = await site.tell.consenting(['B', 'C', 'E', 'F', 'G'])
    await careAsked(id)
    await site.tell.act('soin.69', id, 'danger.immediate', danger)
    const seen = await read('cellule.69', id)
    expect(byIn(seen, 'danger.immediate')).toEqual(nobody)
    expect(JSON.stringify(seen)).not.toContain(site.as('soin.69').orgName)
    const [told] = await noticesOf('cellule.69')
    expect([told.label, told.by]).toEqual([seen.timeline[0]!.label, null])
    const followed = byIn(await read('asso.rhone', id), 'danger.immediate')
    expect(followed).toEqual({ organisation: site.as('soin.69').orgName, role: 'structure de soins' })
  })
})

describe('that another has asked a service of care', () => {
  it('is not told to a house that asks it too: who accompanies her sees what each asked', async () => {
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    await site.tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...site.tell.how })
    const asked = { destination: 'addiction', recipientId: site.as('soin.69').orgId }
    await site.tell.act('asso.rhone', id, 'health.refer', asked)
    await site.tell.act('foyer.azur', id, 'health.refer', { ...asked, destination: 'general' })
    const sent = (await read('asso.rhone', id)).referrals.filter(({ kind }) => kind === 'health')
    expect(sent.map(({ state }) => state)).toEqual(['sent', 'sent'])
    const again = site.tell.act('asso.rhone', id, 'health.refer', asked)
    expect(await why(again)).toMatch(/déjà en cours/)
  })
})

describe('another bed', () => {
  it('is refused alike where the place is unknown or of another house, taken or not', async () => {
    await site.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
    const other = await site.tell.consenting(['B', 'C', 'E', 'F'])
    await site.tell.act('asso.rhone', other, 'acse.request', { adhesion: true })
    await site.tell.move('acse', await site.tell.referral(other, 'acse'), 'accept')
    await site.tell.act('acse', other, 'acse.offer', { placeId: site.places['foyer.ouest']![0]! })
    await site.tell.move('foyer.ouest', await site.tell.referral(other, 'acse_place'), 'accept')
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    const places = [randomUUID(), ...site.places['foyer.ouest']!, site.places['centre.dna']![0]!]
    const answers = []
    for (const placeId of places) {
      const version = versionOf(await site.get('foyer.azur', `/api/cases/${id}`))
      const answer = await site.act('foyer.azur', [id, 'housing.place_changed'], { placeId }, { version })
      answers.push([answer.statusCode, answer.json().detail])
    }
    expect(answers[0]![0]).toBe(409)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('where she first went is not told', () => {
  it.each(['69', '976'])('once she has moved on or back to %s', async (to) => {
    const { tell } = site
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
    await tell.move('psp.69', await tell.referral(id, 'exit_programme'), 'accept')
    await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    await tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'sheltered' })
    await tell.move('cellule.75', await tell.referral(id, 'cell'), 'accept')
    await tell.act('cellule.75', id, 'territory.take_up')
    await tell.act('cellule.75', id, 'territory.transfer', { to, reason: 'moved' })
    if (to === '69') {
      await tell.move('cellule.69', await tell.referral(id, 'cell'), 'accept')
      await tell.act('cellule.69', id, 'territory.take_up')
    }
    for (const login of ['psp.69', 'police.69']) {
      const { timeline, referrals } = await read(login, id)
      expect(JSON.stringify([timeline, referrals])).not.toMatch(/Paris|Cellule de Mayotte|"976"/)
    }
    expect(JSON.stringify(await read('asso.rhone', id))).toContain('Cellule de Paris')
  })
})
