import {
  asylumCentres,
  readsOccupancy,
  recordsOccupancy,
  type AsylumCentre
} from '../../policies/organisations/directories.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { regionNames } from '../organisations/keep.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound, wrongField } from '../errors.ts'
import type { Occupancy } from '../views/organisations/directories.ts'

type Row = { centre: AsylumCentre; region: string; asOf: string; places: number; occupied: number }

const last = `select distinct on (centre, region) centre, region, as_of::text as "asOf", places, occupied
  from asylum_occupancy order by centre, region, as_of desc`

/** How full the asylum scheme is, by the last count of each kind of centre and region. @throws NotFound for who asks for none of its places. */
export const readOccupancy = async (tx: Tx, { actor, locale }: Reader): Promise<Occupancy> => {
  if (!readsOccupancy(actor)) throw new NotFound('no occupancy for this reader')
  const rows = await runQuery<Row>(tx, last, [])
  const days = rows.map(({ asOf }) => asOf).toSorted()
  return {
    items: rows.map((row) => ({
      ...row,
      label: asylumCentres[row.centre][locale],
      free: Math.max(0, row.places - row.occupied)
    })),
    since: days[0] ?? null,
    records: recordsOccupancy(actor),
    centres: Object.entries(asylumCentres).map(([code, words]) => ({ code, label: words[locale] })),
    regions: [...regionNames]
  }
}

const record = `insert into asylum_occupancy (centre, region, as_of, places, occupied, recorded_by, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (centre, region, as_of) do update set places = excluded.places, occupied = excluded.occupied,
    recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`

const mustBeRegion = (region: string) => {
  if (!regionNames.includes(region))
    throw wrongField('region', 'unknown', { fr: 'Choisissez une région', en: 'Choose a region' })
}
const mustHavePassed = (asOf: string, at: Date) => {
  if (asOf > civilDate(at, 'Europe/Paris'))
    throw wrongField('asOf', 'future', {
      fr: 'Un compte ne se donne pas d’avance',
      en: 'A count is not given in advance'
    })
}

/** The count of a day; said again for the same day, it is corrected. */
export const recordOccupancy = (gate: Gate, by: Keyed, count: Row) =>
  acting(
    gate,
    by,
    {
      ...{ action: 'occupancy.record', aggregate: 'asylum_occupancy' },
      ...{ object: `occupancy:${count.centre}`, request: count }
    },
    async (tx, at) => {
      if (!recordsOccupancy(by.actor)) throw new NotFound('no occupancy to record for this reader')
      const { centre, region, asOf, places, occupied } = count
      mustBeRegion(region)
      mustHavePassed(asOf, at)
      await runQuery(tx, record, [centre, region, asOf, places, occupied, by.actor.personId, at])
    }
  )
