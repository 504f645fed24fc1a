import type { Release } from '../gate/knowledge.ts'
import { thresholds } from '../mask/mask.ts'
import { toComeAt } from '../person/impossible.ts'
import type { Beside, Earlier } from './gate.ts'
import type { Audience } from './rules.ts'

/** What nobody counted as of that instant could be yet: which release it is of tells every reader. */
export const toCome = (asOf: number, year: number): Pick<Release, 'toCome'> => ({
  toCome: new Set(toComeAt(asOf, year))
})

const maskedFor = (audience: Audience, beside: Beside): Pick<Release, 'maskedToPass' | 'over'> =>
  audience === 'public'
    ? { maskedToPass: new Set(beside.public) }
    : { maskedToPass: new Set([...beside.partner, ...beside.lifted]), over: thresholds.public }

type Dated = { moment: number; year: number }

/** A release that was read before, as a reader of this audience has it: what is public is less of what a partner reads. */
export const readBy = (
  audience: Audience,
  { asOf, tables, beside }: Pick<Earlier, 'asOf' | 'tables' | 'beside'>,
  { moment, year }: Dated
): Release => ({
  ...{ moment, threshold: thresholds[audience], tables: tables[audience] },
  ...maskedFor(audience, beside),
  ...toCome(asOf, year)
})
