import { housingRefusals, languages, sexes } from '../../workflows/regions/words.ts'
import { daysBetween, civilDate } from '../../workflows/calendar.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import { ask, type Tx } from '../db/context.ts'
import { badgesOf, childrenWord } from '../cases/badges.ts'
import { showCode } from '../cases/code.ts'
import { readCase, type CaseRow } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../http/locale.ts'
import type { Badge, PlaceLine } from '../views/schemas.ts'
import { fitOf } from './fit.ts'

type PlaceRow = {
  id: string
  label: string
  sexes: string[]
  children: number
  languages: string[]
  accessible: boolean
  out_of_service: string | null
  structure: string
  territory: string | null
  region: string | null
  state: string | null
  since: Date | null
}

const words = {
  accessible: { fr: 'accessible', en: 'accessible' }
} as const satisfies Record<string, Bilingual>

const constraintsOf = (place: PlaceRow, locale: Locale): Badge[] => {
  const plain = (key: string, label: string): Badge => ({ key, label, tone: 'plain' })
  return [
    ...place.sexes.map((sex) => plain(`sex.${sex}`, sexes[sex as keyof typeof sexes][locale])),
    ...(place.children > 0 ? [plain('children', childrenWord(place.children, locale))] : []),
    ...place.languages.map((code) =>
      plain(`language.${code}`, languages[code as keyof typeof languages][locale])
    ),
    ...(place.accessible
      ? [{ key: 'accessible', label: words.accessible[locale], tone: 'accent' as const }]
      : [])
  ]
}

const statusOf = (place: PlaceRow) => {
  if (place.state === 'reserved') return 'reserved'
  if (place.state === 'admitted') return 'occupied'
  return place.out_of_service === null ? 'free' : 'out'
}

const lineOf = (place: PlaceRow, locale: Locale): PlaceLine => ({
  id: place.id,
  structure: place.structure,
  label: place.label,
  region: place.region,
  constraints: constraintsOf(place, locale),
  status: statusOf(place),
  since: place.since?.toISOString() ?? null
})

/** The pool as PostgreSQL shows it: all of it to the national desk, its own to a structure, nothing to anyone else. */
const placesOf = (tx: Tx): Promise<PlaceRow[]> =>
  ask<PlaceRow>(
    tx,
    `select p.id, p.label, p.sexes, p.children, p.languages, p.accessible, p.out_of_service,
       o.name as structure, o.territory, o.region, t.state, t.since
     from place p join organisation o on o.id = p.org_id left join taken_places() t on t.place_id = p.id
     order by o.region nulls last, o.name, p.label limit 2000`,
    []
  )

export const listPlaces = async (tx: Tx, { locale }: Reader) =>
  (await placesOf(tx)).map((place) => lineOf(place, locale))

const regionOf = (code: string) => (isTerritory(code) ? territory(code).region.name : null)

/** Free places for a case, the best fit first, each with its reasons. @throws NotFound when the desk may not see the case. */
export const matchingPlaces = async (tx: Tx, caseId: string, { locale }: Reader) => {
  const row = await readCase(tx, caseId)
  if (!row) throw new NotFound('no such case')
  const free = (await placesOf(tx)).filter((place) => statusOf(place) === 'free')
  return free
    .map((place) => ({ place, fit: fitOf(row.facts, place, regionOf) }))
    .sort((a, b) => b.fit.score - a.fit.score)
    .map(({ place, fit }) => ({
      place: lineOf(place, locale),
      fits: fit.fits,
      reasons: fit.reasons.map((reason) => reason[locale]),
      against: fit.against.map((reason) => reason[locale])
    }))
}

type Waiting = Pick<CaseRow, 'id' | 'code' | 'territory' | 'facts'> & { since: Date; reason: string | null }

/** Who waits for a place, the longest first, and why. Only the desk's own cases. */
export const waitingList = async (tx: Tx, { actor, locale, now }: Reader) => {
  const rows = await ask<Waiting>(
    tx,
    `select c.id, c.code, c.territory, c.facts,
      (select min(e.at) from case_event e where e.case_id = c.id and e.command = 'acse.request') as since,
      (select e.input ->> 'reason' from case_event e where e.case_id = c.id and e.command in ('acse.no_place', 'acse.refused') order by e.seq desc limit 1) as reason
    from participation p join "case" c on c.id = p.case_id
    where p.org_id = $1 and p.until is null and p.capacity = 'acse'
      and c.housing in ('placement_requested', 'waiting_list', 'refused_by_structure')
    order by since nulls last limit 300`,
    [actor.orgId]
  )
  return rows.map((row) => ({
    caseId: row.id,
    code: showCode(row.code),
    since: row.since.toISOString(),
    days: daysBetween(civilDate(row.since, zoneOf(row.territory)), civilDate(now, zoneOf(row.territory))),
    reason: row.reason === null ? null : housingRefusals[row.reason as keyof typeof housingRefusals][locale],
    needs: badgesOf(row.facts, 'acse', locale)
  }))
}
