import { commandRow, commandTypes, type CommandType } from '../../workflows/commands.ts'
import { deskOf, placeOffers } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary.ts'
import { ask, type Tx } from '../db/context.ts'

const desks = Object.keys(deskOf) as ReferralKind[]

const asking = (kinds: readonly ReferralKind[]): CommandType[] =>
  commandTypes.filter((type) =>
    commandRow(type).effects.some((effect) => effect.type === 'openReferral' && kinds.includes(effect.kind))
  )

/** Acts that ask a desk for a place: each says what the search wants of it. */
const searchActs = asking(desks)

/** Acts that ask this desk: what was asked of another is not its to know. */
export const searchActsOf = (desk: ReferralKind) => asking([desk])

/** Acts by which a search is told why a place was refused. */
export const refusalActs: CommandType[] = [
  ...new Set([...desks, ...placeOffers].flatMap((kind) => Object.values(kindRow(kind).onDecline)))
]

export type Wanted = { distance: string | null; accessible: boolean | null; needs: string | null }

/** What the last request asked of a place, beyond what is known of the person. */
export const lastWanted = async (tx: Tx, caseId: string): Promise<Wanted | null> => {
  const [wanted] = await ask<Wanted>(
    tx,
    `select e.input ->> 'distance' as distance, (e.input ->> 'accessible')::boolean as accessible,
       e.input ->> 'needs' as needs
     from case_event e where e.case_id = $1 and e.command = any($2::text[]) order by e.seq desc limit 1`,
    [caseId, searchActs]
  )
  return wanted ?? null
}
