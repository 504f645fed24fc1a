import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import { barsOffer, fits, type Needs, type Place } from '../../workflows/places/fit.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { languages, sexes } from '../../workflows/regions/words.ts'
import { centreKinds, outReasons } from '../../workflows/regions/words.housing.ts'
import { isTerritory, territory } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { childrenWord } from '../disclosure/badges.ts'
import { capacitiesOf, readCase, type CaseRow } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import type { Badge } from '../views/schemas.ts'
import { poolOfRole } from '../../policies/pools.ts'
import { deskBehind, lastWanted, quoted, type Wanted } from './searches.ts'
import type { PlaceLine } from '../views/places.ts'

type PlaceRow = {
  id: string
  version: number
  kind: string
  label: string
  sexes: string[]
  children: number
  languages: string[]
  accessible: boolean
  excluded_zones: string[]
  max_stay_months: number | null
  centre: keyof typeof centreKinds | null
  out_of_service: keyof typeof outReasons | null
  out_until: string | null
  structure: string
  own: boolean
  territory: string | null
  region: string | null
  state: string | null
  since: Date | null
}

const words = {
  accessible: { fr: 'accessible', en: 'accessible' }
} as const satisfies Record<string, Bilingual>

const months = (n: number, locale: Locale) =>
  locale === 'fr' ? `${n} mois au plus` : `${n} month${n > 1 ? 's' : ''} at most`

const nameOf = (code: string) => (isTerritory(code) ? territory(code).name : code)
const except: Bilingual = { fr: 'pas depuis', en: 'not from' }

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
      ? [{ key: 'accessible', label: words.accessible[locale], tone: 'accent' as const }]
      : []),
    ...place.excluded_zones.map((code) => plain(`zone.${code}`, `${except[locale]} ${nameOf(code)}`)),
    ...(place.max_stay_months === null ? [] : [plain('maxStay', months(place.max_stay_months, locale))])
  ]
}

const statusOf = (place: PlaceRow) => {
  if (place.state === 'reserved') return 'reserved'
  if (place.state === 'admitted') return 'occupied'
  return place.out_of_service === null ? 'free' : 'out'
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
  status: statusOf(place),
  // All départements seek in one pool of places for minors: none learns since when a child of another has been there.
  since: place.kind === 'minor' && !place.own ? null : (place.since?.toISOString() ?? null),
  out:
    place.out_of_service === null
      ? null
      : { reason: outReasons[place.out_of_service][locale], until: place.out_until }
})

/** The pool as PostgreSQL shows it: all of it to its desk, its own to a structure, nothing to anyone else. */
const placesOf = (tx: Tx, orgId: string): Promise<PlaceRow[]> =>
  runQuery<PlaceRow>(
    tx,
    `select p.id, p.version, p.kind, p.label, p.sexes, p.children, p.languages, p.accessible, p.excluded_zones,
       p.max_stay_months, p.centre, p.out_of_service, p.out_until::text, o.name as structure, p.org_id = $1 as own,
       o.territory, o.region, t.state, t.since
     from place p join organisation o on o.id = p.org_id left join taken_places() t on t.place_id = p.id
     order by o.region nulls last, o.name, p.label limit 2000`,
    [orgId]
  )

export const listPlaces = async (tx: Tx, { actor, locale }: Reader) =>
  (await placesOf(tx, actor.orgId)).map((place) => lineOf(place, locale))

/** A place by its name, for who may see it. Beside what is asked for a person its conditions would read as hers. */
export const placeInWords = async (tx: Tx, id: string, reader: Reader): Promise<string | null> =>
  (await listPlaces(tx, reader)).find((one) => one.id === id)?.label ?? null

const regionOf = (code: string) => (isTerritory(code) ? territory(code).region.name : null)

const asPlace = ({ excluded_zones: excludedZones, ...place }: PlaceRow): Place => ({
  ...place,
  excludedZones
})

/** What is known of a person and what was asked for them, as places are weighed against it. */
export const needsOf = (
  { facts, asylum }: Pick<CaseRow, 'facts' | 'asylum'>,
  wanted: Wanted | null
): Needs => ({
  ...facts,
  asylum: asylum as Needs['asylum'],
  region: regionOf(facts.territory),
  accessible: wanted?.accessible ?? false,
  distance: (wanted?.distance as Needs['distance'] | null | undefined) ?? 'region'
})

const freeOf = async (tx: Tx, orgId: string) =>
  (await placesOf(tx, orgId)).filter((place) => statusOf(place) === 'free')

/** The free places of a desk’s pool, as they are weighed. */
export const freePlaces = async (tx: Tx, orgId: string): Promise<Place[]> =>
  (await freeOf(tx, orgId)).map(asPlace)

/** One place that this organisation may see, as it is weighed, with its pool. */
export const placeById = async (
  tx: Tx,
  orgId: string,
  id: string
): Promise<(Place & { kind: PlaceKind }) | null> => {
  const found = (await placesOf(tx, orgId)).find((place) => place.id === id)
  return found ? { ...asPlace(found), kind: found.kind as PlaceKind } : null
}

/** What the person of a case needs of a place of this pool: what is known of her, and what its desk was last asked. */
export const neededIn = async (
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'facts' | 'asylum'>,
  pool: PlaceKind
): Promise<Needs> => {
  const desk = deskBehind(offerIn[pool])
  return needsOf(row, desk && (await lastWanted(tx, row.id, desk)))
}

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
  const needs = await neededIn(tx, row, pool)
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
    .map(({ place, asked, fit, offered }) => ({
      place: lineOf(place, locale),
      offered,
      asked,
      fits: fit.fits,
      reasons: fit.reasons.map((reason) => reason[locale]),
      against: fit.against.map((reason) => reason[locale])
    }))
}
