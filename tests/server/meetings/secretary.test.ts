import { beforeEach, describe, expect, it } from 'vitest'
import type { MeetingView } from '../../../server/views/meetings.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting, members } from '../../support/meetings.ts'
import { why } from '../../support/refusals.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openSite } from '../../support/running/site.ts'

// A protocol may give whoever keeps the secretariat a voice: then she is called as a member is, and is still the secretary.

const site = await forFile(openSite())
site.gate.telling = true
const { owner } = site.db
const meet = meeting(site)
const secretary = site.as('cellule.69')
await signedProtocol(site, '69-2026-11', {
  composition: [
    { type: 'cell', seats: 1, votes: true },
    { type: 'association', seats: 3, votes: true },
    { type: 'police', seats: 2, votes: true },
    { type: 'health', seats: 1, votes: true }
  ]
})
// Of the two who keep it, she has for longer.
await owner.query(`update membership set since = '2020-01-01' where person_id = $1`, [secretary.personId])
beforeEach(() =>
  owner.query(`update "case" set identification = 'flagged' where identification = 'under_triage'`)
)

const triaged = async () => {
  const id = await site.tell.flagged()
  await site.tell.act('cellule.69', id, 'triage.start')
  return id
}
/** To whom letters wait to be written, and the houses that hear of a meeting; each is asked once. */
const left = async (kind: 'mail_access' | 'tell'): Promise<string[]> => {
  const { rows } = await owner.query<{ payload: { to: string | string[]; line?: { about: string } } }>(
    'delete from outbox where kind = $1 returning payload',
    [kind]
  )
  return rows
    .filter(({ payload: { line } }) => line === undefined || line.about === 'meeting')
    .flatMap(({ payload: { to } }) => to)
}
const seats = members.map((login) => site.as(login))

describe('a secretary who has a voice', () => {
  it('convenes nobody where she alone would sit', async () => {
    await triaged()
    const id = await meet.planned()
    const seated = `role = 'cell_member' and org_id in (select id from organisation where territory = '69')`
    const sit = (until: string | null) =>
      owner.query(`update membership set since = '2020-01-01', until = $1 where ${seated}`, [until])
    await sit('2026-01-01')
    const refused = await why(meet.act('cellule.69', id, 'convene'))
    await sit(null)
    expect(refused).toContain('Aucun membre n’est rattaché')
    expect(await why(meet.act('cellule.69', id, 'convene'))).toBeNull()
  })

  it('is called and written to as the members are, and is let into no case as one of them', async () => {
    const caseId = await triaged()
    const id = await meet.planned()
    await left('mail_access')
    await left('tell')
    await meet.act('cellule.69', id, 'convene')
    const written = await left('mail_access')
    for (const { personId } of [secretary, ...seats]) expect(written).toContain(personId)
    expect(new Set(written).size).toBe(written.length)
    const told = await left('tell')
    expect(told).not.toContain(secretary.orgId)
    for (const { orgId } of seats) expect(told).toContain(orgId)
    const { rows } = await owner.query<{ org: string }>(
      `select org_id as org from participation where case_id = $1 and capacity = 'cell_member' and until is null`,
      [caseId]
    )
    const letIn = rows.map(({ org }) => org)
    expect(letIn).not.toContain(secretary.orgId)
    for (const { orgId } of seats) expect(letIn).toContain(orgId)
  })

  it('reads of her own tie as whoever has it does, and of that of another as the secretary', async () => {
    const [own, other] = [await triaged(), await triaged()]
    const flaggedBy = (caseId: string, { personId, orgId }: typeof secretary) =>
      owner.query(
        `update case_event set person_id = $2, org_id = $3 where case_id = $1 and command = 'case.flag'`,
        [...[caseId, personId, orgId]]
      )
    await flaggedBy(own, secretary)
    await flaggedBy(other, seats[1]!)
    const id = await meet.inSession(['cellule.69', ...members])
    const { items } = (await site.get('cellule.69', `/api/meetings/${id}`)).json<MeetingView>()
    const reasonOf = (caseId: string, { personId }: typeof secretary) =>
      items.find((one) => one.caseId === caseId)!.voters.find((one) => one.personId === personId)!.reason
    expect(reasonOf(own, secretary)).toContain('Vous avez signalé')
    expect(reasonOf(other, seats[1]!)).toMatch(/^A signalé/)
  })
})

describe('each house of which somebody sits', () => {
  it('hears that the meeting is open, and that it is closed; the secretary, who did it, does not', async () => {
    await triaged()
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    for (const command of ['open', 'close'] as const) {
      await left('tell')
      await meet.act('cellule.69', id, command)
      const told = await left('tell')
      for (const { orgId } of seats)
        expect([command, told]).toEqual([command, expect.arrayContaining([orgId])])
      expect([command, told.includes(secretary.orgId)]).toEqual([command, false])
    }
  })

  it('is waited for no more once it withdrew: the secretary hears of that, and of its return', async () => {
    const caseId = await triaged()
    const id = await meet.inSession()
    const itemId = await meet.item(id, caseId)
    for (const [command, input] of [
      ['item.recuse', { itemId }],
      ['item.rejoin', { itemId, reason: 'mistake' }]
    ] as const) {
      await left('tell')
      await meet.act('membre.69.police', id, command, input)
      expect([command, await left('tell')]).toEqual([command, [secretary.orgId]])
    }
  })
})
