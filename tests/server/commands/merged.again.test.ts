import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site

it('a file that was merged, taken out again and merged into another is read, and leads to where it is now', async () => {
  const [first, second, left] = [await tell.presumed(), await tell.presumed(), await tell.presumed()]
  const codeOf = async (id: string) => String((await tell.row(id))['code'])
  const merge = async (into: string) => {
    await tell.act('cellule.69', left, 'merge.propose', { into: await codeOf(into), proofs: ['identity'] })
    await tell.act('cellule.69.bis', left, 'merge.confirm')
  }
  const leadsTo = async () => {
    const answer = await site.get('cellule.69', `/api/cases/${left}`)
    expect(answer.statusCode).toBe(200)
    return answer.json<{ joined: { id: string } | null }>().joined?.id
  }
  await merge(first)
  expect(await leadsTo()).toBe(first)
  await tell.act('cellule.69', left, 'merge.undo')
  expect(await leadsTo()).toBeUndefined()
  await merge(second)
  expect(await leadsTo()).toBe(second)
})
