import { sql } from 'drizzle-orm'
import { usualNoise, type Noise } from '../../../figures/noise/deviations.ts'
import type { Tx } from '../../db/context.ts'

/**
 * By which noise all releases of a year are protected: how far it goes is a rule of the product, how widely is decided from a
 * year on, and stays once a release of it was asked for.
 */
export const noiseOf = async (tx: Tx, year: number): Promise<Noise> => {
  const { rows } = await tx.execute<{ variance: number }>(
    sql`select variance from stat.noise where from_year <= ${year} order by from_year desc, number desc limit 1`
  )
  return { ...usualNoise, variance: rows[0]!.variance }
}
