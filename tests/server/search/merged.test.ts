import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())

it('a name finds no file that was merged into another: what is written of the person stands there', async () => {
  const flagged = () => site.tell.flagged('asso.rhone', { identity: { name: 'DOUBLET Aminata' } })
  const found = async () => {
    const answer = await site.send('asso.rhone', '/api/search', { q: 'doublet' }, { key: null })
    return answer.json<{ cases: { id: string }[] }>().cases.map(({ id }) => id)
  }
  const [left, stays] = [await flagged(), await flagged()]
  expect((await found()).toSorted()).toEqual([left, stays].toSorted())
  await site.db.owner.query(`update "case" set identification = 'duplicate_merged' where id = $1`, [left])
  expect(await found()).toEqual([stays])
})
