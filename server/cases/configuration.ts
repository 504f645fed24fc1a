import type { Pool } from 'pg'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { effective } from '../../workflows/configuration/local/effective.ts'
import { pinName, pinOf, placeOfProtocol } from '../../workflows/configuration/local/pin.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import type { LocalProtocol, MinorsConvention } from '../../workflows/configuration/local/protocol.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { runQuery, poolOf, type Tx } from '../db/context.ts'

// A published body never changes: what was read once is known, whoever else publishes meanwhile.
const shelves = new WeakMap<Pool, Map<string, Configuration>>()
const drawers = new WeakMap<Pool, Map<string, LocalProtocol>>()

const shelfOf = (tx: Tx) => {
  const pool = poolOf(tx)
  const known = shelves.get(pool) ?? new Map([[september2026.version, september2026]])
  shelves.set(pool, known)
  return known
}

/** A version published before a clock was thought of gives it the length it was born with. */
export const completed = (body: Configuration): Configuration => ({
  ...body,
  durations: { ...september2026.durations, ...body.durations }
})

const published = `select body from config_version where version = $1 and state <> 'draft'`
const inForce = `select version from config_version where state = 'published' and effective_on <= $1
  order by effective_on desc, published_at desc nulls last limit 1`

const drawerOf = (tx: Tx) => {
  const pool = poolOf(tx)
  const known = drawers.get(pool) ?? new Map<string, LocalProtocol>()
  drawers.set(pool, known)
  return known
}

const nationalOf = async (tx: Tx, version: string): Promise<Configuration> => {
  const [row] = await runQuery<{ body: Configuration }>(tx, published, [version])
  if (!row) throw new RangeError(`Unknown configuration ${version}`)
  return completed(row.body)
}

const signed = `select body from local_protocol where name = $1 and signed_at is not null`

/** A protocol that was signed, by its name. An unknown one is a fault, never a default. */
export const protocolOf = async (tx: Tx, name: string): Promise<LocalProtocol> => {
  const drawer = drawerOf(tx)
  const known = drawer.get(name)
  if (known) return known
  const [row] = await runQuery<{ body: LocalProtocol }>(tx, signed, [name])
  if (!row) throw new RangeError(`Unknown protocol ${name}`)
  drawer.set(name, row.body)
  return row.body
}

/**
 * The configuration that a case is pinned to: a national version, and over it the protocol of its place where the pin names
 * one. An unknown one is a fault, never a default.
 */
export const configurationOf = async (tx: Tx, version: string): Promise<Configuration> => {
  const shelf = shelfOf(tx)
  const known = shelf.get(version)
  if (known) return known
  const { national, local } = pinOf(version)
  const configuration =
    local === null
      ? await nationalOf(tx, national)
      : effective(await configurationOf(tx, national), await protocolOf(tx, local))
  shelf.set(version, configuration)
  return configuration
}

/** The configuration that a case opened on this day lives under. Asked of the database, where it may just have been published. */
export const configurationAt = async (tx: Tx, day: string): Promise<Configuration> => {
  const [row] = await runQuery<{ version: string }>(tx, inForce, [day])
  return row ? configurationOf(tx, row.version) : september2026
}

const localInForce = `select name from local_protocol where place = any($1) and state = 'signed' and effective_on <= $2
  order by array_position($1, place), effective_on desc, signed_at desc, name limit 1`

/**
 * The protocol in force on a day in the first of these places that has one, by its name, or null: that of the most precise,
 * since whoever knows it closest signed it, and of one place the last that took effect.
 */
export const protocolAmong = async (tx: Tx, places: readonly string[], day: string): Promise<string | null> =>
  (await runQuery<{ name: string }>(tx, localInForce, [places, day]))[0]?.name ?? null

/** The protocol of a territory on a day. */
export const protocolAt = (tx: Tx, territory: string, day: string): Promise<string | null> =>
  protocolAmong(tx, placesFor(territory), day)

/** What a case opened in a territory on a day lives under, and a cell that meets there decides by. */
export const configurationIn = async (tx: Tx, territory: string, day: string): Promise<Configuration> => {
  const { version } = await configurationAt(tx, day)
  return configurationOf(tx, pinName({ national: version, local: await protocolAt(tx, territory, day) }))
}

/** Which cell has a case in charge, as one who asks is told it: of the place where the person was met, or of where they are now. */
export type InCharge = { pin: string; met: string; territory: string; at: Date }

/**
 * By what a case is concluded between meetings: the version that it is pinned to, and, once another cell has it in charge, that
 * version with the protocol of this cell, as at its meetings. Who may conclude so tells nobody there whence the person came.
 */
export const decidingIn = async (tx: Tx, { pin, met, territory, at }: InCharge): Promise<Configuration> => {
  if (territory === met) return configurationOf(tx, pin)
  const local = await protocolAt(tx, territory, civilDate(at, zoneOf(territory)))
  return configurationOf(tx, pinName({ national: pinOf(pin).national, local }))
}

/** The convention for minors in force on a day in the first of these places that has one. */
export const conventionAmong = async (
  tx: Tx,
  places: readonly string[],
  day: string
): Promise<MinorsConvention | null> => {
  for (const place of places) {
    const name = await protocolAmong(tx, [place], day)
    const minors = name === null ? undefined : (await protocolOf(tx, name)).rules.minors
    if (minors) return minors
  }
  return null
}

/**
 * Whom one calls about a child today, and which services it names, as the convention of the protocol of where the case is says; where
 * that is the place where the person was met, of the district that its cell has named. A court’s protocol without one leaves that of the
 * département.
 */
export const conventionIn = async (tx: Tx, { pin, met, territory, at }: InCharge) => {
  const { local } = pinOf(pin)
  const court = territory === met && local !== null ? placeOfProtocol(local) : null
  return conventionAmong(tx, placesFor(territory, court), civilDate(at, zoneOf(territory)))
}

/** Under which version a referral is answered: its recipient does not see the case yet. */
export const pinnedVersion = async (tx: Tx, referralId: string): Promise<string> => {
  const [row] = await runQuery<{ version: string }>(tx, 'select config_version_of($1) as version', [
    referralId
  ])
  return row?.version ?? september2026.version
}
