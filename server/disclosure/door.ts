import { refers } from '../../policies/abilities.ts'
import { acquainted } from '../../policies/names.ts'
import { entered, followsAll } from '../../policies/repair.ts'
import { agreedTo, isMinor } from '../../workflows/facts/facts.ts'
import { situationOf, type EventRow } from '../cases/store.ts'
import { pinTold } from '../../workflows/configuration/local/told.ts'
import type { Tx } from '../db/context.ts'
import { discloseActs } from './acts.ts'
import { standsBeside } from './beside.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import { discloseChild } from './child.ts'
import { discloseClasses } from './classes.ts'
import { discloseClock } from './clocks.ts'
import { discloseFacts, lastAnswer, refusalStands } from './facts.ts'
import type { Reader } from './reader.ts'
import { discloseReferral } from './referral.ts'
import { discloseRegions } from './regions.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'
import { loadParts, wholeJournal, type Parts, type ReferralRow } from './snapshot.ts'
import { discloseStory } from './story.ts'

type Telling = { reader: Reader; parts: Parts; sight: Sight }

/** The clocks of the case itself that count or stand still, as far as the reader is told of them. */
const runningTold = ({ parts: { clocks }, sight }: Telling): string[] =>
  clocks
    .filter(({ code, state, referralId }) => {
      const counts = state === 'running' || state === 'suspended'
      return counts && referralId === null && sight.clock(code)
    })
    .map(({ code }) => code)

/** Whoever was asked knows what it was asked, whatever else it may read; its people who sit in the cell were not. */
const referralsTold = ({ parts: { sent, clocks, open }, sight, reader: { actor, now } }: Telling) =>
  sent
    .filter(
      ({ kind, recipientOrgId }) =>
        (recipientOrgId === actor.orgId && refers(actor.role)) || sight.referral(kind)
    )
    .map((row) => {
      const clock = clocks.find(({ referralId, state }) => referralId === row.id && state === 'running')
      return {
        row: discloseReferral(row, sight, actor),
        clock: clock ? discloseClock(sight, open, now)(clock) : null
      }
    })

const mergingTold = ({ parts: { row, mergedInto }, sight }: Telling) => {
  const settled = row.identification === 'duplicate_merged'
  const into = row.facts.merging?.into ?? mergedInto ?? ''
  return into !== '' && sight.whole('D') ? { into, settled } : null
}

const servicesIn = (sent: readonly ReferralRow[]): (string | null)[] =>
  sent.flatMap((one) => [one.senderOrgId, one.recipientOrgId, one.awaitsOrgId])

/** Whether a reader may know that the person is placed somewhere, beyond the stay itself. */
const isPlacedChild = ({ parts: { row, opened, events, story }, sight }: Telling) =>
  ((sight.keepsChildren && isMinor(row.facts)) || opened.has('A')) &&
  [...story.acts.filter(({ struck }) => !struck), ...events.filter(({ struckBy }) => struckBy === null)].some(
    ({ sealed }) => sealed.includes('A')
  )

/**
 * The stay that a reader is told. An emergency access opens where the person sleeps, and that alone: whose place it is, and in
 * which region, would tell by which scheme the person is housed. The bed slept in comes before one that is held.
 */
const stayTold = ({ sleeps, opened }: Parts, byRight: Parts['sleeps']) => {
  if (byRight[0] || !opened.has('A')) return byRight[0] ?? null
  const found = sleeps.find(({ shown }) => shown.state === 'admitted') ?? sleeps[0]
  return found ? { owner: null, shown: { ...found.shown, structure: null, region: null } } : null
}

const told = (reader: Reader, parts: Parts) => {
  const { row, held, opened, open, given, clocks, sent } = parts
  const { actor, now } = reader
  const sight = sightOf(held, row.facts)
  const telling = { reader, parts, sight }
  const stays = parts.sleeps.filter(({ pool }) => sight.stay(pool))
  const stay = stayTold(parts, stays)
  const situation = situationOf(row)
  const beside = standsBeside({ parts, sight, actor, stays })
  const facts = discloseFacts(sight)
  const { awaited, follows, regimes, close } = parts
  const { id, code, openedAt } = row
  return {
    ...{ reader, held, awaited, follows, regimes, close, id, code, openedAt },
    configVersion: pinTold(row.configVersion, sight),
    /** What decides of its acts, whose name is no reader’s: told is `configVersion`. */
    decidedUnder: row.configVersion,
    /** Which cell concludes on it, and by what: as much as this reader is told of where the person is. */
    inCharge: { pin: row.configVersion, met: row.facts.met, territory: sight.territory, at: now },
    /** Whether the place where the person was met may be told. */
    origin: sight.origin,
    territory: sight.territory,
    /** Whether the territory is where the person is, and not where they were met. */
    placed: sight.placed,
    facts,
    child: discloseChild(row, { facts, territory: sight.territory }),
    regions: discloseRegions(situation, sight),
    clocks: clocks.filter((clock) => sight.clock(clock.code)).map(discloseClock(sight, open, now)),
    story: discloseStory(parts, { sight, actor, now }),
    referrals: referralsTold(telling),
    stay: stay?.shown ?? null,
    /** Of whoever accompanies: nobody of the cell can read the case today. */
    unread: parts.unread,
    classes: discloseClasses(sight, { opened, somewhere: stay !== null || isPlacedChild(telling) }),
    consents: sight.scopes.map((scope) => {
      const last = lastAnswer(
        given.filter((one) => one.scope === scope),
        sight.act('consent.refuse')
      )
      const isGiven = agreedTo(row.facts, scope)
      return { scope, last, given: isGiven, refusedAt: isGiven ? null : refusalStands(last, parts) }
    }),
    merging: mergingTold(telling),
    /** The services that its referrals name, and what decides which of all are told by name. */
    services: servicesIn(sent),
    acquainted: acquainted({ actor, part: sight }, sent, stay?.owner ?? null),
    beside,
    /** Whether an act of its story is their own: who errs is told how that is mended, whether or not it is taken back. */
    isOwn: (event: EventRow) => entered(event, { actor, sight }),
    /** Whether they follow all that may rest on it: others are told whom to tell. */
    followsAll: ({ command }: EventRow) => followsAll(command, sight),
    acts: discloseActs(situation, { sight, beside, actor, running: runningTold(telling) })
  }
}

/** A case as one reader is told it. Nothing in it is hidden from them, so that whatever renders it need not ask. */
export type DisclosedCase = Disclosed<ReturnType<typeof told>>

/** The one door: what a reader is told of a case, and the only place where it is asked what that is. */
const discloseTo = (reader: Reader, parts: Parts): DisclosedCase => asDisclosed(told(reader, parts))

type Sought = {
  /** How many of the newest acts are read, at the least. */
  lines?: number
  /** Whether what is shown of the story is among its lines. */
  holds: (told: DisclosedCase) => boolean
}

/**
 * A case as one reader is told it, with what is shown of its story: the newest acts tell it nearly always. What is older, or what
 * a reader who is told few lines sees on one page, is looked for in the whole journal.
 * @throws NotFound when the reader may not see the case.
 */
export const discloseCase = async (
  tx: Tx,
  id: string,
  reader: Reader,
  { lines, holds }: Sought
): Promise<DisclosedCase> => {
  const parts = await loadParts(tx, id, reader, lines)
  const told = discloseTo(reader, parts)
  if (told.story.before === 0 || holds(told)) return told
  return discloseTo(reader, await loadParts(tx, id, reader, wholeJournal))
}
