import { digestOfText } from '../digest.ts'

/** The Nth of M parts of a list, as `N/M` says. Each mistake falls into its part by its own sentence, whatever is listed before it. */
export const shareOf = <T extends { why: string }>(list: readonly T[], share: string): T[] => {
  const [, nth, parts] = /^(\d+)\/(\d+)$/.exec(share) ?? []
  const [n, m] = [Number(nth), Number(parts)]
  if (!(n >= 1 && n <= m)) throw new Error(`not a part of a whole: ${share}`)
  return list.filter(({ why }) => parseInt(digestOfText(why), 16) % m === n - 1)
}
