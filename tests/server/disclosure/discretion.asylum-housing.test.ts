import { beforeAll, describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeAll(async () => {
  site.gate.telling = true
})

/** They follow her housing, or take part in the case, and may not know of asylum. */
const blind = ['cellule.69', 'membre.69', 'prefecture.69', 'police.69', 'acse', 'foyer.azur'] as const
const knowing = ['asso.rhone', 'ofii'] as const

/** Everything that the house tells this account, as it leaves the house. */
const told = async (login: string, id: string, referrals: readonly string[]) => {
  const addresses = [
    `/api/cases/${id}?events=50`,
    `/api/cases/${id}/events`,
    '/api/cases?view=all&limit=100',
    '/api/deadlines',
    '/api/notices',
    '/api/notices/unread',
    '/api/places',
    '/api/places/waiting',
    '/api/referrals',
    ...referrals.map((one) => `/api/referrals/${one}`)
  ]
  const answers: Record<string, unknown> = {}
  for (const address of addresses) {
    const answer = await site.get(login, address)
    answers[address] = [answer.statusCode, versionOf(answer), answer.body]
  }
  return answers
}

const asked = async () => {
  const { tell } = site
  const id = await tell.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await tell.act('asso.rhone', id, 'formal.request', inputFor('formal.request'))
  await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.azur']![0]! })
  return id
}

/** From the request to OFII to the news after she has left: each act that an asylum place knows. */
const wholeLife = async (id: string) => {
  const { tell } = site
  const request = { title: 'attestation', agrees: true, needs: 'CANARI' }
  const on = '2026-11-24'
  const offer = async (place: number) => {
    await tell.act('ofii', id, 'dna.offer', { placeId: site.places['centre.dna']![place]! })
    return tell.referral(id, 'dna_place')
  }
  await tell.act('asso.rhone', id, 'dna.request', request)
  await tell.move('ofii', await tell.referral(id, 'dna'), 'decline', { reason: 'too_urgent' })
  await tell.act('asso.rhone', id, 'dna.request', request)
  await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
  await tell.act('ofii', id, 'dna.no_place', { reason: 'no_place' })
  await tell.move('centre.dna', await offer(1), 'decline', { reason: 'group_balance' })
  await tell.move('centre.dna', await offer(0), 'accept')
  await tell.act('centre.dna', id, 'dna.hold_extended', { reason: 'travel' })
  await tell.act('centre.dna', id, 'dna.admission', { on, centre: 'cada' })
  await tell.act('centre.dna', id, 'dna.place_changed', { placeId: site.places['centre.dna']![1]! })
  await tell.act('centre.dna', id, 'dna.stay_review', { on, outcome: 'goes_on' })
  await tell.act('ofii', id, 'dna.review', { on, centre: 'cph' })
  return async () => {
    await tell.act('centre.dna', id, 'dna.alert', { incident: 'located' })
    await tell.act('asso.rhone', id, 'dna.left', { on })
    await tell.act('asso.rhone', id, 'dna.recontacted', { on, news: 'danger' })
  }
}

describe('an adult whose situation is completed while OFII seeks a place for her', () => {
  const waiting = async () =>
    (await site.get('ofii', '/api/places/waiting')).json<{ items: { caseId: string }[] }>().items

  it('stays on its waiting list, and in the same place', async () => {
    const { tell } = site
    const id = await asked()
    await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true })
    await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
    const before = await waiting()
    expect(before.map(({ caseId }) => caseId)).toEqual([id])
    await tell.act('police.69', id, 'facts.complete', { severalVictims: true })
    expect(await waiting()).toEqual(before)
  })
})

describe('a whole life in asylum places', () => {
  it('is told in no list, notice, clock, version or refusal to whoever may not know of asylum', async () => {
    const id = await asked()
    await workOff(site.db, site.gate)
    const referrals = (
      await site.db.owner.query<{ id: string }>('select id from referral where case_id = $1', [id])
    ).rows.map((one) => one.id)
    const all = async (logins: readonly string[]) =>
      Object.fromEntries(
        await Promise.all(logins.map(async (login) => [login, await told(login, id, referrals)] as const))
      )
    const before = await all(blind)
    const known = await all(knowing)
    for (const login of ['cellule.69', 'prefecture.69', 'police.69', 'acse'])
      expect([login, JSON.stringify(before[login]![`/api/cases/${id}?events=50`]).slice(0, 4)]).toEqual([
        login,
        '[200'
      ])

    const leaves = await wholeLife(id)
    await workOff(site.db, site.gate)
    expect(await all(blind)).toEqual(before)
    for (const login of knowing) {
      const body = (await site.get(login, `/api/cases/${id}?events=50`)).body
      expect(body).toContain('Accueil dans une place d’asile')
      expect(body).not.toBe((known[login]![`/api/cases/${id}?events=50`] as string[])[2])
    }

    await leaves()
    await workOff(site.db, site.gate)
    expect(await all(blind)).toEqual(before)
    expect((await site.get('asso.rhone', `/api/cases/${id}?events=50`)).body).toContain('"MNIO-DNA-EMG"')
  })

  it('a control: a step of Ac.Sé is told to those who follow her housing', async () => {
    const id = await asked()
    await workOff(site.db, site.gate)
    const before = await told('cellule.69', id, [])
    await site.tell.move('foyer.azur', await site.tell.referral(id, 'acse_place'), 'accept')
    await workOff(site.db, site.gate)
    const after = await told('cellule.69', id, [])
    for (const address of [`/api/cases/${id}?events=50`, `/api/cases/${id}/events`, '/api/notices'])
      expect(after[address]).not.toEqual(before[address])
  })
})
