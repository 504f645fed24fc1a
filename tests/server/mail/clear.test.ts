import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clear, type Kind, type Told } from '../../../server/mail/clear.ts'
import { letterOf } from '../../../server/mail/letter.ts'
import { addDays } from '../../../workflows/calendar/calendar.ts'

const now = new Date('2026-11-27T10:00:00Z')
const publicUrl = 'https://mnio.test'

const at = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true
})
const id = fc.uuid()
const token = fc.stringMatching(/^[\w-]{64}$/)
// Whatever is kept of an organisation or a place: nothing of it is to be read.
const kept = fc.oneof(
  fc.constantFrom('association', 'cell', 'shelter', '69', '974', 'CANARI'),
  fc.string({ minLength: 1 })
)
const count = fc.oneof(
  fc.record({ n: fc.integer({ min: 0, max: 99 }), capped: fc.constant(false) }),
  fc.constantFrom({ n: 0, capped: false }, { n: 1, capped: false }, { n: 99, capped: true })
)
const due = fc
  .record({ days: fc.integer({ min: -400, max: 900 }), hour: fc.option(fc.constantFrom(0, 9, 18, 23)) })
  .map(({ days, hour }) => {
    const on = addDays('2026-11-27', days)
    return { on, at: new Date(`${on}T${String(hour ?? 22).padStart(2, '0')}:59:00Z`), hour }
  })
const asking = fc.record({
  ...{ referral: id, token, from: kept, sentAt: at, until: at },
  answered: fc.boolean()
})
const sitting = fc.record({ meeting: id, at, territory: kept })

const told: { [K in Kind]: fc.Arbitrary<Told[K]> } = {
  ...{ request: asking, reminder: asking, convened: sitting, cancelled: sitting },
  error: fc.record({ referral: id, sentAt: at }),
  invitation: fc.record({ token, until: at }),
  ...{ inactivity: fc.constant({}), review: fc.record({ until: at }) },
  ending: fc.record({ until: at, own: fc.boolean() }),
  call: fc.record({ answers: count, first: fc.option(due), fresh: count, now: fc.constant(now) })
}
const site = fc.record({ publicUrl: fc.constant(publicUrl), callBack: fc.constantFrom(undefined, '+33 100') })

const languages = ['fr', 'en'] as const
const named = (options: Intl.DateTimeFormatOptions, days: readonly Date[]) =>
  languages
    .flatMap((language) =>
      days.map((one) => one.toLocaleDateString(language, { ...options, timeZone: 'UTC' }))
    )
    .join('|')
// The first days of the months of 2026 are of every day of the week.
const twelve = Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2026, n, 1)))
const [months, weekdays] = [named({ month: 'long' }, twelve), named({ weekday: 'long' }, twelve)]

const date = String.raw`(?:(?:${weekdays}),? )?(?:(?:1er|\d{1,2}) (?:${months})|(?:${months}) \d{1,2},) \d{4}`
/** What differs from one letter to another, and the mark that stands for it. */
const marks: [RegExp, string][] = [
  [/https:\/\/mnio\.test\/(lien|invitation)\/[\w-]{64}/g, '‹personal link›'],
  [/https:\/\/mnio\.test\/reunions\/[\da-f-]{36}/g, '‹page of the meeting›'],
  [/mnio\.test/g, '‹site›'],
  [/\+33 100/g, '‹number to call›'],
  [/\bOR [2-9A-Z]{3} [2-9A-Z]{3}\b/g, '‹reference›'],
  [new RegExp(String.raw`${date}(?: à| at) \d{2}:[0-5]\d`, 'g'), '‹day and minute›'],
  [new RegExp(String.raw`${date}(?: \d{1,2} h|, \d{2}:00)`, 'g'), '‹day and hour›'],
  [new RegExp(date, 'g'), '‹day›'],
  [/(?:Plus de |More than )?\b\d{1,2}\b/g, '‹how many›']
]
const masked = (text: string) => marks.reduce((said, [mark, name]) => said.replaceAll(mark, name), text)

const paragraphsOf = <K extends Kind>(kind: K): string[] => {
  const found = new Map<string, null>()
  fc.assert(
    fc.property(site, told[kind], (where, what) => {
      const { subject, text, url } = letterOf(where, kind, what, { to: 'somebody@cabinet.test' })
      for (const said of [subject, ...text.split('\n\n'), `→ ${url}`]) found.set(masked(said), null)
    }),
    { numRuns: 1500, seed: 20261129 }
  )
  for (const everywhere of ['Bonjour,', '---', 'Hello,']) found.delete(everywhere)
  return [...found.keys()].toSorted()
}

describe('what leaves the house in clear', () => {
  it('is a closed list of sentences, whatever is kept of a case, a house or a person', async () => {
    const kinds = Object.keys(clear) as Kind[]
    const page = kinds.map((kind) => `# ${kind}\n\n${paragraphsOf(kind).join('\n')}\n`)
    await expect(page.join('\n')).toMatchFileSnapshot('letters.txt')
  })

  it('bears no minute but that of a meeting, and no number but how many', async () => {
    for (const kind of Object.keys(clear) as Kind[])
      for (const said of paragraphsOf(kind)) {
        expect(said, kind).not.toMatch(/\d|CANARI/)
        if (!['convened', 'cancelled'].includes(kind)) expect(said, kind).not.toContain('minute')
      }
    expect(paragraphsOf('convened').join()).toContain('minute')
  })
})

// Days that are not told apart by their form are by what they are of.
const [sentAt, until] = [new Date('2026-11-20T12:00:00Z'), new Date('2026-12-05T12:00:00Z')]
const asked = {
  ...{ referral: '00000000-0000-4000-8000-000000000001', token: 'T', from: 'cell', sentAt, until },
  answered: false
}
const sat = { meeting: 'M', at: new Date('2026-11-30T12:00:00Z'), territory: '69' }
const each: { [K in Kind]: [told: Told[K], days: string[], page: string][] } = {
  request: [[asked, ['20 novembre', '5 décembre'], '/lien/T']],
  reminder: [[asked, ['20 novembre', '5 décembre'], '/lien/T']],
  error: [[{ referral: asked.referral, sentAt }, ['20 novembre'], '']],
  convened: [[sat, ['30 novembre'], '/reunions/M']],
  cancelled: [[sat, ['30 novembre'], '/reunions/M']],
  invitation: [[{ token: 'T', until }, ['5 décembre'], '/invitation/T']],
  inactivity: [[{}, [], '/connexion']],
  ending: [
    [{ until, own: true }, ['5 décembre'], '/personnes'],
    [{ until, own: false }, ['5 décembre'], '/organisations']
  ],
  review: [[{ until }, ['5 décembre'], '/personnes/revue']],
  call: [
    [
      {
        ...{ answers: { n: 1, capped: false }, fresh: { n: 0, capped: false }, now },
        first: { at: until, on: '2026-12-05', hour: null }
      },
      ['5 décembre'],
      ''
    ]
  ]
}
const inEnglish = { '20 novembre': 'November 20', '5 décembre': 'December 5', '30 novembre': 'November 30' }

it.each(Object.keys(each) as Kind[])(
  '%s: leads to its own page, and says its own days in each language',
  (kind) => {
    for (const [told, days, page] of each[kind] as [Told[Kind], string[], string][]) {
      const { text, url } = letterOf({ publicUrl }, kind, told as never, { to: 'x@y.test' })
      expect(url).toBe(`${publicUrl}${page}`)
      const [fr, en] = text.split('\n\n---\n\n') as [string, string]
      expect(fr.match(/\d+ (?:novembre|décembre)/g) ?? []).toEqual(days)
      expect(en.match(/(?:November|December) \d+/g) ?? []).toEqual(
        days.map((day) => inEnglish[day as keyof typeof inEnglish])
      )
    }
  }
)

it('says before when, by the hour where a day does not end it', () => {
  const saidAt = (hour: number | null) =>
    letterOf(
      { publicUrl },
      'call',
      {
        answers: { n: 1, capped: false },
        first: { at: new Date('2026-11-30T17:00:00Z'), on: '2026-11-30', hour },
        ...{ fresh: { n: 0, capped: false }, now }
      },
      { to: 'x@y.test' }
    ).text
  expect(saidAt(18)).toContain('Une réponse vous est demandée avant lundi 30 novembre 2026 18 h.')
  expect(saidAt(null)).toContain('Une réponse vous est demandée au plus tard lundi 30 novembre 2026.')
})

it('says that there are more than were counted, where there are', () => {
  const saidOf = (n: number, capped: boolean) =>
    letterOf(
      { publicUrl },
      'call',
      { answers: { n, capped }, first: null, fresh: { n, capped }, now },
      { to: 'x@y.test' }
    ).text
  for (const said of [
    'Plus de 99 réponses',
    'More than 99 answers',
    'Plus de 99 informations',
    'More than 99 new'
  ])
    expect([saidOf(99, true).includes(said), saidOf(98, false).includes(said.slice(0, 7))]).toEqual([
      true,
      false
    ])
})

it('calls to a meeting at the hour of the place where it is held', () => {
  const hoursOf = (kind: 'convened' | 'cancelled', territory: string) => {
    const sitting = { meeting: 'one', at: new Date('2026-11-30T22:30:00Z'), territory }
    const { text } = letterOf({ publicUrl }, kind, sitting, { to: 'x@y.test' })
    return text.match(/(?:lundi|mardi) \d+ novembre|(?:1er|\d+) décembre|\b\d{2}:\d{2}\b/g)
  }
  for (const kind of ['convened', 'cancelled'] as const) {
    // In Paris it is the evening of Monday, in Guadeloupe its afternoon, and in Réunion the night of Tuesday.
    expect(hoursOf(kind, '69')).toEqual(['lundi 30 novembre', '23:30', '23:30'])
    expect(hoursOf(kind, '971')).toEqual(['lundi 30 novembre', '18:30', '18:30'])
    expect(hoursOf(kind, '974')).toEqual(['1er décembre', '02:30', '02:30'])
  }
})
