import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import { barsOffer, fits, type Needs, type Place } from '../../workflows/places/fit.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { languages, sexes } from '../../workflows/vocabulary/words.ts'
import { centreKinds, outReasons } from '../../workflows/vocabulary/words.housing.ts'
import { isTerritory, regions, territory } from '../../workflows/calendar/territories.ts'
import { unknownFacts } from '../../workflows/facts/facts.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { childrenWord } from '../disclosure/badges.ts'
import { capacitiesOf, readCase, type CaseRow } from '../cases/store.ts'
import { discloseLine, type DisclosedLine } from '../disclosure/line.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import { pageOf, type PageQuery } from '../http/requested.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Locale } from '../locale.ts'
import type { Badge } from '../views/schemas.ts'
import { poolOfRole } from '../../policies/pools.ts'
import { deskBehind, lastWanted, quoted, type Wanted } from './searches.ts'
import { mostMatching, type PlaceLine, type PlaceList } from '../views/places.ts'
import {
  countsBy,
  following,
  inOrder,
  isFree,
  placesWhere,
  sought,
  type Counted,
  type PlaceRow
} from './store.ts'
import { accessibleWord, monthsWord, wordsSought, zoneWord } from './words.ts'

const constraintsOf = (place: PlaceRow, locale: Locale): Badge[] => {
  const plain = (key: string, label: string): Badge => ({ key, label, tone: 'plain' })
  return [
    ...(place.centre === null ? [] : [plain(`centre.${place.centre}`, centreKinds[place.centre][locale])]),
    ...place.sexes.map((sex) => plain(`sex.${sex}`, sexes[sex as keyof typeof sexes][locale])),
    ...(place.children > 0 ? [plain('children', childrenWord(place.children, locale))] : []),
    ...place.languages.map((code) =>
      plain(`language.${code}`, languages[code as keyof typeof languages][locale])
    ),
    ...(place.accessible
      ? [{ key: 'accessible', label: accessibleWord[locale], tone: 'accent' as const }]
      : []),
    ...place.excluded_zones.map((code) => plain(`zone.${code}`, zoneWord(code, locale))),
    ...(place.max_stay_months === null ? [] : [plain('maxStay', monthsWord(place.max_stay_months, locale))])
  ]
}

const lineOf = (place: PlaceRow, locale: Locale): PlaceLine => ({
  id: place.id,
  version: place.version,
  kind: place.kind,
  own: place.own,
  structure: place.structure,
  label: place.label,
  region: place.region,
  constraints: constraintsOf(place, locale),
  status: place.status,
  // All départements seek in one pool of places for minors: none learns since when a child of another has been there.
  since: place.kind === 'minor' && !place.own ? null : (place.since?.toISOString() ?? null),
  out:
    place.out_of_service === null
      ? null
      : { reason: outReasons[place.out_of_service][locale], until: place.out_until }
})

/** Of so many free places the best are looked for. */
const mostWeighed = 2_000

const sumOf = (rows: readonly Counted[]) => rows.reduce((sum, { n }) => sum + n, 0)

export type PlacesAsked = PageQuery & { q?: string; status?: PlaceLine['status']; region?: string }

/** One page of the pool, in the order of regions, structures and names, and how many places of it stand where. */
export const listPlaces = async (
  tx: Tx,
  { actor, locale }: Reader,
  { limit = 50, cursor, q = '', status, region }: PlacesAsked
): Promise<PlaceList> => {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0]!
  const search = [actor.orgId, JSON.stringify(wordsSought(q, locale)), status ?? null, region ?? null]
  const [rows, counted] = await settleAll([
    placesWhere(tx, `${sought} ${following}`, [...search, after, limit + 1]),
    runQuery<Counted>(tx, countsBy, search)
  ])
  const { page, last } = pageOf(rows, limit)
  const of = (one: PlaceLine['status']) => sumOf(counted.filter((row) => row.status === one))
  return {
    items: page.map((place) => lineOf(place, locale)),
    next: last && encodeCursor([last.id]),
    counts: { free: of('free'), reserved: of('reserved'), occupied: of('occupied'), out: of('out') },
    found: counted.reduce((sum, { found }) => sum + found, 0),
    regions: regions
      .map((name) => ({ name, rows: counted.filter((row) => row.region === name) }))
      .filter(({ rows: some }) => some.length > 0)
      .map(({ name, rows: some }) => ({ name, free: sumOf(some.filter((row) => row.status === 'free')) }))
  }
}

/** One place as it stands in the list, for who may see it. */
export const placeLine = async (tx: Tx, id: string, { actor, locale }: Reader): Promise<PlaceLine | null> => {
  const [row] = await placesWhere(tx, 'p.id = $2', [actor.orgId, id])
  return row ? lineOf(row, locale) : null
}

/** A place by its name, for who may see it. Beside what is asked for a person its conditions would read as hers. */
export const placeInWords = async (tx: Tx, id: string, reader: Reader): Promise<string | null> =>
  (await placeLine(tx, id, reader))?.label ?? null

const regionOf = (code: string) => (isTerritory(code) ? territory(code).region.name : null)

const asPlace = ({ excluded_zones: excludedZones, ...place }: PlaceRow): Place => ({
  ...place,
  excludedZones
})

type Known = Omit<Needs, 'region' | 'accessible' | 'distance'>

/** What is known of a person and what was asked for them, as places are weighed against it. */
const needsOf = (known: Known, wanted: Wanted | null): Needs => ({
  ...known,
  region: regionOf(known.territory),
  accessible: wanted?.accessible ?? false,
  distance: (wanted?.distance as Needs['distance'] | null | undefined) ?? 'region'
})

/** The same as this reader is told of it: a list says nothing that hangs on more. */
export const needsTold = (told: DisclosedLine, asylum: string, wanted: Wanted | null): Needs =>
  needsOf({ ...unknownFacts, ...told.facts, territory: told.territory, asylum: told.asylum(asylum) }, wanted)

const freeOf = (tx: Tx, orgId: string) =>
  placesWhere(tx, `${isFree} order by ${inOrder} limit ${mostWeighed}`, [orgId])

/** The free places of a desk’s pool, as they are weighed. */
export const freePlaces = async (tx: Tx, orgId: string): Promise<Place[]> =>
  (await freeOf(tx, orgId)).map(asPlace)

/** One place that this organisation may see, as it is weighed, with its pool. */
export const placeById = async (
  tx: Tx,
  orgId: string,
  id: string
): Promise<(Place & { kind: PlaceKind }) | null> => {
  const [found] = await placesWhere(tx, 'p.id = $2', [orgId, id])
  return found ? { ...asPlace(found), kind: found.kind as PlaceKind } : null
}

const wantedIn = async (tx: Tx, caseId: string, pool: PlaceKind): Promise<Wanted | null> => {
  const desk = deskBehind(offerIn[pool])
  return desk && (await lastWanted(tx, caseId, desk))
}

/** What the person of a case needs of a place of this pool, as the gate holds an offer against it: as it is. */
export const neededIn = async (
  tx: Tx,
  { id, facts, asylum }: Pick<CaseRow, 'id' | 'facts' | 'asylum'>,
  pool: PlaceKind
): Promise<Needs> => needsOf({ ...facts, asylum: asylum as Known['asylum'] }, await wantedIn(tx, id, pool))

/** Places that this desk has offered for somebody else, where no answer has come: whoever is answered first has it. */
const askedElsewhere = async (tx: Tx, caseId: string, orgId: string): Promise<Set<string>> => {
  const rows = await runQuery<{ placeId: string }>(
    tx,
    `select place_id as "placeId" from referral where sender_org_id = $1 and case_id <> $2 and place_id is not null
       and state in (${quoted(openReferralStates)})`,
    [orgId, caseId]
  )
  return new Set(rows.map(({ placeId }) => placeId))
}

/** Free places for a case, those that nobody else was offered and then the best fit first, each with its reasons. @throws NotFound when the desk may not see the case. */
export const matchingPlaces = async (tx: Tx, caseId: string, { actor, locale }: Reader) => {
  const row = await readCase(tx, caseId)
  const pool = poolOfRole(actor.role)
  const seeks = pool !== null && (await capacitiesOf(tx, caseId, actor)).includes(deskCapacity[pool])
  if (!row || !seeks) throw new NotFound('not a search of this desk')
  const told = discloseLine({ capacity: deskCapacity[pool], facts: row.facts })
  const needs = needsTold(told, row.asylum, await wantedIn(tx, caseId, pool))
  const free = await freeOf(tx, actor.orgId)
  const asked = await askedElsewhere(tx, caseId, actor.orgId)
  return free
    .map((place) => ({
      place,
      asked: asked.has(place.id),
      fit: fits(asPlace(place), needs),
      offered: barsOffer(asPlace(place), needs).never.length === 0
    }))
    .sort(
      (a, b) =>
        Number(b.offered) - Number(a.offered) ||
        Number(a.asked) - Number(b.asked) ||
        b.fit.score - a.fit.score
    )
    .slice(0, mostMatching)
    .map(({ place, asked, fit, offered }) => ({
      place: lineOf(place, locale),
      offered,
      asked,
      fits: fit.fits,
      reasons: fit.reasons.map((reason) => reason[locale]),
      against: fit.against.map((reason) => reason[locale])
    }))
}
