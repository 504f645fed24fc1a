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

it('a case whose code and whose name are what was typed is found once, and is not read of by its code', async () => {
  const flagged = (name: string) => site.tell.flagged('asso.rhone', { identity: { name } })
  const [both, named] = [await flagged('BENK Grace'), await flagged('BENK Alice')]
  // A first half without a digit, which is a name as well.
  await site.db.owner.query(`update "case" set code = 'BENK' || right(code, 4) where id = $1`, [both])
  const answer = await site.send('asso.rhone', '/api/search', { q: 'benk' }, { key: null })
  const { cases } = answer.json<{ cases: { id: string; because: string | null }[] }>()
  expect(cases.map(({ id, because }) => [id, because])).toEqual([
    [both, null],
    [named, 'même nom']
  ])
  const read = await site.db.owner.query<{ object: string }>(
    `select object from audit_event where action = 'read' and detail = 'search' and object = any($1)`,
    [[both, named].map((id) => `case:${id}`)]
  )
  expect(read.rows).toEqual([{ object: `case:${named}` }])
})
