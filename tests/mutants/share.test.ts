import { beforeAll, expect, it } from 'vitest'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { shareOf } from '../../verify/mutation/house/share.ts'
import { putBack, type Outcomes } from '../../verify/mutation/put-back.ts'

/** Three of them, the same each time: that the machine which runs the whole list still works. */
const share = shareOf(mistakes, '96/140')
const [one] = share
const harmless = { ...one!, instead: `${one!.text} `, why: 'no mistake at all' }

let outcomes: Outcomes
beforeAll(async () => void (outcomes = await putBack([...share, harmless])), 400_000)

it('of three mistakes that are made, each is seen by the test that is named', () => {
  expect(share.map(({ why }) => [why, outcomes.get(why)])).toEqual(share.map(({ why }) => [why, 'red']))
})

it('and what is no mistake at all is seen by none', () => {
  expect(outcomes.get(harmless.why)).toBe('green')
})
