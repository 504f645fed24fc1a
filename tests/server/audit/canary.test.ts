import { Writable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { createLog } from '../../../server/log.ts'
import { emergencies } from '../../support/emergency.ts'
import { inputFor } from '../../support/inputs.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const lines: string[] = []
const listening = () => {
  const log = createLog('trace')
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done())
  })
  // The very logger of the server, its words caught on the way out.
  ;(log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = sink
  return log
}
const told: Record<string, string> = {}
const everyone = demoAccounts.map(({ login }) => login)

/** What each secret is, and who may read it in the case of the woman who is housed. */
const secrets = {
  'CANARI-ADRESSE': ['acse', 'foyer.azur', 'asso.rhone'],
  'CANARI-NOM': ['asso.rhone', 'cellule.69', 'cellule.69.bis', 'acse', 'foyer.azur', 'prefecture.69'],
  'CANARI-CONTACT': ['asso.rhone', 'cellule.69', 'cellule.69.bis', 'acse', 'foyer.azur', 'prefecture.69'],
  'CANARI-RECIT': ['asso.rhone', 'cellule.69', 'cellule.69.bis'],
  'CANARI-PREUVE': [],
  // The shelter that opened in an emergency, and the cell that must confirm, since its worker is alone there.
  'CANARI-URGENCE': ['foyer.azur', 'cellule.69', 'cellule.69.bis']
} as const
type Secret = keyof typeof secrets

const site = await forFile(openSite(listening()))
beforeAll(async () => {
  site.gate.telling = true
  const { tell } = site
  const housed = await tell.housed(site.places['foyer.azur']![0]!)
  await tell.act('asso.rhone', housed, 'reflection.offer', inputFor('reflection.offer'))
  await tell.act('asso.rhone', housed, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  await tell.move('prefecture.69', await tell.referral(housed, 'prefecture'), 'accept')
  await tell.act('prefecture.69', housed, 'receipt.handed', { handedOn: '2026-11-24', number: 'R-1' })
  await tell.act('prefecture.69', housed, 'reflection.interrupt', {
    reason: 'public_order',
    decisionOn: '2026-11-24',
    notifiedOn: '2026-11-24',
    evidence: 'CANARI-PREUVE'
  })
  const offered = await tell.offered(site.places['foyer.ouest']![0]!)
  const refused = await tell.offered(site.places['foyer.ouest']![1]!)
  await tell.move('foyer.ouest', refused.offer, 'decline', { reason: 'too_close' })
  Object.assign(told, {
    housed,
    offered: offered.id,
    refused: refused.id,
    child: await tell.flagged('asso.rhone', { ageGroup: 'minor' })
  })
  await emergencies(site).opens('foyer.azur', housed, ['C'])
  await workOff(site.db, site.gate)
})

const idsOf = async (table: string) =>
  (await site.db.owner.query<{ id: string }>(`select id from ${table}`)).rows.map(({ id }) => id)

/** Every address that a browser could ask for. */
const addresses = async () => {
  const cases = Object.values(told)
  const fixed = [
    '/api/me',
    '/api/cases?view=all',
    '/api/cases?view=todo',
    '/api/referrals?box=in',
    '/api/referrals?box=out',
    '/api/places',
    '/api/places/waiting',
    '/api/deadlines',
    '/api/audit',
    '/api/flag-form',
    '/api/drafts/flag',
    '/api/figures',
    '/api/publications',
    '/api/publications/beside',
    '/api/releases',
    '/api/deadlines/what-if',
    '/api/law',
    '/api/law/CESEDA.L425-1',
    '/api/configuration',
    '/api/configuration/2026-09',
    '/api/meetings',
    '/api/openings',
    '/api/notices',
    '/api/notices/unread',
    '/api/openings?view=waiting',
    '/api/places/new',
    '/api/openapi.json'
  ]
  return [
    ...fixed,
    ...cases.flatMap((id) => [
      `/api/cases/${id}?events=50`,
      `/api/cases/${id}/events`,
      `/api/cases/${id}/likeness`,
      `/api/cases/${id}/emergency`,
      `/api/places/matching?case=${id}`,
      `/api/audit?case=${id}`
    ]),
    ...cases.flatMap((id) =>
      ['A', 'B', 'C', 'G', 'H', 'J'].map((one) => `/api/cases/${id}/compartments/${one}`)
    ),
    ...(await idsOf('referral')).map((id) => `/api/referrals/${id}`),
    ...(await idsOf('glass_opening')).map((id) => `/api/openings/${id}`),
    ...(await idsOf('stay')).map((id) => `/api/stays/${id}/address`)
  ]
}

describe('a secret', () => {
  const answers = new Map<string, { status: number; body: string }>()
  beforeAll(async () => {
    for (const login of everyone)
      for (const url of await addresses()) {
        const { statusCode, body } = await site.get(login, url)
        answers.set(`${login} ${url}`, { status: statusCode, body })
      }
  }, 240_000)

  it('is in no answer but that of its own route to its own readers', () => {
    const where: Record<Secret, RegExp> = {
      'CANARI-ADRESSE': /\/api\/stays\/[^/]+\/address$/,
      'CANARI-NOM': /\/compartments\/B$/,
      'CANARI-CONTACT': /\/compartments\/B$/,
      'CANARI-RECIT': /\/compartments\/C$/,
      'CANARI-PREUVE': /\/compartments\/G$/,
      'CANARI-URGENCE': /\/api\/(openings\b|cases\/[^/]+\/emergency$)/
    }
    const readers = Object.fromEntries(Object.keys(secrets).map((secret) => [secret, new Set<string>()]))
    for (const [key, { body }] of answers) {
      const [login, url] = key.split(' ') as [string, string]
      for (const secret of Object.keys(secrets) as Secret[]) {
        if (!body.includes(secret)) continue
        expect([secret, url, where[secret].test(url)]).toEqual([secret, url, true])
        if (url.includes(told['housed']!) || url.includes('/stays/')) readers[secret]!.add(login)
      }
    }
    for (const secret of Object.keys(secrets) as Secret[])
      expect([secret, [...readers[secret]!].sort()]).toEqual([secret, [...secrets[secret]].sort()])
  })

  it('is asked for by every account on every address without a fault of the server', () => {
    expect(answers.size).toBeGreaterThan(1000)
    const faults = [...answers]
      .filter(([, { status }]) => status >= 500)
      .map(([key, { status }]) => `${status} ${key}`)
    expect(faults).toEqual([])
  })

  it('is in no line of the log, down to the last detail', () => {
    expect(lines.length).toBeGreaterThan(500)
    const text = lines.join('')
    for (const word of [...Object.keys(secrets), 'CANARI', 'Blessing', 'cookie', told['housed']!])
      expect([word, text.includes(word)]).toEqual([word, false])
  })

  it('is in no column of no table as it was said: sealed, or not there', async () => {
    const { rows: columns } = await site.db.owner.query<{ schema: string; table: string; column: string }>(
      `select table_schema as schema, table_name as table, column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker', 'drizzle')`
    )
    expect(columns.length).toBeGreaterThan(120)
    for (const { schema, table, column } of columns) {
      const { rows } = await site.db.owner.query<{ n: number }>(
        `select count(*)::int as n from "${schema}"."${table}" where position('CANARI' in "${column}"::text) > 0 or position(encode('CANARI', 'hex') in "${column}"::text) > 0`
      )
      expect([table, column, rows[0]!.n]).toEqual([table, column, 0])
    }
  })

  it('is in no job and no notice: ids, and nothing else', async () => {
    await site.tell.act('asso.rhone', told['housed']!, 'facts.complete', { children: 4 })
    const { rows } = await site.db.owner.query<{ text: string }>('select payload::text as text from outbox')
    expect(rows.length).toBeGreaterThan(0)
    for (const { text } of rows) expect(text).toMatch(/^\{"to" ?: ?\["|^\{"(about|id|to|caseId)"/)
  })

  describe('such as which shelter', () => {
    const outsiders = [
      'cellule.69',
      'prefecture.69',
      'asso.rhone',
      'police.69',
      'membre.69',
      'ofii',
      'asso.paris'
    ]
    it('is not named to those who must not know, before the match', () => {
      for (const login of outsiders)
        for (const [key, { body }] of answers) {
          if (!key.startsWith(`${login} `) || key.includes(told['housed']!) || key.includes('/address'))
            continue
          for (const name of ['Foyer Azur', 'Foyer de l’Ouest', 'foyer.azur', 'foyer.ouest'])
            expect([key, name, body.includes(name)]).toEqual([key, name, false])
        }
    })

    it('is never named to the cell, the prefecture and the police, even after it', () => {
      for (const login of outsiders.filter((one) => one !== 'asso.rhone'))
        for (const [key, { body }] of answers)
          if (key.startsWith(`${login} `))
            expect([key, /Foyer (Azur|de l’Ouest)/.test(body)]).toEqual([key, false])
    })
  })
})

describe('moved inside its region, a shelter', () => {
  it('changes no answer to anyone before the match', async () => {
    const id = told['offered']!
    const { offer } = { offer: await site.tell.referral(id, 'acse_place') }
    const read = async () =>
      Promise.all(
        ['asso.rhone', 'cellule.69', 'foyer.ouest', 'acse'].flatMap((login) =>
          [`/api/cases/${id}?events=50`, `/api/referrals/${offer}`].map(
            async (url) => (await site.get(login, url)).body
          )
        )
      )
    const before = await read()
    const [one, two] = site.places['foyer.ouest']!
    await site.db.owner.query(
      `update place_address a set body = b.body from place_address b where (a.place_id, b.place_id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`,
      [one, two]
    )
    expect(await read()).toEqual(before)
  })
})
