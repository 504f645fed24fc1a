import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site
const on = '2026-11-24'

const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return site.act(login, [id, command], input, { version, key: randomUUID() })
}
const reads = async (login: string, id: string) =>
  (await site.get(login, `/api/cases/${id}?acts=closed`)).json()
const stayOf = async (id: string) =>
  (await reads('asso.rhone', id)).regions.find((one: { id: string }) => one.id === 'residence')
const buttonOf = async (id: string, command: string) =>
  (await reads('asso.rhone', id)).actions.find((one: { command: string }) => one.command === command)

const complaint = { on, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }

// CESEDA L110-4, L233-1, L251-1: book II has the stay of Union citizens depend on conditions.
describe('a citizen of the Union', () => {
  it('is not said to need nothing: the stay has rules of its own, and is to be checked', async () => {
    const id = await tell.flagged('asso.rhone', { nationality: 'eu', stay: 'unknown' })
    expect(await stayOf(id)).toMatchObject({
      stateLabel: 'UE, EEE, Suisse : régime propre',
      detail: 'Droit au séjour à examiner (L233-1)'
    })
    const checked = { on, outcome: 'doubtful', grounds: ['resources'] }
    expect((await acts('asso.rhone', id, 'union.stay_checked', checked)).statusCode).toBe(200)
    expect((await stayOf(id)).detail).toMatch(/^Droit au séjour incertain .*L251-1/)
  })

  it('reads why the L425-1 permit is not theirs, in words; complaint and help stay open', async () => {
    const id = await tell.flagged('asso.rhone', { nationality: 'eu', stay: 'unknown' })
    expect((await acts('asso.rhone', id, 'complaint.file', complaint)).statusCode).toBe(200)
    const { enabled, reason } = await buttonOf(id, 'permit.apply')
    expect(enabled).toBe(false)
    expect(reason).toMatch(/^Ce droit, comme la carte L425-1, est fait pour les étrangers/)
    expect(await buttonOf(id, 'danger.immediate')).toMatchObject({ enabled: true })
  })

  it('who was taken for one, and is of a third country, finds every route open again', async () => {
    const id = await tell.flagged('asso.rhone', { nationality: 'eu', stay: 'unknown' })
    await acts('asso.rhone', id, 'facts.complete', { nationality: 'third_country', stay: 'irregular' })
    expect(await stayOf(id)).toMatchObject({ stateLabel: 'Situation à établir', detail: null })
    expect(await buttonOf(id, 'reflection.offer')).toMatchObject({ enabled: true })
  })
})

it('a French person is told to be one, reads in words why a permit is not theirs, and is spoken of no other', async () => {
  const id = await tell.flagged('asso.rhone', { nationality: 'french', stay: 'unknown' })
  expect(await stayOf(id)).toMatchObject({ stateLabel: 'Ressortissant français', detail: null })
  expect((await acts('asso.rhone', id, 'complaint.file', complaint)).statusCode).toBe(200)
  const { enabled, reason } = await buttonOf(id, 'permit.apply')
  expect(enabled).toBe(false)
  expect(reason).toMatch(/^Ce droit, comme la carte L425-1, est fait pour les étrangers/)
})

it('whoever has not said of which country she is may be offered the thirty days (R425-1)', async () => {
  const id = await tell.flagged('asso.rhone', { nationality: 'unknown', stay: 'unknown' })
  expect(await buttonOf(id, 'reflection.offer')).toMatchObject({ enabled: true })
})
