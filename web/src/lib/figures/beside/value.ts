import { number } from '#lib/format.ts'

type Value = { value: number; unit: string; unitLabel: string }

/** A number with its unit; a share as people read one. */
export const valueSaid = ({ value, unit, unitLabel }: Value): string =>
  unit === 'share'
    ? number(value, { style: 'percent', maximumFractionDigits: 1 })
    : `${number(value, { maximumFractionDigits: 1 })} ${unitLabel}`

type Years = { year: number; since: number | null }
export const yearsSaid = ({ year, since }: Years): string => (since === null ? `${year}` : `${since}–${year}`)
