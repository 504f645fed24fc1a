import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../../../server/views/schemas.ts'
import { commandRow } from '../../../../workflows/case/commands.ts'
import { forFile } from '../../../support/for-file.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'
import { noon } from '../../../support/world.ts'

const site = await forFile(openSite())
const { tell } = site
const on = '2026-11-24'
const proposed = { on, language: 'bin', means: 'in_person', confidential: true, wishes: true }

const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return site.act(login, [id, command], input, { version, key: randomUUID() })
}
const reads = async (login: string, id: string) => (await site.get(login, `/api/cases/${id}`)).json()
const region = async (login: string, id: string, name: string) =>
  (await reads(login, id)).regions.find((one: { id: string }) => one.id === name)

/** Informed and agreeing to Ac.Sé, before anybody of the cell has looked. */
const agreeing = async () => {
  const id = await tell.flagged()
  await tell.act('asso.rhone', id, 'person.inform', { on, ...tell.how, helpWithoutConsent: true })
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['C', 'E'], ...tell.how })
  return id
}

/** The cell has looked, and found the elements insufficient so far. */
const unfounded = async (id: string) => {
  await tell.act('cellule.69', id, 'triage.start')
  await tell.act('membre.69', id, 'grounds.propose', { opinion: 'insufficient', reason: 'means' })
  await tell.act('cellule.69', id, 'triage.reject', { reason: 'means' })
  return id
}

// CESEDA R425-8: « peut être orienté vers le dispositif national d’accueil ». No text has it wait for a cell.
describe('a shelter far away is asked of Ac.Sé itself', () => {
  it('on the day she is met, while the cell has not weighed: the file says so', async () => {
    const id = await agreeing()
    expect(await region('asso.rhone', id, 'identification')).toMatchObject({
      state: 'flagged',
      detail: 'La cellule ne s’est pas encore prononcée'
    })
    expect((await acts('asso.rhone', id, 'acse.request', { adhesion: true })).statusCode).toBe(200)
    expect(await region('asso.rhone', id, 'housing')).toMatchObject({ state: 'placement_requested' })
  })

  it('Ac.Sé reads before its answer what the cell has found, in the same words whatever it has not found', async () => {
    const told = async (id: string) => {
      await acts('asso.rhone', id, 'acse.request', { adhesion: true })
      const referral = await site.get('acse', `/api/referrals/${await tell.referral(id, 'acse')}`)
      return referral.body
    }
    const unweighed = await told(await agreeing())
    const insufficient = await told(await unfounded(await agreeing()))
    for (const body of [unweighed, insufficient])
      expect(body.includes('la cellule n’a pas encore retenu de motifs raisonnables')).toBe(true)
    expect((await told(await tell.consenting())).includes('motifs raisonnables retenus')).toBe(true)
  })

  it('its assessment has an indicative day: past it, the file says so, nobody is late and nothing closes', async () => {
    const id = await agreeing()
    expect((await acts('asso.rhone', id, 'acse.request', { adhesion: true })).statusCode).toBe(200)
    const evaluation = async () =>
      (await reads('asso.rhone', id)).deadlines.find(({ code }: { code: string }) => code === 'MNIO-EVAL')
    expect(await evaluation()).toMatchObject({ state: 'running', late: false, past: null })
    const due = new Date(Date.parse((await evaluation()).dueAt) + 3_600_000)
    await site.db.owner.query(
      `update session set absolute_until = absolute_until + interval '30 days', seen_at = $1`,
      [due]
    )
    site.at(due)
    expect(await evaluation()).toMatchObject({ late: false, past: 'indication' })
    site.at(noon)
    expect(await region('asso.rhone', id, 'housing')).toMatchObject({ state: 'placement_requested' })
  })

  it('reaches the cell, which reads it at once, and Ac.Sé, which alone is waited for', async () => {
    const id = await agreeing()
    expect(await region('cellule.69', id, 'housing')).toMatchObject({ state: 'unassessed' })
    expect((await acts('asso.rhone', id, 'acse.request', { adhesion: true })).statusCode).toBe(200)
    expect(await region('cellule.69', id, 'housing')).toMatchObject({ state: 'placement_requested' })
    const told = await site.get('cellule.69', `/api/cases/${id}?acts=closed&events=50`)
    const { actions, timeline } = told.json<CaseView>()
    expect(timeline[0]).toMatchObject({ label: commandRow('acse.request').done.fr })
    expect(
      actions.filter(({ command }) => String(command).startsWith('acse.') && command !== 'acse.request')
    ).toEqual([])
    const answers = async (login: string) =>
      (
        await site.send(
          login,
          `/api/referrals/${await tell.referral(id, 'acse')}/commands/accept`,
          {},
          { version: 1 }
        )
      ).statusCode
    expect(await answers('cellule.69')).not.toBe(200)
    expect(await answers('acse')).toBe(200)
  })
})

describe('the steps by which Ac.Sé takes her in', () => {
  it('are written down: joint assessment, agreement in principle, interview by video', async () => {
    const id = await agreeing()
    const asked = { adhesion: true, askedBy: 'other' }
    expect((await acts('asso.rhone', id, 'acse.request', asked)).statusCode).toBe(200)
    const referral = await site.get('acse', `/api/referrals/${await tell.referral(id, 'acse')}`)
    expect(referral.body.includes('hors du réseau')).toBe(true)
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    const assessed = { on, by: 'video', outcome: 'agreed' }
    expect((await acts('acse', id, 'acse.assessed', assessed)).statusCode).toBe(200)
    await tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.azur']![0] })
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    expect(await region('asso.rhone', id, 'housing')).toMatchObject({ stateLabel: 'Accord de principe' })
    const interview = { at: '2026-11-25T10:00:00Z', by: 'video' }
    expect((await acts('asso.rhone', id, 'acse.visio', interview)).statusCode).toBe(200)
    expect(await region('cellule.69', id, 'housing')).toMatchObject({ stateLabel: 'Pré-accueil' })
  })
})

// CESEDA R425-1 rests on « des éléments » that the police or the designated services have.
describe('the thirty days are proposed by whoever has the elements', () => {
  it('before the cell has weighed, and after it has found the elements insufficient', async () => {
    for (const id of [await agreeing(), await unfounded(await agreeing())]) {
      expect((await acts('asso.rhone', id, 'reflection.offer', proposed)).statusCode).toBe(200)
      expect(await region('asso.rhone', id, 'residence')).toMatchObject({ state: 'reflection_offered' })
    }
  })

  it('by the police, who tell her on the day of an operation', async () => {
    const id = await tell.flagged('police.69')
    expect((await acts('police.69', id, 'reflection.offer', proposed)).statusCode).toBe(200)
  })
})
