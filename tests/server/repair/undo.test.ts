import { beforeAll, describe, expect, it } from 'vitest'
import { deliverTelling } from '../../../server/outbox/tell.ts'
import { kept, retold } from '../../support/running/log.ts'
import { partsHeld } from '../../support/participations.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { openRepair } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { refOf, undoAt, undo, rows, rowOf, storyOf, clocksOf } = openRepair(site)

const offer = {
  ...{ on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true }
}
const ownFacts = async (id: string) => (await rowOf(id)).facts

describe('an offer of reflection that was recorded on the wrong person', () => {
  let id: string
  let before: { facts: unknown; clocks: unknown }
  beforeAll(async () => {
    id = await tell.consenting()
    before = { facts: await ownFacts(id), clocks: await clocksOf(id) }
    await tell.act('asso.rhone', id, 'reflection.offer', offer)
  }, 60_000)

  it('shows before it is done what it comes to, as its reader is told', async () => {
    const view = (await site.get('asso.rhone', undoAt(id, await refOf(id, 'reflection.offer')))).json()
    expect(view).toMatchObject({ kept: null, resting: [], act: { command: 'reflection.offer' } })
    expect(view.regions.map(({ label }: { label: string }) => label)).toContain('Séjour')
    expect(view).toMatchObject({
      told: ['Cellule départementale du Rhône'],
      learn: ['Cellule départementale du Rhône']
    })
  })

  it('is struck, and the case stands as if it had never been, its clocks to the letter', async () => {
    expect((await undo('asso.rhone', id, await refOf(id, 'reflection.offer'))).statusCode).toBe(200)
    expect({ facts: await ownFacts(id), clocks: await clocksOf(id) }).toEqual(before)
    expect(await retold(site.db, id)).toEqual(await kept(site.db, id))
  })

  it('stays in the log, with why and by which act; others who followed it read that it was corrected, and nothing of what it said', async () => {
    const [undone, struck] = await storyOf('asso.rhone', id)
    expect(undone).toMatchObject({
      command: 'act.undone',
      label: expect.stringContaining('Annulé, saisi par erreur')
    })
    expect(struck).toMatchObject({
      command: 'reflection.offer',
      struck: { why: 'saisi sur la mauvaise personne' }
    })
    expect(struck!.fields.length).toBeGreaterThan(0)
    const fields = undone!.fields as { label: string; value: string }[]
    expect(fields).toContainEqual({
      label: 'Qui apprend l’annulation',
      value: 'Cellule départementale du Rhône'
    })
    const [line] = await rows<{ struck_by: number; seq: number }>(
      `select struck_by, seq from case_event where case_id = $1 and command = 'reflection.offer'`,
      [id]
    )
    expect(line!.struck_by).toBe(line!.seq + 1)
  })

  it('is read by the cell, which had followed it, as corrected, and without a word of what it said', async () => {
    const told = (await storyOf('cellule.69', id)).slice(0, 2)
    expect(told.map(({ command }) => command)).toEqual(['act.undone', 'reflection.offer'])
    expect(told[1]).toMatchObject({ fields: [], struck: {} })
    expect(told[0]!.fields).toHaveLength(1)
    expect(told.some(({ ref }) => ref !== undefined)).toBe(false)
  })

  it('is done again, on the right day', async () => {
    await tell.act('asso.rhone', id, 'reflection.offer', { ...offer, on: '2026-11-23' })
    expect(await retold(site.db, id)).toEqual(await kept(site.db, id))
  })
})

describe('a contact that was noted on the wrong person', () => {
  it('had started a clock anew: the one that it stopped runs again to its own day, and the other never ran', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-23', means: 'phone' })
    const before = { facts: await ownFacts(id), clocks: await clocksOf(id) }
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    expect(await clocksOf(id)).not.toEqual(before.clocks)
    const ref = await refOf(id, 'contact.note')
    const view = (await site.get('asso.rhone', undoAt(id, ref))).json()
    expect([view.again.length, view.annulled.length]).toEqual([1, 1])
    expect((await undo('asso.rhone', id, ref, { reason: 'entered_twice' })).statusCode).toBe(200)
    expect({ facts: await ownFacts(id), clocks: await clocksOf(id) }).toEqual(before)
  })
})

describe('an application for asylum that was recorded on the wrong person', () => {
  it('leaves no line, no version and no clock to who never knew of it', async () => {
    const id = await tell.consenting()
    const seen = async () => ({
      story: await storyOf('cellule.69', id),
      version: await site.version('cellule.69', id),
      view: (await site.get('cellule.69', `/api/cases/${id}`)).json()
    })
    const before = await seen()
    await tell.act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })
    const view = (await site.get('asso.rhone', undoAt(id, await refOf(id, 'asylum.lodged')))).json()
    expect(view).toMatchObject({ told: [], learn: [] })
    expect((await undo('asso.rhone', id, await refOf(id, 'asylum.lodged'))).statusCode).toBe(200)
    expect((await storyOf('asso.rhone', id)).map(({ command }) => command)).toContain('act.undone')
    expect(await seen()).toEqual(before)
  })
})

describe('a request that was sent for the wrong person', () => {
  let id: string
  let referral: string
  beforeAll(async () => {
    id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    referral = await tell.referral(id, 'prefecture')
    expect((await site.get('prefecture.69', `/api/referrals/${referral}`)).statusCode).toBe(200)
    await undo('asso.rhone', id, await refOf(id, 'prefecture.request'))
  }, 60_000)

  it('is withdrawn and emptied while it waits, and its recipient reads nothing of the case', async () => {
    expect(await partsHeld(site, id, 'prefecture.69')).toEqual([])
    expect((await site.get('prefecture.69', `/api/cases/${id}`)).statusCode).toBe(404)
    const [row] = await rows('select state, preview from referral where id = $1', [referral])
    expect(row).toEqual({ state: 'withdrawn', preview: { told: {} } })
  })

  it('is said to be forgotten to whoever was told of it, and to nobody else', async () => {
    const waiting = await rows<{ payload: { to: string[] } & never }>(
      `select payload from outbox where kind = 'tell' order by id`,
      []
    )
    for (const { payload } of waiting) await deliverTelling(site.db.app, payload)
    const said = async (login: string) =>
      (await site.get(login, '/api/notices'))
        .json<{ items: { label: string }[] }>()
        .items.map(({ label }) => label)
    expect((await said('prefecture.69')).some((one) => one.includes('erreur de saisie, à oublier'))).toBe(
      true
    )
    expect((await said('police.69')).some((one) => one.includes('erreur de saisie'))).toBe(false)
  })
})

describe('an agreement that nobody gave', () => {
  it('leaves no line in the history of consents, and the clock of its year with it', async () => {
    const id = await tell.presumed()
    const inform = { on: '2026-11-24', ...tell.how, helpWithoutConsent: true }
    await tell.act('asso.rhone', id, 'person.inform', inform)
    const before = { facts: await ownFacts(id), clocks: await clocksOf(id) }
    const consents = () =>
      rows('select scope, state from consent where case_id = $1 order by seq, scope', [id])
    const given = await consents()
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['C', 'E'], ...tell.how })
    expect(await consents()).not.toEqual(given)
    expect((await undo('asso.rhone', id, await refOf(id, 'consent.record'))).statusCode).toBe(200)
    expect(await consents()).toEqual(given)
    expect({ facts: await ownFacts(id), clocks: await clocksOf(id) }).toEqual(before)
  })
})

describe('a name that was written in the file of another', () => {
  it('is destroyed, with the marks by which two files are likened', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    const sealed = async () => [
      ...(await rows(`select seq from compartment where case_id = $1 and data_class = 'B' order by seq`, [
        id
      ])),
      ...(await rows('select mark from identity_mark where case_id = $1 order by mark', [id]))
    ]
    const before = await sealed()
    await tell.act('asso.rhone', id, 'identity.record', { name: 'CANARI Autre', birthDate: '1999-01-02' })
    expect((await sealed()).length).toBeGreaterThan(before.length)
    expect((await undo('asso.rhone', id, await refOf(id, 'identity.record'))).statusCode).toBe(200)
    expect(await sealed()).toEqual(before)
    const read = await site.get('asso.rhone', `/api/cases/${id}/compartments/B`)
    expect([read.statusCode, read.body.includes('CANARI Autre')]).toEqual([200, false])
  })
})

describe('who sits in the cell', () => {
  it('is named to nobody by an act that the cell hears, as whoever takes part in it is', async () => {
    const told = async (capacity: string) => {
      const id = await tell.consenting()
      await rows(
        `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
         values ($1, $2, $3, now() - interval '1 day', 'test', now())`,
        [id, site.as('asso.paris').orgId, capacity]
      )
      await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
      const view = (await site.get('asso.rhone', undoAt(id, await refOf(id, 'contact.note')))).json()
      return (view.told as string[]).includes(site.as('asso.paris').orgName)
    }
    expect(await told('cell_member')).toBe(false)
    expect(await told('referent'), 'positive control').toBe(true)
  })
})
