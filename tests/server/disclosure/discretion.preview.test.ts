import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { inputFor } from '../../support/inputs.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let there: Actor
const site = await forFile(openSite())
beforeAll(async () => {
  const orgId = await insertOrganisation(site.db, {
    key: 'cell-974',
    name: 'CELLULE 974',
    type: 'cell',
    territory: '974'
  })
  there = { ...site.as('cellule.75'), orgId, territory: '974' }
})
beforeEach(() =>
  site.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
)

type Preview = { label: string; value: string }[]
const asked = async (login: string, id: string) => {
  const { preview, sender, events } = (await site.get(login, `/api/referrals/${id}`)).json<{
    preview: Preview
    sender: string
    events: { by: { organisation: string; role: string } }[]
  }>()
  return { preview, sender, by: events[0]!.by, place: placeIn(preview) }
}
const placeIn = (preview: Preview) =>
  preview.find(({ label }) => label === 'Département de la rencontre')?.value

const moved = async () => {
  const { tell } = site
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  const prefecture = await tell.referral(id, 'prefecture')
  await tell.act('cellule.69', id, 'territory.transfer', { to: '974', reason: 'sheltered' })
  await tell.moveAs(there, await tell.referral(id, 'cell'), 'accept')
  await tell.actAs(there, id, 'territory.take_up')
  return { id, prefecture }
}

describe('what is asked says where she was met, and never where she went', () => {
  it('to a prefecture that has yet to answer, even as it is told again', async () => {
    const { tell } = site
    const { id, prefecture } = await moved()
    expect((await asked('prefecture.69', prefecture)).place).toBe('Rhône')
    await tell.act('asso.rhone', id, 'complaint.file', {
      ...inputFor('complaint.file'),
      on: '2026-11-24',
      offences: ['225-4-1'],
      factsTerritory: '69'
    })
    await tell.act('asso.rhone', id, 'permit.apply', {
      on: '2026-11-24',
      proof: 'complaint_receipt',
      tiesBroken: true,
      domiciliation: true
    })
    const { preview, place } = await asked('prefecture.69', prefecture)
    expect(place).toBe('Rhône')
    expect(preview.map(({ label }) => label)).toContain('Titre demandé')
  })

  it('to another one to which it is passed on', async () => {
    const { id, prefecture } = await moved()
    await site.tell.move('prefecture.69', prefecture, 'transfer', { orgId: site.as('prefecture.75').orgId })
    expect((await asked('prefecture.75', await site.tell.referral(id, 'prefecture'))).place).toBe('Rhône')
  })

  it('to a lawyer by link', async () => {
    const { id } = await moved()
    await site.tell.act('asso.rhone', id, 'lawyer.refer', { address: 'cabinet@exemple.test' })
    const letters: { text: string }[] = []
    await workOff(site.db, site.gate, (letter) => Promise.resolve(void letters.push(letter)))
    const token = /\/lien\/([\w-]{64})/.exec(letters.at(-1)!.text)![1]!
    const { preview } = (await site.app.inject(`/api/links/${token}`)).json<{ preview: Preview }>()
    expect(placeIn(preview)).toBe('Rhône')
  })
})

describe('what is asked says nothing of asylum', () => {
  it.each([[['asylum']], [['criminal', 'asylum']], [['criminal']]])(
    'to a guardian named for %j: no mission is told before they answer',
    async (missions) => {
      const { tell } = site
      const id = await tell.flagged('asso.rhone', { ageGroup: 'minor' })
      await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
        ...inputFor('minor.report_prosecutor'),
        foundIn: '69',
        court: '69.lyon'
      })
      const recipientId = site.as('adhoc.69').orgId
      await tell.act('parquet.lyon', id, 'guardian.name', {
        on: '2026-11-24',
        missions,
        reason: 'absent',
        recipientId
      })
      const { preview } = await asked('adhoc.69', await tell.referral(id, 'ad_hoc_guardian'))
      expect(preview.map(({ label }) => label)).not.toContain('Pour')
      expect(preview.map(({ label }) => label)).toContain('Pourquoi un administrateur ad hoc')
    }
  )
})

describe('what a house asks', () => {
  const nobody = { organisation: 'Un autre service', role: '' }

  it('is asked by another service, before the answer and in the case after it', async () => {
    const { tell } = site
    const id = await tell.housed(site.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
    const recipientId = site.as('soin.69').orgId
    await tell.act('foyer.azur', id, 'health.refer', { destination: 'general', recipientId })
    const sent = await tell.referral(id, 'health')
    expect(await asked('soin.69', sent)).toMatchObject({ sender: 'Un autre service', by: nobody })
    const { items } = (await site.get('soin.69', '/api/referrals?box=in')).json<{
      items: { id: string; sender: string }[]
    }>()
    expect(items.find((one) => one.id === sent)?.sender).toBe('Un autre service')
    await tell.move('soin.69', sent, 'accept')
    const { referrals, timeline } = (await site.get('soin.69', `/api/cases/${id}?events=50`)).json<{
      referrals: { sender: string }[]
      timeline: object[]
    }>()
    expect(referrals.map(({ sender }) => sender)).toEqual(['Un autre service'])
    expect(JSON.stringify(timeline)).not.toMatch(/Structure d’accueil|Foyer/i)
    // Who knows where she is, and the house itself, read who asked.
    expect((await asked('foyer.azur', sent)).sender).toBe('Foyer Azur')
  })
})

describe('a notice of what a sender did', () => {
  it('names OFII by nothing that another sender is not named by', async () => {
    const { tell } = site
    site.gate.telling = true
    const notices = async (who: 'ofii' | 'police.69') => {
      const id = await tell.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
      if (who === 'ofii') {
        await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true })
        await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
      } else {
        await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
        await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
      }
      await tell.act(who, id, 'acse.request', { adhesion: true })
      const sent = await tell.referral(id, 'acse')
      await tell.move('acse', sent, 'ask', { question: 'Combien ?' })
      await tell.move(who, sent, 'answer', { answer: 'Un.' })
      await workOff(site.db, site.gate, () => Promise.resolve())
      const { items } = (await site.get('cellule.69', '/api/notices')).json<{
        items: { label: string; by: string | null }[]
      }>()
      return items.find(({ label }) => label.endsWith('Réponse donnée à la question'))
    }
    const ofii = await notices('ofii')
    expect(ofii).toMatchObject({ by: null })
    expect((await notices('police.69'))?.by).toBe(ofii!.by)
  })
})

describe('whoever asks reads again what it asked, and of the person what it may read in the case', () => {
  const labels = async (login: string, id: string) =>
    (await asked(login, id)).preview.map(({ label }) => label)

  it('so that a service that flagged a child does not learn by its own concern where the child is found later', async () => {
    const { tell } = site
    const id = await tell.flagged('ofii', { ageGroup: 'minor', ageBand: '15-17' })
    await tell.act('ofii', id, 'minor.report_prosecutor', {
      ...inputFor('minor.report_prosecutor'),
      foundIn: '69'
    })
    const concern = await tell.referral(id, 'child_protection')
    const found = (await labels('ase.69', concern)).filter((label) => label.includes('trouvé'))
    expect(found).toHaveLength(1)
    expect(await labels('ofii', concern)).not.toContain(found[0])
    expect(await labels('ofii', concern)).toContain('La personne est-elle majeure ?')
  })
})
