import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { desks, formsOf, wanted, type Document } from '../../support/running/forms.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { aFlag } from '../../support/world.ts'
import { aLine, spreadsheet } from '../takeover/spreadsheet.ts'

const site = await forFile(openSite())
const document = (await site.app.inject('/api/openapi.json')).json<Document>()

const { operations, least, behind } = formsOf(document)
const acts = operations.filter(({ method }) => method !== 'get')
const named = (these: typeof operations) => these.map(({ name }) => name)

/** What stands in a text that is a form of its own, which no schema fills. */
const beside = [
  'source;mesure;annee;territoire;ventilation;categorie;valeur;unite;repondants;edition;licence',
  'ssmsi;victims;2024;;;;43;persons;;SSMSI;LO'
]
const within: Record<string, object> = {
  'post /api/files': { csv: spreadsheet([aLine()]) },
  'post /api/releases': { quarter: '2025-Q4', kind: 'final', erratum: null, leftOut: [] },
  'post /api/figures/exact': { purpose: 'Réponse à la collecte annuelle d’Eurostat' },
  'post /api/figures/beside/import': { csv: beside.join('\n') }
}

type Refused = { errors?: { field: string; message: string }[] }
const unversioned = 'if-match: La version lue est à donner, entre guillemets'

/** Which fields a request without a version is refused for, and in which words. */
const refusedFor = async ({ method, path, operation }: (typeof operations)[number], body: unknown) => {
  const street = path.split('/')[2]!
  const answer = await site.app.inject({
    method: method as 'POST',
    url: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => wanted[name] ?? randomUUID()),
    headers: {
      ...fromPage(await site.cookie(desks[street] ?? 'asso.rhone')),
      'idempotency-key': randomUUID()
    },
    ...(operation.requestBody && { payload: body as object })
  })
  const { errors = [] } = answer.statusCode === 400 ? answer.json<Refused>() : {}
  return errors.map(({ field, message }) => `${field}: ${message}`)
}

describe('a version', () => {
  const versioned = acts.filter(({ header }) => header('if-match') !== undefined)

  it('is asked for by each operation that says so, before anything else, and never left to choose', async () => {
    expect(versioned.length).toBeGreaterThan(200)
    expect(named(versioned.filter(({ header }) => header('if-match')!.required !== true))).toEqual([])
    for (const one of versioned)
      expect([one.name, await refusedFor(one, {})]).toEqual([one.name, [unversioned]])
  })

  it('is asked for by no other: their forms, filled, are taken without', async () => {
    const others = acts.filter((one) => !versioned.includes(one))
    expect(others.length).toBeGreaterThan(15)
    for (const one of others) {
      const schema = one.operation.requestBody?.content['application/json']?.schema
      expect([
        one.name,
        await refusedFor(one, schema && { ...(least(schema) as object), ...within[one.name] })
      ]).toEqual([one.name, []])
    }
  })

  it('that is stale is refused, and no operation says so that takes none', () => {
    const stale = operations.filter(({ operation }) => '412' in operation.responses)
    expect(named(stale)).toEqual(named(versioned))
    const keyed = operations.filter(({ header }) => header('idempotency-key'))
    expect(named(keyed.filter(({ operation }) => !('409' in operation.responses)))).toEqual([])
  })

  it('stands on what is read for an act, and on what the act leaves', () => {
    const tagged = (status: string) =>
      named(
        operations.filter(
          ({ operation }) => behind(operation.responses[status] ?? { headers: {} }).headers?.['ETag']
        )
      )
    const read = tagged('200').filter((name) => name.startsWith('get '))
    expect(read).toEqual(
      expect.arrayContaining(
        ['cases/{id}', 'referrals/{id}', 'links/{token}', 'meetings/{id}', 'places/{id}'].map(
          (path) => `get /api/${path}`
        )
      )
    )
    const unread = versioned.filter(({ path }) => {
      const of = path.replace(/\/(commands\/.*|publish|sign|accept|refuse|withdraw|ask|decline)$/, '')
      return !read.includes(`get ${of}`) && of !== '/api/referrals'
    })
    expect(named(unread)).toEqual([])
  })
})

describe('what an answer bears', () => {
  it('is described where it is sent: where a case was created, and its version', async () => {
    const { responses } = document.paths['/api/cases']!['post']!
    expect(Object.keys(responses['201']!.headers!)).toEqual(['ETag', 'Location'])
    const flagged = await site.send('asso.rhone', '/api/cases', aFlag())
    expect([flagged.statusCode, flagged.headers['location']]).toEqual([
      201,
      `/api/cases/${flagged.json().id}`
    ])
    const read = await site.get('asso.rhone', String(flagged.headers['location']))
    expect(versionOf(read)).toBe(versionOf(flagged))
  })

  it('is a place for each operation that creates something', () => {
    const created = operations.filter(({ operation }) => '201' in operation.responses)
    const somewhere = created.filter(({ operation }) => operation.responses['201']!.headers?.['Location'])
    // What is sent is a referral, and what is answered the case that it is of; of a team, its organisation's teams are answered;
    // of a referent, the whole directory, and of files that are brought, all of them. The address of a calendar is shown once, and
    // a settlement, a link, a figure of another body or an export is answered with the list that it stands in.
    expect(named(created.filter((one) => !somewhere.includes(one)))).toEqual([
      'post /api/calendar',
      'post /api/referrals',
      'post /api/teams',
      'post /api/teams/{id}/members',
      'post /api/teams/covers',
      'post /api/referents',
      'post /api/settlements',
      'post /api/figures/beside',
      'post /api/figures/exact',
      'post /api/cases/{id}/links',
      'post /api/files'
    ])
  })

  it('is nothing for who asks for nothing, of the acts that say so and of no other', async () => {
    const brief = named(acts.filter(({ header }) => header('prefer')))
    const said = acts.filter(({ path }) =>
      /^\/api\/(cases$|(cases|referrals)\/\{id\}\/commands\/)/.test(path)
    )
    expect(brief).toEqual(named(said))
    const headers = { prefer: 'return=minimal' }
    const flagged = await site.send('asso.rhone', '/api/cases', aFlag(), { headers })
    expect([flagged.statusCode, flagged.body, flagged.headers['preference-applied']]).toEqual([
      204,
      '',
      'return=minimal'
    ])
  })
})
