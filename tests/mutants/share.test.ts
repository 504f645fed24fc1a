import { beforeAll, expect, it } from 'vitest'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { shareOf } from '../../verify/mutation/house/share.ts'
import { putBack, type Found, type Outcomes } from '../../verify/mutation/put-back.ts'

/** A few of them, by what they say and so the same each time: that the machine which runs the whole list still works. */
const share = shareOf(mistakes, '233/300')
const [one] = share.filter(({ sql }) => sql === undefined)
const harmless = { ...one!, instead: `${one!.text} `, why: 'no mistake at all' }

let outcomes: Outcomes
const told: Found[] = []
beforeAll(
  async () => void (outcomes = await putBack([...share, harmless], (found) => told.push(found))),
  600_000
)

it('each mistake that is made is seen by the test that is named', () => {
  expect(share.map(({ why }) => [why, outcomes.get(why)])).toEqual(share.map(({ why }) => [why, 'red']))
})

it('and what is no mistake at all is seen by none', () => {
  expect(outcomes.get(harmless.why)).toBe('green')
})

it('each is told as it comes, with the tests that it brought down and no other', () => {
  expect(told.map(({ mistake }) => mistake.why).toSorted()).toEqual([...outcomes.keys()].toSorted())
  for (const { mistake, whole, failed } of told) {
    expect(whole.length, mistake.seen).toBeGreaterThan(0)
    expect(failed.filter((name) => !whole.includes(name))).toEqual([])
    expect(failed.length > 0).toBe(mistake.why !== harmless.why)
  }
})
