import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { sightOf } from '../../../policies/sight.ts'
import type { EventRow } from '../../../server/cases/store.ts'
import { atTheirHour } from '../../../server/disclosure/events.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { endOfDay } from '../../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { readyFacts } from '../../support/cases.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let there: Actor
const site = await forFile(openSite())
beforeAll(async () => {
  const cell = { key: 'cell-974', name: 'CELLULE 974', type: 'cell', territory: '974' } as const
  there = { ...site.as('cellule.75'), orgId: await insertOrganisation(site.db, cell), territory: '974' }
})

const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) =>
    viewCase(tx, id, { actor: site.as(login), locale: 'fr', now: site.gate.now!() })
  )
const answered = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: Error & { fields?: unknown; reason?: unknown }) => [error.name, error.fields ?? error.reason]
  )

const move = async (id: string) => {
  const { tell } = site
  await tell.act('cellule.69', id, 'territory.transfer', { to: '974', reason: 'sheltered' })
  await tell.moveAs(there, await tell.referral(id, 'cell'), 'accept')
  await tell.actAs(there, id, 'territory.take_up')
}

/** In the evening of Lyon, when it is the day after in La Réunion. */
const begun = async (moves: boolean) => {
  const { tell } = site
  site.at(new Date('2026-11-24T21:30:00Z'))
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
  await tell.move('psp.69', await tell.referral(id, 'exit_programme'), 'accept')
  await tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
  await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
  if (moves) await move(id)
  return id
}

/** Of a case that stays and of one that moved, in this order. */
const ofBoth = async <T>(work: (id: string) => Promise<T>): Promise<T[]> => {
  const told: T[] = []
  for (const moves of [false, true]) told.push(await work(await begun(moves)))
  return told
}

describe('that she moved overseas is not told', () => {
  it('by the day in a list, which is the one of the case, nor by until when it waits', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      const seen = []
      for (const login of ['psp.69', 'police.69']) {
        const { items } = (await site.get(login, '/api/cases?view=all')).json()
        const line = items.find((one: { id: string }) => one.id === id)
        expect(line.openedOn).toBe((await read(login, id)).openedOn)
        seen.push([login, line.openedOn, line.due])
      }
      return seen
    })
    expect(moved).toEqual(plain)
  })

  it('by a clock opened there: neither in the case, nor in its regions, nor among the deadlines', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      const consent = { scopes: ['A', 'B', 'C', 'E', 'F'], ...site.tell.how }
      await site.tell.act('asso.rhone', id, 'consent.record', consent)
      const decided = { heardOn: '2026-11-24', decidedOn: '2026-11-24' }
      await site.tell.act('psp.69', id, 'psp.decision', decided)
      const { deadlines, regions } = await read('psp.69', id)
      const clocks = deadlines.map(({ code, startsOn, dueOn, dueAt, daysLeft, total, computation }) => ({
        ...{ code, startsOn, dueOn, dueAt, daysLeft, total, computation }
      }))
      const listed = (await site.get('psp.69', '/api/deadlines')).json().items
      const ofCase = listed.filter((one: { caseId: string }) => one.caseId === id)
      const dates = ofCase.map((one: Record<string, unknown>) => [one['code'], one['startsOn'], one['dueAt']])
      const lines = (await site.get('psp.69', '/api/cases?view=all')).json().items
      const { due } = lines.find((one: { id: string }) => one.id === id)
      return { clocks, regions: regions.map(({ clock }) => clock), dates, due }
    })
    expect(plain!.clocks.map(({ startsOn }) => startsOn)).toContain('2026-11-24')
    expect(moved).toEqual(plain)
    expect(JSON.stringify(moved)).not.toMatch(/Cellule de La Réunion|"974"/)
  })

  it('by which day is refused as one to come', async () => {
    const orgId = site.as('acse').orgId
    const [plain, moved] = await ofBoth((id) =>
      answered(
        site.tell.act('psp.69', id, 'psp.decision', { heardOn: '2026-11-25', decidedOn: '2026-11-25', orgId })
      )
    )
    expect(JSON.stringify(plain)).toContain('in_future')
    expect(moved).toEqual(plain)
  })

  it('by how long an answer may still take, in the boxes and in the referral', async () => {
    const [plain, moved] = await ofBoth(async (id) => {
      const asked = await answered(site.tell.act('police.69', id, 'acse.request', { adhesion: true }))
      expect(asked).toBe('done')
      const { items } = (await site.get('police.69', '/api/referrals?box=out&view=all')).json()
      const line = items.find((one: { caseId: string }) => one.caseId === id)
      const whole = (await site.get('police.69', `/api/referrals/${line.id}`)).json()
      return [line.answerDue, whole.answerDue, line.sender, whole.sender]
    })
    expect(plain![0]).not.toBeNull()
    expect(moved).toEqual(plain)
  })

  const only = (code: string) =>
    site.db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> $1`, [code])
  const fireAt = async (moment: string) => {
    site.at(new Date(moment))
    await fireDue(site.gate)
  }

  it('by when its answer ran out, to who was asked and has not answered', async () => {
    const asked = async (moves: boolean) => {
      const id = await begun(false)
      await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
      if (moves) await move(id)
      await only('MNIO-PREF-ANSWER')
      const { rows } = await site.db.owner.query<{ on: string; met: Date }>(
        `select due_on::text as on, met_due_at as met from deadline where case_id = $1 and code = 'MNIO-PREF-ANSWER'`,
        [id]
      )
      const { on, met } = rows[0]!
      // It speaks once its day is over in Paris as well.
      await fireAt(new Date(Date.parse(endOfDay(on, 'Europe/Paris')) + 5_000).toISOString())
      const reader = {
        actor: site.as('prefecture.69'),
        locale: 'fr' as const,
        now: new Date(met.getTime() + 60_000)
      }
      const referral = await site.tell.referral(id, 'prefecture')
      const { events } = await inContext(site.db.app, reader.actor, (tx) =>
        viewReferral(tx, referral, reader)
      )
      return [on, events.map(({ command, at }) => [command, at])]
    }
    const [plain, moved] = [await asked(false), await asked(true)]
    expect(moved[0]).not.toBe(plain[0])
    expect(JSON.stringify(plain[1])).toContain('expire')
    expect(moved[1]).toEqual(plain[1])
  })
})

it('what was done as a day ended where she is now is told once that day is over where she was met', () => {
  const ended = new Date('2027-05-24T22:00:10Z')
  const untold = new Date('2027-05-25T04:00:10Z')
  const act = { at: ended, metAt: untold, input: { days: 0 }, metInput: { days: 1 } } as unknown as EventRow
  const heard = (capacity: Capacity, now: Date) =>
    atTheirHour([act], sightOf([capacity], readyFacts), now).map(({ at, input }) => [at, input])
  expect(heard('police', new Date(untold.getTime() - 1))).toEqual([])
  expect(heard('police', untold)).toEqual([[untold, { days: 1 }]])
  expect(heard('police', new Date(untold.getTime() + 1))).toEqual([[untold, { days: 1 }]])
  expect(heard('referent', ended)).toEqual([[ended, { days: 0 }]])
})
