import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { plain, readPlainly } from './plainly.ts'

// What the rooms of a house say and take, by page and without scripts.

const { world, owner, page, post } = await readPlainly()
const asso = world.as('asso.rhone')

describe('the number of what waits for a second person', () => {
  const waits = async (login: string) =>
    /class="count[^"]*">(\d+)<\/span>\s*<span class="visually-hidden">attendent votre accord/.exec(
      (await page(login, '/compte')).body
    )?.[1] ?? null

  it('stands beside the organisations, for whoever may give it and for nobody else', async () => {
    expect([await waits('admin'), await waits('admin.bis'), await waits('cellule.69')]).toEqual([
      null,
      null,
      null
    ])
    expect(
      (
        await post('admin', `/organisations/${asso.orgId}?/propose`, {
          ...{ kind: 'regime', regime: 'victim_aid', since: '2026-01-01', decision: 'Décision' }
        })
      ).status
    ).toBe(303)
    expect([await waits('admin'), await waits('admin.bis'), await waits('cellule.69')]).toEqual([
      null,
      '1',
      null
    ])
    const seat = { organisation: world.as('membre.69').orgId, email: 'siege@m.example', role: 'cell_member' }
    const people = `/organisations/${seat.organisation}/personnes`
    expect((await post('admin', `${people}?/invite`, seat)).status).toBe(303)
    expect([await waits('admin'), await waits('admin.bis'), await waits('cellule.69')]).toEqual([
      null,
      '2',
      '1'
    ])
    expect(await waits('cellule.976')).toBeNull()
  })
})

describe('the teams where nobody leads', () => {
  it('say so to whoever works in one, and are led by them once they say it', async () => {
    const team = randomUUID()
    expect((await page('asso.rhone', '/equipe')).text).not.toContain('Plus personne n’encadre')
    await owner.query('update organisation set by_team = true where id = $1', [asso.orgId])
    await owner.query(
      `insert into team (id, org_id, name, created_at) values ($1, $2, 'Nord', now() - interval '1 day')`,
      [team, asso.orgId]
    )
    await owner.query(
      `insert into team_member (id, team_id, org_id, person_id, leads, since) values (gen_random_uuid(), $1, $2, $3, false, now() - interval '1 day')`,
      [team, asso.orgId, asso.personId]
    )
    const before = await page('asso.rhone', '/equipe')
    expect(before.text).toContain('Plus personne n’encadre')
    expect(before.body).toContain('action="?/takeLead"')
    expect((await page('asso.rhone', '/equipe', 'en')).text).not.toContain('Plus personne n’encadre')
    expect((await post('asso.rhone', '/equipe?/takeLead', {})).status).toBe(303)
    expect((await page('asso.rhone', '/equipe')).text).not.toContain('Plus personne n’encadre')
  })
})

describe('the journal', () => {
  it('is looked through by account and by code, which come back as they were typed', async () => {
    for (const login of ['asso.rhone', 'cellule.69', 'admin'])
      expect((await page(login, '/journal?compte=x')).status).toBe(404)
    const { body, status } = await page('dpo', '/journal?compte=Camille%20Z&code=ABC-123')
    expect(status).toBe(200)
    expect(body).toMatch(/name="compte"[^>]*value="Camille Z"/)
    expect(body).toMatch(/name="code"[^>]*value="ABC-123"/)
    expect(plain(body)).toContain('Code du dossier')
  })
})

describe('the secretary of a cell who manages its access', () => {
  it('invites a colleague, who is invited by nobody of another cell', async () => {
    const { orgId, personId } = world.as('cellule.69')
    await owner.query('update membership set manager = true where person_id = $1', [personId])
    const colleague = { organisation: orgId, email: 'collegue@cellule.example', role: 'cell_secretary' }
    expect((await post('cellule.976', '/personnes?/invite', colleague)).status).toBeGreaterThanOrEqual(400)
    const open = `select role, email from invitation where org_id = $1`
    expect((await owner.query(open, [orgId])).rows).toEqual([])
    expect((await post('cellule.69', '/personnes?/invite', colleague)).status).toBe(303)
    expect((await owner.query(open, [orgId])).rows).toEqual([
      { role: colleague.role, email: colleague.email }
    ])
    expect((await page('cellule.69', '/personnes')).text).toContain(colleague.email)
  })
})
