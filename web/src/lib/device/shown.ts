type Kept = { id: string; path: string; expiresAt: string }

const flag = /^\/signaler(?:\/|$)/

/** One flag has several screens, each of which keeps its own. */
const writingOf = ({ id, path }: Kept) => (flag.test(path) ? 'flag' : id)

/** The drafts that were left, one of each writing: that which was kept last leads back to it, and the others go with it. */
export const asWritten = <D extends Kept>(drafts: readonly D[]): { last: D; all: D[] }[] =>
  [...Map.groupBy(drafts, writingOf).values()].map((all) => ({
    last: all.toSorted((one, other) => other.expiresAt.localeCompare(one.expiresAt))[0]!,
    all
  }))

const readAloud = ['/donnees', '/t', '/aide']

/** On a page that is read to the person nothing is said of what was being written, of them or of somebody else. */
export const saysDrafts = (path: string): boolean =>
  !readAloud.some((one) => path === one || path.startsWith(`${one}/`)) && !/\/entretien$/.test(path)
