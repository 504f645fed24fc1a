import { refers } from '../../policies/abilities.ts'
import { acquainted, type Acquainted } from '../../policies/names.ts'
import { agreedTo, isMinor } from '../../workflows/case/facts.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import type { Beside } from '../commands/preconditions.ts'
import { situationOf, type DeadlineEntry } from '../cases/store.ts'
import type { ConsentRow, Parts, ReferralRow } from '../reading/snapshot.ts'
import { actsTold, type ToldActs } from './acts.ts'
import { standsBeside } from './beside.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import { classesTold, type ToldClass } from './classes.ts'
import { clockTold } from './clocks.ts'
import { atTheirHour, eventsTold, type EventRow, type ToldEvent } from './events.ts'
import { factsTold, type ToldFacts } from './facts.ts'
import type { Reader } from './reader.ts'
import { regionsTold, type ToldRegion } from './regions.ts'
import { sightOf, type Sight } from './sight.ts'

/** A case as one reader is told it. Nothing in it is hidden from them, so that whatever renders it need not ask. */
export type ToldCase = Pick<Parts, 'held' | 'awaited' | 'follows' | 'regimes' | 'close'> & {
  reader: Reader
  id: string
  code: string
  openedAt: Date
  configVersion: string
  territory: string
  /** Whether the territory is where the person is, and not where they were met. */
  placed: boolean
  facts: ToldFacts
  regions: ToldRegion[]
  clocks: DeadlineEntry[]
  events: ToldEvent[]
  /** Each with the clock of its answer, while that runs. */
  referrals: { row: ReferralRow; clock: DeadlineEntry | null }[]
  stay: Parts['sleeps'][number]['shown'] | null
  classes: ToldClass[]
  consents: { scope: ConsentScope; given: boolean; last: ConsentRow | null }[]
  /** The code of the file that stays after a merge, proposed or done. */
  merging: { into: string; settled: boolean } | null
  /** The services that the case names, and what decides which of them are told by name. */
  services: (string | null)[]
  acquainted: Acquainted
  beside: Beside
  acts: ToldActs
}

/** Whoever was asked knows what it was asked, whatever else it may read; its people who sit in the cell were not. */
const referralsTold = ({ sent, clocks }: Parts, sight: Sight, { actor, open, now }: Telling) =>
  sent
    .filter(
      ({ kind, recipientOrgId }) =>
        (recipientOrgId === actor.orgId && refers(actor.role)) || sight.referral(kind)
    )
    .map((row) => {
      const clock = clocks.find(({ referralId, state }) => referralId === row.id && state === 'running')
      return { row, clock: clock ? clockTold(sight, open, now)(clock) : null }
    })

type Telling = { actor: Reader['actor']; open: Parts['open']; now: Date }

const mergingTold = ({ row, events }: Parts, sight: Sight): ToldCase['merging'] => {
  const settled = row.identification === 'duplicate_merged'
  const proposed = events.findLast(({ command }) => command === 'merge.propose')
  const into = row.facts.merging?.into ?? (settled ? String(proposed?.input['into'] ?? '') : '')
  return into !== '' && sight.whole('D') ? { into, settled } : null
}

const servicesIn = (events: readonly EventRow[], sent: readonly ReferralRow[]): (string | null)[] => [
  ...events.flatMap(({ orgId, input }) => [
    orgId,
    ...[input['orgId'], input['recipientId']].map((one) => (typeof one === 'string' ? one : null))
  ]),
  ...sent.flatMap((one) => [one.senderOrgId, one.recipientOrgId, one.awaitsOrgId])
]

/** Whether a reader may know that the person is placed somewhere, beyond the stay itself. */
const isPlacedChild = ({ row, opened, events }: Parts, { keepsChildren }: Sight) =>
  ((keepsChildren && isMinor(row.facts)) || opened.has('A')) &&
  events.some(({ sealed }) => sealed.includes('A'))

/** The one door: what a reader is told of a case, and the only place where it is asked what that is. */
export const discloseTo = (reader: Reader, kept: Parts): Disclosed<ToldCase> => {
  const { row, held, opened, open, given, clocks, sent } = kept
  const { actor, now } = reader
  const sight = sightOf(held, row.facts)
  const parts: Parts = { ...kept, events: atTheirHour(kept.events, sight, now) }
  const stays = opened.has('A') ? kept.sleeps : kept.sleeps.filter(({ pool }) => sight.stay(pool))
  const [stay = null] = stays
  const { id, code, openedAt, configVersion } = row
  const situation = situationOf(row)
  const beside = standsBeside({ parts, sight, actor, stays })
  const { awaited, follows, regimes, close } = kept
  return asDisclosed({
    ...{ reader, held, awaited, follows, regimes, close, id, code, openedAt, configVersion },
    territory: sight.territory,
    placed: sight.placed,
    facts: factsTold(sight),
    regions: regionsTold(situation, sight),
    clocks: clocks.filter((clock) => sight.clock(clock.code)).map(clockTold(sight, open, now)),
    events: eventsTold(parts.events, { sight, actor, origin: sight.origin }),
    referrals: referralsTold(parts, sight, { actor, open, now }),
    stay: stay?.shown ?? null,
    classes: classesTold(sight, { opened, somewhere: stay !== null || isPlacedChild(parts, sight) }),
    consents: sight.scopes.map((scope) => ({
      scope,
      given: agreedTo(row.facts, scope),
      last: given.find((one) => one.scope === scope) ?? null
    })),
    merging: mergingTold(parts, sight),
    services: servicesIn(parts.events, sent),
    acquainted: acquainted(
      { actor, part: sight },
      { sides: sent, origin: sight.origin, house: stay?.owner ?? null }
    ),
    beside,
    acts: actsTold(situation, { sight, beside, actor })
  })
}
