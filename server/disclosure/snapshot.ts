import type { Voicing } from '../../policies/requirements/voices.ts'
import type { Tie } from '../../workflows/meeting/recusal.ts'
import type { Withdrawal } from '../../workflows/meeting/withdrawal.ts'
import { activeStays, type PlaceKind } from '../../workflows/places/places.ts'
import { regimesHeldBy } from '../cases/habilitations.ts'
import { heardBy, storyOf } from '../cases/story.ts'
import { caseWith, partsAmong, partsInOne, selectAll, type PartLine } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { nested, rowsOf } from '../db/nested.ts'
import { listed } from '../db/schema/columns.ts'
import { caseEvents, consents, deadlines, referrals } from '../db/schema/schema.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { NotFound } from '../errors.ts'
import { fallenVoices, flagOf, ownWithdrawals, tiesOf, type Flag } from './conflict-of-interest.ts'
import { classesOf, inSight } from './opened.ts'
import type { Reader } from './reader.ts'

export type ReferralRow = typeof referrals.$inferSelect

type StayRow = { id: string; state: string; pool: PlaceKind; owner: string | null } & {
  structure: string | null
  region: string | null
}

/** The stays that this reader may know of: PostgreSQL shows them with class A alone. A place that is held comes first. */
const staysShown = `select s.id, s.state, s.pool, o.id as owner, o.name as structure, o.region
  from stay s left join organisation o on o.id = place_owner(s.place_id)
  where s.case_id = $1 and s.state in (${listed(activeStays)}) order by s.state desc, s.pool`

/** The acts that are not counted in its story, and at least so many ($7) of the newest. */
const newestActs = `${selectAll(caseEvents)} where case_id = $1 and seq > least("case".version - $7::int,
  case when story ->> 'heardBy' = $6 then (story ->> 'upTo')::int else 0 end) order by seq`

const mergedInto = `select input ->> 'into' from case_event
  where case_id = $1 and struck_by is null and command = 'merge.propose' order by seq desc limit 1`

type Rows<T extends object = object> = T[]
type Beside = {
  lines: Rows<PartLine>
  regimes: Rows<{ regime: string }>
  flag: Rows<Flag>
  ties: Rows<Tie>
  withdrawn: Rows<Withdrawal>
  fallen: Rows<Voicing>
  events: Rows
  clocks: Rows
  given: Rows
  sent: Rows
  stays: Rows<StayRow>
  opened: Rows<{ classes: never[]; until: string }>
  accompanies: boolean
  accompanied: boolean
  bereft: boolean
  unread: boolean
  mergedInto: string | null
}

const readCase = caseWith<Beside>({
  lines: nested(partsInOne),
  regimes: nested(regimesHeldBy('$2')),
  flag: nested(flagOf),
  // Asked where somebody of a cell reads: nobody else gives an opinion.
  ties: nested(`${tiesOf} where person_id = $3 and $4 in ('cell_member', 'cell_secretary')`),
  withdrawn: nested(ownWithdrawals),
  fallen: nested(
    `${fallenVoices} where $4 in ('cell_member', 'cell_secretary') and "case".facts ->> 'proposal' is not null`
  ),
  events: nested(newestActs),
  clocks: nested(`${selectAll(deadlines)} where case_id = $1 order by due_at, code, id`),
  given: nested(`${selectAll(consents)} where case_id = $1 order by seq desc`),
  sent: nested(`${selectAll(referrals)} where case_id = $1 order by sent_at desc, kind, id`),
  stays: nested(staysShown),
  opened: nested(inSight),
  // Of other organisations one's own right shows no part: whether there is any is a question of its own.
  accompanies: `select exists (select from participation
    where case_id = $1 and org_id = $2 and capacity = 'referent' and until is null)`,
  accompanied: 'select is_accompanied($1)',
  bereft: 'select lost_referent($1)',
  unread: 'select cell_unread($1)',
  mergedInto: `case when identification = 'duplicate_merged' then (${mergedInto}) end`
})

const eventsOf = rowsOf(caseEvents)
const clocksOf = rowsOf(deadlines)
const consentsOf = rowsOf(consents)
const referralsOf = rowsOf(referrals)

const sleepsOf = (stays: readonly StayRow[]) =>
  stays.map(({ id, state, pool, owner, structure, region }) => ({
    owner: owner ?? '',
    pool,
    shown: { id, structure, region, state }
  }))

/** More acts than there are. */
export const wholeJournal = 2_147_483_647

/**
 * All that is kept of a case, asked for in one breath: each part under the reader's own right. Of its journal, `lines` of the
 * newest acts at least, and the story of those before.
 * @throws NotFound when the reader may not see it at all.
 */
export const loadParts = async (tx: Tx, id: string, { actor, now }: Reader, lines = 0) => {
  const { orgId, personId, role } = actor
  const found = await readCase(tx, [id, orgId, personId, role, now, heardBy, lines])
  const parts = partsAmong(found?.lines ?? [], id, actor)
  if (!found || parts.held.length === 0) throw new NotFound('no such case for this organisation')
  const { flag, regimes, events, clocks, given, sent, stays, opened, accompanied, bereft } = found
  return {
    ...parts,
    row: found,
    regimes: regimes.map(({ regime }) => regime),
    story: storyOf(found),
    events: eventsOf(events),
    clocks: clocksOf(clocks),
    given: consentsOf(given),
    sent: referralsOf(sent),
    sleeps: sleepsOf(stays),
    opened: classesOf(opened),
    flag: flag[0] ?? null,
    close: {
      ...{ flaggedBy: flag[0] ?? null, referents: found.accompanies ? [orgId] : [] },
      ...{ worksFor: found.ties, withdrawn: found.withdrawn }
    },
    fallen: found.fallen,
    accompanied,
    bereft,
    unread: found.unread,
    mergedInto: found.mergedInto,
    /** Opens the clocks whose days are sealed. */
    open: openedIn(tx)
  }
}

export type Parts = Awaited<ReturnType<typeof loadParts>>
