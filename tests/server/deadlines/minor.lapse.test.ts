import { expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { child, inChildhood, opp, report, tell, world } from '../../support/child.ts'

inChildhood()

const minorOf = async (login: string, id: string, now: Date) => {
  const actor = world.as(login)
  const view = await inContext(world.db.app, actor, (tx) => viewCase(tx, id, { actor, locale: 'fr', now }))
  return view.regions.find((one) => one.id === 'minor')!
}

it('a placement whose eight days have passed reads late until the judge is seized', async () => {
  const id = await child()
  await report(id)
  await opp(id)
  const late = new Date('2026-12-03T08:00:00Z')
  world.at(late)
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> 'D-OPP-JE'`)
  await fireDue(world.gate)
  expect(await minorOf('parquet.lyon', id, late)).toMatchObject({
    tone: 'late',
    clock: { label: 'Saisir le juge des enfants', daysLeft: -1 }
  })
  await tell.act('parquet.lyon', id, 'judge.seize', { on: '2026-12-03' })
  expect((await minorOf('parquet.lyon', id, late)).tone).not.toBe('late')
})
