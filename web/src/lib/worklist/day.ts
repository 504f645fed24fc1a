import type {
  CaseList,
  DeadlineLine,
  Me,
  OpeningView,
  Page,
  PlaceLine,
  ReferralLine,
  WaitingLine
} from '#lib/api.types.ts'
import { get, getIfAllowed, type Fetch } from '#lib/api.ts'
import { has, receives } from '#lib/shell/navigation.ts'
import { apiPath, type ListQuery } from './query.ts'

const shown = 5

/** All that the day's page reads, asked at once. */
export async function readDay(fetcher: Fetch, me: Me, query: ListQuery) {
  const [list, answers, openings, deadlines, places, waiting] = await Promise.all([
    get<CaseList>(fetcher, apiPath(query)),
    receives(me) ? readAnswers(fetcher) : [],
    getIfAllowed<Page<OpeningView>>(fetcher, '/api/openings?view=waiting'),
    has(me, 'deadlines') ? getIfAllowed<Page<DeadlineLine>>(fetcher, '/api/deadlines') : null,
    has(me, 'places') ? getIfAllowed<{ items: PlaceLine[] }>(fetcher, '/api/places') : null,
    has(me, 'places') ? getIfAllowed<{ items: WaitingLine[] }>(fetcher, '/api/places/waiting') : null
  ])
  return {
    list,
    answers,
    openings: openings?.items ?? [],
    deadlines: deadlines?.items.filter((one) => one.state === 'running').slice(0, shown) ?? null,
    glance: places && waiting ? glanceAt(places.items, waiting.items) : null
  }
}

/** Referrals that wait for this organisation's answer, the soonest due first; a question that it asked is not its turn. */
export async function readAnswers(fetcher: Fetch): Promise<ReferralLine[]> {
  const received = await getIfAllowed<Page<ReferralLine>>(
    fetcher,
    '/api/referrals?box=in&view=open&limit=100'
  )
  const due = (line: ReferralLine) => line.answerDue?.dueAt ?? '9999'
  return (received?.items ?? [])
    .filter(({ state }) => state !== 'questioned')
    .sort((one, other) => due(one).localeCompare(due(other)))
}

function glanceAt(places: PlaceLine[], waiting: WaitingLine[]) {
  const count = (status: PlaceLine['status']) => places.filter((place) => place.status === status).length
  const oldestDays = waiting.length > 0 ? Math.max(...waiting.map((line) => line.days)) : null
  return { free: count('free'), reserved: count('reserved'), waiting: waiting.length, oldestDays }
}
