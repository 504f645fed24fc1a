import type { Release } from '../gate/knowledge.ts'
import { thresholds } from '../mask/mask.ts'
import { toComeAt } from '../person/impossible.ts'
import type { Beside, Earlier } from './gate.ts'
import type { Audience } from './rules.ts'

/** Lifted by noise, they are still below the public's threshold: partners are to take them for small counts like the others. */
export const liftedIn = (cells: Iterable<string>): NonNullable<Release['lifted']> => ({
  cells: new Set(cells),
  below: thresholds.public
})

/** What nobody counted as of that instant could be yet: which release it is of tells every reader. */
export const toCome = (asOf: number, year: number): Pick<Release, 'toCome'> => ({
  toCome: new Set(toComeAt(asOf, year))
})

const maskedFor = (audience: Audience, beside: Beside): Pick<Release, 'maskedToPass' | 'lifted'> => ({
  maskedToPass: new Set(beside[audience]),
  ...(audience === 'partner' && { lifted: liftedIn(beside.lifted) })
})

type Dated = { moment: number; year: number }

/** A release that was read before, as a reader of this audience has it: a partner reads what is public as well. */
export const readBy = (
  audience: Audience,
  { asOf, tables, beside }: Pick<Earlier, 'asOf' | 'tables' | 'beside'>,
  { moment, year }: Dated
): Release[] => {
  const of = (who: Audience): Release => ({
    ...{ moment, threshold: thresholds[who], tables: tables[who] },
    ...maskedFor(who, beside),
    ...toCome(asOf, year)
  })
  return audience === 'public' ? [of('public')] : [of('public'), of('partner')]
}
