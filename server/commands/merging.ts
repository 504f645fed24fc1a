import { lawCodes } from '../../workflows/deadlines/patience.ts'
import { countingStates } from '../../workflows/deadlines/states.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { protectionLost } from '../../workflows/case/merging.ts'
import { isClosed } from '../../workflows/vocabulary/states.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { seenBy } from '../disclosure/hearers.ts'
import { HeldBack, InvalidInput, RuleRefused } from '../errors.ts'
import { readCode } from '../cases/code.ts'
import { cases } from '../db/schema/schema.ts'
import { selectAll, situationOf, type CaseRow } from '../cases/store.ts'

/** Absent, of another territory or unreadable: the answer is the same. */
const noSuchCase = {
  fr: 'Aucun dossier de votre territoire ne porte ce code.',
  en: 'No case of your territory has this code.'
}
const stillReferred = {
  fr: 'Des orientations de ce dossier sont encore en cours : terminez-les ou retirez-les, ou demandez-les au dossier qui reste.',
  en: 'Referrals of this case are still live: end or withdraw them, or make them from the case that stays.'
}
const stillCounted = {
  fr: 'La loi compte ici un délai que le dossier qui reste ne compte pas encore : enregistrez-y d’abord ce qui le fait courir.',
  en: 'The law counts a time limit here that the case that stays does not count yet: first record there what starts it.'
}

const alreadyClosed = {
  fr: 'Le dossier qui resterait est clos : rouvrez-le d’abord, ou fusionnez-le dans celui-ci.',
  en: 'The case that would stay is closed: reopen it first, or merge it into this one.'
}

const target = `${selectAll(cases)} where code = $1 and id <> $2 and territory = $3
  and identification <> 'duplicate_merged' and facts ->> 'merging' is null`
const referred = 'select kind from referral where case_id = $1 and state = any($2::text[])'
// A clock of the law holds up a merge unless the case that stays runs the same clock, due no later. Where either of
// the two stands still there is no day to compare, and the same clock is enough.
const counted = `select d.code from deadline d where d.case_id = $1 and d.code = any($3::text[])
  and d.state in (${listed(countingStates)}) and not exists (
    select from deadline t where t.case_id = $2 and t.code = d.code and t.state in (${listed(countingStates)})
      and (t.due_on <= d.due_on or 'suspended' in (t.state, d.state)))`

type Merge = { caseId: string; typed: string; before: Situation }

const intoOf = async (tx: Tx, { caseId, typed, before }: Merge): Promise<CaseRow> => {
  const asked = [readCode(typed) ?? typed, caseId, before.facts.territory]
  const [into] = await runQuery<CaseRow>(tx, target, asked)
  if (!into) throw new InvalidInput([{ field: 'into', code: 'unknown_case', message: noSuchCase }])
  return into
}

const referralsOf = (tx: Tx, caseId: string) =>
  runQuery<{ kind: ReferralKind }>(tx, referred, [caseId, liveReferralStates])
const clocksOf = (tx: Tx, caseId: string, into: CaseRow) =>
  runQuery<{ code: string }>(tx, counted, [caseId, into.id, lawCodes])

/**
 * By what the cell may read, and by nothing else: a proposal that stood or fell with the rest would tell it of any file.
 *
 * @throws where the case that stays is not one of the cell's, or where something would live on in a file that nobody opens.
 */
export const checkMerge = async (tx: Tx, merge: Merge): Promise<void> => {
  const { caseId, before } = merge
  const into = await intoOf(tx, merge)
  if (isClosed(into.closure)) throw new RuleRefused('the case that stays is closed', alreadyClosed)
  const lost = protectionLost(before, situationOf(into))
  if (lost) throw new RuleRefused('a child would lose protection', lost)
  const sight = seenBy(before.facts)('cell')
  if ((await referralsOf(tx, caseId)).some(({ kind }) => sight.referral(kind)))
    throw new RuleRefused('referrals are live', stillReferred)
  if ((await clocksOf(tx, caseId, into)).some(({ code }) => sight.clock(code)))
    throw new RuleRefused('the law still counts', stillCounted)
}

/**
 * Asked once a second person makes the merge: what no proposal was told of still lives, and no merge may lose it. Whoever
 * accompanies the person reads that it is proposed, and ends or finishes what is theirs.
 *
 * @throws HeldBack in the words of every act that a hidden fact forbids.
 */
export const checkNothingLive = async (tx: Tx, merge: Merge): Promise<void> => {
  const into = await intoOf(tx, merge)
  const live = [...(await referralsOf(tx, merge.caseId)), ...(await clocksOf(tx, merge.caseId, into))]
  if (live.length > 0) throw new HeldBack('merge.confirm')
}
