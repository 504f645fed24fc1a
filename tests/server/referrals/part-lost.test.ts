import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { atOnce, refusal } from '../../support/refusals.ts'
import { openWorld } from '../../support/world.ts'

// A side that loses its part while its answer waits for the case is refused as one whose part was over before.

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)

type Acts = readonly (() => Promise<unknown>)[]

/** One after the other. */
const inTurn = async (_id: string, acts: Acts) => {
  const ends: (string | null)[] = []
  for (const act of acts) ends.push(await refusal(act()))
  return ends
}

const manners = [
  ['in turn', inTurn],
  ['at once', (id: string, acts: Acts) => atOnce(world.db.owner, id, acts)]
] as const

/** What the shelter of a resident asked of care, which has a question. */
const questioned = async () => {
  await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
  const id = await tell.housed(world.places['foyer.azur']![0]!)
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...tell.how })
  const recipientId = world.as('soin.69').orgId
  await tell.act('foyer.azur', id, 'health.refer', { destination: 'general', recipientId })
  const asked = await tell.referral(id, 'health')
  await tell.move('soin.69', asked, 'ask', { question: 'mot' })
  return { id, asked, answer: () => tell.move('foyer.azur', asked, 'answer', { answer: 'dès lundi' }) }
}

const stepsOf = async (referralId: string) =>
  (
    await owner('select command from referral_event where referral_id = $1 order by seq', [referralId])
  ).rows.map(({ command }) => command as string)

describe.each(manners)('a part that ends, and an act by it, %s', (_name, played) => {
  it('leave a question unanswered by the shelter that its resident has left', async () => {
    const { id, asked, answer } = await questioned()
    const leave = () => tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
    expect(await played(id, [leave, answer])).toEqual([null, 'NotFound'])
    expect(await stepsOf(asked)).toEqual(['send', 'ask'])
  })

  it('leave to the cell that has taken over what the one before it had sent', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('cellule.69', id, 'prefecture.request', { signalledBy: 'PJ' })
    await tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    const [sent, transfer] = [await tell.referral(id, 'prefecture'), await tell.referral(id, 'cell')]
    const accept = () => tell.move('cellule.75', transfer, 'accept')
    const withdraw = () => tell.move('cellule.69', sent, 'withdraw')
    expect(await played(id, [accept, withdraw])).toEqual([null, 'NotFound'])
    expect(await stepsOf(sent)).toEqual(['send'])
    expect(await refusal(tell.move('cellule.75', sent, 'withdraw'))).toBe(null)
  })

  it('are told from an act that ends no part: the shelter answers', async () => {
    const { id, asked, answer } = await questioned()
    const other = () => tell.act('asso.rhone', id, 'facts.complete', { language: 'en' })
    expect(await played(id, [other, answer])).toEqual([null, null])
    expect(await stepsOf(asked)).toEqual(['send', 'ask', 'answer'])
  })
})
