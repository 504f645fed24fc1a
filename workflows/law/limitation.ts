import type { OffenceCode } from './opened-by-offence.ts'

// How long an offence may be prosecuted, by what was done and to whom: CPP 7 and 8, and the list of CPP 706-47 that both cite.
// Read in the text of 15 January 2024; neither an earlier nor a later one was. Nothing that is found here refuses anything.

type Offences = readonly OffenceCode[]

const among =
  (list: Offences) =>
  (named: readonly string[]): boolean =>
    named.some((code) => (list as Offences as readonly string[]).includes(code))

/** Punished by more than ten years, whoever suffered it; 225-4-5 follows the offence it served, and is counted as the shorter. */
const crimes: Offences = ['224-1-A', '224-1-B', '224-1-C', '225-4-3', '225-4-4', '225-7-1', '225-8', '225-9']

/** Crimes of the list: trafficking of a minor (5°), procuring of a child under fifteen (6°). Thirty years from majority. */
const listedCrimes: Offences = ['225-4-2', '225-4-3', '225-4-4', '225-7-1']

/**
 * Offences of the list: ten years from majority. It names procuring of a minor by 225-7 1°, which the same act is although
 * somebody wrote 225-5 or 225-6: of these both times are counted, and the shorter is safe.
 */
const listedOffences: Offences = ['225-4-1', '225-4-2', '225-5', '225-6', '225-7']
const namedOtherwise: Offences = ['225-5', '225-6']

/** Servitude is a crime where several persons suffer it (225-15 I 3°), or a minor does (II 3°). */
const crimesOnSeveral: Offences = ['225-14-2']

/** Degrading work or housing and forced labour are, where several do and minors among them (225-15 III 2°). */
const crimesOnSeveralWithMinors: Offences = [...crimesOnSeveral, '225-14', '225-14-1']

/** Crimes that the list does not name, done to a minor: twenty years from the acts, as for anybody. */
const unlistedCrimes: Offences = ['224-1-A', '224-1-B', '224-1-C', '225-8', '225-9', '225-14-2']

/** Done to an adult, some of what was named is no crime, or nothing was named: six years from the acts. */
export const namesOffence = (named: readonly string[]): boolean =>
  named.length === 0 || named.some((code) => !among(crimes)([code]))

/** Done to an adult, some of what was named is a crime: twenty years from the acts. */
export const namesCrime = among(crimes)
export const namesCrimeOnSeveral = among(crimesOnSeveral)

/** Done to a minor, the times that run from majority. */
export const namesListedOffence = (named: readonly string[]): boolean =>
  named.length === 0 || among(listedOffences)(named)
export const namesListedCrime = among(listedCrimes)

const fromMajorityAlone = (code: string) =>
  among(listedCrimes)([code]) || (!among(namedOtherwise)([code]) && among(listedOffences)([code]))

/** Done to a minor, those that run from the acts. What nobody has named is held to be of the list, as trafficking is. */
export const namesUnlistedOffence = (named: readonly string[]): boolean =>
  named.some((code) => !fromMajorityAlone(code) && !among(unlistedCrimes)([code]))
export const namesUnlistedCrime = among(unlistedCrimes)
export const namesCrimeOnSeveralWithMinors = among(crimesOnSeveralWithMinors)

/** Every question that is asked of what was named. */
export const timesOf = [
  namesOffence,
  namesCrime,
  namesCrimeOnSeveral,
  namesListedOffence,
  namesListedCrime,
  namesUnlistedOffence,
  namesUnlistedCrime,
  namesCrimeOnSeveralWithMinors
] as const
