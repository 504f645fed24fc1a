import * as known from './marginals.ts'
import type { Shares } from './marginals.ts'

/** A number from nought to one, one excluded. */
export type Fraction = () => number

/** An invented person: its record key, when it was flagged, and what is known of it at each release, several values where there may be. */
export type Person = {
  key: number
  /** Who reported it, and knows it. */
  organisation: string
  quarter: number
  /** From which release on it is counted, and up to which: one that turns out to be counted twice is taken away. */
  from: number
  until: number
  fixed: Readonly<Record<string, readonly string[]>>
  /** What its case goes through, a step each quarter. */
  paths: Readonly<Record<string, readonly string[]>>
}

export const drawn = (shares: Shares, fraction: Fraction): string => {
  const entries = Object.entries(shares)
  let left = fraction() * entries.reduce((sum, [, share]) => sum + share, 0)
  return (entries.find(([, share]) => (left -= share) < 0) ?? entries.at(-1)!)[0]
}

const formsOf = (fraction: Fraction): string[] => {
  if (fraction() < known.unknownForm) return ['unknown']
  const first = drawn(known.forms, fraction)
  const second = drawn({ ...known.forms, [first]: 0 }, fraction)
  return fraction() < known.severalForms ? [first, second] : [first]
}

const ageOf = (form: string, fraction: Fraction): string => {
  if (fraction() < known.unknownAge) return 'unknown'
  return drawn(form in known.ages ? known.ages[form as keyof typeof known.ages] : known.ages.other, fraction)
}

/** Assumed, all of it: what becomes of cases has no published figures yet. */
const steps = {
  outcome: [
    { flagged: 1 },
    { accompanied: 60, referred: 25, lost: 10, declined: 5 },
    { identified: 45, accompanied: 25, lost: 15, declined: 10, closed: 5 },
    { identified: 40, closed: 35, lost: 15, declined: 10 }
  ],
  judicial: [
    { none: 72, complaint: 28 },
    { none: 66, complaint: 22, inquiry: 12 },
    { none: 64, inquiry: 22, prosecuted: 10, dropped: 4 }
  ],
  housing: [
    { none: 45, granted: 25, full: 15, far: 6, profile: 5, security: 4 },
    { granted: 45, none: 35, full: 10, far: 4, profile: 3, security: 3 }
  ]
} as const satisfies Record<string, readonly Shares[]>

/** Of each the chance to have it by the end: offers, answers, deadlines; a person may have several. */
const gathered: Readonly<Record<string, Shares>> = {
  residence: {
    offered: 0.6,
    accepted: 0.3,
    run: 0.25,
    interrupted: 0.02,
    permit: 0.3,
    renewed: 0.1,
    refused: 0.08
  },
  referral: {
    'housing answered': 0.45,
    'housing silent': 0.1,
    'housing refused': 0.2,
    'asylum answered': 0.2,
    'asylum silent': 0.04,
    'police answered': 0.25,
    'police silent': 0.05,
    'care answered': 0.5,
    'care refused': 0.03,
    'care silent': 0.08,
    'law answered': 0.3,
    'law silent': 0.03
  },
  clock: {
    'reflection kept': 0.4,
    'reflection missed': 0.05,
    'answer kept': 0.6,
    'answer missed': 0.15,
    'permit kept': 0.2,
    'permit missed': 0.12,
    'minor kept': 0.1,
    'minor missed': 0.03,
    'identification kept': 0.4,
    'identification missed': 0.1
  }
}

const gatheredBy = (shares: Shares, fraction: Fraction): string[] =>
  Object.entries(shares).flatMap(([value, share]) => (fraction() < share ? [value] : []))

/** Who is on a path of child protection, and nobody else is. */
export const young = ['0-14', '15-17']
export const minorPaths: Shares = { placed: 45, waiting: 20, family: 15, ran_away: 15, not_recognised: 5 }

const minorPath = (age: string, fraction: Fraction): string => {
  return young.includes(age) ? drawn(minorPaths, fraction) : 'adult'
}

/** Assumed: an association for some neighbouring territories knows most of their cases, others share the rest. */
const organisationOf = (territory: string, fraction: Fraction): string =>
  fraction() < 0.6 ? `near ${territory.slice(0, 2)}` : `country ${Math.floor(fraction() * 5)}`

const one = (fraction: Fraction): Person => {
  const forms = formsOf(fraction)
  const age = ageOf(forms[0]!, fraction)
  const isWoman = fraction() < (known.women[forms[0]!] ?? 0.8)
  const sex = fraction() < 0.01 ? 'unknown' : isWoman ? 'female' : 'male'
  const at = Object.keys(known.quarters).indexOf(drawn(known.quarters, fraction))
  const territory = drawn(known.territories, fraction)
  const channel = drawn(known.channels, fraction)
  const zone = fraction() < 0.03 ? 'unknown' : drawn(known.zones, fraction)
  return {
    key: Math.floor(fraction() * 2 ** 32),
    organisation: organisationOf(territory, fraction),
    quarter: at,
    from: fraction() < 0.02 ? at + 1 : at,
    until: fraction() < 0.005 ? at + 1 + Math.floor(fraction() * 3) : Infinity,
    fixed: {
      form: forms,
      age: [age],
      sex: [sex],
      territory: [territory],
      channel: [channel],
      zone: [zone],
      minor: [minorPath(age, fraction)],
      quarter: [`Q${at + 1}`]
    },
    paths: {
      ...Object.fromEntries(
        Object.entries(steps).map(([name, way]) => [name, way.map((shares) => drawn(shares, fraction))])
      ),
      ...Object.fromEntries(
        Object.entries(gathered).map(([name, shares]) => [name, gatheredBy(shares, fraction)])
      )
    }
  }
}

export const personsOf = (count: number, fraction: Fraction): Person[] =>
  Array.from({ length: count }, () => one(fraction))

/** What is known of somebody at a release: a path as far as it went, or all that was gathered until then. */
export const valuesAt = (
  { fixed, paths, quarter }: Person,
  name: string,
  release: number
): readonly string[] => {
  const lasting = fixed[name]
  if (lasting) return lasting
  const passed = release - quarter
  const path = paths[name]!
  return name in gathered ? path.slice(0, 1 + 2 * passed) : [path[Math.min(passed, path.length - 1)]!]
}

/** The values of a dimension, in their order. */
export const valuesOf = (name: string): string[] => {
  const shares: Readonly<Record<string, readonly Shares[]>> = {
    form: [known.forms, { unknown: 1 }],
    age: [known.ages.sexual, { unknown: 1 }],
    sex: [{ female: 1, male: 1, unknown: 1 }],
    territory: [
      Object.fromEntries(
        Object.keys(known.territories)
          .toSorted()
          .map((code) => [`${code}`, 1])
      )
    ],
    channel: [known.channels],
    zone: [known.zones, { unknown: 1 }],
    minor: [{ adult: 1 }, minorPaths],
    quarter: [known.quarters],
    ...steps
  }
  return [...new Set((shares[name] ?? [gathered[name]!]).flatMap((one) => Object.keys(one)))]
}

/** What nobody can be yet at a release: flagged in a quarter to come, or further on a path than a quarter takes. */
export const toComeAt = (release: number): string[] => {
  const named = (name: string, words: readonly string[]) => words.map((word) => `${name}=${word}`)
  const paths = Object.entries(steps).flatMap(([name, way]: [string, readonly Shares[]]) => {
    const reached = new Set(way.slice(0, release + 1).flatMap((shares) => Object.keys(shares)))
    return named(
      name,
      valuesOf(name).filter((word) => !reached.has(word))
    )
  })
  return [...named('quarter', valuesOf('quarter').slice(release + 1)), ...paths]
}
