import { expect, it } from 'vitest'
import { awaitedOf } from '../../../server/calls/awaited.ts'
import { inContext } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const tell = acting(world)

it('an answer is awaited of whoever was asked, but while a question of theirs waits for one', async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  const referral = await tell.referral(id, 'prefecture')
  const actor = world.as('prefecture.69')
  const awaited = async () =>
    (await inContext(world.db.app, actor, (tx) => awaitedOf(tx, { actor, locale: 'fr', now: noon }))).length
  expect(await awaited()).toBe(1)
  await tell.move('prefecture.69', referral, 'ask', { question: 'Quand ?' })
  expect(await awaited()).toBe(0)
  await tell.move('asso.rhone', referral, 'answer', { answer: 'Demain.' })
  expect(await awaited()).toBe(1)
  // Of two that wait each counts.
  const other = await tell.consenting()
  await tell.act('asso.rhone', other, 'reflection.offer', inputFor('reflection.offer'))
  await tell.act('asso.rhone', other, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  expect(await awaited()).toBe(2)
})

it('a house that has two parts in a case is awaited there once, by the first of their two days', async () => {
  await world.db.owner.query('update participation set waits_for = null')
  const id = await tell.presumed()
  const actor = world.as('asso.rhone')
  const days = async () => {
    const reader = { actor, locale: 'fr', now: noon } as const
    return (await inContext(world.db.app, actor, (tx) => awaitedOf(tx, reader))).map((due) => due?.on)
  }
  await world.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at, waits_for, line)
     select case_id, org_id, 'flagger', since, basis, moved_at, waits_for, line from participation
     where case_id = $1 and org_id = $2 and capacity = 'referent'`,
    [id, actor.orgId]
  )
  const until = (referent: string, flagger: string) =>
    world.db.owner.query(
      `update participation set due_at = case capacity when 'referent' then $3::timestamptz else $4 end where case_id = $1 and org_id = $2`,
      [id, actor.orgId, referent, flagger]
    )
  for (const [first, second] of [
    ['2026-11-25T12:00:00Z', '2026-12-09T12:00:00Z'],
    ['2026-12-09T12:00:00Z', '2026-11-25T12:00:00Z']
  ] as const) {
    await until(first, second)
    expect(await days()).toEqual(['2026-11-25'])
  }
  // A day is that of the place where the person is: past midnight in Réunion it is still the evening in Paris.
  await until('2026-11-25T20:30:00Z', '2026-12-09T12:00:00Z')
  expect(await days()).toEqual(['2026-11-25'])
  await world.db.owner.query(
    `update participation set line = (line::jsonb || '{"territory": "974"}')::text where case_id = $1 and org_id = $2`,
    [id, actor.orgId]
  )
  expect(await days()).toEqual(['2026-11-26'])
  // A part that begins tomorrow waits for nothing today.
  await world.db.owner.query(
    `update participation set since = wall_clock() + interval '1 day' where case_id = $1 and org_id = $2`,
    [id, actor.orgId]
  )
  expect(await days()).toEqual([])
})
