import { kept as keptWords, type Kept } from '../../workflows/repair/repair.ts'
import { notMet } from '../../workflows/case/advance.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { regions as regionWords } from '../../workflows/vocabulary/vocabulary.ts'
import { undoReasons, undoRequestStates } from '../../workflows/vocabulary/words.repair.ts'
import { partsOf, readCase } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { namesFor, servicesOf } from '../disclosure/names.ts'
import type { Reader } from '../disclosure/reader.ts'
import { discloseUndo } from '../disclosure/repair/undone.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { timelineOf } from '../reading/timeline.ts'
import type { UndoView } from '../views/acts/repair.ts'
import { lookAt, type Looked } from './look.ts'
import { toldBeside } from '../disclosure/repair/told.ts'

type Told = ReturnType<typeof discloseUndo>

const keptOf = (kept: Kept | null, { heldBack }: Told, locale: Locale): string | null => {
  if (kept === null) return null
  return (kept === 'resting' && heldBack ? notMet : keptWords[kept])[locale]
}

const changesOf = ({ regions, past, begun }: Told, locale: Locale) => {
  const labelOf = (code: string) => deadlineRegister[code as DeadlineCode].label[locale]
  return {
    regions: regions
      .map(({ id, was, will }) => ({ label: regionWords[id][locale], from: was[locale], to: will[locale] }))
      .filter(({ from, to }) => from !== to),
    again: past
      .filter(({ state }) => isDated(state))
      .map(({ code, dueOn }) => ({ label: labelOf(code), dueOn })),
    annulled: begun.map(({ code }) => labelOf(code))
  }
}

/** What was asked, and what this reader may do about it: by what they are and what was asked, and by nothing that rests on the act. */
const askedOf = (
  { own, kept, request }: Looked,
  { actor, locale }: Reader
): Pick<UndoView, 'request' | 'may'> => {
  const waits = request?.state === 'asked'
  return {
    request: request && {
      ...{ state: request.state, label: undoRequestStates[request.state][locale] },
      on: (request.settledAt ?? request.askedAt).toISOString(),
      reason: { id: request.reason, label: undoReasons[request.reason][locale] }
    },
    may: {
      undo: kept === null,
      ask: own && kept === 'asks' && !waits,
      decline: !own && waits && request?.askedBy !== actor.personId,
      withdraw: own && waits
    }
  }
}

/**
 * What taking back an act comes to, before it is done.
 * @throws NotFound where it is not this reader's to take back.
 */
export const viewUndo = async (
  tx: Tx,
  { id, ref }: { id: string; ref: string },
  reader: Reader
): Promise<UndoView> => {
  const { actor, locale, now: at } = reader
  const keys = keysUnder(poolOf(tx))
  const row = await readCase(tx, id)
  const { held, follows } = await partsOf(tx, id, actor)
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  const looked = await lookAt(tx, ref, { keys, actor, held, row, at })
  const told = discloseUndo(looked, { held, reader }, openedIn(tx))
  const beside = await toldBeside(tx, looked, { reader, held, row })
  const services = await servicesOf(tx, [
    ...[looked.event, ...looked.resting].map(({ orgId }) => orgId),
    ...told.sent.map(({ recipientOrgId }) => recipientOrgId)
  ])
  const names = namesFor(services, told.acquainted, locale)
  return {
    version: tagOf(keys, follows),
    act: timelineOf(told.act, { reader, names })[0]!,
    kept: keptOf(looked.kept, told, locale),
    resting: timelineOf(told.resting, { reader, names }).reverse(),
    ...changesOf(told, locale),
    withdrawn: told.sent.map(({ id: sent, kind, recipientOrgId }) => ({
      id: sent,
      label: kindRow(kind).label[locale],
      value: names.of(recipientOrgId)
    })),
    told: beside.told.map(beside.names.of),
    learn: beside.learn.map(beside.names.of),
    reasons: Object.entries(undoReasons).map(([one, label]) => ({ id: one, label: label[locale] })),
    ...askedOf(looked, reader)
  }
}
