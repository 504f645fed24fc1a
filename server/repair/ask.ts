import type { Actor } from '../../policies/actor.ts'
import { abilityFor } from '../../policies/abilities.ts'
import { kept as words } from '../../workflows/repair/repair.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { UndoReason } from '../../workflows/vocabulary/words.repair.ts'
import { audit } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { lockCase, partsOf, type CaseRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { lookAt, type Looked } from './look.ts'
import { addRequest, declineRequest, withdrawRequest } from './requests.ts'

type Of = { caseId: string; ref: string; version: string | null }

const refused = {
  waits: {
    fr: 'Votre demande est transmise et attend une réponse.',
    en: 'Your request was passed on and waits for an answer.'
  },
  theirs: {
    fr: 'Votre organisation suit tout ce qui repose sur cet acte : annulez-le vous-même.',
    en: 'Your organisation follows all that may rest on this act: undo it yourself.'
  }
} as const satisfies Record<string, Bilingual>

type Found = { tx: Tx; at: Date; row: CaseRow; looked: Looked }

/** @throws NotFound where it is not theirs to ask or to answer, and VersionConflict where what they read of the case has moved. */
const found = async (
  tx: Tx,
  gate: Gate,
  actor: Actor,
  { caseId, ref, version, at }: Of & { at: Date }
): Promise<Found> => {
  const row = await lockCase(tx, caseId)
  const { held, follows } = await partsOf(tx, caseId, actor)
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  if (!abilityFor(actor).can('read', 'Case')) throw new NotAllowed('reads no case')
  const looked = await lookAt(tx, ref, { keys: gate.keys, actor, held, row, at })
  if (version !== tagOf(gate.keys, follows)) throw new VersionConflict('the case has moved')
  return { tx, at, row, looked }
}

type Step = 'ask' | 'decline' | 'withdraw'

const stepping = (
  gate: Gate,
  by: Keyed,
  [step, { id, ...asked }]: readonly [Step, Of & { id?: string; reason?: UndoReason }],
  work: (given: Found, id: string) => Promise<void>
): Promise<Done> => {
  const { actor } = by
  const [command, object] = [`undo.${step}`, `case:${asked.caseId}`]
  const deed = { command, object, aggregate: 'undo_request', request: asked, ...(id && { id }) }
  return actOnce(gate, by, deed, async (tx, at, made) => {
    const given = await found(tx, gate, actor, { ...asked, at })
    await setCaseScope(tx, asked.caseId)
    await work(given, made)
    await audit(tx, actor, at, { chain: object, action: command, object, detail: given.looked.event.command })
  })
}

const decidedBy = 'select 1 from meeting_item where case_id = $1 and case_seq = $2 limit 1'

/** What a cell decided in a meeting another meeting decides, and it knows that itself; whatever else rests on the act it is not told. */
const mustBeAskable = async (tx: Tx, { own, kept, request, event }: Looked): Promise<void> => {
  if (!own) throw new NotFound('not theirs to ask')
  if (kept === 'partial') throw new RuleRefused(kept, words[kept])
  if (kept !== 'asks') throw new RuleRefused('they take it back themselves', refused.theirs)
  if (request?.state === 'asked') throw new RuleRefused('asked already', refused.waits)
  if ((await runQuery(tx, decidedBy, [event.caseId, event.seq])).length > 0)
    throw new RuleRefused('decided in a meeting', words.decided)
}

/**
 * Asks that an act be taken back, by those who entered it and follow too little of the case to do it. What is answered is the same
 * whatever rests on it.
 * @throws NotFound where it is not theirs, and RuleRefused where it waits for an answer already.
 */
export const ask = (gate: Gate, by: Keyed, asked: Of & { reason: UndoReason }): Promise<Done> =>
  stepping(gate, by, ['ask', asked], async ({ tx, at, row: { facts }, looked }, id) => {
    await mustBeAskable(tx, looked)
    const { event } = looked
    await addRequest(tx, { id, event, reason: asked.reason, actor: by.actor, at, facts })
  })

/**
 * The act stays: whoever asked is told so, and not why.
 * @throws NotFound for whoever does not conclude on it, or where nobody asks, and RuleRefused for whoever asked.
 */
export const decline = (gate: Gate, by: Keyed, asked: Of): Promise<Done> =>
  stepping(gate, by, ['decline', asked], async ({ tx, at, looked: { own, request, event } }) => {
    if (own || request?.state !== 'asked') throw new NotFound('nothing to answer')
    if (request.askedBy === by.actor.personId) throw new RuleRefused('asked it themselves', words.asker)
    await declineRequest(tx, { event, request, actor: by.actor, at })
  })

/**
 * What was asked is asked no more.
 * @throws NotFound for whoever did not enter the act, or where nothing waits.
 */
export const withdraw = (gate: Gate, by: Keyed, asked: Of): Promise<Done> =>
  stepping(gate, by, ['withdraw', asked], async ({ tx, at, looked: { own, request, event } }) => {
    if (!own || request?.state !== 'asked') throw new NotFound('nothing to take back')
    await withdrawRequest(tx, { event, request, actor: by.actor, at })
  })
