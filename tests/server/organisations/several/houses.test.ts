import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../policies/actor.ts'
import { readDirectory } from '../../../../server/organisations/directory.ts'
import { openedBeside } from '../../../../server/organisations/access/beside.ts'
import { inContext } from '../../../../server/db/context.ts'
import { acting } from '../../../support/acting.ts'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../directory.ts'

// Of everything there are two: houses of one name, proposals of one house, regimes of it, of which one is over.

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site
const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
type Says = { label: string; value: string }
type Proposal = { id: string; kind: string; says: Says[]; may: Record<string, { enabled: boolean }> }
const proposalsOf = async (id: string, login = 'admin'): Promise<Proposal[]> =>
  (await ask(login, `/organisations/${id}`)).body.proposals
const create = (name: string, territory = '69', more: object = {}) =>
  post('admin', '/organisations', { name, type: 'association', territory, ...more })
const accredited = async (name: string) => {
  const { body } = await create(name)
  expect((await post('admin.bis', `/proposals/${body.proposals[0].id}/confirm`)).status).toBe(200)
  return body.id as string
}
const propose = (id: string, body: object) => post('admin', `/organisations/${id}/proposals`, body)
const giving = (regime: string) => ({ kind: 'regime', regime, since: '2026-01-01', decision: 'Arrêté' })

describe('houses of one name', () => {
  it('are each on one page of the list and of the reviews that are due, and found by their SIRET', async () => {
    await sql(
      `with house as (insert into organisation (id, key, type, name, territory, siret, status)
          select gen_random_uuid(), 'several-' || n, 'association', 'Même logis', '69', case when n = 7 then '73282932000074' end, 'accredited'
          from generate_series(1, 60) n returning id)
        insert into membership (person_id, org_id, role) select $1, id, 'asso' from house`,
      [world.as('asso.paris').personId]
    )
    const paged = async (path: string) => {
      const found: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await ask('admin', `${path}${cursor && `&cursor=${cursor}`}`)
        found.push(...body.items.map(({ id }: { id: string }) => id))
        cursor = body.next
      }
      return found
    }
    const wanted = (await sql(`select id from organisation where name = 'Même logis'`)).map(
      ({ id }) => id as string
    )
    const [listed, due] = [await paged('/organisations?q=Même logis'), await paged('/reviews/due?')]
    expect(listed.toSorted()).toEqual(wanted.toSorted())
    expect(due.filter((id) => wanted.includes(id)).toSorted()).toEqual(wanted.toSorted())
    expect(await paged('/organisations?q=73282932000074')).toHaveLength(1)
  })

  it('are made in two départements, and anew where one has closed', async () => {
    const first = await accredited('Deux fois')
    expect((await create('Deux fois')).status).toBe(400)
    expect((await create('Deux fois', '75')).status).toBe(201)
    await post('admin', `/organisations/${first}/close`, { reason: 'dissolution' })
    expect((await create('Deux fois')).status).toBe(201)
  })

  it('are two lines of one number in a table, however far apart', () => {
    const siret = '73282932000074'
    const text = `nom;siret;code_insee\nUne;${siret};69123\nDeux;;69123\nTrois;;69123\nQuatre;${siret};69123`
    expect(readDirectory(text).problems.map(({ line, column }) => [line, column])).toEqual([[5, 'siret']])
  })

  it('are told by their own end alone', async () => {
    const [near, far] = [await accredited('Voisine A'), await accredited('Voisine B')]
    await sql(
      `insert into habilitation (org_id, regime, since, until, decision)
        values ($1, 'flag', '2026-01-01', current_date + 20, 'A'), ($2, 'flag', '2026-01-01', null, 'B')`,
      [near, far]
    )
    const { items } = (await ask('admin', '/organisations?q=Voisine')).body
    expect(items.map(({ endsOn }: { endsOn: string | null }) => endsOn !== null)).toEqual([true, false])
    // What ended long ago is lost by no merge.
    const lost = async () => (await ask('admin', `/organisations/${near}/merge/${far}`)).body.lost.length
    expect(await lost()).toBe(1)
    await sql(
      `insert into habilitation (org_id, regime, since, until, decision) values ($1, 'victim_aid', '2020-01-01', '2021-01-01', 'C')`,
      [near]
    )
    expect(await lost()).toBe(1)
  })
})

describe('proposals of one house', () => {
  it('are of two regimes at once, each by its own', async () => {
    const id = await accredited('Deux régimes')
    expect((await propose(id, giving('flag'))).status).toBe(200)
    expect((await propose(id, giving('flag'))).status).toBe(409)
    expect((await propose(id, giving('victim_aid'))).status).toBe(200)
    expect(await proposalsOf(id)).toHaveLength(2)
  })

  it('stay whose they are where nothing moved, and what is no accreditation stays where something did', async () => {
    const into = await accredited('Qui reste')
    const { body } = await create('Qui attend')
    expect((await propose(body.id, { kind: 'merge', into })).status).toBe(200)
    const before = await proposalsOf(body.id)
    expect(before.map(({ kind }) => kind).toSorted()).toEqual(['accredit', 'merge'])
    const saved = (name: string) =>
      ask('admin.bis', `/organisations/${body.id}`, {
        method: 'PUT',
        body: { name, territory: '69', answers: (body.answers as { code: string }[]).map(({ code }) => code) }
      })
    expect((await saved('Qui attend')).status).toBe(200)
    const ids = (all: Proposal[]) => all.map(({ id }) => id).toSorted()
    expect(ids(await proposalsOf(body.id))).toEqual(ids(before))
    expect((await saved('Qui attendait')).status).toBe(200)
    const merge = (all: Proposal[]) => all.filter(({ kind }) => kind === 'merge').map(({ id }) => id)
    expect(merge(await proposalsOf(body.id))).toEqual(merge(before))
  })

  it('say whose seats end where it leaves its département, those who are there still, and nobody’s where it stays', async () => {
    const { orgId, name } = world.as('membre.69')
    await sql(
      `with one as (insert into person (issuer, subject, display_name) values ('x', 'siege', 'Siégeait Avant') returning id)
        insert into membership (person_id, org_id, role, until) select id, $1, 'cell_member', now() from one`,
      [orgId]
    )
    const { body } = await ask('admin', `/organisations/${orgId}`)
    const put = (more: object) =>
      ask('admin', `/organisations/${orgId}`, {
        method: 'PUT',
        body: {
          ...{
            name: body.name,
            territory: body.territory,
            region: body.region,
            court: body.court,
            siret: body.siret
          },
          answers: body.answers.flatMap((one: { code: string; on: boolean }) => (one.on ? [one.code] : [])),
          ...more
        }
      })
    const seated = async () => {
      const [one] = await proposalsOf(orgId)
      const said = one!.says.flatMap(({ label, value }) =>
        label === 'Sièges de la cellule qui prennent fin' ? [value] : []
      )
      expect((await post('admin', `/proposals/${one!.id}/withdraw`)).status).toBe(200)
      return said
    }
    expect((await put({ name: 'Autrement nommée' })).status).toBe(200)
    expect(await seated()).toEqual([])
    expect((await put({ territory: '75', court: null })).status).toBe(200)
    expect(await seated()).toEqual([name])
    const twin = async (territory: string) => {
      const [made] = await sql(
        `insert into organisation (id, key, type, name, territory, status)
          select gen_random_uuid(), 'twin-' || $2, type, 'Jumelle ' || $2, $2, 'accredited' from organisation where id = $1 returning id`,
        [orgId, territory]
      )
      expect((await propose(orgId, { kind: 'merge', into: made.id })).status).toBe(200)
      return seated()
    }
    expect([await twin(body.territory), await twin('13')]).toEqual([[], [name]])
  })

  it('are refused by another than who made them, who reads what exactly will be given', async () => {
    const id = await accredited('Qui invite')
    const asked = { role: 'asso', manager: true, alternate: false, email: 'gere@x.example' }
    expect((await post('admin', `/organisations/${id}/invitations`, asked)).status).toBe(200)
    const [mine] = await proposalsOf(id)
    const [theirs] = await proposalsOf(id, 'admin.bis')
    expect([mine!.may['refuse']!.enabled, theirs!.may['refuse']!.enabled]).toEqual([false, true])
    expect(theirs!.says.map(({ label }) => label)).toContain('Gère les accès')
  })
})

it('what was opened in an emergency is reviewed from the first day of its half-year on, and not that of the one before', async () => {
  const { orgId, personId } = world.as('asso.rhone')
  const id = await acting(world).flagged('asso.rhone')
  for (const day of ['2026-06-30', '2026-07-02'])
    await sql(
      `insert into glass_opening (id, case_id, person_id, org_id, role, capacity, classes, reason, opened_at, until, settled_at, state, confirm_org_id, told_orgs, told_as)
       values (gen_random_uuid(), $1, $2, $3, 'asso', 'flagger', '{B}', 'life', $4::timestamptz, $4::timestamptz + interval '1 hour', $4::timestamptz + interval '1 hour', 'lapsed', $3, '{}', 'flagger')`,
      [id, personId, orgId, `${day}T12:00:00Z`]
    )
  const managing: Actor = { ...world.as('asso.rhone'), manager: true }
  const { openings } = await inContext(site.db.app, managing, (tx) => openedBeside(tx, orgId, '2026-2'))
  expect(openings.map(({ at }) => at.slice(0, 10))).toEqual(['2026-07-02'])
})
