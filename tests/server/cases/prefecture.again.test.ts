import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../../server/views/schemas.ts'
import { anInput } from '../../support/cases.ts'
import { complaint } from '../../support/regions/judicial.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite, versionOf } from '../../support/running/site.ts'

// An agreement that is taken back closes what the prefecture reads, and no application (CESEDA L425-1, R425-5): given anew, the file
// asks the prefecture again by the act of whoever accompanies the person.

const site = await forFile(openSite())
const on = '2026-11-24'
const how = { language: 'bin', means: 'in_person', interpreter: true }
const again = 'prefecture.ask_again'

const acts = async (id: string, command: string, input: object, login = 'asso.rhone') => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return site.act(login, [id, command], input, { version, key: randomUUID() })
}
const done = async (id: string, command: string, input: object) => {
  const answer = await acts(id, command, input)
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const read = async (id: string, login = 'asso.rhone') => site.get(login, `/api/cases/${id}?acts=closed`)
const buttonOf = async (id: string) =>
  (await read(id)).json<CaseView>().actions.find((one) => String(one.command) === again)

const applied = async () => {
  const id = await site.tell.consenting(undefined, { nationality: 'third_country', stay: 'irregular' })
  await done(id, 'complaint.file', complaint)
  const application = { on, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  await done(id, 'permit.apply', application)
  await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
  return id
}

describe('an agreement to the prefecture that was taken back and is given anew', () => {
  it('is nobody’s to ask for while the file is there, nor while the person does not agree', async () => {
    const id = await applied()
    expect((await buttonOf(id))?.enabled).not.toBe(true)
    expect((await acts(id, again, {})).statusCode).toBe(409)
    await done(id, 'consent.withdraw', { scopes: ['E'], ...how })
    expect((await read(id, 'prefecture.69')).statusCode).toBe(404)
    expect((await acts(id, again, {})).statusCode).toBe(409)
    expect((await read(id, 'prefecture.69')).statusCode).toBe(404)
  })

  it('is the next step of whoever accompanies the person, and the prefecture is asked again', async () => {
    const id = await applied()
    await done(id, 'consent.withdraw', { scopes: ['E'], ...how })
    await done(id, 'consent.record', { scopes: ['E'], ...how })
    expect((await read(id, 'prefecture.69')).statusCode).toBe(404)
    expect(await buttonOf(id)).toMatchObject({
      enabled: true,

      label: 'Redemander à la préfecture'
    })
    // What is due by a day comes before what has none.
    await site.tell.act('asso.rhone', id, 'needs.assess', anInput('needs.assess'))
    await site.tell.act('asso.rhone', id, 'plan.sign', anInput('plan.sign'))
    const { nextStep } = (await read(id)).json<CaseView>() as unknown as { nextStep: unknown }
    expect(JSON.stringify(nextStep)).toContain('Redemander à la préfecture')
    await done(id, again, {})
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    expect((await read(id, 'prefecture.69')).statusCode).toBe(200)
    expect((await acts(id, again, {})).statusCode).toBe(409)
  })
})
