import type { centreKinds, outReasons } from '../../workflows/vocabulary/words.housing.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { PlaceLine } from '../views/places.ts'

export type PlaceRow = {
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
  status: PlaceLine['status']
  since: Date | null
}

const status = `case t.state when 'reserved' then 'reserved' when 'admitted' then 'occupied'
  else case when p.out_of_service is null and o.status = 'accredited' then 'free' else 'out' end end`

const pool =
  'from place p join organisation o on o.id = p.org_id left join taken_places() t on t.place_id = p.id'

/** Places as PostgreSQL shows them to the organisation $1: all of the pool to its desk, its own to a structure, none to anyone else. */
export const placesWhere = (tx: Tx, condition: string, values: unknown[]): Promise<PlaceRow[]> =>
  runQuery<PlaceRow>(
    tx,
    `select p.id, p.version, p.kind, p.label, p.sexes, p.children, p.languages, p.accessible, p.excluded_zones,
       p.max_stay_months, p.centre, p.out_of_service, p.out_until::text, o.name as structure, p.org_id = $1 as own,
       o.territory, o.region, ${status} as status, t.since
     ${pool} where ${condition}`,
    values
  )

export const isFree = `${status} = 'free'`

export const inOrder = `coalesce(o.region, '~'), o.name, p.label, p.id`

/** Small letters without accents, as `wordsSought` makes them of what is typed. */
const bare = (words: string) =>
  `replace(regexp_replace(normalize(lower(${words}), nfd), '[\\u0300-\\u036f]', '', 'g'), '’', '''')`

/** Every word ($2, see `wordsSought`) is found in the place or its structure. */
const worded = `not exists (select from jsonb_to_recordset($2::jsonb) as w (word text, sexes text[], languages text[],
    zones text[], centres text[], children int[], months int[], accessible boolean)
  where not coalesce(position(w.word in ${bare(`concat_ws(' ', o.name, p.label, o.region)`)}) > 0
    or p.sexes && w.sexes or p.languages && w.languages or p.excluded_zones && w.zones or p.centre = any(w.centres)
    or p.children = any(w.children) or p.max_stay_months = any(w.months) or p.accessible and w.accessible, false))`

/** The places of a search: by its words, by where they stand ($3), by the region of their structure ($4). */
export const sought = `${worded} and ($3::text is null or ${status} = $3) and ($4::text is null or o.region = $4)`

/** Those after the place $5, as many as $6. */
export const following = `and ($5::uuid is null or (${inOrder}) > (select ${inOrder}
  from place p join organisation o on o.id = p.org_id where p.id = $5)) order by ${inOrder} limit $6`

export type Counted = { status: PlaceLine['status']; region: string | null; n: number; found: number }

/** How many places stand where, in each region, and how many of these a search finds. */
export const countsBy = `select ${status} as status, o.region, count(*)::int as n, count(*) filter (where ${sought})::int as found
  ${pool} where $1::uuid is not null group by 1, 2`
