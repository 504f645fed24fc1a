/** The Nth of M parts of a list, as `N/M` says: every Mth, so that each part goes through all areas. */
export const shareOf = <T>(list: readonly T[], share: string): T[] => {
  const [, nth, parts] = /^(\d+)\/(\d+)$/.exec(share) ?? []
  const [n, m] = [Number(nth), Number(parts)]
  if (!(n >= 1 && n <= m)) throw new Error(`not a part of a whole: ${share}`)
  return list.filter((_, index) => index % m === n - 1)
}
