/** Survivors of the review of November 2026 that nobody can make any more: what each was a mistake in, and what stands in its place. */
export const gone: Readonly<Record<string, string>> = {
  'a territory hidden as cover still shows its months':
    'no table counts by month since figures are released by the quarter. A cell that is masked to protect another is masked in every table that shows it (`withoutCells`, figures/gate/names.ts), of which a mistake is listed under « the attack on figures ».',
  'a cell is shown where fewer than the threshold waited':
    'no cell bears how many waited: a length of time is told as a band, and of thirty persons at least (`fewestForDays`, figures/release/measures.ts), of which three mistakes are listed under « figures ».'
}
