import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import type { CaseList, CaseView } from '../../../server/views/schemas.ts'
import type { EmergencyView } from '../../../server/views/emergency.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeEach(async () => {
  site.at(noon)
  await site.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const view = async (login: string, id: string) =>
  (await site.get(login, `/api/cases/${id}?events=50`)).json<CaseView>()
const lineOf = ({ timeline }: CaseView, command: string) => timeline.find((one) => one.command === command)
const wordOf = ({ regions }: CaseView, region: string) => regions.find(({ id }) => id === region)!.stateLabel
const sealed = async (login: string, id: string, one: string) =>
  (await site.get(login, `/api/cases/${id}/compartments/${one}`)).body
const withPolice = async (id: string) => {
  await site.tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
  await site.tell.move('police.69', await site.tell.referral(id, 'police'), 'accept')
}
const withOfii = async (id: string) => {
  const { tell } = site
  await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true })
  await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
}

describe('what is kept encrypted is read within its act', () => {
  it('not what was written of where she sleeps, nor by the police nor by who cares for her', async () => {
    const { tell } = site
    const id = await tell.housed(site.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['A', 'G'], ...tell.how })
    await withPolice(id)
    const recipientId = site.as('soin.69').orgId
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'psychological', recipientId })
    await tell.move('soin.69', await tell.referral(id, 'health'), 'accept')
    await tell.act('foyer.azur', id, 'housing.alert', {
      incident: 'located',
      facts: 'CANARI-ALERTE au foyer'
    })
    await tell.act('asso.rhone', id, 'complaint.file', {
      ...inputFor('complaint.file'),
      on: '2026-11-24',
      majorityOn: '2022-05-05'
    })
    expect(await sealed('police.69', id, 'C')).not.toContain('CANARI-ALERTE')
    expect(await sealed('soin.69', id, 'B')).not.toContain('dix-huit ans')
    expect(await sealed('asso.rhone', id, 'C')).toContain('CANARI-ALERTE')
    expect(await sealed('asso.rhone', id, 'B')).toContain('dix-huit ans')
  })

  it('not why the prefecture interrupted reflection, by the police', async () => {
    const { tell } = site
    const id = await tell.reflecting()
    await withPolice(id)
    await tell.act('prefecture.69', id, 'reflection.interrupt', {
      ...inputFor('reflection.interrupt'),
      evidence: 'CANARI-LIEN',
      reason: 'link_renewed',
      heardOn: '2026-11-24'
    })
    expect(await sealed('police.69', id, 'G')).not.toContain('CANARI-LIEN')
  })
})

describe('asylum', () => {
  it('learnt later leaves no line, and told by a flag no word of it', async () => {
    const { tell } = site
    for (const learnt of [{ asylumClaim: true }, { asylumClaim: true, asylumLink: true }]) {
      const id = await tell.consenting(['B', 'C', 'E', 'F'], { stay: 'unknown' })
      await tell.act('asso.rhone', id, 'facts.complete', learnt)
      expect(lineOf(await view('cellule.69', id), 'facts.complete')).toBeUndefined()
      expect(lineOf(await view('asso.rhone', id), 'facts.complete')).toBeDefined()
    }
    const fields = async (asylumClaim: boolean) =>
      lineOf(await view('cellule.69', await tell.flagged('asso.rhone', { asylumClaim })), 'case.flag')!.fields
    expect(await fields(true)).toEqual(await fields(false))
  })

  it('of whoever offers its places: a route prepared is told without naming return or justice', async () => {
    const { tell } = site
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...tell.how })
    await tell.act('asso.rhone', id, 'facts.complete', { asylumLink: true })
    await withOfii(id)
    await tell.act('prefecture.69', id, 'reflection.interrupt', {
      ...inputFor('reflection.interrupt'),
      reason: 'public_order',
      heardOn: '2026-11-24'
    })
    await tell.act('asso.rhone', id, 'residence.route', { on: '2026-11-24', routes: ['return', 'court'] })
    expect(lineOf(await view('ofii', id), 'residence.route')?.fields.map(({ label }) => label)).toEqual([
      'Vu avec la personne le'
    ])
    expect(lineOf(await view('asso.rhone', id), 'residence.route')?.fields).toHaveLength(2)
  })
})

describe('a button tells nothing that its reader may not know', () => {
  it('whether she is housed, to OFII asked for her return alone', async () => {
    const { tell } = site
    const buttons = async (id: string) => {
      await tell.act('asso.rhone', id, 'consent.record', { scopes: ['H'], ...tell.how })
      await tell.act('asso.rhone', id, 'return.assess', { on: '2026-11-24', risks: ['debt'], wishes: true })
      await tell.act('asso.rhone', id, 'return.request', { towards: 'origin' })
      await tell.move('ofii', await tell.referral(id, 'voluntary_return'), 'accept')
      return (await view('ofii', id)).actions.map(({ command, enabled, reason }) => ({
        command,
        enabled,
        reason
      }))
    }
    const housed = await tell.housed(site.places['foyer.azur']![0]!)
    const free = await tell.consenting(['B', 'C', 'E', 'F'])
    expect(await buttons(housed)).toEqual(await buttons(free))
    for (const id of [housed, free])
      await tell.act('ofii', id, 'return.depart', { on: '2026-11-24', freely: true })
  })

  it('when she came to a shelter, to the police who look at what an emergency may open', async () => {
    const { tell } = site
    const id = await tell.consenting(['B', 'C', 'E', 'F'], { danger: 'immediate' })
    await withPolice(id)
    const offered = async () =>
      (await site.get('police.69', `/api/cases/${id}/emergency`)).json<EmergencyView>().actions
    const before = await offered()
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.azur']![0]! })
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    await tell.act('foyer.azur', id, 'acse.visio', { at: new Date(noon.getTime() - 3_600_000).toISOString() })
    await tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    expect(await offered()).toEqual(before)
    expect(before).toHaveLength(1)
  })
})

describe('the word of the consents', () => {
  it('of a child who was heard moves with none of which a reader may know nothing', async () => {
    const { tell } = site
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor' })
    await tell.act('asso.rhone', id, 'person.inform', {
      on: '2026-11-24',
      ...tell.how,
      helpWithoutConsent: true
    })
    await tell.act('asso.rhone', id, 'child.heard', { on: '2026-11-24', ...tell.how, opinion: 'x' })
    const told = async () => {
      const seen = await view('cellule.69', id)
      return [wordOf(seen, 'consent'), seen.timeline.length, seen.actions.map(({ command }) => command)]
    }
    const before = await told()
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...tell.how })
    expect(await told()).toEqual(before)
  })
})

describe('what an act names', () => {
  it('is no other file of hers, to whoever reads only one of them', async () => {
    const { tell } = site
    const id = await tell.flagged('police.69', { nominativeConsent: false, identity: undefined })
    await tell.act('cellule.69', id, 'triage.start')
    const { code } = await view('cellule.69', await tell.flagged('asso.rhone'))
    await tell.act('cellule.69', id, 'merge.propose', { into: code, proofs: ['identity'] })
    expect(JSON.stringify(await view('police.69', id))).not.toContain(code)
    expect((await view('cellule.69', id)).joined?.code).toBe(code)
  })

  it('is no visa of Mayotte, to whoever is not told that she was there', async () => {
    const { tell } = site
    const cell = await insertOrganisation(site.db, {
      key: 'cell-976',
      name: 'CELLULE 976',
      type: 'cell',
      territory: '976'
    })
    const mayotte: Actor = { ...site.as('cellule.75'), orgId: cell, territory: '976' }
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    const goes = async (from: Actor, to: string, there: Actor, more = {}) => {
      await tell.actAs(from, id, 'territory.transfer', { to, reason: 'sheltered', ...more })
      await tell.moveAs(there, await tell.referral(id, 'cell'), 'accept')
      await tell.actAs(there, id, 'territory.take_up')
    }
    await goes(site.as('cellule.69'), '976', mayotte)
    await goes(mayotte, '75', site.as('cellule.75'), { mayotteVisa: 'granted' })
    const said = async (login: string) =>
      JSON.stringify((await view(login, id)).timeline.map(({ fields }) => fields))
    expect(await said('prefecture.69')).not.toMatch(/Mayotte/i)
    expect((await view('prefecture.69', id)).territory?.name).toBe('Rhône')
    expect(await said('asso.rhone')).toMatch(/Mayotte/i)
  })
})

it('whoever sits in the cell for an organisation has no turn of hers, and their line does not move with what she does', async () => {
  const { tell } = site
  const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', danger: 'possible' })
  await tell.act('cellule.69', id, 'triage.start')
  await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
    ...inputFor('minor.report_prosecutor'),
    foundIn: '69',
    court: '69.lyon'
  })
  const listed = async () => {
    const { items, counts } = (
      await site.get('membre.69.ase', '/api/cases?view=all&limit=100')
    ).json<CaseList>()
    return { line: items.find((one) => one.id === id), counts }
  }
  const before = await listed()
  site.at(new Date(noon.getTime() + 300_000))
  const recipientId = site.as('soin.69').orgId
  await tell.act('ase.69', id, 'health.refer', { destination: 'psychological', recipientId })
  await tell.move('soin.69', await tell.referral(id, 'health'), 'ask', { question: 'Combien ?' })
  expect(await listed()).toEqual(before)
  // What her colleague does is not her own, though they sign in at one house.
  const followed = async (login: string) => lineOf(await view(login, id), 'health.refer') !== undefined
  expect(await followed('membre.69.ase')).toBe(false)
  expect(await followed('ase.69')).toBe(true)
})
