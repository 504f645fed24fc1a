import { tokenOf } from '../../../server/links/token.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { DataClass, ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { figures } from '../exits.ts'
import type { Json } from '../lives/inputs.ts'
import { hidden, type Life } from '../lives/play.ts'
import { parsed, readingsOf, type Read, type Reading } from './reading.ts'

// What leaves the house by another way than an answer to who has an account: links, letters, the log, pages, public figures.

type Link = { id: string; generation: number; kind: ReferralKind; referral: string }

const sentLinks = `select l.id, l.generation, r.kind, r.id as referral from referral_link l
  join referral r on r.id = l.referral_id order by l.id`

/** Whoever holds a link has no account: the link is all they are. */
export const readLinks = async (
  { house, names }: Life,
  { byReader, links }: Read,
  sealed: readonly DataClass[]
) => {
  const { rows } = await house.db.owner.query<Link>(sentLinks)
  for (const link of rows) {
    const name = names.nameOf(link.referral) ?? ''
    if (name.startsWith(hidden)) continue
    const token = tokenOf(house.db.keys, link)
    const urls = ['', ...sealed.filter((one) => one !== 'A').map((one) => `/compartments/${one}`)]
    const readings: Reading[] = []
    for (const url of urls) {
      const answer = await house.open(`/api/links/${token}${url}`)
      readings.push(...readingsOf('links', url, { ...answer, body: names.named(answer.body) }))
    }
    byReader.set(`link ${name}`, readings)
    links.set(`link ${name}`, kindRow(link.kind).capacity)
  }
}

/** The operator reads the log: what the machine adds to it of the hour is no part of what it says. */
export const ofOperator = ({ house, names }: Life): Reading[] => [
  {
    exit: 'logs',
    of: 'lines',
    value: house.lines.map((line) => {
      const { time: _time, reqId: _reqId, ...said } = JSON.parse(names.named(line)) as Json
      return said
    })
  }
]

/** What was mailed, in its order. */
export const lettersOf = async ({ house, names }: Life): Promise<Read['letters']> => {
  const { rows } = await house.db.owner.query<Link>(sentLinks)
  return house.letters.map(({ link, ...letter }) => {
    const asked = rows.find(({ id }) => id === link)
    return {
      link: asked ? `link ${names.nameOf(asked.referral)}` : null,
      letter: parsed(names.named(JSON.stringify(letter)))
    }
  })
}

// A nonce, the key under which a form would be sent, and each half of the code of a case, which is drawn.
const ofTheMoment =
  /nonce-[^'"]+|nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|(?<=<span>)[2-9A-HJ-NP-Z]{4}(?=<)/g

/** As a browser would show it, tag by tag; what changes with each page that is made is left out. */
export const pagesFor = async (
  { house, names }: Life,
  login: string,
  urls: readonly string[]
): Promise<Reading[]> => {
  const readings: Reading[] = []
  for (const url of urls) {
    const { status, headers, body } = await house.page(login, url)
    const tags = names.named(body).replace(ofTheMoment, '').split(/(?=<)/)
    readings.push({ exit: 'pages', of: names.named(url), value: { status, headers, tags } })
  }
  return readings
}

/** What an account holder is told without signing in. */
export const calledBy = async ({ house, names }: Life, login: string): Promise<Reading[]> => {
  const { mail, calendar } = await house.called(login)
  return [
    { exit: 'calls', of: 'the mail', value: names.named(mail).split('\n\n') },
    ...readingsOf('calendar', 'the calendar', { ...calendar, body: names.named(calendar.body) })
  ]
}

/** Figures are made of everybody's lives, when a quarter is over: as if it ended now. */
export const publicFigures = ({ house, names, at }: Life): Promise<Reading[]> =>
  house.publishing(new Date(at.getTime() + 100 * 24 * 3_600_000), async () => {
    const readings: Reading[] = []
    for (const [login, url] of figures) {
      const answer = await house.get(login, url)
      // Two refusals are equal, and compare nothing.
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.body}`)
      readings.push(...readingsOf('figures', url, { ...answer, body: names.named(answer.body) }))
    }
    return readings
  })
