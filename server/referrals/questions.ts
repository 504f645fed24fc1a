import { kindRow } from '../../workflows/referral/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { deadlineRow } from '../commands/deadlines.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { deadlines } from '../db/schema/schema.ts'
import { resumeAnswer, suspendAnswer } from '../deadlines/suspension.ts'
import { writeAgain } from '../links/open.ts'
import type { Handler } from './move.ts'

/** While its question waits, the recipient does not run out of time. */
export const asked: Handler = async ({ tx }, { row, caseRow, at }) => {
  await suspendAnswer(tx, row.id, at)
  return caseRow
}

/** An answer to a question gives the floor back with the time that was left; where it had run out, a new one starts. */
export const answered: Handler = async ({ tx, keys }, move) => {
  const { row, caseRow, at } = move
  await writeAgain(tx, row.id)
  const { territory } = caseRow
  const config = await configurationOf(tx, caseRow.configVersion)
  const where = { territory, met: caseRow.facts.met, at, config }
  if (await resumeAnswer({ tx, keys }, row.id, where)) return caseRow
  const origin = { ...where, caseId: row.caseId, referralId: row.id }
  await tx.insert(deadlines).values(deadlineRow(kindRow(row.kind as ReferralKind).answerWithin, at, origin))
  return caseRow
}
