import { expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const rows = async <R extends object>(text: string, values: unknown[]) =>
  (await site.db.owner.query<R>(text, values)).rows
type Item = { kind: string; mine: boolean; madeOn: string }

it('a link is one’s own to the house that made it alone, and of the day it was made where the case is followed', async () => {
  const [one, other] = [await site.tell.consenting(), await site.tell.consenting()]
  const [{ code }] = (await rows<{ code: string }>('select code from "case" where id = $1', [other])) as [
    { code: string }
  ]
  const url = `/api/cases/${one}/links`
  for (const [login, kind] of [
    ['cellule.69', 'site'],
    ['asso.rhone', 'family']
  ] as const)
    expect((await site.send(login, url, { code: showCode(code), kind })).statusCode).toBe(201)
  await rows(`update case_link set made_at = '2026-11-24T22:30:00Z' where low_id = any($1)`, [[one, other]])
  const said = async (login: string) =>
    (await site.get(login, url))
      .json<{ items: Item[] }>()
      .items.map(({ kind, mine, madeOn }) => `${kind} ${mine} ${madeOn}`)
      .toSorted()
  expect(await said('asso.rhone')).toEqual([
    'Même famille true 2026-11-24',
    'Même lieu des faits false 2026-11-24'
  ])
  expect(await said('cellule.69')).toEqual([
    'Même famille false 2026-11-24',
    'Même lieu des faits true 2026-11-24'
  ])
  // By the clocks of Réunion that evening is the next day.
  await rows(`update "case" set territory = '974' where id = $1`, [one])
  expect(await said('cellule.69')).toEqual([
    'Même famille false 2026-11-25',
    'Même lieu des faits true 2026-11-25'
  ])
})
