import { enters } from '../../policies/features.ts'
import type { Actor } from '../../policies/actor.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { guards } from '../../workflows/guards/guards.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { undoRequestStates } from '../../workflows/vocabulary/words.repair.ts'
import { inSentence } from '../../workflows/vocabulary/vocabulary.ts'
import { refOf } from '../cases/act-ref.ts'
import { showCode } from '../cases/code.ts'
import {
  partsIn,
  readCases,
  selectAll,
  situationOf,
  type CaseRow,
  type EventRow,
  type PartsHeld
} from '../cases/store.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, runQuery, settleAll, type Tx } from '../db/context.ts'
import { caseEvents } from '../db/schema/schema.ts'
import { asksOf } from '../disclosure/repair/undone.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { UndoRequestList } from '../views/acts/repair.ts'
import { lines, requestsWhere, type UndoRequest } from './requests.ts'

const actsOf = `${selectAll(caseEvents)} where (case_id, seq) in (select * from unnest($1::uuid[], $2::int[]))`

type Known = { request: UndoRequest; event: EventRow; row: CaseRow; side: 'asked' | 'concludes' }

const sideOf = (
  event: EventRow,
  row: CaseRow,
  of: { actor: Actor; parts: PartsHeld; lapsed: boolean }
): Known['side'] | null => {
  const stands = situationOf(row)
  // That it lapsed is told of the very file that was left, to who asked: nothing else is.
  const left = !guards.inThisFile.holds(stands) || row.facts.archived
  if (left && !of.lapsed) return null
  const { own, concludes } = asksOf(event, { actor: of.actor, held: of.parts.held, stands })
  if (own) return 'asked'
  return concludes && !left ? 'concludes' : null
}

/** Of these requests, those that a reader made or concludes on, as they take part in the case now. */
const knownTo = async (tx: Tx, requests: readonly UndoRequest[], actor: Actor): Promise<Known[]> => {
  if (requests.length === 0) return []
  const ids = [...new Set(requests.map(({ caseId }) => caseId))]
  const [rows, parts, events] = await settleAll([
    readCases(tx, ids),
    partsIn(tx, ids, actor),
    runQuery<EventRow>(tx, actsOf, [requests.map(({ caseId }) => caseId), requests.map(({ seq }) => seq)])
  ])
  return requests.flatMap((request) => {
    const row = rows.find(({ id }) => id === request.caseId)
    const event = events.find(({ caseId, seq }) => caseId === request.caseId && seq === request.seq)
    const held = parts.get(request.caseId)
    const side =
      row && event && held
        ? sideOf(event, row, { actor, parts: held, lapsed: request.state === 'lapsed' })
        : null
    return side ? [{ request, event: event!, row: row!, side }] : []
  })
}

const isWaiting = ({ request, event }: Known) => request.state === 'asked' && event.struckBy === null

// Whoever asks is answered by another, whatever houses they work for. What this reader only asked themselves takes no place in it.
const waiting = `state = 'asked' and asked_by <> $1 and concludes_undo(case_id)
  and exists (select from case_event e where e.case_id = undo_request.case_id and e.seq = undo_request.seq and e.struck_by is null)
  order by asked_at, id limit 100`

/** Acts that others ask to have taken back, the oldest request first. @throws NotFound for who accompanies nobody. */
export const listWaiting = async (tx: Tx, { actor, locale }: Reader): Promise<UndoRequestList> => {
  if (!enters(actor.role, 'undoing')) throw new NotFound('nothing to conclude for this reader')
  const keys = keysUnder(poolOf(tx))
  const known = await knownTo(tx, await requestsWhere(tx, waiting, [actor.personId]), actor)
  return {
    items: known
      .filter((one) => one.side === 'concludes' && isWaiting(one))
      .map(({ request: { id, caseId, askedAt }, event, row }) => ({
        ...{ id, caseId, caseCode: showCode(row.code), ref: refOf(keys, event) },
        label: commandRow(event.command as never).done[locale],
        askedAt: askedAt.toISOString()
      }))
  }
}

const words = {
  asked: {
    fr: 'Un acte est à annuler, dit qui l’a saisi\u00a0:',
    en: 'An act is to be undone, says whoever entered it:'
  },
  settled: { fr: 'Annulation demandée\u00a0:', en: 'Undoing asked for:' }
} as const satisfies Record<string, Bilingual>

const saidOf = (known: Known, seq: number, locale: Reader['locale']): string | null => {
  const { request, event, side } = known
  if (seq === lines.asked)
    return side === 'concludes' && isWaiting(known)
      ? `${words.asked[locale]} ${inSentence(commandRow(event.command as never).done[locale])}`
      : null
  return side === 'asked' ? `${words.settled[locale]} ${undoRequestStates[request.state][locale]}` : null
}

/** What a notice of these requests says to either side. */
export const undoingTold = async (tx: Tx, ids: readonly string[], { actor, locale }: Reader) => {
  const requests = await requestsWhere(tx, 'id = any($1::uuid[])', [ids])
  const rows = new Map((await knownTo(tx, requests, actor)).map((one) => [one.request.id, one]))
  return (id: string, seq: number) => {
    const known = rows.get(id)
    const label = known ? saidOf(known, seq, locale) : null
    if (!known || label === null) return null
    const opens = isWaiting(known)
      ? ({ what: 'undo', id } as const)
      : ({ what: 'case', id: known.request.caseId } as const)
    return { label, caseCode: showCode(known.row.code), opens }
  }
}
