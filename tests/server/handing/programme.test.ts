import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { openHanding } from './support.ts'

// The approval for the exit programme is each association's own: it does not go with a case.

const site = await forFile(openSite())
const { tell } = site
const { rows, formAt, propose, proposed, accept } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId

type Named = { id: string; lacks: string | null }
const formOf = async (id: string) =>
  (await site.get(from, formAt(id))).json<{ warning: string | null; associations: Named[] }>()
const lackedBy = async (id: string, login = to) =>
  (await formOf(id)).associations.find((one) => one.id === orgOf(login))!.lacks
const warned = async (one: string, login = to) =>
  (await site.get(login, `/api/handings/${one}`)).json<{ warning: string | null }>().warning
const approved = async (yes: boolean) => {
  await rows(`delete from habilitation where org_id = $1 and regime = 'psp'`, [orgOf(to)])
  if (yes)
    await rows(`insert into habilitation (org_id, regime, since) values ($1, 'psp', '2026-01-01')`, [
      orgOf(to)
    ])
}
const underProgramme = async (stands: string) => {
  const id = await tell.consenting()
  await rows(
    `update "case" set facts = facts || jsonb_build_object('exitProgramme', $2::text) where id = $1`,
    [id, stands]
  )
  return id
}

it('nothing is said of an approval where no programme runs, or ran', async () => {
  await approved(false)
  for (const stands of ['none', 'refused', 'ended']) {
    const id = await underProgramme(stands)
    expect([stands, (await formOf(id)).warning, await lackedBy(id)]).toEqual([stands, null, null])
  }
})

it('whoever hands on somebody under a programme reads which associations are not approved, and may propose', async () => {
  const id = await underProgramme('running')
  expect((await formOf(id)).warning).toContain('R121-12-3')
  expect(await lackedBy(id)).toContain('non agréée')
  await approved(true)
  expect(await lackedBy(id)).toBeNull()
  expect(await lackedBy(await underProgramme('asked'))).toBeNull()
  await approved(false)
  expect((await propose(from, id)).statusCode).toBe(201)
})

it('an association that is not approved is told so before it accepts, alike of every case; nobody else is', async () => {
  const [under, without] = [
    await proposed(await underProgramme('running')),
    await proposed(await tell.consenting())
  ]
  const said = await warned(under)
  expect(said).toContain('tout dossier')
  expect(await warned(without)).toBe(said)
  expect(await warned(under, from)).toBeNull()
  await approved(true)
  expect([await warned(under), await warned(without)]).toEqual([null, null])
  await approved(false)
  expect((await accept(to, under)).statusCode).toBe(200)
  expect(await warned(under)).toBeNull()
})
