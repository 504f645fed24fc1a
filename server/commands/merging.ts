import { lawCodes } from '../../workflows/deadlines/patience.ts'
import { countingStates } from '../../workflows/deadlines/states.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { protectionLost } from '../../workflows/case/merging.ts'
import { isClosed } from '../../workflows/regions/states.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { seenBy } from '../disclosure/hearers.ts'
import { InvalidInput, RuleRefused } from '../errors.ts'
import { readCode } from './code.ts'
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

/**
 * Said where the reason is of a class that the cell may not read: not even whether the law or a referral stands in
 * the way.
 */
const heldBack = {
  fr: 'Ce dossier ne peut pas être joint à un autre aujourd’hui : demandez à qui accompagne la personne ce qui y est en cours.',
  en: 'This case cannot be joined to another today: ask whoever accompanies the person what is under way in it.'
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

/** @throws where the case that stays is not one of the cell's, or where something would live on in a file that nobody opens. */
export const checkMerge = async (tx: Tx, { caseId, typed, before }: Merge): Promise<void> => {
  const { facts } = before
  const [into] = await runQuery<CaseRow>(tx, target, [readCode(typed) ?? typed, caseId, facts.territory])
  if (!into) throw new InvalidInput([{ field: 'into', code: 'unknown_case', message: noSuchCase }])
  if (isClosed(into.closure)) throw new RuleRefused('the case that stays is closed', alreadyClosed)
  const lost = protectionLost(before, situationOf(into))
  if (lost) throw new RuleRefused('a child would lose protection', lost)
  // Two people of the cell merge: what it may not read is told to neither.
  const sight = seenBy(facts)('cell')
  const referrals = await runQuery<{ kind: ReferralKind }>(tx, referred, [caseId, liveReferralStates])
  if (referrals.some(({ kind }) => sight.referral(kind)))
    throw new RuleRefused('referrals are live', stillReferred)
  const clocks = await runQuery<{ code: string }>(tx, counted, [caseId, into.id, lawCodes])
  if (clocks.some(({ code }) => sight.clock(code)))
    throw new RuleRefused('the law still counts', stillCounted)
  if (referrals.length + clocks.length > 0) throw new RuleRefused('something is under way', heldBack)
}
