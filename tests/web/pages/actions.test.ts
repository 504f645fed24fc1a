import { describe, expect, it, vi } from 'vitest'
import { key, press, type Action, type End } from './pressed/pressing.ts'

vi.mock('$app/state', () => ({ page: {} }))

const routes = '../../../web/src/routes/'
const modules = import.meta.glob<{ actions?: Record<string, Action> }>(
  '../../../web/src/routes/**/+page.server.ts',
  { eager: true }
)
/** Every action of every page, by its address and its name. */
const every = Object.entries(modules).flatMap(([file, { actions = {} }]) =>
  Object.entries(actions).map(([name, action]) => ({
    at: `${file.slice(routes.length, -'/+page.server.ts'.length)} ${name}`,
    action
  }))
)

/** They write nothing that could be done twice, each for its reason; a fault of them is said all the same. */
const bearNoKey: Record<string, string> = {
  '(app)/dossiers/[id] reveal': 'reads',
  '(app)/dossiers/[id] address': 'reads',
  '(app)/dossiers/[id]/exporter default': 'reads',
  'lien/[token] show': 'reads',
  '(app)/chercher default': 'reads',
  '(app)/informations read': 'read twice, it is read',
  '(app)/dossiers keep': 'a list is kept under its words',
  '(app)/dossiers forget': 'forgotten twice, it is forgotten',
  '(app)/chiffres/sources/saisir preview': 'looks at a file',
  '(app)/organisations/importer preview': 'looks at a file',
  '(app)/reprise preview': 'looks at a file',
  '(app)/signaler/reprendre preview': 'looks at a file',
  '(app)/signaler/reprendre begin': 'writes the draft, of which there is one',
  '(app)/signaler/envoye/[[id]] another': 'writes the draft, of which there is one',
  '(app)/signaler/envoye/[[id]] link': 'a link that stands is not made again',
  '(app)/signaler discard': 'drops the draft, of which there is one',
  '(app)/lieux-de-vie flag': 'writes the draft, of which there is one'
}
/** The flag, whose key stands in its draft, has tests of its own below. */
const ofDraft = every.filter(({ at }) => at.startsWith('(app)/signaler/[step] '))
/** Whatever becomes of it, a link that is asked for anew is answered in the same words. */
const silent = ['lien/[token] renew']

const others = every.filter((one) => !ofDraft.includes(one) && !silent.includes(one.at))
const acts = others.filter(({ at }) => !(at in bearNoKey))

const failed = (end: End) => ('failed' in end ? end.failed : null)
/** The key that a form comes back with, where it does. */
const nextKey = (end: End): unknown => {
  const { data } = end as End & { data: { key?: unknown; refused?: unknown; step?: { refused: unknown } } }
  const refused = (data.step?.refused ?? data.refused ?? data) as { key?: unknown }
  return refused.key
}

/** A list of many cases is an answer of its own: of each case, whether it was done. */
const ofMany = ['(app)/dossiers together', '(app)/aujourdhui together']
/** The page is read anew, with where the meeting stands now: what is pressed again is decided on that. */
const readAnew = ['(app)/reunions/[id] act']
const comesBack = acts.filter(({ at }) => !ofMany.includes(at) && !readAnew.includes(at))

it('every action of every page is asked', () => {
  expect(every.length).toBeGreaterThan(115)
  expect(acts.length).toBeGreaterThan(90)
  expect(typing.length).toBeGreaterThan(70)
  const known = new Set(every.map(({ at }) => at))
  expect(
    [...Object.keys(bearNoKey), ...silent, ...ofMany, ...readAnew].filter((at) => !known.has(at))
  ).toEqual([])
})

/** Which of several is meant, and what the page itself put into the form: they stand in the page that comes back, and nobody types them. */
const ofThePage = new Set([
  ...['id', 'number', 'session', 'link', 'proposal', 'invitation', 'into', 'how'],
  ...['preview', 'digest', 'sets', 'creates'],
  // A box that says that somebody is sure, or confirms one of several proposals, is ticked anew each time.
  ...['sure', 'ids']
])
/** Where cases move to another version, the page says from which; what is taken over names its lines, and nothing else. */
const isOfThePage = (at: string, name: string) =>
  ofThePage.has(name) ||
  (name === 'from' && at.endsWith('/bascule default')) ||
  (name === 'whole' && at === '(app)/reprise take')

/** What somebody typed into it themselves, and how it ended. */
const typedInto = async ({ at, action }: (typeof every)[number], status: number | null) => {
  const typed = { daysOff: 'true', sources: 'seen' }
  const { end, words } = await press(action, { status, worded: true, typed })
  return { end, own: words.filter(([name]) => !isOfThePage(at, name)) }
}
/** Of the others there is not a word to lose. One that fails otherwise is asked all the same. */
const isTyped = (one: (typeof every)[number]) =>
  typedInto(one, 409).then(
    ({ own }) => own.length > 0,
    () => true
  )
const worded = await Promise.all(comesBack.map(async (one) => ((await isTyped(one)) ? [one] : [])))
const typing = worded.flat()

/** By a rule, by what moved in the meantime; and before any rule: signed out, too much at once. */
const [byRule, before] = [
  [409, 412],
  [401, 429]
]
const refusals = [...byRule, ...before]
/** Faults as they are answered, and a call that throws: nobody knows more of it than of an answer that it is out of order. */
const faults: [status: number | null, said: number][] = [
  [500, 500],
  [503, 503],
  [null, 503]
]

describe('an act that is refused', () => {
  it.each(acts.filter(({ at }) => !ofMany.includes(at)))(
    'is not said to be done: $at',
    async ({ action }) => {
      for (const status of refusals) {
        const { end, written } = await press(action, { status })
        expect(failed(end)).toBe(status)
        expect(written[0]!.key).toBe(key)
      }
    }
  )

  it.each(comesBack)(
    'comes back with the key of another act, since it was not done: $at',
    async ({ action }) => {
      for (const status of refusals) {
        const next = nextKey((await press(action, { status })).end)
        expect([status, next]).toEqual([status, expect.stringMatching(/^[\w-]{36}$/)])
      }
    }
  )

  it.each(ofMany)('is said of each case of a list, and of none where no rule was asked: %s', async (name) => {
    const { action } = acts.find(({ at }) => at === name)!
    for (const status of byRule)
      expect((await press(action, { status })).end).toMatchObject({ shown: { done: 0, refused: [{}] } })
    for (const status of before) expect(failed((await press(action, { status })).end)).toBe(status)
  })
})

describe('an act of which nobody knows whether it was done', () => {
  it.each(acts)('is not said to be done: $at', async ({ action }) => {
    for (const [status, said] of faults) expect(failed((await press(action, { status })).end)).toBe(said)
  })

  it.each(comesBack)(
    'comes back with its key, so that pressed again it is one act: $at',
    async ({ action }) => {
      for (const [status] of faults) expect(nextKey((await press(action, { status })).end)).toBe(key)
    }
  )
})

describe('what was typed', () => {
  it.each(typing)('comes back whatever became of it: $at', async (one) => {
    for (const status of [...refusals, ...faults.map(([said]) => said)]) {
      const { end, own } = await typedInto(one, status)
      const back = JSON.stringify((end as { data?: unknown }).data ?? null)
      const lost = own.filter(([, word]) => !back.includes(word)).map(([name]) => name)
      expect([status, lost]).toEqual([status, []])
    }
  })
})

describe('a button that is pressed twice', () => {
  it.each(acts)('does one act, under one key: $at', async ({ action }) => {
    const presses = [await press(action, { status: 200 }), await press(action, { status: 200 })]
    const keys = presses.map(({ written }) => written.map((one) => one.key))
    expect(keys).toEqual([[key], [key]])
    for (const { end } of presses) expect(failed(end)).toBeNull()
  })
})

describe('what bears no key', () => {
  const flagged = ['one', 'two'].map((id) => ({ id, code: id }))
  const sent = { ...{ key, typed: {}, signs: [], seen: [] }, operation: { typed: {}, signs: [], flagged } }
  /** Two of one operation, whom a link may join and another follow. */
  const kept: Record<string, string> = Object.fromEntries(
    ['link', 'another'].map((name) => [`(app)/signaler/envoye/[[id]] ${name}`, JSON.stringify(sent)])
  )

  it.each(others.filter(({ at }) => at in bearNoKey))(
    'says a fault all the same: $at',
    async ({ at, action }) => {
      const { end, written } = await press(action, { status: 503, data: kept[at] ?? null })
      const writes = bearNoKey[at] !== 'reads'
      expect([written.length > 0, failed(end)]).toEqual([writes, writes ? 503 : null])
    }
  )
})

describe('a page of a form and a file', () => {
  const of = (name: string) => every.find(({ at }) => at === `(app)/chiffres/sources/saisir ${name}`)!

  it.each(['preview', 'import'])(
    'says what is wrong with a file as of the file, an empty one too: %s',
    async (name) => {
      for (const csv of ['', 'a;b'])
        expect((await press(of(name).action, { status: 403, typed: { csv } })).end).toMatchObject({
          data: { ofFile: true }
        })
    }
  )

  it('and of what was typed as of the form', async () => {
    expect((await press(of('enter').action, { status: 400 })).end).toMatchObject({ data: { ofFile: false } })
  })
})

describe('a flag that is sent', () => {
  const { action: send } = ofDraft.find(({ at }) => at.endsWith(' send'))!
  const draft = {
    key,
    typed: {
      ...{ danger: ['none'], territory: ['69'], metOn: ['2026-11-24'], ageGroup: ['adult'] },
      ...{ localDanger: ['false'], nominativeConsent: ['false'] }
    },
    signs: [{ code: 'papers', source: 'seen' }],
    seen: ['maintenant']
  }
  /** What was sent as a flag, how that ended, and the draft that is left. */
  const sent = async (status: number | null, kept = JSON.stringify(draft)) => {
    const answers = (path: string) => (path === '/api/cases' ? status : 200)
    const { end, written } = await press(send, { status: answers, data: kept })
    const of = (path: string) => written.filter((one) => one.path === path)
    const drafts = of('/api/drafts/flag').map(({ body }) => (JSON.parse(body) as { data: string }).data)
    return { end, keys: of('/api/cases').map((one) => one.key), left: drafts.at(-1)! }
  }
  const keyOf = (left: string) => (JSON.parse(left) as { key: string }).key

  it('and refused is not flagged; mended, it is another act, and accepted', async () => {
    for (const status of refusals) {
      const refused = await sent(status)
      expect(failed(refused.end)).toBe(status)
      expect(refused.keys).toEqual([key])
      expect(keyOf(refused.left)).not.toBe(key)
      const mended = await sent(200, refused.left)
      expect(mended.end).toEqual({ redirect: '/signaler/envoye/new' })
      expect(mended.keys).toEqual([keyOf(refused.left)])
    }
  })

  it('and met by a fault is kept as it is, with its key, so that sent again it is one case', async () => {
    for (const [status, said] of faults) {
      const fault = await sent(status)
      expect(failed(fault.end)).toBe(said)
      expect(keyOf(fault.left)).toBe(key)
      expect((await sent(200, fault.left)).keys).toEqual([key])
    }
  })

  it('leaves, for another person of the same operation, a draft with a key of its own', async () => {
    const { end, keys, left } = await sent(200)
    expect([end, keys]).toEqual([{ redirect: '/signaler/envoye/new' }, [key]])
    expect(keyOf(left)).not.toBe(key)
  })

  it.each(ofDraft)('that cannot be kept is not led on from: $at', async ({ action }) => {
    for (const [status, said] of [...refusals.map((one) => [one, one] as const), ...faults]) {
      const { end } = await press(action, { status, data: JSON.stringify(draft) })
      expect(failed(end)).toBe(said)
    }
  })
})
