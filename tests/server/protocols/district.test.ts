import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaseAction, CaseView } from '../../../server/views/schemas.ts'
import type { CaseRules, ProtocolView } from '../../../server/views/protocols.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openSite, versionOf } from '../../support/running/site.ts'

// A département of several courts: the protocol of one of them is that of a case once its cell has said the district.

const site = await forFile(openSite())
const within = (n: number) => ({ durations: { 'MNIO-TRIAGE': { n, unit: 'workingDays' } } }) as const
await signedProtocol(site, '69-2026-11', within(2))

const pageOf = async (id: string, login = 'cellule.69') =>
  (await site.get(login, `/api/cases/${id}/actions/district.name`)).json<CaseAction>()
const naming = (
  id: string,
  { district, version }: { district: string | undefined; version: string },
  login = 'cellule.69'
) => site.act(login, [id, 'district.name'], { district }, { version: `"${version}"`, key: randomUUID() })
/** As its page is sent: on the version that the page was read at. Whoever has no such page sends the version of the case. */
const named = async (id: string, district: string | undefined, login = 'cellule.69') => {
  const { version } = await pageOf(id, login)
  const read = version ?? versionOf(await site.get(login, `/api/cases/${id}`)).replaceAll('"', '')
  return naming(id, { district, version: read }, login)
}
const rulesOf = async (id: string, login = 'cellule.69') =>
  (await site.get(login, `/api/cases/${id}/rules`)).json<CaseRules>()
const triage = async (id: string) =>
  (await site.get('cellule.69', `/api/cases/${id}`))
    .json<CaseView>()
    .deadlines.find(({ code }) => code === 'MNIO-TRIAGE')

describe('the protocol of a court’s district, where the département has several', () => {
  it('is of no case by itself, nor of one whose cell names a court without one, or of elsewhere', async () => {
    const id = await site.tell.flagged()
    expect(await rulesOf(id)).toMatchObject({
      protocol: { name: '69-2026-11', inForce: true },
      why: 'Protocole du département.'
    })
    const before = await triage(id)
    expect((await named(id, '69.lyon')).statusCode).toBe(200)
    expect(await triage(id)).toEqual(before)
    const again = await named(id, '69.lyon')
    expect([again.statusCode, again.body]).toEqual([
      409,
      expect.stringContaining('Ce ressort est déjà dit, et aucun autre protocole signé')
    ])
    const elsewhere = await named(id, '06.nice')
    expect([elsewhere.statusCode, elsewhere.body]).toEqual([400, expect.stringContaining('district')])
    expect((await rulesOf(id)).protocol).toMatchObject({ name: '69-2026-11' })
  })

  it('is that of a case once the cell says the district: its clocks count by it, and the sheet says why', async () => {
    await signedProtocol(site, '69.lyon-2026-11', within(1))
    const id = await site.tell.flagged()
    expect(await rulesOf(id)).toMatchObject({ protocol: { name: '69-2026-11' } })
    const before = await triage(id)
    for (const login of ['asso.rhone', 'membre.69'])
      expect((await named(id, '69.lyon', login)).statusCode).not.toBe(200)
    expect(await triage(id)).toEqual(before)
    // What it would move is shown before, court by court, and moves nothing.
    const { moves } = await pageOf(id)
    expect(moves).toEqual([
      {
        court: 'Lyon',
        protocol: '69.lyon-2026-11',
        changes: [expect.stringMatching(/: 1 jour ouvré \(avant : 2 jours ouvrés\)$/)],
        lines: [expect.stringMatching(/26 novembre 2026 → 25 novembre 2026/)]
      }
    ])
    expect(await triage(id)).toEqual(before)
    expect((await named(id, '69.lyon')).statusCode).toBe(200)
    expect(await rulesOf(id)).toMatchObject({
      protocol: { name: '69.lyon-2026-11', place: '69.lyon', inForce: true },
      why: 'La cellule a dit que la personne a été rencontrée dans ce ressort.'
    })
    const after = await triage(id)
    expect([before?.dueOn, after?.dueOn]).toEqual(['2026-11-26', '2026-11-25'])
    expect(after?.version).toContain('+69.lyon-2026-11')
    const again = await named(id, '69.lyon')
    expect([again.statusCode, again.body]).toEqual([409, expect.stringContaining('Ce ressort est déjà dit')])
    const [line] = (await site.get('cellule.69', `/api/cases/${id}?events=50`)).json<CaseView>().timeline
    expect(line).toMatchObject({ label: 'Ressort du tribunal indiqué' })
  })

  it('named by mistake is put right: another court without a protocol, or none, leads back to that of the département', async () => {
    for (const right of ['69.villefranche-sur-saone', undefined]) {
      const id = await site.tell.flagged()
      const before = await triage(id)
      expect((await named(id, '69.lyon')).statusCode).toBe(200)
      expect((await named(id, right)).statusCode).toBe(200)
      expect((await rulesOf(id)).protocol).toMatchObject({ name: '69-2026-11', inForce: true })
      expect(await triage(id)).toEqual(before)
    }
  })

  it('leaves the other cases of the département, and its protocol stays in force for them', async () => {
    const id = await site.tell.flagged()
    expect((await rulesOf(id)).protocol).toMatchObject({ name: '69-2026-11', inForce: true })
    const { items } = (await site.get('cellule.69', '/api/protocols?territory=69')).json<{
      items: { name: string; inForce: boolean }[]
    }>()
    expect(items.map(({ name, inForce }) => [name, inForce])).toEqual([
      ['69-2026-11', true],
      ['69.lyon-2026-11', true]
    ])
  })

  it('is offered, once it is signed, to the cases whose court was named before: to their cell, and none is moved by itself', async () => {
    const [id, other] = [await site.tell.flagged(), await site.tell.flagged()]
    expect((await named(id, '69.villefranche-sur-saone')).statusCode).toBe(200)
    expect((await named(other, '69.villefranche-sur-saone')).statusCode).toBe(200)
    expect((await named(other, undefined)).statusCode).toBe(200)
    const gone: string[] = []
    for (let n = 0; n < 3; n += 1) {
      gone.push(await site.tell.flagged())
      expect((await named(gone[n]!, '69.villefranche-sur-saone')).statusCode).toBe(200)
    }
    const before = await triage(id)
    await signedProtocol(site, '69.villefranche-sur-saone-2026-11', within(1))
    const listed = async (login: string) =>
      (await site.get(login, '/api/protocols/69.villefranche-sur-saone-2026-11'))
        .json<ProtocolView>()
        .named.map(({ caseId }) => caseId)
    for (const login of ['prefecture.69', 'parquet.lyon', 'membre.69', 'cellule.75', 'asso.rhone', 'admin'])
      expect([login, await listed(login)]).toEqual([login, []])
    expect(await listed('cellule.69')).toContain(id)
    expect(await listed('cellule.69')).not.toContain(other)
    // Nor one that is closed by then, one of another cell, or one of somebody who was met elsewhere.
    expect(await listed('cellule.69')).toEqual(expect.arrayContaining(gone))
    const ends = [
      `update "case" set closure = 'closed_inserted' where id = $1`,
      `update participation set until = now() where case_id = $1 and capacity = 'cell'`,
      `update "case" set facts = facts || '{"met": "01"}' where id = $1`
    ]
    for (const [n, text] of ends.entries()) await site.db.owner.query(text, [gone[n]])
    expect((await listed('cellule.69')).filter((one) => gone.includes(one))).toEqual([])
    expect(await triage(id)).toEqual(before)
    expect((await pageOf(id)).moves).toContainEqual(
      expect.objectContaining({
        court: 'Villefranche-sur-Saône',
        lines: [expect.stringMatching(/26 novembre 2026 → 25 novembre 2026/)]
      })
    )
    expect((await named(id, '69.villefranche-sur-saone')).statusCode).toBe(200)
    expect((await rulesOf(id)).protocol).toMatchObject({ name: '69.villefranche-sur-saone-2026-11' })
    expect(await listed('cellule.69')).not.toContain(id)
  })
})
