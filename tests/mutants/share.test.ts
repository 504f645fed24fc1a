import { expect, it } from 'vitest'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { shareOf } from '../../verify/mutation/house/share.ts'
import { putBack } from '../../verify/mutation/put-back.ts'

/** Three of them, the same each time: that the machine which runs the whole list still works. */
const share = shareOf(mistakes, '96/140')

it('of three mistakes that are made, each is seen by the test that is named', async () => {
  const outcomes = await putBack(share)
  expect([...outcomes].map(([why, outcome]) => [why, outcome]).toSorted()).toEqual(
    share.map(({ why }) => [why, 'red']).toSorted()
  )
}, 400_000)

it('and what is no mistake at all is seen by none', async () => {
  const [one] = share
  const harmless = { ...one!, instead: `${one!.text} ` }
  expect([...(await putBack([harmless])).values()]).toEqual(['green'])
}, 400_000)
