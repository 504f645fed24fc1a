import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { fits } from '../../workflows/case/input.ts'
import { keptByLaw } from '../../workflows/referral/kinds/kinds.ts'
import { referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { leavingTrace, noAnswer, noneOf, type Done, type Gate } from '../acts/command-validation.ts'
import { givenBefore, underKey } from '../acts/idempotency.ts'
import { deskOf, type Desk } from '../outbox/notify-participants.ts'
import { lockCase, partsAmong, partsInOne, situationOf, type CaseRow, type PartLine } from '../cases/store.ts'
import { checkRefusal, refusalInTables } from '../configuration/check.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, setCaseScope, settleAll, withTransaction, type Tx } from '../db/context.ts'
import { asksAnother, discloseReferral, followedBy, isToldLast, keptFrom } from '../disclosure/referral.ts'
import { NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { moveReferral } from './move.ts'
import { lockReferral, readBy, referralOf, subjectOf, type ReferralEntry } from './store.ts'

export type ReferralCommandRequest = {
  actor: Actor
  referralId: string
  command: ReferralCommand
  input: Record<string, unknown>
  version: number | null
  key: string | null
}

/** @throws NotFound for whoever is neither of its two sides. */
const authorised = (
  { actor, command }: ReferralCommandRequest,
  seen: ReferralEntry | undefined
): ReferralEntry => {
  const row = readBy(actor, seen)
  if (!abilityFor(actor).can(command, subjectOf(row))) throw new NotAllowed(`not for this side to ${command}`)
  return row
}

/** What the organisation of anyone but the recipient takes part by, if it still does. */
const linesOf = (tx: Tx, { caseId, recipientOrgId }: ReferralEntry, { orgId }: Actor) =>
  recipientOrgId === orgId ? null : runQuery<PartLine>(tx, partsInOne, [caseId, orgId])

/**
 * The case first, then the referral: everyone locks in this order, so that nobody waits for ever. With them, what its sender
 * may know: by their own part in the case, which was entered and in which all is. While they waited, the referral may have
 * passed to another side and their part may have ended: who may take the step is asked again, of the rows as they are now.
 */
const locked = async (tx: Tx, asked: ReferralCommandRequest, seen: ReferralEntry) => {
  const { id, caseId } = seen
  const { actor } = asked
  const [, caseRow, found, lines] = await settleAll([
    setCaseScope(tx, caseId),
    lockCase(tx, caseId),
    lockReferral(tx, id),
    linesOf(tx, seen, actor)
  ])
  if (!caseRow || lines?.length === 0) throw new NotFound('gone')
  const row = authorised(asked, found)
  const { held } = partsAmong(asksAnother(row, actor) ? (lines ?? []) : [], caseId, actor)
  const sight = held.length > 0 ? followedBy(held, caseRow.facts) : undefined
  return { caseRow, row, told: discloseReferral(row, sight, actor) }
}

const unknownChoice: Bilingual = {
  fr: 'Choisissez l’un des motifs proposés pour cette réponse',
  en: 'Choose one of the reasons offered for this answer'
}

/** No form of a referral asks for a day: one would be held against the hour of where its author is told that the person is. */
const checked = ({ command, input }: ReferralCommandRequest, { kind }: ReferralEntry) => {
  if (!fits(referralRow(command).input(kind), refusalInTables(kind, input)))
    noneOf([{ field: 'reason', code: 'invalid', message: unknownChoice }])
}

/** Both, locked, where the step may be taken. */
const permitted = async (tx: Tx, asked: ReferralCommandRequest, seen: ReferralEntry | undefined) => {
  const { command, input, version } = asked
  const { caseRow, row, told } = await locked(tx, asked, authorised(asked, seen))
  const kept = keptFrom(told, command)
  if (kept) throw new RuleRefused('not for its sender to know', kept)
  if (version !== null && version !== told.version) throw new VersionConflict(`version ${told.version}`)
  checked(asked, row)
  const { kind, state } = row
  const byLaw = keptByLaw(kind, command, { state, situation: situationOf(caseRow) })
  if (byLaw) throw new RuleRefused('the law has told it', byLaw)
  const said =
    command === 'decline'
      ? checkRefusal(kind, input, await configurationOf(tx, caseRow.configVersion))
      : input
  return { caseRow, row, input: said }
}

/** `told`: whether its author surely goes on reading it, and is told its number as it is. */
export type AnsweringReferral<T> = (tx: Tx, acted: Done & { at: Date; told: boolean }) => Promise<T>

type Left = Pick<Desk, 'written'> & { actor: Actor }

/** Its recipient keeps its own answer; its sender reads it while they take part, as the lines say that were just written. */
const goesOnReading = (row: ReferralEntry, { facts }: CaseRow, { actor, written = [] }: Left): boolean => {
  if (row.recipientOrgId === actor.orgId) return true
  const own = written.filter(({ orgId }) => orgId === actor.orgId)
  if (row.senderOrgId !== actor.orgId || own.length === 0) return false
  return isToldLast(row, followedBy(partsAmong(own, row.caseId, actor).held, facts))
}

/** The gate, for a referral: one transaction, in which the case it belongs to moves with it, and its author is answered. */
export const decideReferral = <T = undefined>(
  gate: Gate,
  asked: ReferralCommandRequest,
  answering: AnsweringReferral<T> = noAnswer
): Promise<Done & { answer: T }> => {
  const { actor, referralId, command, input, version } = asked
  const once = underKey(gate.keys, asked, { referralId, command, input, version })
  const claim = { aggregate: 'referral', id: referralId, at: gate.now?.() ?? null }
  return leavingTrace(gate, { actor, command: `referral.${command}` }, `referral:${referralId}`, () =>
    withTransaction(gate.pool, actor, {
      look: (tx) => settleAll([givenBefore(tx, once, claim), referralOf(tx, referralId)]),
      work: async (tx, clock, [before, seen]) => {
        const at = gate.now?.() ?? clock
        const answered = async (done: Done, told: boolean) => ({
          ...done,
          answer: await answering(tx, { ...done, at, told })
        })
        if (before !== null) return answered({ id: before, version: 0, replayed: true }, false)
        const { caseRow, row, input: said } = await permitted(tx, asked, seen)
        const desk = deskOf(gate, tx)
        const next = await moveReferral(desk, { row, caseRow, command, input: said, actor, at })
        const done = { id: referralId, version: row.version + 1, replayed: false }
        return answered(done, goesOnReading(row, next, { actor, written: desk.written }))
      }
    })
  )
}
