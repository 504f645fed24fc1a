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
})
