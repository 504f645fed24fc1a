import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaseAction, CaseView } from '../../../server/views/schemas.ts'
import type { LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

// What naming a court would change is read before it is named, whole, or it is not named.

const site = await forFile(openSite())
const cell = 'cellule.69'
const convention = (reach: string, told: 'juvenile_judge'[] = []): LocalRules['minors'] => ({
  parties: [
    { kind: 'ase', name: 'Métropole de Lyon' },
    { kind: 'prosecution', name: 'Parquet de Lyon' }
  ],
  contacts: [{ kind: 'child_protection', name: 'CRIP', reach }],
  told
})
const within = (n: number) => ({ durations: { 'MNIO-TRIAGE': { n, unit: 'workingDays' } } }) as const
await signedProtocol(site, '69-2026-11', {
  ...within(2),
  minors: convention('04 00 00 00 00'),
  onCall: [{ days: 'all', from: '08:00', to: '20:00', number: '04 22 22 22 22' }]
})
await signedProtocol(site, '69.lyon-2026-11', {
  durations: {
    'MNIO-TRIAGE': { n: 1, unit: 'workingDays' },
    'MNIO-PLAN-REVIEW': { n: 2, unit: 'months' }
  },
  concludes: ['association', 'prefecture'],
  added: [
    {
      of: 'lists.plan.suspend.reason',
      code: 'moved.69_seasonal',
      label: { fr: 'La personne est partie pour une saison', en: 'They left for a season' },
      leadsTo: null
    }
  ],
  minors: convention('04 11 11 11 11', ['juvenile_judge'])
})
// Nothing of its own but one clock: what it leaves is the département’s or the country’s.
await signedProtocol(site, '69.villefranche-sur-saone-2026-11', within(1))

const page = async (id: string) =>
  (await site.get(cell, `/api/cases/${id}/actions/district.name`)).json<CaseAction>()
const move = async (id: string, court: string) =>
  (await page(id)).moves?.find((one) => one.court === court) ?? null
const send = (id: string, version: string, district?: string) =>
  site.act(cell, [id, 'district.name'], { district }, { version: `"${version}"`, key: randomUUID() })
const caseVersion = async (id: string) =>
  versionOf(await site.get(cell, `/api/cases/${id}`)).replaceAll('"', '')
const dueOf = async (id: string) =>
  (await site.get(cell, `/api/cases/${id}`))
    .json<CaseView>()
    .deadlines.find(({ code }) => code === 'MNIO-TRIAGE')?.dueOn
const pinOf = async (id: string) => {
  const { rows } = await site.db.owner.query<{ pin: string }>(
    'select config_version as pin from "case" where id = $1',
    [id]
  )
  return rows[0]?.pin
}

describe('a court is not named', () => {
  it('by who has read the case and not what each court would change', async () => {
    const id = await site.tell.flagged()
    const before = await pinOf(id)
    const refused = await send(id, await caseVersion(id), '69.lyon')
    expect([refused.statusCode, refused.json().detail]).toEqual([
      409,
      'Lisez d’abord, sur la page de cet acte, ce que chaque tribunal changerait.'
    ])
    expect(await pinOf(id)).toBe(before)
  })

  it('on the page of another case, nor on one’s own once the case or the protocols in force have moved', async () => {
    const [id, other] = [await site.tell.flagged(), await site.tell.flagged()]
    const before = await pinOf(id)
    expect((await send(id, (await page(other)).version, '69.lyon')).statusCode).toBe(412)
    const first = await page(id)
    await site.tell.act(cell, id, 'triage.start')
    expect((await send(id, first.version, '69.lyon')).statusCode).toBe(412)
    const second = await page(id)
    // A minute later: of two that take effect on one day, the last that was signed is in force.
    site.at(new Date(noon.getTime() + 60_000))
    await signedProtocol(site, '69.villefranche-sur-saone-2026-11-b', within(1))
    expect((await send(id, second.version, '69.lyon')).statusCode).toBe(412)
    expect(await pinOf(id)).toBe(before)
    // Read anew, it is.
    expect((await send(id, (await page(id)).version, '69.lyon')).statusCode).toBe(200)
    expect(await pinOf(id)).toBe('2026-09+69.lyon-2026-11')
  })

  it('where who acts is not offered it, and is told so as before', async () => {
    const id = await site.tell.flagged()
    const version = versionOf(await site.get('asso.rhone', `/api/cases/${id}`))
    const refused = await site.act(
      'asso.rhone',
      [id, 'district.name'],
      { district: '69.lyon' },
      { version, key: randomUUID() }
    )
    expect(refused.statusCode).toBe(403)
  })
})

describe('before a court is named, its page says', () => {
  it('which rules would change, and leaves out what no case’s court decides', async () => {
    const { changes } = (await move(await site.tell.flagged(), 'Lyon'))!
    expect(changes).toEqual([
      'Concluent entre deux réunions : associations, préfecture (avant : toutes les institutions de la cellule)',
      expect.stringContaining(': 1 jour ouvré (avant : 2 jours ouvrés)'),
      expect.stringContaining(': 2 mois (avant : '),
      expect.stringMatching(/^Motif ajouté : .* : La personne est partie pour une saison \(ajouté\)$/),
      'recueil des informations préoccupantes (CRIP) : CRIP 04 11 11 11 11 (ajouté)',
      'Personnes mineures : services informés de la convention : Juge des enfants (avant : ceux que la loi désigne)',
      'recueil des informations préoccupantes (CRIP) : CRIP 04 00 00 00 00 (retiré)'
    ])
  })

  it('nothing of the convention of the département, which a protocol without one leaves', async () => {
    const { changes } = (await move(await site.tell.flagged(), 'Villefranche-sur-Saône'))!
    expect(changes).toEqual([expect.stringContaining(': 1 jour ouvré (avant : 2 jours ouvrés)')])
  })

  it('what to name no district leads back to, and nothing of where the case stands', async () => {
    const id = await site.tell.flagged()
    expect(await move(id, 'aucun ressort')).toBeNull()
    await send(id, (await page(id)).version, '69.lyon')
    expect(await move(id, 'Lyon')).toBeNull()
    expect(await move(id, 'aucun ressort')).toMatchObject({
      protocol: '69-2026-11',
      changes: expect.arrayContaining([
        'Motif ajouté : Suspendre le plan : La personne est partie pour une saison (retiré)'
      ]),
      lines: [expect.stringMatching(/25 novembre 2026 → 26 novembre 2026$/)]
    })
  })

  it('that a new day would be over already', async () => {
    const id = await site.tell.flagged()
    site.at(new Date('2026-11-26T08:00:00Z'))
    try {
      const cookie = await signIn(site.app, cell)
      const read = await site.app.inject({
        url: `/api/cases/${id}/actions/district.name`,
        headers: { cookie }
      })
      expect(read.json<CaseAction>().moves).toContainEqual(
        expect.objectContaining({
          court: 'Lyon',
          lines: [expect.stringMatching(/26 novembre 2026 → 25 novembre 2026 \(déjà passé\)$/)]
        })
      )
    } finally {
      site.at(noon)
    }
  })

  // The one clock of a territory that stands still, that of the plan, is told to no cell.
  it('that a clock that has stood still keeps its day', async () => {
    const id = await site.tell.flagged()
    await site.db.owner.query(
      `update deadline set stood = '[{"from": "2026-11-24T08:00:00Z", "to": "2026-11-24T09:00:00Z"}]'
        where case_id = $1 and code = 'MNIO-TRIAGE'`,
      [id]
    )
    expect((await move(id, 'Lyon'))?.lines).toEqual(['Premier examen : garde son jour'])
    const before = await dueOf(id)
    expect((await send(id, (await page(id)).version, '69.lyon')).statusCode).toBe(200)
    expect(await dueOf(id)).toEqual(before)
  })
})
