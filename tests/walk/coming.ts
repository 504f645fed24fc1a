/** Milliseconds after which a page answers each touch on a slow phone, at the most. */
export const answersWithin = 2000

/** What a page may be made of: scripts found by running others, scripts in all, bytes by the network. */
export type Most = { found: number; scripts: number; bytes: number }

/** The pages that come to a slow phone, in the words of the table, each with its most: written down and held by the same figures. */
export const comingPages = {
  // Once the page answers, it fetches what keeps a draft on the device.
  'first page after a sign-in': { found: 0, scripts: 8, bytes: 145_000 },
  'a case, as its referent reads it': { found: 2, scripts: 12, bytes: 200_000 },
  'first screen of a report': { found: 2, scripts: 13, bytes: 165_000 }
} as const satisfies Record<string, Most>

export type ComingPage = keyof typeof comingPages
export const comingNames = Object.keys(comingPages) as ComingPage[]
