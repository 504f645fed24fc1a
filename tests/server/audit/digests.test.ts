import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { dumpOf, type Column } from '../../support/running/dump.ts'
import { emergencies } from '../../support/emergency.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { aFlag, aKey } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let dump: Column[]

const identity = { name: 'Blessing Osayande', birthDate: '2001-03-02', contact: '06 12 34 56 78' }
const flagBody = { ...aFlag(), identity }

const site = await forFile(openSite())
beforeAll(async () => {
  const answer = await site.send('asso.rhone', '/api/cases', flagBody)
  expect(answer.statusCode).toBe(201)
  const { id } = answer.json() as { id: string }
  await site.send('asso.rhone', '/api/drafts/flag', { data: JSON.stringify(flagBody) }, { method: 'PUT' })
  await site.send('asso.rhone', `/api/devices/${randomUUID()}/key`, undefined, { method: 'PUT' })
  await site.act('cellule.69', [id, 'triage.start'], {}, { version: await site.version('cellule.69', id) })
  const child = { ageGroup: 'minor', identity: { name: 'Joy Osayande', birthDate: '2010-03-02' } } as const
  await site.tell.flagged('asso.rhone', child)
  const housed = await site.tell.housed(site.places['foyer.azur']![0]!)
  await emergencies(site).opens('foyer.azur', housed, ['C'], { key: aKey() })
  const cared = await site.tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await site.tell.act('asso.rhone', cared, 'health.refer', {
    destination: 'general',
    address: 'medecin@cabinet.test'
  })
  await workOff(site.db, site.gate)
  await site.db.owner.query('update membership set manager = true where person_id = $1', [
    site.as('asso.rhone').personId
  ])
  const { digest } = (await site.get('asso.rhone', '/api/review')).json() as { digest: string }
  expect((await site.send('asso.rhone', '/api/review', { digest })).statusCode).toBe(200)
  await site.send('asso.rhone', '/api/calendar', undefined)
  await site.db.owner.query(
    `insert into mail_call (person_id, until, digest_on) values ($1, now(), now()::date)`,
    [site.as('asso.rhone').personId]
  )
  await site.db.owner.query(
    `insert into mail_wish (person_id, mode, digest_hour, quiet_from, quiet_until, days_off, changed_at) values ($1, 'digest', 8, 20, 7, true, now())`,
    [site.as('asso.rhone').personId]
  )
  // A sign-in that was begun and not ended.
  await site.app.inject({ url: '/auth/login', headers: { host: 'localhost:3000' } })
  dump = await dumpOf(site.db.owner)
})

const sealed = 'sealed: AES-256-GCM under a key of its class, with a nonce'
/** What each column that could be a digest is; one that is not here fails. */
const known: Record<string, string> = {
  'idempotency.request_mac':
    'keyed: HMAC under « idempotency:1 », bound to person and key; erased with the case',
  'identity_mark.mark':
    'keyed: HMAC under « likeness:1 », and of single names under « named:1 » with the case; erased with the identity',
  'session.id_hash': 'of a random secret: 256 bits, in the cookie alone',
  'session.id_token': 'sealed under a key drawn from the cookie',
  'sign_in_attempt.state_hash': 'of a random secret: 256 bits, in the address of one sign-in',
  'sign_in_attempt.browser_hash': 'of a random secret: 256 bits, in the cookie alone',
  'audit_event.hash':
    'of no personal value beyond its own row, which stands beside it in clear and never holds a value',
  'audit_event.previous': 'the hash of the row before',
  'access_review.digest':
    'of the body beside it, in clear: names of professionals and codes of cases, no value',
  'audit_head.hash': 'the hash of the last row',
  'calendar_feed.digest': 'of a random secret: the code in the address of a calendar',
  'compartment.body': sealed,
  'device_key.private_half': sealed,
  'draft.body': sealed,
  'mail_call.digest_on': 'a day: of the morning letter',
  'mail_wish.digest_hour': 'an hour: of the morning letter',
  'place_address.body': sealed,
  'deadline.sealed': sealed,
  'glass_opening.words': sealed,
  'referral_link.address': sealed,
  'drizzle.__drizzle_migrations.hash': 'of no personal value: the text of a migration',
  'drizzle.release.digest': 'of no personal value: the word lists and the first configuration of a release',
  'drizzle.master_key.fingerprint': 'of a random secret: an HMAC under the master key'
}

const named = /hash|digest|hmac|(^|_)mac$|sum$|checksum|fingerprint|mark$|token/
// 128, 160, 256 or 512 bits in hexadecimal, or 256 and 512 in base 64: of the lengths that digests have.
const shaped =
  /^(\\x)?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}|[A-Za-z0-9_+/-]{43}=?|[A-Za-z0-9_+/-]{86}(==)?)$/
const looksLikeDigest = ({ name, type, values }: Column) =>
  type === 'bytea' ||
  named.test(name.split('.').at(-1)!) ||
  values.some((value) =>
    [value, ...[...value.matchAll(/"([^"]+)"/g)].map(([, word]) => word!)].some((one) => shaped.test(one))
  )

describe('a column that could be a digest', () => {
  it('is known: keyed, of a random secret, or of no personal value', () => {
    expect(dump.length).toBeGreaterThan(120)
    expect(
      dump
        .filter(looksLikeDigest)
        .map(({ name }) => name)
        .sort()
    ).toEqual(Object.keys(known).sort())
  })

  it('held something when it was looked at', () => {
    const empty = dump.filter(({ name, values }) => name in known && values.length === 0)
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  it('would be seen by its name, or by what it holds', () => {
    const of = (name: string, ...values: string[]): Column => ({ name, type: 'text', values })
    const digest = createHash('sha256').update('x')
    expect(looksLikeDigest(of('person.mail_hash'))).toBe(true)
    expect(looksLikeDigest(of('person.mail_ref', digest.copy().digest('hex')))).toBe(true)
    expect(looksLikeDigest(of('person.mail_ref', digest.copy().digest('base64url')))).toBe(true)
    expect(looksLikeDigest(of('case.facts', `{"who": "${digest.copy().digest('base64')}"}`))).toBe(true)
    expect(looksLikeDigest(of('case.territory', '69'))).toBe(false)
  })

  it('of the audit chain is of its own row, which names fields and never holds a value', async () => {
    expect((await verifyChains(site.db.owner)).faults).toEqual([])
    const clear = dump.filter(({ name }) => name.startsWith('audit_event.')).flatMap(({ values }) => values)
    expect(clear).toContain('case.flag')
    for (const value of Object.values(identity))
      expect(clear.filter((one) => one.includes(value))).toEqual([])
  })
})

const former = (asked: object) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url')

/** Whatever can be written of a person whose name and birth date are guessed, and of the request that told them. */
const textsOf = (guess: typeof identity, owners: readonly (readonly [string, string])[]) => {
  const body = { ...flagBody, identity: guess }
  const request = { command: 'case.flag', input: body }
  const day = guess.birthDate
  const names = [guess.name, guess.name.toLowerCase(), guess.name.toUpperCase()]
  return [
    ...names,
    ...names.flatMap((name) => ['', ' ', '|', ':', ',', '\x1f'].map((between) => name + between + day)),
    ...[day, day.slice(0, 4), guess.contact, guess.contact.replaceAll(' ', '')],
    ...[guess, body, request].map((one) => JSON.stringify(one)),
    ...owners.map((owner) => JSON.stringify([...owner, request]))
  ]
}
const digestsOf = (text: string) =>
  ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'sha3-256', 'blake2b512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(text).digest()
    return [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
  })

/** Who holds the dump and no key: columns in which a digest of the guess stands. */
const found = (columns: readonly Column[], guess: typeof identity) => {
  const [people, keys] = ['idempotency.person_id', 'idempotency.key'].map(
    (name) => columns.find((column) => column.name === name)!.values
  )
  const owners = people!.flatMap((person) => keys!.map((key) => [person, key] as const))
  const tried = new Set(textsOf(guess, owners).flatMap(digestsOf))
  const words = (value: string) => [value, ...value.split(/[^A-Za-z0-9_+/=-]+/)]
  return columns
    .filter(({ values }) => values.some((value) => words(value).some((word) => tried.has(word))))
    .map(({ name }) => name)
}

describe('a dump without the key, and the name and birth date of a person who was flagged', () => {
  it('confirm each other in no column', () => {
    expect(found(dump, identity)).toEqual([])
  })

  it('confirmed each other when a request was kept as a plain digest', async () => {
    const { rows } = await site.db.owner.query<{ mac: string }>(
      `update idempotency set request_mac = $1 where aggregate = 'case' and key in (select key from idempotency i join case_event e
         on e.case_id = i.aggregate_id and e.command = 'case.flag' and e.person_id = i.person_id and e.at = i.at) returning request_mac as mac`,
      [former({ command: 'case.flag', input: flagBody })]
    )
    expect(rows).toHaveLength(1)
    const before = await dumpOf(site.db.owner)
    expect(found(before, identity)).toEqual(['idempotency.request_mac'])
    expect(found(before, { ...identity, birthDate: '2001-03-03' })).toEqual([])
  })
})
