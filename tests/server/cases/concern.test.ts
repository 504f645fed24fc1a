import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseView } from '../../../server/views/schemas.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

// CASF D226-2-4: three months « à compter de la réception de l’information préoccupante » by the CRIP.

const site = await forFile(openSite())
afterEach(() => site.at(noon))

const acts = async (login: string, id: string, command: string, input: object) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect([command, answer.statusCode, answer.body]).toEqual([command, 200, expect.any(String)])
}
const assessment = async (id: string) =>
  (await site.get('ase.69', `/api/cases/${id}`))
    .json<CaseView>()
    .deadlines.find(({ code }) => code === 'D-IP')

const reported = async () => {
  const id = await site.tell.flagged('asso.rhone', {
    ...{ ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false },
    identity: { name: 'CANARI-NOM', birthDate: '2010-12-01' }
  })
  await acts('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'un mot' })
  return id
}
const taken = async (id: string) => {
  const referral = await site.tell.referral(id, 'child_protection')
  const url = `/api/referrals/${referral}`
  const version = versionOf(await site.get('ase.69', url))
  const answer = await site.send('ase.69', `${url}/commands/accept`, {}, { version })
  expect(answer.statusCode, answer.body).toBe(200)
}
/** Sessions are over by then: the answer is given without one. */
const takenLater = async (id: string) => {
  site.at(new Date('2026-11-28T11:00:00Z'))
  await site.tell.move('ase.69', await site.tell.referral(id, 'child_protection'), 'accept')
  site.at(noon)
}

describe('the assessment of a report of concern counts from its receipt (CASF D226-2-4)', () => {
  it('taken charge of four days later: three months from the sending are safe, from the acceptance they end in law', async () => {
    const id = await reported()
    expect(await assessment(id)).toBeUndefined()
    await takenLater(id)
    const clock = await assessment(id)
    expect(clock).toMatchObject({ dueOn: '2027-02-24', legalEnd: { on: '2027-02-28' } })
    expect(clock?.legalEnd?.why.join()).toMatch(/Réception par la CRIP non datée.*D\. ?226-2-4/s)
  })

  it('its receipt written down, one date is left', async () => {
    const id = await reported()
    await takenLater(id)
    await acts('ase.69', id, 'concern.received', { on: '2026-11-23' })
    expect(await assessment(id)).toMatchObject({ dueOn: '2027-02-23', legalEnd: null })
  })

  it('taken charge of on the day of its sending, no date is in doubt', async () => {
    const id = await reported()
    await taken(id)
    expect(await assessment(id)).toMatchObject({ dueOn: '2027-02-24', legalEnd: null })
  })
})
