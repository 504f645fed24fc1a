import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { openHanding } from './support.ts'

// Others accompany the person as well, others may take over, and other proposals were made.

const site = await forFile(openSite())
const { tell } = site
const { rows, formAt, propose, proposed, step, accept, partsOf } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId

/** An association of a département, which may accompany. */
const association = async (name: string, territory: string): Promise<string> => {
  const [one] = await rows<{ id: string }>(
    `with house as (insert into organisation (id, key, type, name, territory, status)
        values (gen_random_uuid(), $1, 'association', $1, $2, 'accredited') returning id),
      staff as (insert into membership (person_id, org_id, role) select $3, id, 'asso' from house)
      insert into habilitation (org_id, regime, since) select id, 'flag', '2026-01-01' from house returning org_id as id`,
    [name, territory, site.as(from).personId]
  )
  return one!.id
}
const accompanies = (id: string, orgId: string) =>
  rows(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', now(), 'referent.name', now())`,
    [id, orgId]
  )
const near = await association('Zénith', '69')
const far = await association('Abri', '01')

it('whoever accompanies beside goes on, and whoever came to accompany meanwhile takes nothing twice', async () => {
  const id = await tell.consenting()
  await accompanies(id, near)
  const one = await proposed(id)
  expect((await accept(to, one)).statusCode).toBe(200)
  const referents = (await partsOf(id)).filter(({ capacity }) => capacity === 'referent')
  expect(referents.map(({ org_id }) => org_id).toSorted()).toEqual([near, orgOf(to)].toSorted())
  const other = await tell.consenting()
  const two = await proposed(other)
  await accompanies(other, orgOf(to))
  const refused = await accept(to, two)
  expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('autrement')])
})

it('those of the person’s own département are named first, in her language what is said', async () => {
  const id = await tell.consenting()
  await rows(`update "case" set facts = facts || '{"language": "ro"}' where id = $1`, [id])
  const form = (await site.get(from, formAt(id))).json<{ language: string; associations: { id: string }[] }>()
  const listed = form.associations.map((one) => one.id).filter((one) => [near, far].includes(one))
  expect([form.language, listed]).toEqual(['ro', [near, far]])
})

it('what waits comes before what is over, of which the last three months are shown; each side has its own reasons', async () => {
  await rows('delete from case_handing')
  const of = async (ago: number, over = false) => {
    const id = await tell.consenting()
    const one = await proposed(id)
    if (over) await step(to, one, ['refuse', { reason: 'full' }])
    await rows(
      `update case_handing set proposed_at = $2::timestamptz - $3 * interval '1 day', expires_at = $2::timestamptz + interval '1 day' where id = $1`,
      [one, '2026-11-24T11:00:00Z', ago]
    )
    return one
  }
  const [waits, late, shown] = [await of(9), await of(91, true), await of(1, true)]
  const before = await of(89, true)
  for (const login of [from, to]) {
    const { items } = (await site.get(login, '/api/handings')).json<{ items: { id: string }[] }>()
    expect(items.map(({ id }) => id)).toEqual([waits, shown, before])
  }
  expect((await site.get(to, `/api/handings/${late}`)).statusCode).toBe(200)
  const reasons = async (login: string) =>
    (await site.get(login, `/api/handings/${waits}`))
      .json<{ reasons: { id: string }[] }>()
      .reasons.map(({ id }) => id)
  expect([(await reasons(to)).includes('full'), (await reasons(from)).includes('full')]).toEqual([
    true,
    false
  ])
  expect((await reasons(from)).includes('by_person')).toBe(true)
})

it('a file that went into another is proposed to nobody, nor taken by who was asked before', async () => {
  const [whole, merged] = [await tell.consenting(), await tell.consenting()]
  const one = await proposed(merged)
  await rows(`update "case" set identification = 'duplicate_merged' where id = $1`, [merged])
  const left = [await accept(to, one), await propose(from, merged)]
  expect(left.map(({ statusCode }) => statusCode)).toEqual([409, 409])
  expect((await propose(from, whole)).statusCode).toBe(201)
})
