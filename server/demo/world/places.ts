import type { PlaceKind } from '../../../workflows/places/places.ts'
import type { outReasons } from '../../../workflows/regions/words.housing.ts'
import { languages } from '../../../workflows/regions/words.ts'
import { inventedWord } from './names.ts'
import { chanceOf, uuidOf, type Chance } from './random.ts'
import type { Hour } from '../lives/timeline.ts'

export type WorldPlace = {
  id: string
  orgKey: string
  kind: PlaceKind
  label: string
  sexes: string[]
  children: number
  languages: string[]
  accessible: boolean
  outOfService: string | null
  centre: 'cada' | 'huda' | 'cph' | null
  address: string[]
  /** Left free by every story, so that whoever tries the site finds a place to offer. */
  kept: boolean
}

export type Needs = {
  sex: string
  children: number
  kind?: PlaceKind
  /** A structure that she leaves. */
  notAt?: string
}

const shelterPlaces = (orgKey: string) => (orgKey === 'foyer-azur' || orgKey === 'foyer-ouest' ? 9 : 0)
const keptPlaces = 3
const whyOut = ['works', 'damage', 'staff'] as const satisfies (keyof typeof outReasons)[]

const constraints = (chance: Chance, index: number) => ({
  sexes: index % 7 === 3 ? ['male'] : index % 5 === 1 ? ['female', 'male', 'other'] : ['female'],
  children: chance.weighted({ '0': 5, '1': 2, '2': 2, '3': 1 }),
  languages: [
    'fr',
    ...chance.sample(
      Object.keys(languages).filter((code) => code !== 'fr' && code !== 'other'),
      chance.whole(1, 3)
    )
  ],
  accessible: chance.chance(0.25)
})

const addressOf = (chance: Chance) => [
  `Maison ${inventedWord(chance)}`,
  `${chance.whole(1, 90)} allée des Exemples`,
  `00${chance.whole(100, 999)} ${inventedWord(chance)}-sur-Fiction`
]

/** About 110 places for the whole country, as in life: the first shelters of the list have more. */
export const worldPlaces = (seed: string, shelterKeys: readonly string[]): WorldPlace[] =>
  shelterKeys.flatMap((orgKey, shelter) => {
    const chance = chanceOf(seed, 'places', orgKey)
    const count = shelterPlaces(orgKey) || (shelter % 3 === 0 ? 1 : 2)
    return Array.from({ length: count }, (_, index): WorldPlace => {
      const { children, ...rest } = constraints(chance, shelter + index)
      const shown = shelterPlaces(orgKey) > 0
      return {
        id: uuidOf(seed, 'place', orgKey, index),
        orgKey,
        kind: 'acse',
        label: `Place ${index + 1}`,
        ...rest,
        ...(shown && index >= count - keptPlaces && { sexes: ['female', 'male', 'other'] }),
        children: Number(children),
        centre: null,
        outOfService: !shown && chance.chance(0.05) ? chance.pick(whyOut) : null,
        address: addressOf(chance),
        kept: shown ? index >= count - keptPlaces : chance.chance(0.06)
      }
    })
  })

/** Places of the asylum scheme, for women and their children: no story books them but one that asks OFII. */
export const asylumPlaces = (seed: string, centreKeys: readonly string[]): WorldPlace[] =>
  centreKeys.flatMap((orgKey) => {
    const chance = chanceOf(seed, 'asylum places', orgKey)
    return Array.from({ length: orgKey === 'centre-dna' ? 6 : 2 }, (_, index): WorldPlace => ({
      id: uuidOf(seed, 'asylum place', orgKey, index),
      orgKey,
      kind: 'dna',
      label: `Place ${index + 1}`,
      sexes: ['female'],
      children: chance.whole(1, 3),
      languages: ['fr', ...chance.sample(['en', 'bin', 'ar', 'ti', 'so', 'fa'], 2)],
      accessible: chance.chance(0.25),
      outOfService: null,
      centre: index % 3 === 2 ? 'cph' : index % 2 === 0 ? 'cada' : 'huda',
      address: addressOf(chance),
      kept: false
    }))
  })

/** Places for minors, of a few shelters: child protection offers them, and nobody else sees them. */
export const minorPlaces = (seed: string, shelterKeys: readonly string[]): WorldPlace[] =>
  shelterKeys
    .filter((key, index) => key === 'foyer-ouest' || index % 8 === 5)
    .flatMap((orgKey) => {
      const chance = chanceOf(seed, 'minor places', orgKey)
      return Array.from({ length: orgKey === 'foyer-ouest' ? 5 : 2 }, (_, index): WorldPlace => ({
        id: uuidOf(seed, 'minor place', orgKey, index),
        orgKey,
        kind: 'minor',
        label: `Place mineur·e ${index + 1}`,
        sexes: ['female', 'male', 'other'],
        children: 0,
        languages: ['fr', ...chance.sample(['en', 'bin', 'ro', 'ar'], 2)],
        accessible: chance.chance(0.25),
        outOfService: null,
        centre: null,
        address: addressOf(chance),
        kept: false
      }))
    })

export type Booking = { placeId: string; orgKey: string }

/**
 * Who is where and when, drawn before anything is written: two stories never ask for the same place at the same time.
 * Stories are written in no fixed order, so that a place that someone occupies now has no other stay behind it.
 */
export interface Bookings {
  /** The first place that fits and is free from one hour to another, or null. The small world begins with the shelters that have accounts. */
  take(from: Hour, until: Hour, needs: Needs & { shown: boolean }): Booking | null
}

const cleaning = 24
// One place in four turns over; the others are occupied once, until now.
const turnsOver = 4

export const bookingsOf = (places: readonly WorldPlace[]): Bookings => {
  const usable = places.filter(({ outOfService, kept }) => !outOfService && !kept)
  const acse = usable.filter(({ kind }) => kind === 'acse')
  const others = usable.filter(({ kind }) => kind !== 'acse')
  const taken = new Map<string, [Hour, Hour][]>(usable.map(({ id }) => [id, []]))
  let turn = 0
  const open = new Set([...acse.filter((_, index) => index % turnsOver > 0), ...others].map(({ id }) => id))
  const fits = ({ kind, orgKey, sexes, children }: WorldPlace, needs: Needs) =>
    orgKey !== needs.notAt &&
    kind === (needs.kind ?? 'acse') &&
    sexes.includes(needs.sex) &&
    children >= needs.children
  const free = ({ id }: WorldPlace, from: Hour, until: Hour) =>
    taken.get(id)!.every(([start, end]) => until + cleaning <= start || from >= end + cleaning)
  const take: Bookings['take'] = (from, until, needs) => {
    turn += 1
    const inTurn = needs.shown
      ? [...acse, ...others]
      : [...acse.map((_, index) => acse[(index + turn * 13) % acse.length]!), ...others]
    const found = inTurn.find(
      (place) =>
        (place.kind !== 'acse' || open.has(place.id) === until > -cleaning) &&
        fits(place, needs) &&
        free(place, from, until)
    )
    if (!found) return null
    taken.get(found.id)!.push([from, until])
    return { placeId: found.id, orgKey: found.orgKey }
  }
  return { take }
}

/** For measuring how long a story lasts before it is given its dates. */
export const anyPlace: Bookings = { take: () => ({ placeId: uuidOf('any place'), orgKey: 'foyer-azur' }) }
