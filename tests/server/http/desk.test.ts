import { beforeEach, describe, expect, it } from 'vitest'
import { listCases } from '../../../server/reading/list.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(() => world.at(noon))

const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
/** What the desk says of a case, until when, and the main buttons of its page. */
const desk = async (login: string, id: string) => {
  const reader = readerOf(login)
  const query = { view: 'all' as const, limit: 100 }
  const line = (await inContext(world.db.app, reader.actor, (tx) => listCases(tx, query, reader))).items.find(
    (one) => one.id === id
  )!
  const { actions } = await inContext(world.db.app, reader.actor, (tx) => viewCase(tx, id, reader))
  return {
    awaited: line.waitsFor?.command ?? null,
    due: line.due?.dueAt ?? null,
    buttons: actions.filter(({ primary }) => primary).map(({ command }) => command)
  }
}
const dueOf = async (id: string, code: string) => {
  const { rows } = await world.db.owner.query<{ at: Date }>(
    `select due_at as at from deadline where case_id = $1 and code = $2 and state in ('running', 'fired')`,
    [id, code]
  )
  return rows[0]?.at.toISOString()
}
const stands = (command: string, due: string | null | undefined) => ({
  awaited: command,
  due,
  buttons: [command]
})
const act = (login: string, id: string, command: Parameters<typeof inputFor>[0], more = {}) =>
  tell.act(login, id, command, { ...inputFor(command), ...more })

describe('the desk of an association', () => {
  it('names the act with the date of its own clock, on the case page too, and empties as things are done', async () => {
    const id = await tell.presumed()
    expect(await desk('asso.rhone', id)).toEqual(stands('person.inform', await dueOf(id, 'MNIO-INFO')))
    await act('asso.rhone', id, 'person.inform')
    expect(await desk('asso.rhone', id)).toEqual(stands('needs.assess', await dueOf(id, 'MNIO-NEEDS-SAFETY')))
    await act('asso.rhone', id, 'needs.assess')
    await act('asso.rhone', id, 'reflection.offer', { wishes: false })
    expect(await desk('asso.rhone', id)).toEqual(stands('plan.sign', null))
    await act('asso.rhone', id, 'plan.sign')
    expect(await desk('asso.rhone', id)).toEqual({ awaited: null, due: null, buttons: [] })
  })

  it('is told of a review as its first alert is given, and no sooner', async () => {
    const id = await tell.presumed()
    for (const command of ['person.inform', 'needs.assess', 'plan.sign'] as const)
      await act('asso.rhone', id, command)
    await act('asso.rhone', id, 'reflection.offer', { wishes: false })
    const due = await dueOf(id, 'MNIO-PLAN-REVIEW')
    const alerted = new Date(Date.parse(due!) - 13 * 24 * 3_600_000)
    world.at(alerted)
    await fireDue(world.gate)
    expect(await desk('asso.rhone', id)).toEqual(stands('plan.review', due))
    await act('asso.rhone', id, 'plan.review', { on: alerted.toISOString().slice(0, 10) })
    expect((await desk('asso.rhone', id)).awaited).not.toBe('plan.review')
  })
})

it('of a clock that rings again and again, the round that counts is shown, and none of those that are over', async () => {
  const id = await tell.consenting(['B', 'C', 'E'])
  await act('asso.rhone', id, 'acse.request')
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await act('acse', id, 'acse.no_place')
  const shown = async () => {
    const reader = readerOf('acse')
    const { deadlines } = await inContext(world.db.app, reader.actor, (tx) => viewCase(tx, id, reader))
    return deadlines.filter(({ code }) => code === 'MNIO-RESEARCH').map(({ state }) => state)
  }
  expect(await shown()).toEqual(['running'])
  for (const days of [10, 20, 30]) {
    world.at(new Date(noon.getTime() + days * 24 * 3_600_000))
    await fireDue(world.gate)
  }
  const { rows } = await world.db.owner.query<{ state: string }>(
    `select state from deadline where case_id = $1 and code = 'MNIO-RESEARCH'`,
    [id]
  )
  expect(rows.filter(({ state }) => state === 'fired').length).toBeGreaterThan(1)
  expect(await shown()).toEqual(['running'])
})

describe('a child in immediate danger whom the police found', () => {
  it('is told to the prosecutor first, who orders the placement', async () => {
    const id = await tell.flagged('police.69', {
      ageGroup: 'minor',
      ageBand: '15-17',
      danger: 'immediate',
      nominativeConsent: false
    })
    expect(await desk('police.69', id)).toEqual(
      stands('minor.report_prosecutor', await dueOf(id, 'MNIO-SIGNALEMENT'))
    )
    await act('police.69', id, 'minor.report_prosecutor', { foundIn: '69' })
    expect(await desk('parquet.lyon', id)).toMatchObject({ awaited: 'opp.issue', buttons: ['opp.issue'] })
  })
})

it('what is nobody’s turn is late on nobody’s list', async () => {
  const { rows } = await world.db.owner.query(
    'select from participation where waits_for is null and due_at is not null'
  )
  expect(rows).toEqual([])
})
