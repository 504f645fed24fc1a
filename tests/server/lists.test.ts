import { expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { forFile } from '../support/for-file.ts'

type Schema = {
  $ref?: string
  type?: string
  maxItems?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
}
type Parameter = { $ref?: string; name?: string; schema?: { maximum?: number } }
type Answer = { $ref?: string; content?: Record<string, { schema?: Schema }> }
type Read = { parameters?: Parameter[]; responses: Record<string, Answer> }
type Document = { paths: Record<string, { get?: Read }> }

const served = await forFile(testApp())
const document = (await served.app.inject('/api/openapi.json')).json<Document>()

/** What stands behind a name of the document, and what stands there itself. */
const behind = <T extends { $ref?: string }>(one: T): T =>
  one.$ref === undefined
    ? one
    : (one.$ref
        .slice(2)
        .split('/')
        .reduce((node, key) => (node as Record<string, unknown>)[key], document as unknown) as T)

type Found = { at: string; bounded: boolean }

/** Lists that stand in an answer itself, and not in a line of another list, by where they stand. */
const listsIn = (asked: Schema, at: string, within: readonly string[] = []): Found[] => {
  // A form describes itself: once is enough.
  if (asked.$ref !== undefined && within.includes(asked.$ref)) return []
  const inside = asked.$ref === undefined ? within : [...within, asked.$ref]
  const schema = behind(asked)
  const properties = schema.properties ?? {}
  const own = Object.entries(properties).flatMap(([name, one]) => {
    if (behind(one).type !== 'array') return listsIn(one, `${at} ${name}`, inside)
    const bounded = behind(one).maxItems !== undefined || (name === 'items' && 'next' in properties)
    return [{ at: `${at} ${name}`, bounded }]
  })
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const open = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
  const itself = schema.type === 'array' ? [{ at, bounded: schema.maxItems !== undefined }] : []
  return [...itself, ...own, ...[...ways, ...open].flatMap((one) => listsIn(one, at, inside))]
}

const reads = Object.entries(document.paths).flatMap(([path, { get }]) => {
  const answer = get && behind(get.responses['200']!).content?.['application/json']?.schema
  return get && answer ? [{ path, get, answer }] : []
})
const lists = reads.flatMap(({ path, answer }) => listsIn(answer, path))

/**
 * Lists that end by themselves, and why. Whoever adds a list gives it a `next`, or a `maxItems` that its statement keeps, or
 * says here what it cannot outgrow.
 */
const endsByItself: Record<string, readonly string[]> = {
  'the tables of the code have no more rows': [
    '/api/flag-form onCall',
    '/api/mail modes',
    '/api/protocols/{name} catalogue onCallDays',
    '/api/cases/{id}/links kinds',
    '/api/me nav',
    '/api/me rooms',
    '/api/me arrivals',
    '/api/audit actions',
    '/api/lists/{name} items',
    '/api/law texts',
    '/api/files columns',
    '/api/cases/{id}/handing classes',
    '/api/cases/{id}/handing languages',
    '/api/cases/{id}/handing means',
    '/api/handings/{id} classes',
    '/api/handings/{id} reasons',
    '/api/law/{code} acts',
    '/api/law/{code} clocks',
    '/api/law/{code} offences',
    '/api/flag-form dimensions',
    '/api/flag-form urgent',
    '/api/flag-form languages',
    '/api/flag-form minorBands',
    '/api/flag-form territories',
    '/api/flag-form schema anyOf',
    '/api/flag-form schema enum',
    '/api/flag-form schema oneOf',
    '/api/flag-form schema required',
    '/api/places/waiting rule words',
    '/api/deadlines/what-if choices clocks',
    '/api/deadlines/what-if choices territories',
    '/api/deadlines/what-if choices doubts',
    '/api/deadlines/what-if result alerts',
    '/api/deadlines/what-if result basis',
    '/api/deadlines/what-if result computation',
    '/api/deadlines/what-if result legalEnd why',
    '/api/deadlines/what-if result legalEnd doubts',
    '/api/configuration/{version} catalogue acts',
    '/api/configuration/{version} catalogue extendable',
    '/api/organisations types',
    '/api/organisations states',
    '/api/organisations territories',
    '/api/organisations/{id} answers',
    '/api/organisations/{id} courts',
    '/api/organisations/{id} regions',
    '/api/organisations/{id} territories',
    '/api/organisations/{id} may propose',
    '/api/people roles',
    '/api/organisations/{id}/people roles',
    '/api/configuration/{version} catalogue clocks',
    '/api/configuration/{version} catalogue decisionRules',
    '/api/configuration/{version} catalogue indicators',
    '/api/configuration/{version} catalogue kinds',
    '/api/configuration/{version} catalogue lists',
    '/api/configuration/{version} catalogue seats',
    '/api/configuration/{version} catalogue units',
    '/api/protocols territories',
    '/api/protocols/{name} parties',
    '/api/protocols/{name} rules',
    '/api/protocols/{name} changes',
    '/api/protocols/{name} problems',
    '/api/protocols/{name} signatures',
    '/api/protocols/{name} catalogue clocks',
    '/api/protocols/{name} catalogue units',
    '/api/protocols/{name} catalogue seats',
    '/api/protocols/{name} catalogue decisionRules',
    '/api/protocols/{name} catalogue lists',
    '/api/protocols/{name} catalogue partyKinds',
    '/api/protocols/{name} catalogue contactKinds',
    '/api/protocols/{name} catalogue told',
    '/api/protocols/{name}/move/preview changes',
    '/api/protocols/{name}/move/preview counts clocks',
    '/api/cases/{id}/rules rules',
    '/api/configuration/{version} changes',
    '/api/configuration/{version} problems',
    '/api/configuration/{version}/move/preview changes',
    '/api/configuration/{version}/move/preview counts clocks'
  ],
  'of one case: its regions, classes, live clocks and referrals, as many as its kinds of them; its acts are paged':
    [
      '/api/cases/{id} actions',
      '/api/cases/{id} badges',
      '/api/cases/{id} classes',
      '/api/cases/{id} consents',
      '/api/cases/{id} deadlines',
      '/api/cases/{id} referrals',
      '/api/cases/{id} regions',
      '/api/cases/{id} standing',
      '/api/cases/{id}/handing referrals',
      '/api/cases/{id}/handing clocks',
      '/api/cases/{id} nextStep because',
      '/api/cases/{id} nextStep evidence elements',
      '/api/cases/{id} nextStep due legalEnd why',
      '/api/cases/{id} nextStep due legalEnd doubts',
      '/api/cases/{id} nextStep due computation',
      '/api/cases/{id} nextStep due basis',
      '/api/cases/{id} closing event basis',
      '/api/cases/{id} closing event fields',
      '/api/cases/{id} closing event unusual',
      '/api/cases/{id}/emergency actions',
      '/api/openings/{id} actions',
      '/api/openings/{id} opening classes'
    ],
  'of one act: its form, its law and what it leads to': [
    '/api/cases/{id}/acts/{ref}/undo told',
    '/api/cases/{id}/acts/{ref}/undo learn',
    ...['/api/cases/{id} nextStep form', '/api/cases/{id}/actions/{command}'].flatMap((act) =>
      [
        'input required',
        'input oneOf',
        'input anyOf',
        'input enum',
        'ahead asks',
        'ahead changes region to',
        'ahead changes stops',
        'ahead changes starts',
        'ahead changes mayStart',
        'warnings',
        'confirmed unusual',
        'basis',
        'confirmed basis',
        'confirmed fields'
      ].map((list) => `${act} ${list}`)
    ),
    '/api/cases/{id}/acts/{ref}/undo act basis',
    '/api/cases/{id}/acts/{ref}/undo act fields',
    '/api/cases/{id}/acts/{ref}/undo act unusual',
    '/api/cases/{id}/acts/{ref}/undo resting',
    '/api/cases/{id}/acts/{ref}/undo regions',
    '/api/cases/{id}/acts/{ref}/undo again',
    '/api/cases/{id}/acts/{ref}/undo annulled',
    '/api/cases/{id}/acts/{ref}/undo withdrawn',
    '/api/cases/{id}/acts/{ref}/undo reasons'
  ],
  'of one referral: its frozen preview, its steps, its coded refusals': [
    '/api/referrals/{id} actions',
    '/api/referrals/{id} events',
    '/api/referrals/{id} preview',
    '/api/links/{token} actions',
    '/api/links/{token} classes',
    '/api/links/{token} preview',
    '/api/links/{token} refusals',
    '/api/links/{token} said'
  ],
  'of one sealed value: the fields of a form, the lines of an address': [
    '/api/cases/{id}/compartments/{class} fields',
    '/api/links/{token}/compartments/{class} fields',
    '/api/stays/{id}/address lines'
  ],
  'of one place: its conditions and its acts': [
    '/api/places/new actions',
    '/api/places/new place constraints',
    '/api/places/{id} actions',
    '/api/places/{id} place constraints'
  ],
  'of one sitting: what people look at in an afternoon, and who sits': [
    '/api/meetings/{id} actions',
    '/api/meetings/{id} basis',
    '/api/meetings/{id} candidates',
    '/api/meetings/{id} insufficiencies',
    '/api/meetings/{id} items',
    '/api/meetings/{id} members',
    '/api/meetings/{id} presences',
    '/api/meetings/{id} quorum must',
    '/api/meetings/{id} rules mustInclude',
    '/api/meetings/{id} voices',
    '/api/meetings/{id}/minutes absent',
    '/api/meetings/{id}/minutes institutions',
    '/api/meetings/{id}/minutes items'
  ],
  'a version is a circular: a few a year, each written by one person and published by another': [
    '/api/configuration items',
    '/api/deadlines/what-if choices versions'
  ],
  'of one organisation: its people, teams and regimes, what two persons still have to confirm there, its reviews twice a year':
    [
      '/api/organisations/{id} regimes',
      '/api/organisations/{id} managers',
      '/api/organisations/{id} proposals',
      '/api/organisations/{id}/merge/{into} lost',
      '/api/organisations/{id}/people members',
      '/api/organisations/{id}/people invitations',
      '/api/people members',
      '/api/people invitations',
      '/api/review people',
      '/api/review cases',
      '/api/review teams',
      '/api/cases/{id}/followers teams',
      '/api/files teams',
      '/api/review made',
      '/api/teams teams',
      '/api/teams people',
      '/api/teams covers'
    ],
  'what waits for a second person, or for a signature, in the whole house: each is a decision of somebody': [
    '/api/organisations proposals',
    '/api/protocols awaitsYou',
    '/api/handings items'
  ],
  'the fixed tables of figures, their releases of some years at five a year, and what others publish beside':
    [
      '/api/figures/beside sources',
      '/api/figures/beside years',
      '/api/figures/beside columns',
      '/api/figures/beside choices sources',
      '/api/figures/beside choices measures',
      '/api/figures/beside choices units',
      '/api/figures/beside choices readings',
      '/api/figures/beside choices territories',
      '/api/figures/beside choices breakdowns',
      '/api/figures/reports items',
      '/api/figures/reports years',
      '/api/figures/reports/{id} years',
      '/api/figures/reports/{id} sections',
      '/api/figures/exact items',
      '/api/figures/exact reports',
      '/api/cases/{id}/htcds left',
      '/api/publications publications',
      '/api/publications tables',
      '/api/publications measures',
      '/api/publications map',
      '/api/publications series',
      '/api/publications questions',
      '/api/publications/beside sources',
      '/api/publications/beside years',
      '/api/figures publications',
      '/api/figures tables',
      '/api/figures measures',
      '/api/figures map',
      '/api/figures series',
      '/api/figures questions',
      '/api/releases releases',
      '/api/releases quarters',
      '/api/releases/{number} attacks',
      '/api/releases/{number} maskedBeside'
    ]
}
const named = Object.values(endsByItself).flat()

test('every list that can grow is paged or bounded', () => {
  const unbounded = lists.filter(({ bounded }) => !bounded).map(({ at }) => at)
  expect([...new Set(unbounded)].filter((at) => !named.includes(at))).toEqual([])
})

test('a list that grows without end would be found, wherever it stands in an answer', () => {
  const list = { type: 'array' }
  const growing: Schema = {
    properties: { items: list, few: { ...list, maxItems: 9 }, one: { properties: { list } } }
  }
  const found = (schema: Schema) => listsIn(schema, 'it').flatMap(({ at, bounded }) => (bounded ? [] : [at]))
  expect(found(growing)).toEqual(['it items', 'it one list'])
  expect(found({ properties: { items: list, next: { type: 'string' } } })).toEqual([])
  expect(found(list)).toEqual(['it'])
})

test('who is named as ending by itself is there, and once', () => {
  const there = lists.map(({ at }) => at)
  expect(named.filter((at) => !there.includes(at))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

const parametersOf = ({ get }: (typeof reads)[number]) => (get.parameters ?? []).map(behind)

test('every page takes the cursor that the one before gave, and has a hundred lines at most', () => {
  const paged = reads.filter(({ answer }) => 'next' in (behind(answer).properties ?? {}))
  expect(paged.length).toBeGreaterThan(8)
  const without = paged.filter((one) => !parametersOf(one).some(({ name }) => name === 'cursor'))
  expect(without.map(({ path }) => path)).toEqual([])
  const limits = reads.flatMap((one) => parametersOf(one).filter(({ name }) => name === 'limit'))
  expect(limits.length).toBeGreaterThan(4)
  expect(limits.filter(({ schema }) => !(schema!.maximum! <= 100))).toEqual([])
})

test('no list skips lines by their number', () => {
  const skipping = reads.filter((one) =>
    parametersOf(one).some(({ name }) => name === 'offset' || name === 'page')
  )
  expect(skipping.map(({ path }) => path)).toEqual([])
})
