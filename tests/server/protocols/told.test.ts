import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawProtocol } from '../../../server/protocols/store.ts'
import type { LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { workOff } from '../../support/running/queue.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const logins = ['cellule.69', 'prefecture.69', 'ase.69', 'juge.69', 'asso.rhone', 'cellule.75']
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const login of logins) cookies[login] = await signIn(site.app, login)
})

const noticesOf = async (login: string) => {
  await workOff(site.db, world.gate)
  const answer = await site.app.inject({ url: '/api/notices', headers: { cookie: cookies[login]! } })
  expect(answer.statusCode).toBe(200)
  return (answer.json().items as { label: string; opens: { what: string; id: string } }[]).filter(
    ({ opens }) => opens.what === 'protocol'
  )
}
const forMinors: LocalRules = {
  minors: {
    parties: [
      { kind: 'ase', name: 'Métropole de Lyon' },
      { kind: 'prosecution', name: 'Parquet de Lyon' }
    ],
    contacts: [{ kind: 'child_protection', name: 'CRIP', reach: 'crip@example.org' }],
    told: ['juvenile_judge']
  }
}

describe('issue 16: a local protocol that is signed', () => {
  it('is told to nobody while it is a draft, nor to another territory', async () => {
    await signedProtocol(world, '69-2026-11', {})
    expect(await noticesOf('cellule.75')).toEqual([])
    // Whom only a convention for minors would name has nothing to hear of one without.
    expect(await noticesOf('juge.69')).toEqual([])
    expect(await noticesOf('cellule.69')).toMatchObject([{ opens: { what: 'protocol', id: '69-2026-11' } }])
  })

  it('with a convention for minors, reaches its parties, whom it names as told, and who sits in the cell, once each', async () => {
    await signedProtocol(world, '69-2026-12', forMinors, '2026-12-01')
    for (const login of ['cellule.69', 'prefecture.69', 'ase.69', 'juge.69', 'asso.rhone']) {
      const about = (await noticesOf(login)).filter(({ opens }) => opens.id === '69-2026-12')
      expect([login, about.map(({ label }) => label)]).toEqual([
        login,
        [
          'Protocole local signé, avec une convention pour les mineurs. Protocole 69-2026-12. En vigueur le 1er décembre 2026'
        ]
      ])
    }
    expect(await noticesOf('cellule.75')).toEqual([])
  })

  it('is not told to a house that is suspended', async () => {
    const status = (is: string) =>
      site.db.owner.query('update organisation set status = $1 where id = $2', [
        is,
        world.as('juge.69').orgId
      ])
    await status('suspended')
    await signedProtocol(world, '69-2027-01', forMinors, '2027-01-01')
    await workOff(site.db, world.gate)
    await status('accredited')
    const about = async (login: string) => (await noticesOf(login)).map(({ opens }) => opens.id)
    expect(await about('juge.69')).not.toContain('69-2027-01')
    expect(await about('ase.69')).toContain('69-2027-01')
  })

  it('and taken back before its day is told as well', async () => {
    await withdrawProtocol(world.gate, { actor: world.as('cellule.69'), key: null }, '69-2026-12')
    const [last] = await noticesOf('juge.69')
    expect(last!.label).toMatch(/^Protocole local retiré/)
  })
})
