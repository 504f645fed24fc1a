import { beforeAll, describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import type { SeatType } from '../../../workflows/configuration/cell.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site
const today = '2026-11-24'
const how = { language: 'bin', means: 'in_person', interpreter: true }
const reason = {
  of: 'lists.plan.suspend.reason',
  code: 'person.75_season',
  label: { fr: 'Saison parisienne', en: 'Season in Paris' },
  leadsTo: null
} as const
const concludes: SeatType[] = ['association', 'police']
const silent = { ...reason, of: 'lists.grounds.propose.reason', code: 'silent.75_signs' } as const

/** Met in Paris, housed by Ac.Sé, and followed in the Rhône since: the receiving cell’s members are not told whence she came. */
const moved = async (place: number): Promise<string> => {
  const id = await tell.flagged('asso.paris', { territory: '75' })
  await tell.act('cellule.75', id, 'triage.start')
  await tell.act('asso.paris', id, 'person.inform', { on: today, ...how, helpWithoutConsent: true })
  await tell.act('asso.paris', id, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...how })
  await tell.act('asso.paris', id, 'acse.request', { adhesion: true, needs: 'x' })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await tell.act('acse', id, 'acse.offer', { placeId: site.places['foyer.azur']![place]! })
  await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
  await tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
  await tell.act('foyer.azur', id, 'acse.admission', { on: today })
  await tell.act('asso.paris', id, 'needs.assess', inputFor('needs.assess'))
  await tell.act('asso.paris', id, 'plan.sign', inputFor('plan.sign'))
  await tell.act('asso.paris', id, 'plan.suspend', { ...inputFor('plan.suspend'), reason: reason.code })
  await tell.act('cellule.75', id, 'territory.transfer', { to: '69', reason: 'sheltered' })
  await tell.move('cellule.69', await tell.referral(id, 'cell'), 'accept')
  await tell.act('cellule.69', id, 'territory.take_up')
  return id
}

const read = async (login: string, url: string) => (await site.get(login, url)).json()
const versions = ({ deadlines }: { deadlines: { version: string }[] }) => [
  ...new Set(deadlines.map(({ version }) => version))
]

beforeAll(async () => {
  await signedProtocol(site, '75-2026-11', {
    added: [reason, silent],
    concludes,
    durations: { 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' } }
  })
})

describe('where the person was met, to a member of the cell that received the case', () => {
  let id = ''
  beforeAll(async () => {
    id = await moved(0)
  })

  it('is named by no protocol, by no clock and by no reason that its protocol added', async () => {
    const [shown, rules, events] = [
      await read('membre.69', `/api/cases/${id}`),
      await read('membre.69', `/api/cases/${id}/rules`),
      await read('membre.69', `/api/cases/${id}/events`)
    ]
    for (const told of [shown, rules, events]) expect(JSON.stringify(told)).not.toMatch(/Paris|\b75\b|\.75_/)
    expect(versions(shown)).toEqual(['2026-09'])
    expect(rules).toMatchObject({ version: '2026-09', protocol: null })
    expect(rules.rules.every(({ from }: { from: string }) => from === 'national')).toBe(true)
    expect(rules.untold).toContain('où la personne a été rencontrée')
  })

  it('is known to the secretary, to whom the house and its protocol are told', async () => {
    for (const login of ['cellule.69', 'foyer.azur']) {
      expect(versions(await read(login, `/api/cases/${id}`))).toEqual(['2026-09+75-2026-11'])
      expect(await read(login, `/api/cases/${id}/rules`)).toMatchObject({
        protocol: { name: '75-2026-11' },
        untold: null
      })
    }
    const events = await read('asso.paris', `/api/cases/${id}/events`)
    expect(JSON.stringify(events)).toContain(reason.label.fr)
  })

  it('is asked by no reason: what her protocol added is refused there as any that nobody offers', async () => {
    const form = (login: string) => site.get(login, `/api/cases/${id}/actions/grounds.propose`)
    expect((await form('cellule.69')).body).toContain(silent.code)
    expect((await form('membre.69')).body).toMatch(/^(?!.*75_signs).*"silent"/)
    const giving = async (code: string) =>
      site.act(
        'membre.69',
        [id, 'grounds.propose'],
        { ...inputFor('grounds.propose'), opinion: 'insufficient', reason: code },
        { version: await site.version('membre.69', id) }
      )
    const [hers, none] = [await giving(silent.code), await giving('silent.75_unheard')]
    expect([hers.statusCode, hers.json().errors]).toEqual([none.statusCode, none.json().errors])
    expect(hers.json().errors).toMatchObject([{ field: 'reason', code: 'withdrawn' }])
  })
})

describe('who concludes between meetings, once another cell has the case in charge,', () => {
  const others = /Entre deux réunions concluent ici/
  let id = ''
  beforeAll(async () => {
    id = await moved(1)
  })
  const proposing = (login: string) => read(login, `/api/cases/${id}/actions/grounds.propose`)
  const proposed = async (login: string) =>
    site.act(login, [id, 'grounds.propose'], inputFor('grounds.propose'), {
      version: await site.version(login, id)
    })

  it('is not what the protocol of where the person was met says, to its members and to its secretary alike', async () => {
    for (const login of ['membre.69.sante', 'cellule.69']) {
      const { enabled, reason } = await proposing(login)
      expect([login, enabled, reason]).toEqual([login, true, null])
    }
  })

  it('is what its own protocol says, at the button and at the gate', async () => {
    await signedProtocol(site, '69-2026-11', { concludes })
    for (const login of ['membre.69.sante', 'cellule.69'])
      expect((await proposing(login)).reason).toMatch(others)
    const refused = await proposed('membre.69.sante')
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringMatching(others)])
  })

  it('stays what the protocol of the place says where nobody has moved', async () => {
    id = await tell.flagged('asso.paris', { territory: '75' })
    await tell.act('cellule.75', id, 'triage.start')
    expect((await proposing('cellule.75')).reason).toMatch(others)
  })
})
