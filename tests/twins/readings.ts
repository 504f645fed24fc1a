import { tokenOf } from '../../server/links/token.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { commandRow, isCommandType, type CommandType } from '../../workflows/case/commands.ts'
import { sealedClasses, type DataClass, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { shortest } from '../../verify/inputs.ts'
import { amongMany, attemptsOf, type Trying } from './attempts/attempts.ts'
import { askedBy, figures, formAt, pagesOf, type Exit } from './exits.ts'
import { logins, type Answer } from './house/house.ts'
import { withDays, type Json } from './lives/inputs.ts'
import { hidden, setClock, type Life } from './lives/play.ts'
import { standingOf } from './house/standing.ts'

/** What came out of one exit, parsed where it is JSON, with ids and codes under the names of their acts. */
export type Reading = { exit: Exit; of: string; value: unknown }
/** `links`: the capacity in which whoever holds a link will take part. */
export type Read = {
  byReader: Map<string, Reading[]>
  operator: Reading[]
  links: Map<string, Capacity>
  /** Each with whose link it holds, where it goes to the address that was asked. */
  letters: { link: string | null; letter: unknown }[]
}

const parsed = (body: string): unknown =>
  body.startsWith('{') || body.startsWith('[') ? JSON.parse(body) : body

/** The case as one body goes out of several exits: its parts are told apart, so that each is counted as what it is. */
const partsOf = (of: string, status: number, etag: string | null, body: unknown): Reading[] => {
  if (status !== 200) return [{ exit: 'case', of, value: { status, body } }]
  const { version, timeline, older, closing, deadlines, standing, referrals, actions, ...rest } = body as Json
  return [
    { exit: 'versions', of, value: { version, etag } },
    { exit: 'events', of, value: { timeline, older, closing } },
    { exit: 'deadlines', of, value: { deadlines, standing } },
    { exit: 'referrals', of, value: referrals },
    { exit: 'actions', of, value: actions },
    { exit: 'case', of, value: rest }
  ]
}

const readingsOf = (exit: Exit, of: string, { status, etag, body }: Answer): Reading[] => {
  if (exit === 'case') return partsOf(of, status, etag, parsed(body))
  const versions: Reading[] = etag === null ? [] : [{ exit: 'versions', of, value: { etag } }]
  return [...versions, { exit, of, value: { status, body: parsed(body) } }]
}

const thirds = 3
/** Both lives of a pair read the same third; from one pair to the next it is another. Hours and days are no multiple of seven. */
const isRead = ({ at }: Life, index: number) =>
  index % thirds === (Math.floor(at.getTime() / 60_000) % 7) % thirds

/** The forms of a third of the acts that stand open before a reader: all of them would cost more than all the rest. */
const formsFor = async (life: Life, login: string, reads: readonly Reading[]) => {
  const { house, names, caseId } = life
  const actions = reads.find(({ exit }) => exit === 'actions')?.value as Action[] | undefined
  const open = (actions ?? []).filter(({ enabled }) => enabled)
  const readings: Reading[] = []
  for (const { command } of open.filter((_one, index) => isRead(life, index))) {
    const { exit, url } = formAt(caseId, command)
    const answer = await house.get(login, url)
    readings.push(...readingsOf(exit, names.named(url), { ...answer, body: names.named(answer.body) }))
  }
  return readings
}

/** What each reader tried, and holding which version. */
export type Refused = Map<string, { command: string | undefined; version: number | undefined }>

type Action = { command: string; enabled: boolean }

/** What a reader is told who tries what stands disabled before them, holding the version that they have read. */
const refusal = async (
  life: Life,
  login: string,
  reads: readonly Reading[],
  held: Refused
): Promise<Reading[]> => {
  const { house, names, caseId } = life
  const actions = reads.find(({ exit }) => exit === 'actions')?.value as Action[] | undefined
  const version = reads.find(({ exit }) => exit === 'versions')?.value as { version: number } | undefined
  const before = held.get(login)
  const tried = {
    command:
      before?.command ?? actions?.find(({ enabled, command }) => !enabled && isCommandType(command))?.command,
    version: before?.version ?? version?.version
  }
  held.set(login, tried)
  if (!tried.command || tried.version === undefined) return []
  const form = commandRow(tried.command as CommandType).input
  const input = withDays(form, shortest(form as never), { house, at: life.at, pick: (list) => list[0]! })
  const { status, body } = await house.post(
    login,
    `/api/cases/${caseId}/commands/${tried.command}`,
    input,
    tried.version
  )
  return [{ exit: 'refusals', of: 'a disabled act', value: { status, body: parsed(names.named(body)) } }]
}

const madeBy = ({ names, house }: Life, table: string) =>
  house.db.owner
    .query<{ id: string }>(`select id from ${table} order by id`)
    .then(({ rows }) => rows.map(({ id }) => id).filter((id) => !names.nameOf(id)?.startsWith(hidden)))

type Link = { id: string; generation: number; kind: ReferralKind; referral: string }

const sentLinks = `select l.id, l.generation, r.kind, r.id as referral from referral_link l
  join referral r on r.id = l.referral_id order by l.id`

/** Whoever holds a link has no account: the link is all they are. */
const readLinks = async ({ house, names }: Life, { byReader, links }: Read, sealed: readonly DataClass[]) => {
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
const ofOperator = ({ house, names }: Life): Reading[] => [
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
const lettersOf = async ({ house, names }: Life): Promise<Read['letters']> => {
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
const pagesFor = async (
  { house, names }: Life,
  login: string,
  urls: readonly string[]
): Promise<Reading[]> => {
  const readings: Reading[] = []
  for (const url of urls) {
    const { status, body } = await house.page(login, url)
    const tags = names.named(body).replace(ofTheMoment, '').split(/(?=<)/)
    readings.push({ exit: 'pages', of: names.named(url), value: { status, tags } })
  }
  return readings
}

/** Figures are made of everybody's lives, when a quarter is over: as if it ended now. */
const publicFigures = ({ house, names, at }: Life): Promise<Reading[]> =>
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

/**
 * Of the sealed values those of `sealed` are asked for: all, unless told otherwise; the pages are those of `browsing`. Who takes no
 * part is asked for what a stranger could learn where `strangers` has them; of the others' streams is heard in any case.
 */
type Asking = {
  readers?: readonly string[]
  /** Null where nobody tries what stands disabled. */
  held?: Refused | null
  sealed?: readonly DataClass[]
  browsing?: readonly string[]
  strangers?: readonly string[]
  /** What is tried of what stands enabled; null where nobody tries it. */
  trying?: Trying | null
}

/** No step of a life: what a house is just before readers try what they may not. */
const beforeTrying = -1

/** Only those who take part are asked for what stands open before them; the house is again as it was. */
const addAttempts = async (life: Life, { byReader, operator }: Read, trying: Trying) => {
  const people = new Map([...byReader].filter(([login]) => life.house.actors.has(login)))
  if (trying.crowded) {
    operator.push(...(await amongMany(life)))
    await life.house.back(beforeTrying)
  }
  for (const [login, readings] of await attemptsOf(life, people, trying))
    byReader.get(login)!.push(...readings)
  await life.house.back(beforeTrying)
}

/** Reads a life through every exit, as each of these readers and as whoever keeps the machine. */
export const readAll = async (
  life: Life,
  {
    readers = logins,
    held = new Map(),
    sealed = sealedClasses,
    browsing = [],
    strangers = logins,
    trying = null
  }: Asking
): Promise<Read> => {
  const { house, names, caseId } = life
  // Whatever was tried last, both lives are read at one hour: a little after the last act that they share.
  await setClock(life, new Date(life.at.getTime() + 15 * 60_000))
  const operator = [...ofOperator(life), ...(browsing.length > 0 ? await publicFigures(life) : [])]
  const [referrals, meetings] = [await madeBy(life, 'referral'), await madeBy(life, 'meeting')]
  const [openings, stays] = [await madeBy(life, 'glass_opening'), await madeBy(life, 'stay')]
  const heard = await house.heard()
  const { held: holds, parties } = await standingOf(house, caseId)
  const isStranger = (login: string) => holds(login).length === 0 && !parties(login)
  const byReader = new Map<string, Reading[]>()
  for (const login of readers) {
    const readings: Reading[] = []
    const stranger = isStranger(login)
    const places = house.places[login] ?? []
    const shared = { caseId, referrals, meetings, openings, stays, places, sealed, stranger }
    const asked = stranger && !strangers.includes(login) ? [] : askedBy(house.actors.get(login)!.role, shared)
    for (const { exit, url } of asked) {
      const answer = await house.get(login, url)
      readings.push(...readingsOf(exit, names.named(url), { ...answer, body: names.named(answer.body) }))
    }
    readings.push(...(await formsFor(life, login, readings)))
    if (browsing.includes(login))
      readings.push(...(await pagesFor(life, login, pagesOf({ caseId, referrals }))))
    const said = names.named(heard[login]!).split('\n\n').filter(Boolean)
    byReader.set(login, [...readings, { exit: 'stream', of: 'messages', value: said }])
  }
  // Last, since what one life refuses the other may do, and alone: what is done all the same, nobody else meets.
  if (held || trying) await house.keep(beforeTrying)
  for (const [login, readings] of held ? byReader : []) {
    const answered = await refusal(life, login, readings, held!)
    readings.push(...answered)
    if (answered.some(({ value }) => (value as Answer).status < 300)) await house.back(beforeTrying)
  }
  const read = { byReader, operator, links: new Map(), letters: await lettersOf(life) }
  await readLinks(life, read, sealed)
  if (trying) await addAttempts(life, read, trying)
  return read
}
