import type { Me, ReferralLine } from '#lib/api.types.ts'
import { get, getIfAllowed, type Fetch } from '#lib/api.ts'
import { has, inRoom, receives } from '#lib/shell/navigation.ts'
import { asked, type ListQuery } from './query.ts'
import { dangerFirst } from './sentence.ts'

const shown = 5
/** Of those who wait for a place, the first: how many free places fit is said of them alone. */
const weighed = 100

/** All that the day's page reads, asked at once. */
export async function readDay(fetcher: Fetch, me: Me, query: ListQuery) {
  const [
    list,
    answers,
    settle,
    openings,
    meetings,
    deadlines,
    places,
    waiting,
    toSign,
    handings,
    toUndo,
    left
  ] = await Promise.all([
    get(fetcher, '/api/cases', asked(query)),
    receives(me) ? readAnswers(fetcher) : [],
    has(me, 'referrals') ? readSettling(fetcher) : [],
    getIfAllowed(fetcher, '/api/openings', { query: { view: 'waiting' } }),
    has(me, 'meetings') ? getIfAllowed(fetcher, '/api/meetings') : null,
    has(me, 'deadlines') ? readNext(fetcher) : null,
    has(me, 'places') ? getIfAllowed(fetcher, '/api/places', { query: { limit: 1 } }) : null,
    has(me, 'places') ? getIfAllowed(fetcher, '/api/places/waiting', { query: { limit: weighed } }) : null,
    readToSign(fetcher, me),
    readProposed(fetcher, me),
    readToUndo(fetcher, me),
    readLeftAlone(fetcher, me)
  ])
  return {
    list,
    answers,
    settle,
    openings: openings?.items ?? [],
    // The secretary planned it and conducts it: the others are convened to it.
    convened: meetings?.mayPlan
      ? []
      : (meetings?.items ?? []).filter(({ state }) => ['convened', 'open'].includes(state.id)),
    toSign,
    handings,
    toUndo,
    left,
    deadlines,
    fits: Object.fromEntries(
      (waiting?.items ?? []).map(({ caseId, weighing: { fit, free } }) => [caseId, { fit, free }])
    ),
    glance:
      places && waiting ? { ...places.counts, waiting: waiting.total, oldestDays: waiting.oldestDays } : null
  }
}

/** The clocks that run, the nearest first, and whether others are late: thirty late ones would leave none running on a first page. */
async function readNext(fetcher: Fetch) {
  const [overdue, coming] = await Promise.all(
    (['overdue', 'coming'] as const).map((view) =>
      getIfAllowed(fetcher, '/api/deadlines', { query: { view } })
    )
  )
  if (!overdue || !coming) return null
  const open = overdue.items.filter((one) => one.state === 'running' && !one.late)
  return { items: [...open, ...coming.items].slice(0, shown), late: overdue.items.some(({ late }) => late) }
}

/** Who manages access where nobody else is, nor is invited. */
export async function isAlone(fetcher: Fetch, me: Pick<Me, 'rooms'>): Promise<boolean> {
  const people = inRoom(me, 'accessReview') ? await getIfAllowed(fetcher, '/api/people') : null
  if (!people?.may.invite.enabled) return false
  const asked = people.invitations.some(({ state }) => ['unsent', 'waiting'].includes(state))
  return people.members.length === 1 && people.proposals.length === 0 && !asked
}

/** Protocols that wait for this person's signature. */
export async function readToSign(fetcher: Fetch, me: Pick<Me, 'nav'>) {
  const list = has(me, 'protocols') ? await getIfAllowed(fetcher, '/api/protocols') : null
  return list?.awaitsYou ?? []
}

/** Cases that another association proposes to this one, and whose answer is theirs. */
export async function readProposed(fetcher: Fetch, me: Pick<Me, 'rooms'>) {
  const list = inRoom(me, 'handings') ? await getIfAllowed(fetcher, '/api/handings') : null
  return (list?.items ?? []).filter(({ side, state }) => side === 'to' && state === 'proposed')
}

/** Acts that others ask to have undone, of people whom this organisation accompanies or keeps. */
export async function readToUndo(fetcher: Fetch, me: Pick<Me, 'rooms'>) {
  const list = inRoom(me, 'undoing') ? await getIfAllowed(fetcher, '/api/undo-requests') : null
  return list?.items ?? []
}

/** Cases that nobody accompanies any more, for the cell that names another association. */
export async function readLeftAlone(fetcher: Fetch, me: Pick<Me, 'rooms'>) {
  const list = inRoom(me, 'naming') ? await getIfAllowed(fetcher, '/api/left-alone') : null
  return list?.items ?? []
}

/** Referrals that wait for this organisation's answer, in the order in which they press; a question that it asked is not its turn. */
export async function readAnswers(fetcher: Fetch): Promise<ReferralLine[]> {
  const received = await getIfAllowed(fetcher, '/api/referrals', {
    query: { box: 'in', view: 'open', limit: 100 }
  })
  return (received?.items ?? []).filter(({ state }) => state !== 'questioned')
}

/** Questions, silences and refusals that are this organisation's to settle, wherever their cases stand in the list. */
async function readSettling(fetcher: Fetch): Promise<ReferralLine[]> {
  const found = await getIfAllowed(fetcher, '/api/referrals', { query: { box: 'settle', limit: 100 } })
  return dangerFirst(found?.items ?? [])
}
