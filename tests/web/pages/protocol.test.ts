import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// The form of a local protocol, as a browser without scripts fills it in.

const served = await forFile(testApp({ web: true, now: () => noon }))
await peopled(served.db, served.config.publicUrl)
const cookie = await signIn(served.app, 'cellule.69')
const name = '69-2026-11'
const url = `/protocoles/${name}/preparer`
const read = async () =>
  (await served.app.inject({ url: `/api/protocols/${name}`, headers: { cookie } })).json()
const page = async () => {
  const answer = await served.app.inject({ url, headers: { cookie, accept: 'text/html' } })
  expect(answer.statusCode).toBe(200)
  return answer.body
}
const post = (fields: readonly [string, string][]) =>
  served.app.inject({
    method: 'POST',
    url,
    headers: {
      ...fromPage(cookie),
      ...{ host: 'localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
    },
    payload: new URLSearchParams([...fields]).toString()
  })

const stated: readonly [string, string][] = [
  ['title', 'Protocole du Rhône'],
  ['text', 'Article 1er.'],
  ['reference', ''],
  ['effectiveOn', '2026-11-25'],
  ['signedOn', ''],
  ['party:kind', 'prefecture'],
  ['party:name', 'Préfecture du Rhône'],
  ['party:kind', 'prosecution'],
  ['party:name', 'Parquet de Lyon']
]
const ruled: readonly [string, string][] = [
  ...(['composition', 'decidesBy', 'quorum', 'concludes'].map((rule) => ['sets', rule]) as [
    string,
    string
  ][]),
  ...[
    ['seats:cell', '2'],
    ['votes:cell', 'on'],
    ['seats:association', '3'],
    ['votes:association', 'on']
  ],
  ...[
    ['seats:police', '1'],
    ['votes:police', 'on'],
    ['seats:prefecture', '1']
  ],
  ['decidesBy', 'consensus'],
  ...[
    ['members', '4'],
    ['institutions', '3'],
    ['mustInclude', 'association']
  ],
  ...[
    ['concludes', 'association'],
    ['concludes', 'police']
  ],
  ...[
    ['n:MNIO-TRIAGE', '1'],
    ['unit:MNIO-TRIAGE', 'workingDays']
  ],
  ...[
    ['added:of', 'referrals.health'],
    ['added:code', 'overloaded.69_interpreter']
  ],
  ...[
    ['added:fr', 'Pas d’interprète'],
    ['added:en', 'No interpreter'],
    ['added:leadsTo', 'escalate']
  ],
  ...[
    ['minors', 'on'],
    ['minorsParty:kind', 'ase'],
    ['minorsParty:name', 'Métropole de Lyon']
  ],
  ...[
    ['minorsParty:kind', 'prosecution'],
    ['minorsParty:name', 'Parquet de Lyon']
  ],
  ...[
    ['contact:kind', 'child_protection'],
    ['contact:name', 'CRIP'],
    ['contact:reach', '04 00 00 00 00']
  ],
  ['told', 'juvenile_judge'],
  ...[
    ['onCall:days', 'all'],
    ['onCall:from', '18:00'],
    ['onCall:to', '08:00'],
    ['onCall:number', '04 11 22 33 44']
  ]
] as [string, string][]

const key = (revision: number): [string, string][] => [
  ['_key', randomUUID()],
  ['_version', String(revision)]
]

it('carries every rule that a territory may set, shows it again, and forgets what is unticked', async () => {
  const created = await served.app.inject({
    method: 'POST',
    url: '/api/protocols',
    headers: { ...fromPage(cookie), 'idempotency-key': randomUUID() },
    payload: { name, place: '69', title: 'Protocole du Rhône', effectiveOn: '2026-11-25' }
  })
  expect(created.statusCode, created.body).toBeLessThan(300)
  const saved = await post([...key((await read()).revision), ...stated, ...ruled])
  expect([saved.statusCode, saved.headers['location']]).toEqual([303, `${url}?enregistre`])
  const { rules } = (await read()).body
  expect(rules).toMatchObject({
    composition: expect.arrayContaining([
      { type: 'cell', seats: 2, votes: true },
      { type: 'prefecture', seats: 1, votes: false }
    ]),
    decidesBy: 'consensus',
    quorum: { members: 4, institutions: 3, mustInclude: ['association'] },
    concludes: ['association', 'police'],
    durations: { 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' } },
    added: [{ of: 'referrals.health', code: 'overloaded.69_interpreter', leadsTo: 'escalate' }],
    minors: { contacts: [{ kind: 'child_protection', name: 'CRIP' }], told: ['juvenile_judge'] },
    onCall: [{ days: 'all', from: '18:00', to: '08:00', number: '04 11 22 33 44' }]
  })
  const shown = await page()
  for (const value of ['Pas d’interprète', 'CRIP', '04 11 22 33 44', 'overloaded.69_interpreter'])
    expect([value, shown.includes(value)]).toEqual([value, true])
  const unticked = await post([...key((await read()).revision), ...stated])
  expect(unticked.statusCode).toBe(303)
  expect((await read()).body.rules).toEqual({})
})

it('that is wrong comes back with what was typed', async () => {
  const wrong = ruled.map(([field, value]): [string, string] => [
    field,
    field === 'members' ? 'quatre' : value
  ])
  const answer = await post([...key((await read()).revision), ...stated, ...wrong])
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('value="quatre"')
  expect(answer.body).toContain('CRIP')
})
