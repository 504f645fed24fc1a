import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../directory.ts'

const { post, refused, owner } = await forFile(openDirectory())
const created = async (name: string): Promise<string> =>
  (await post('admin', '/organisations', { name, type: 'association', territory: '69' })).body.id
const states = async (orgId: string) =>
  (
    await owner.query<{ kind: string; state: string }>(
      'select kind, state from organisation_proposal where org_id = $1 or into_org = $1 order by kind',
      [orgId]
    )
  ).rows.map(({ kind, state }) => `${kind} ${state}`)
const confirmed = async (orgId: string) => {
  const { rows } = await owner.query<{ id: string }>(
    `select id from organisation_proposal where org_id = $1 and state = 'waiting'`,
    [orgId]
  )
  for (const { id } of rows) expect((await post('admin.bis', `/proposals/${id}/confirm`)).status).toBe(200)
}
const because = { reason: 'créée par erreur' }

describe('an organisation that is closed', () => {
  it('takes back nothing while it is only suspended: that may be lifted', async () => {
    const id = await created('Suspendue')
    await confirmed(id)
    const invited = { role: 'asso', manager: true, email: 'a@b.example' }
    expect((await post('admin', `/organisations/${id}/invitations`, invited)).status).toBe(200)
    expect((await post('admin', `/organisations/${id}/suspend`, because)).status).toBe(200)
    expect(await states(id)).toEqual(['accredit confirmed', 'invite waiting'])
  })

  const regime = { kind: 'regime', regime: 'flag', since: '2026-01-01', decision: 'Décision' }
  it.each([
    ['suspend', because],
    ['close', because],
    ['proposals', regime],
    ['regimes/flag/end', because],
    ['invitations', { role: 'asso', manager: true, email: 'a@b.example' }]
  ])('is not asked for %s any more', async (act, asked) => {
    const [id, stays] = [await created(`Finie, ${act}`), await created(`Qui reste, ${act}`)]
    for (const one of [id, stays]) await confirmed(one)
    expect((await post('admin', `/organisations/${id}/close`, because)).status).toBe(200)
    expect(await refused('admin', `/organisations/${id}/${act}`, asked)).toEqual([
      409,
      'Cette organisation est fermée : ce qui la concerne ne change plus.'
    ])
    // The positive control; what was not given is not taken away, in words of its own.
    const [status, words] = await refused('admin', `/organisations/${stays}/${act}`, asked)
    expect([status, words]).toEqual(
      act.startsWith('regimes') ? [409, 'Ce régime n’est pas en vigueur.'] : [200, undefined]
    )
  })

  it('leaves nothing to confirm of it, which would be refused', async () => {
    const [id, kept] = [await created('Fermée'), await created('Voisine')]
    expect((await post('admin', `/organisations/${id}/close`, because)).status).toBe(200)
    expect(await states(id)).toEqual(['accredit withdrawn'])
    expect(await states(kept)).toEqual(['accredit waiting'])
  })

  it('nor to bring another into it', async () => {
    const [from, into] = [await created('Qui vient'), await created('Où elle irait')]
    await confirmed(from)
    await confirmed(into)
    expect((await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })).status).toBe(
      200
    )
    expect((await post('admin', `/organisations/${into}/close`, because)).status).toBe(200)
    expect(await states(into)).toEqual(['accredit confirmed', 'merge withdrawn'])
  })
})
