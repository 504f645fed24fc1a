import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { channel, deliverTelling } from '../../../server/outbox/tell.ts'
import { inputFor } from '../../support/inputs.ts'
import { meeting } from '../../support/meetings.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'
import { colleagueAccount, inTwoTeams } from '../teams/drawn.ts'

let address: string
const open: AbortController[] = []

const site = await forFile(openSite())
beforeAll(async () => {
  site.gate.telling = true
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})

/** What one account hears, as it comes: « case », « referral ». */
const listening = async (login: string): Promise<string[]> => {
  const closing = new AbortController()
  open.push(closing)
  const heard: string[] = []
  const answer = await fetch(`${address}/api/stream`, {
    headers: { cookie: await site.cookie(login) },
    signal: closing.signal
  })
  expect(answer.status).toBe(200)
  const read = async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream()))
      heard.push(...[...chunk.matchAll(/^event: (\w+)$/gm)].map(([, word]) => word!))
  }
  read().catch(() => undefined)
  return heard
}

/** Delivers what waits, and gives a hint that must not come the time to come. */
const delivered = async () => {
  await workOff(site.db, site.gate)
  await sleep(400)
}

describe('a hint that something moved', () => {
  it('reaches who sits in the cell for a service, and not those of the service, who may not see the case', async () => {
    const [member, police] = [await listening('membre.69.police'), await listening('police.69')]
    const id = await site.tell.flagged()
    await delivered()
    await site.tell.act('cellule.69', id, 'triage.start')
    await delivered()
    expect((await site.get('police.69', `/api/cases/${id}`)).statusCode).toBe(404)
    expect(police).toEqual([])
    expect(member.length).toBeGreaterThan(0)
  })

  it('reaches those who are asked, and not their colleague who sits in the cell', async () => {
    const id = await site.tell.consenting(['B', 'C', 'E', 'F'])
    await delivered()
    const [member, police] = [await listening('membre.69.police'), await listening('police.69')]
    await site.tell.act('cellule.69', id, 'formal.request', inputFor('formal.request'))
    await delivered()
    await vi.waitFor(() => expect(police).toContain('referral'))
    expect(member).not.toContain('referral')
  })

  it.each([
    ['an identity', 'membre.69', 'identity.record', { name: 'Une Personne' }],
    ['zones to keep away from', 'membre.69', 'facts.complete', { forbiddenZones: ['13'] }]
  ] as const)(
    'reaches nobody who may not know of %s, and those who may',
    async (_what, login, command, input) => {
      const id = await site.tell.reflecting()
      await delivered()
      const [blind, cell] = [await listening(login), await listening('cellule.69')]
      await site.tell.act('asso.rhone', id, command, input)
      await delivered()
      expect(blind).toEqual([])
      expect(cell).toContain('case')
    }
  )

  it('reaches who was convened by name, and not a colleague of the same role who was not', async () => {
    const meet = meeting(site)
    await site.tell.act('cellule.69', await site.tell.flagged(), 'triage.start')
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    await delivered()
    const sitsAs = (role: string) =>
      site.db.owner.query('update membership set role = $1 where person_id = $2', [
        role,
        site.as('police.69').personId
      ])
    await site.cookie('police.69')
    await sitsAs('cell_member')
    const [colleague, convened] = [await listening('police.69'), await listening('membre.69.police')]
    await meet.act('cellule.69', id, 'open')
    await delivered()
    await sitsAs('police')
    expect(colleague).toEqual([])
    expect(convened).toEqual(['meeting'])
  })

  it('reaches no member of the cell who withdrew, and still their colleague of the same house and role', async () => {
    const meet = meeting(site)
    const id = await site.tell.flagged()
    await site.tell.act('cellule.69', id, 'triage.start')
    const itemId = await meet.item(await meet.planned(), id)
    const [withdrawn, seat] = [site.as('membre.69.police'), site.as('police.69')]
    await site.cookie('police.69')
    const { owner } = site.db
    await owner.query(`update membership set role = 'cell_member' where person_id = $1`, [seat.personId])
    await owner.query(
      `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, now(), false)`,
      [itemId, id, withdrawn.personId, withdrawn.orgId, site.as('cellule.69').orgId]
    )
    await delivered()
    const [gone, there] = [await listening('membre.69.police'), await listening('police.69')]
    await site.tell.act('asso.rhone', id, 'facts.complete', { children: 2 })
    await delivered()
    await owner.query(`update membership set role = 'police' where person_id = $1`, [seat.personId])
    await owner.query('delete from meeting_recusal where case_id = $1', [id])
    expect(gone).not.toContain('case')
    expect(there).toContain('case')
  })

  it('is given at no true hour to those who are told a later one: it would say what is hidden', async () => {
    const id = await site.tell.flagged()
    await delivered()
    const heard = await listening('cellule.69')
    const line = { about: 'case', id, seq: 1 } as const
    const moved = { about: 'case', id, to: [site.as('cellule.69').orgId], line } as const
    await deliverTelling(site.db.app, { ...moved, at: '2099-01-01T00:00:00Z' })
    await sleep(400)
    expect(heard).toEqual([])
    await deliverTelling(site.db.app, { ...moved, at: '2026-11-24T11:00:00Z' })
    await sleep(400)
    expect(heard).toEqual(['case'])
  })

  it('reaches still who listens beside a page that was closed', async () => {
    const heard = await listening('cellule.69')
    await listening('cellule.69')
    open.pop()!.abort()
    await sleep(400)
    await site.tell.flagged()
    await delivered()
    expect(heard).toContain('case')
  })

  it('asks nobody who listens for another organisation', async () => {
    const asked = vi.spyOn(site.db.app, 'connect')
    const said = (to: string) => ({
      about: 'case',
      id: to,
      to: [to],
      line: { about: 'case', id: to, seq: 1 }
    })
    const hint = (to: string) =>
      site.db.owner.query('select pg_notify($1, $2)', [channel, JSON.stringify(said(to))])
    await Promise.all(Array.from({ length: 40 }, () => listening('asso.rhone')))
    asked.mockClear()
    await hint(site.as('police.69').orgId)
    await sleep(400)
    expect(asked).toHaveBeenCalledTimes(0)
    await hint(site.as('asso.rhone').orgId)
    await sleep(400)
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
  })

  it('reaches those of an association whose team follows the case, and not their colleague of another team', async () => {
    const id = await site.tell.flagged()
    const colleague = await colleagueAccount(site, 'asso.rhone', 'asso.rhone.ouest')
    await inTwoTeams(site, { lead: site.as('asso.rhone'), others: [colleague] })
    await delivered()
    const [team, other] = [await listening('asso.rhone'), await listening('asso.rhone.ouest')]
    await site.tell.act('cellule.69', id, 'triage.start')
    await delivered()
    expect(other).toEqual([])
    expect(team).toContain('case')
  })
})
