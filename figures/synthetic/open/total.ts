import type { ReleasedTable } from '../../table/counted.ts'

/** How many persons a release counts in its year, as it says itself; nought where that is masked. */
export const totalAt = (tables: readonly ReleasedTable[]): number =>
  tables.find(({ id }) => id === 'form_age_sex')?.shown.at(-1) ?? 0
