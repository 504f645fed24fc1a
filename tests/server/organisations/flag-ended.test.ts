import { describe, expect, it } from 'vitest'
import { inContext, runQuery, setCaseScope } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { aFlag, insertOrganisation } from '../../support/world.ts'

// What is left to a house whose accreditation to flag has ended: whom it accompanies, and nobody anew.

const site = await forFile(openSite())
const { tell, get, send } = site
const { owner } = site.db
const [house, other] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId
const flags = (login: string, until: string | null) =>
  owner.query(`update habilitation set until = $2 where org_id = $1 and regime = 'flag'`, [
    orgOf(login),
    until
  ])

/** A part written past the page, in the course of an act of the case. */
const begins = (caseId: string, login: string, capacity = 'referent') =>
  inContext(site.db.app, site.as(login), async (tx) => {
    await setCaseScope(tx, caseId)
    await runQuery(
      tx,
      `insert into participation as p (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, $3, now(), 'referent.name', now())
        on conflict (case_id, org_id, capacity) do update set until = null, told = p.told + 1`,
      [caseId, orgOf(login), capacity]
    )
  })

describe('to a house whose accreditation to flag has ended', () => {
  it('nobody is entrusted anew, past the page either: neither for the first time nor again', async () => {
    const id = await tell.consenting()
    await flags(other, '2026-01-01')
    await expect(begins(id, other)).rejects.toThrow(/nobody anew/)
    await flags(other, null)
    await begins(id, other)
    await owner.query(`update participation set until = now() where case_id = $1 and org_id = $2`, [
      id,
      orgOf(other)
    ])
    await flags(other, '2026-01-01')
    await expect(begins(id, other)).rejects.toThrow(/nobody anew/)
    // The positive controls: another capacity asks for no such accreditation, and with it the same is written.
    await begins(id, other, 'flagger')
    await flags(other, null)
    await begins(id, other)
  })

  it('no flag is offered, nor received', async () => {
    await flags(house, '2026-01-01')
    expect((await get(house, '/api/flag-form')).json().refused).toMatchObject({
      why: expect.stringContaining('habilitée à signaler')
    })
    expect((await send(house, '/api/cases', aFlag())).statusCode).toBe(403)
    await flags(house, null)
    expect((await send(house, '/api/cases', aFlag())).statusCode).toBe(201)
  })

  it('those whom it accompanies stay: it reads, acts, and may hand them on', async () => {
    const id = await tell.consenting()
    await flags(house, '2026-01-01')
    expect((await get(house, `/api/cases/${id}`)).statusCode).toBe(200)
    await tell.act(house, id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    await begins(id, house)
    const form = await get(house, `/api/cases/${id}/handing`)
    expect([form.statusCode, form.json().associations.length > 0]).toEqual([200, true])
    await flags(house, null)
  })
})

describe('whoever keeps its regimes', () => {
  it('reads what becomes of those whom it follows, of that regime alone', async () => {
    const { regimes } = (await get('admin', `/api/organisations/${orgOf(house)}`)).json<{
      regimes: { regime: string; afterwards: string | null }[]
    }>()
    const said = regimes.filter(({ afterwards }) => afterwards !== null)
    expect(said).toMatchObject([{ regime: 'flag', afterwards: expect.stringContaining('perdent personne') }])
  })

  it('reads before two houses become one whom the other would keep and could not take anew', async () => {
    await tell.flagged(house)
    const into = await insertOrganisation(site.db, {
      ...{ key: 'sans-regime', name: 'Sans régime', type: 'association', territory: '69' }
    })
    const told = async () =>
      (await get('admin', `/api/organisations/${orgOf(house)}/merge/${into}`))
        .json<{ changes: { label: string; count: number }[] }>()
        .changes.find(({ label }) => label.includes('n’est pas habilitée'))
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from participation where org_id = $1 and capacity = 'referent' and until is null`,
      [orgOf(house)]
    )
    expect((await told())!.count).toBe(rows[0]!.n)
    await owner.query(`insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01')`, [
      into
    ])
    expect(await told()).toBeUndefined()
  })
})
