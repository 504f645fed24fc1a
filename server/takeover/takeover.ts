import { createHash } from 'node:crypto'
import { regionTables } from '../../workflows/case/commands.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import type { Actor } from '../../policies/actor.ts'
import { audit } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { showCode } from '../cases/code.ts'
import { readCases } from '../cases/store.ts'
import { inContext, runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { alikeAmongOwn, type Alike } from './alike.ts'
import type { Reader } from '../disclosure/reader.ts'
import { InvalidInput } from '../errors.ts'
import { viewAfter } from '../reading/view.ts'
import type { Followers } from '../teams/caseload.ts'
import type { CaseView } from '../views/schemas.ts'
import type { TakeoverDone, TakeoverLine, TakeoverPreview } from '../views/organisations/takeover.ts'
import { chosenIn, mustBring, mustTakeOver } from './form.ts'
import { identityIn, readFiles, type FileLine, type LineProblem } from './read.ts'
import { cellsIn, mendedIn, type Mended } from './mend.ts'
import { LineRefused, takeLine, type Taking } from './take.ts'

/** `take` and `leave`: what was said of each line that may be of somebody who is here already. */
export type Bringing = Followers & { csv: string; take: readonly number[]; leave: readonly number[] }

const isAlike = (one: FileLine, alike: readonly Alike[]) => one.asLine !== null || alike.length > 0

/** Whoever is shown that a file is alike has read of who it is of. In one order by everyone. */
const writeReadings = async (tx: Tx, { actor, now }: Reader, alike: readonly Alike[][]) => {
  for (const id of [...new Set(alike.flat().map(({ caseId }) => caseId))].sort())
    await audit(tx, actor, now, {
      ...{ chain: `case:${id}`, action: 'read', object: `case:${id}`, outcome: 'allowed', detail: 'likeness' }
    })
}

const initial = (id: string) => regionTables[id as RegionId].initial as string

/** What the reader would see of the case, and of its clocks which count and which are over already. */
const standsOf = ({ regions, deadlines }: CaseView, now: Date): Pick<TakeoverLine, 'stands' | 'clocks'> => ({
  stands: regions.flatMap(({ id, label, state, stateLabel }) =>
    id === 'identification' || state !== initial(id) ? [{ label, state: stateLabel }] : []
  ),
  clocks: deadlines.map(({ label, startsOn, dueOn, dueAt }) => ({
    ...{ label, startsOn, dueOn },
    over: new Date(dueAt) <= now
  }))
})

type Tried = Pick<TakeoverLine, 'stands' | 'clocks'> | { problems: LineProblem[] }

/** The line is written as it would be, read, and taken back: nothing else says what the gate would. */
const tryLine = async (taking: Taking, line: FileLine, reader: Reader): Promise<Tried> => {
  const { tx } = taking
  await runQuery(tx, 'savepoint line', [])
  try {
    const view = await viewAfter(tx, await takeLine(taking, line), reader)
    return view ? standsOf(view, reader.now) : { stands: [], clocks: [] }
  } catch (error) {
    if (error instanceof LineRefused) return { problems: error.problems }
    throw error
  } finally {
    await runQuery(tx, 'rollback to savepoint line', [])
    await runQuery(tx, 'release savepoint line', [])
  }
}

const alikeTo = (tx: Tx, gate: Gate, lines: readonly FileLine[], reader: Reader) =>
  alikeAmongOwn(tx, gate.keys, lines.map(identityIn), reader)

/** What an import would make of each line, as the one who asks would see it, and all that stands against it. Nothing stays written. */
export const previewFiles = async (
  tx: Tx,
  { gate, reader }: { gate: Gate; reader: Reader },
  { mended = [], ...asked }: Followers & { csv: string; mended?: readonly Mended[] }
): Promise<TakeoverPreview> => {
  const { actor, locale, now } = reader
  const standing = await mustTakeOver(tx, actor)
  const csv = mendedIn(asked.csv, mended)
  const { lines, problems } = readFiles(csv)
  const written = cellsIn(csv)
  const shown = (all: readonly LineProblem[]) =>
    all
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, column, message }) => ({
        ...{ line, column, message: message[locale] },
        written: written(line, column)
      }))
  if (problems.length > 0) return { lines: [], problems: shown(problems), csv }
  const followers = await chosenIn(tx, actor, { standing, asked })
  const alike = await alikeTo(tx, gate, lines, reader)
  const taking: Taking = { tx, gate: { ...gate, telling: false }, actor, at: now, followers }
  const told: TakeoverLine[] = []
  const refused: LineProblem[] = []
  for (const [index, line] of lines.entries()) {
    const tried = await tryLine(taking, line, reader)
    if ('problems' in tried) refused.push(...tried.problems)
    else
      told.push({
        line: line.line,
        reference: line.reference,
        alike: alike[index]!,
        asLine: line.asLine,
        ...tried
      })
  }
  if (refused.length > 0) return { lines: [], problems: shown(refused), csv }
  await writeReadings(tx, reader, alike)
  return { lines: told, problems: [], csv }
}

/** `cause`: what the gate said, where it was the gate. */
const asFields = (problems: readonly LineProblem[], cause?: unknown) => {
  const refused = new InvalidInput(
    problems.map(({ line, column, message }) => ({
      field: `${line}.${column}`,
      code: 'line',
      message: {
        fr: `Ligne ${line}, colonne « ${column} » : ${message.fr}`,
        en: `Line ${line}, column “${column}”: ${message.en}`
      }
    }))
  )
  if (cause !== undefined) refused.cause = cause
  return refused
}

const undecided = ({ line }: FileLine): LineProblem => ({
  line,
  column: 'nom',
  message: {
    fr: 'Cette personne est peut-être déjà connue : dites si la ligne est reprise ou laissée',
    en: 'This person may be known already: say whether the line is taken or left'
  }
})

/** `read`: which files were found alike, known to who asked even where the act is refused. */
type Choosing = { reader: Reader; asked: Bringing; read: Alike[][] }

/** A refusal tells what is alike as well: what was read outlives the transaction that it ended, as a denial does. */
const leavingReadings = async <T>(gate: Gate, actor: Actor, read: Alike[][], work: () => Promise<T>) => {
  try {
    return await work()
  } catch (error) {
    if (read.flat().length > 0)
      await inContext(gate.pool, actor, (tx, clock) =>
        writeReadings(tx, { actor, locale: 'fr', now: gate.now?.() ?? clock }, read)
      )
    throw error
  }
}

/** What of the spreadsheet is brought, once all that had to be said of it is. @throws InvalidInput */
const toTake = async (tx: Tx, gate: Gate, { reader, asked, read }: Choosing) => {
  const { lines, problems } = readFiles(asked.csv)
  if (problems.length > 0) throw asFields(problems)
  const alike = await alikeTo(tx, gate, lines, reader)
  read.push(...alike)
  await writeReadings(tx, reader, alike)
  const open = lines.filter(
    (one, index) =>
      isAlike(one, alike[index]!) && asked.take.includes(one.line) === asked.leave.includes(one.line)
  )
  if (open.length > 0) throw asFields(open.map(undecided))
  return lines.filter(({ line }) => !asked.leave.includes(line))
}

/** All of it or nothing, once for one key. What was sent is read and kept nowhere. @throws InvalidInput naming line and column */
export const takeFiles = async (gate: Gate, by: Keyed, asked: Bringing): Promise<TakeoverDone> => {
  const { actor } = by
  const read: Alike[][] = []
  const taken: NonNullable<TakeoverDone['taken']> = []
  const { csv, ...said } = asked
  const request = { ...said, digest: createHash('sha256').update(csv).digest('hex') }
  const deed = { command: 'files.take', object: 'files', aggregate: 'files', request }
  const bring = async (tx: Tx, at: Date) => {
    mustBring(actor)
    // Asked once more where PostgreSQL broke it off.
    taken.length = 0
    read.length = 0
    const standing = await mustTakeOver(tx, actor)
    const followers = await chosenIn(tx, actor, { standing, asked })
    const lines = await toTake(tx, gate, { reader: { actor, locale: 'fr', now: at }, asked, read })
    for (const line of lines) {
      const caseId = await takeLine({ tx, gate, actor, at, followers }, line).catch((error: unknown) => {
        throw error instanceof LineRefused ? asFields(error.problems, error.cause) : error
      })
      taken.push({ line: line.line, reference: line.reference, caseId, code: '' })
    }
    await setCaseScope(tx, '')
    const made = await readCases(
      tx,
      taken.map(({ caseId }) => caseId)
    )
    for (const one of taken) one.code = showCode(made.find(({ id }) => id === one.caseId)?.code ?? '')
    await audit(tx, actor, at, {
      ...{
        chain: `organisation:${actor.orgId}`,
        action: 'files.take',
        object: 'files',
        detail: `${lines.length}`
      }
    })
  }
  const done = await leavingReadings(gate, actor, read, () => actOnce(gate, by, deed, bring))
  return { taken: done.replayed ? null : taken }
}
