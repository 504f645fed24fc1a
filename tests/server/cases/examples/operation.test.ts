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
const identification = async (login: string, id: string) =>
  (await reads(login, id)).regions.find((one: { id: string }) => one.id === 'identification')
const buttonOf = async (login: string, id: string, command: string) =>
  (await reads(login, id)).actions.find((one: { command: string }) => one.command === command)

const proposed = { on, language: 'bin', means: 'in_person', confidential: true, wishes: true }

// CESEDA R425-1: « le service de police ou de gendarmerie qui dispose d’éléments »; it waits for nobody else’s.
describe('a police operation', () => {
  it('finds the grounds at once, tells her of the thirty days, and the cell takes note after', async () => {
    const id = await tell.flagged('police.69', { channel: 'police' })
    const found = { unit: 'Police judiciaire', on, occasion: 'operation' }
    expect((await acts('police.69', id, 'grounds.record', found)).statusCode).toBe(200)
    expect((await acts('police.69', id, 'reflection.offer', proposed)).statusCode).toBe(200)
    expect(await identification('cellule.69', id)).toMatchObject({ state: 'presumed' })
    expect(await buttonOf('cellule.69', id, 'grounds.reviewed')).toMatchObject({ enabled: true })
    expect((await acts('cellule.69', id, 'grounds.reviewed', { view: 'shared' })).statusCode).toBe(200)
    expect(await identification('police.69', id)).toMatchObject({ state: 'presumed' })
    expect(await buttonOf('cellule.69', id, 'grounds.reviewed')).toMatchObject({ enabled: false })
  })
})

// Code du travail L8112-2: labour inspectors record what they find, as the police do.
describe('a check of the labour inspection', () => {
  it('finds the grounds itself', async () => {
    const id = await tell.flagged('travail.69', { channel: 'workplace', forms: ['labour'] })
    const found = { unit: 'Inspection du travail', on, occasion: 'inspection' }
    expect((await acts('travail.69', id, 'grounds.record', found)).statusCode).toBe(200)
    expect(await identification('cellule.69', id)).toMatchObject({ state: 'presumed' })
  })

  it('after the cell has found the elements insufficient, and no identity is erased any more', async () => {
    const id = await tell.flagged('travail.69', { channel: 'workplace', forms: ['labour'] })
    await tell.act('cellule.69', id, 'triage.start')
    await tell.act('membre.69', id, 'grounds.propose', { opinion: 'insufficient', reason: 'means' })
    await tell.act('cellule.69', id, 'triage.reject', { reason: 'means' })
    const found = { unit: 'Inspection du travail', on, occasion: 'inspection' }
    expect((await acts('travail.69', id, 'grounds.record', found)).statusCode).toBe(200)
    const { rows } = await site.db.owner.query(
      `select state from deadline where case_id = $1 and code = 'MNIO-INSUFFICIENT'`,
      [id]
    )
    expect(rows).toEqual([{ state: 'stopped' }])
  })
})
