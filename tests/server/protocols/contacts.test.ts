import { expect, it } from 'vitest'
import type { CaseAction } from '../../../server/views/schemas.ts'
import type { LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { forFile } from '../../support/for-file.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const child = { ageGroup: 'minor', ageBand: '15-17' } as const

const contactsOf = async (id: string, command: string) => {
  const answer = await site.get('asso.rhone', `/api/cases/${id}/actions/${command}`)
  expect(answer.statusCode, command).toBe(200)
  const { contacts, services } = answer.json() as {
    contacts?: { kind: string; name: string; reach: string }[]
    services?: NonNullable<CaseAction['services']>
  }
  return contacts && { contacts, services }
}

const ofCourt = (name: string, reach: string): LocalRules => ({
  minors: {
    parties: [
      { kind: 'ase', name: 'Métropole de Lyon' },
      { kind: 'prosecution', name: 'Parquet de Lyon' }
    ],
    contacts: [{ kind: 'child_protection', name, reach }],
    told: []
  }
})

it('whom one calls about a child stands beside each act on a child, where a convention of her territory says it, and nowhere else', async () => {
  const id = await site.tell.flagged('asso.rhone', child)
  const elsewhere = await site.tell.flagged('asso.rhone', { ...child, territory: '38' })
  expect(await contactsOf(id, 'minor.report_prosecutor')).toBeUndefined()
  await signedProtocol(site, '69-2026-11', {
    minors: {
      parties: [
        { kind: 'ase', name: 'Métropole de Lyon' },
        { kind: 'prosecution', name: 'Parquet de Lyon' }
      ],
      contacts: [{ kind: 'child_protection', name: 'CRIP', reach: '04 00 00 00 00' }],
      told: ['juvenile_judge', 'child_protection', 'health']
    }
  })
  expect(await contactsOf(elsewhere, 'minor.report_prosecutor')).toBeUndefined()
  expect(await contactsOf(id, 'facts.detail')).toBeUndefined()
  expect(await contactsOf(id, 'minor.report_prosecutor')).toEqual({
    contacts: [
      { kind: 'recueil des informations préoccupantes (CRIP)', name: 'CRIP', reach: '04 00 00 00 00' }
    ],
    services: [
      // Whoever accompanies the person seizes no judge: nothing that they may not do is proposed.
      { label: 'Juge des enfants', acts: [] },
      {
        label: expect.any(String),
        acts: expect.arrayContaining([expect.objectContaining({ command: 'minor.report_prosecutor' })])
      },
      { label: expect.any(String), acts: [expect.objectContaining({ command: 'health.refer' })] }
    ]
  })
  // Proposed on the act that asks one of them as well, of a child; of an adult it is not.
  expect((await contactsOf(id, 'health.refer'))?.services).toHaveLength(3)
  expect(await contactsOf(await site.tell.consenting(), 'health.refer')).toBeUndefined()
  // An act that is closed here is proposed nowhere.
  const { actions } = (await site.get('asso.rhone', `/api/cases/${id}`)).json()
  const open = new Set(
    actions
      .filter(({ enabled }: { enabled: boolean }) => enabled)
      .map(({ command }: { command: string }) => command)
  )
  const acts = (await contactsOf(id, 'minor.report_prosecutor'))!.services!.flatMap((one) => one.acts)
  expect(acts.filter(({ command }) => !open.has(command))).toEqual([])
  // Named is not told: no part in the case comes of it.
  const { referrals } = (await site.get('asso.rhone', `/api/cases/${id}`)).json()
  expect(referrals.filter(({ kind }: { kind: string }) => kind === 'juvenile_judge')).toEqual([])
})

it('in a département of several courts they are those of the court’s protocol once its cell has named the district', async () => {
  await signedProtocol(site, '69.lyon-2026-11', ofCourt('CRIP du ressort', '04 11 11 11 11'))
  const id = await site.tell.flagged('asso.rhone', child)
  const reaches = async () =>
    (await contactsOf(id, 'minor.report_prosecutor'))?.contacts?.map(({ reach }) => reach)
  expect(await reaches()).toEqual(['04 00 00 00 00'])
  await site.tell.act('cellule.69', id, 'district.name', { district: '69.lyon' })
  expect(await reaches()).toEqual(['04 11 11 11 11'])
  await site.tell.act('cellule.69', id, 'district.name', {})
  expect(await reaches()).toEqual(['04 00 00 00 00'])
})
