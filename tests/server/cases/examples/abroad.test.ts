import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

const site = await forFile(openSite())
const on = '2026-11-24'

const acts = async (id: string, command: string, input: object) => {
  const version = versionOf(await site.get('asso.rhone', `/api/cases/${id}`))
  return site.act('asso.rhone', [id, command], input, { version, key: randomUUID() })
}
const buttonOf = async (id: string, command: string) => {
  const { actions } = (await site.get('asso.rhone', `/api/cases/${id}?acts=closed`)).json()
  return actions.find((one: { command: string }) => one.command === command)
}
const complaint = { on, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }

const application = { on, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
const irregular = () => site.tell.consenting(undefined, { nationality: 'third_country', stay: 'irregular' })

/** Irregular, informed, agreed, and a complaint of facts of which nothing happened here, or of which something did. */
const complained = async (factsAbroad: boolean) => {
  const id = await irregular()
  expect((await acts(id, 'complaint.file', { ...complaint, factsAbroad })).statusCode).toBe(200)
  return id
}

// CESEDA L425-1 asks no place of the facts; CAA 21MA00481, which nobody here read, closed the permit where all were abroad.
it('facts wholly abroad are warned of and refuse nothing: the permit is asked for, and help stays open', async () => {
  const id = await complained(true)
  const asked = await buttonOf(id, 'permit.apply')
  expect(asked).toMatchObject({ enabled: true })
  expect(asked.warnings).toContainEqual(expect.stringMatching(/^Tous les faits ont été commis à l’étranger/))
  for (const help of ['danger.immediate', 'acse.request', 'needs.assess'])
    expect([help, (await buttonOf(id, help))?.enabled]).toEqual([help, true])
  expect((await acts(id, 'permit.apply', application)).statusCode).toBe(200)
})

it('of facts that happened here nothing of the kind is said', async () => {
  const asked = await buttonOf(await complained(false), 'permit.apply')
  expect(asked).toMatchObject({ enabled: true })
  expect(asked.warnings ?? []).not.toContainEqual(expect.stringMatching(/étranger/))
})

// CESEDA L425-1: « des faits constitutifs des infractions […] visées aux articles 225-4-1 à 225-4-6 et 225-5 à 225-10 », of which the
// person accuses somebody: another offence that the investigation names is said, and refuses nothing.
it('a complaint that the investigation names otherwise is warned of under L425-1, and the permit is asked for', async () => {
  const id = await irregular()
  const early = await buttonOf(id, 'permit.apply')
  expect(early).toMatchObject({ enabled: false })
  expect(early.reason).toMatch(/^Enregistrez d’abord une plainte ou un témoignage/)
  expect((await acts(id, 'permit.apply', application)).statusCode).toBe(409)
  expect((await acts(id, 'complaint.file', { ...complaint, offences: ['225-14-1'] })).statusCode).toBe(200)
  const asked = await buttonOf(id, 'permit.apply')
  expect(asked).toMatchObject({ enabled: true })
  expect(asked.warnings).toContainEqual(expect.stringMatching(/^Aucune infraction de traite.*L425-1/))
  expect((await acts(id, 'permit.apply', application)).statusCode).toBe(200)
})

it('and of one that names trafficking nothing is said', async () => {
  const asked = await buttonOf(await complained(false), 'permit.apply')
  expect(asked.warnings ?? []).not.toContainEqual(expect.stringMatching(/^Aucune infraction/))
})
