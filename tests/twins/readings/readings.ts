import {
  commandRow,
  commandTypes,
  isCommandType,
  type CommandType
} from '../../../workflows/case/commands.ts'
import { sealedClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { referenceOf } from '../../../server/cases/code.ts'
import { shortest } from '../../../verify/inputs.ts'
import { addAttempts, beforeTrying } from '../attempts/attempts.ts'
import type { Trying } from '../attempts/drawn.ts'
import { askedBy, formAt, pagesInTurn, pagesOf, typedFor, undoAt } from '../exits.ts'
import type { Answer } from '../house/answer.ts'
import { logins, outside } from '../house/house.ts'
import { standingOf } from '../house/standing.ts'
import { withDays } from '../lives/inputs.ts'
import { hidden, setClock, type Life } from '../lives/play.ts'
import { calledBy, lettersOf, ofOperator, pagesFor, publicFigures, readLinks } from './beside.ts'
import { parsed, readingsOf, type Read, type Reading } from './reading.ts'

const offered = commandTypes.filter((type) => commandRow(type).offered)

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

/** Of the acts that a reader is told they may take back, the last ones: which they are follows from what is compared already. */
const takenBack = 2
const ownActs = /"ref":"([\w-]{22})"/g

/** What taking back comes to, of the last acts that are a reader’s own. An act is called by its place among them, its name being keyed. */
const undoingFor = async ({ house, names, caseId }: Life, login: string, story: string) => {
  const refs = [...story.matchAll(ownActs)].map(([, ref]) => ref!).slice(0, takenBack)
  const readings: Reading[] = []
  for (const [index, ref] of refs.entries()) {
    const { exit, url } = undoAt(caseId, ref)
    const answer = await house.get(login, url)
    const of = `taking back their act ${index}`
    readings.push(...readingsOf(exit, of, { ...answer, body: names.named(answer.body) }))
  }
  return readings
}

const codeOf = `select code from "case" where id = $1`

/** What is typed in both lives is the same name, or what each calls the same thing: only what is told of it may differ. */
const searchesFor = async ({ house, names, caseId }: Life, referrals: readonly string[]) => {
  const { rows } = await house.db.owner.query<{ code: string }>(codeOf, [caseId])
  const typed = typedFor({ code: rows[0]!.code, references: referrals.slice(0, 1).map(referenceOf) })
  return async (login: string) => {
    const readings: Reading[] = []
    for (const [index, q] of typed.entries()) {
      const answer = await house.post(login, '/api/search', { q })
      readings.push(
        ...readingsOf('search', `what is typed ${index}`, { ...answer, body: names.named(answer.body) })
      )
    }
    return readings
  }
}

/** What each reader tried, and holding which version. */
export type Refused = Map<string, { command: string | undefined; version: number | undefined }>

type Action = { command: string; enabled: boolean }

/** What a reader may not do now: what stands disabled before them, or else an act that is not shown to them at all. */
const refusable = (actions: readonly Action[]): CommandType | undefined => {
  const disabled = actions.find(({ enabled, command }) => !enabled && isCommandType(command))
  const shown = new Set(actions.map(({ command }) => command))
  return (disabled?.command as CommandType | undefined) ?? offered.find((type) => !shown.has(type))
}

/** What a reader is told who tries what they may not do, holding the version that they have read. */
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
    command: before?.command ?? (actions && refusable(actions)),
    version: before?.version ?? version?.version
  }
  held.set(login, tried)
  if (!tried.command || tried.version === undefined) return []
  const form = commandRow(tried.command as CommandType).input
  const input = withDays(form, shortest(form as never), { house, at: life.at, pick: (list) => list[0]! })
  const { status, headers, body } = await house.post(
    login,
    `/api/cases/${caseId}/commands/${tried.command}`,
    input,
    tried.version
  )
  return [
    {
      exit: 'refusals',
      of: 'an act that is not open',
      value: { status, headers, body: parsed(names.named(body)) }
    }
  ]
}

const madeBy = ({ names, house }: Life, table: string) =>
  house.db.owner
    .query<{ id: string }>(`select id from ${table} order by id`)
    .then(({ rows }) => rows.map(({ id }) => id).filter((id) => !names.nameOf(id)?.startsWith(hidden)))

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

/** Reads a life through every exit, as each of these readers and as whoever keeps the machine. */
export const readAll = async (
  life: Life,
  {
    readers = life.house.readers,
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
  const handings = await madeBy(life, 'case_handing')
  const heard = await house.heard()
  const { held: holds, parties } = await standingOf(house, caseId)
  // A colleague of another team is asked for all that the case's own team reads: none of it is there.
  const isStranger = (login: string) => login !== outside && holds(login).length === 0 && !parties(login)
  const inTurn = pagesInTurn(caseId).filter((_url, index) => isRead(life, index))
  const byReader = new Map<string, Reading[]>()
  const searched = await searchesFor(life, referrals)
  for (const login of readers) {
    const readings: Reading[] = []
    const stranger = isStranger(login)
    const places = house.places[login] ?? []
    const shared = { caseId, referrals, meetings, openings, stays, handings, places, sealed, stranger }
    const asked =
      stranger && !strangers.includes(login) ? [] : askedBy(house.actors.get(login)?.role ?? 'asso', shared)
    for (const { exit, url } of asked) {
      const answer = await house.get(login, url)
      readings.push(...readingsOf(exit, names.named(url), { ...answer, body: names.named(answer.body) }))
      if (exit === 'events') readings.push(...(await undoingFor(life, login, answer.body)))
    }
    readings.push(...(await formsFor(life, login, readings)))
    if (asked.length > 0) readings.push(...(await searched(login)))
    if (asked.length > 0) readings.push(...(await calledBy(life, login)))
    if (browsing.includes(login))
      readings.push(...(await pagesFor(life, login, [...pagesOf({ caseId, referrals }), ...inTurn])))
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
