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

/** Irregular, informed, agreed, and a complaint of facts of which nothing happened here, or of which something did. */
const complained = async (factsAbroad: boolean) => {
  const id = await site.tell.consenting(undefined, { nationality: 'third_country', stay: 'irregular' })
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
  const application = { on, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  expect((await acts(id, 'permit.apply', application)).statusCode).toBe(200)
})

it('of facts that happened here nothing of the kind is said', async () => {
  const asked = await buttonOf(await complained(false), 'permit.apply')
  expect(asked).toMatchObject({ enabled: true })
  expect(asked.warnings ?? []).not.toContainEqual(expect.stringMatching(/étranger/))
})
