import type { OrgType } from '../../../policies/actor.ts'
import type { PlaceKind } from '../../../workflows/places/places.ts'
import type { outReasons } from '../../../workflows/vocabulary/words.housing.ts'
import { languages } from '../../../workflows/vocabulary/words.ts'
import type { WorldOrganisation } from './organisations.ts'
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
const anySex = ['female', 'male', 'other']
const whyOut = ['works', 'damage', 'staff'] as const satisfies (keyof typeof outReasons)[]

const constraints = (chance: Chance, index: number) => ({
  sexes: index % 7 === 3 ? ['male'] : index % 5 === 1 ? anySex : ['female'],
  children: Number(chance.weighted({ '0': 5, '1': 2, '2': 2, '3': 1 })),
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

type Places = {
  kind: PlaceKind
  /** What their draws and their ids are named after. */
  word: string
  orgKey: string
  count: number
  drawn: (chance: Chance, index: number) => Partial<WorldPlace>
  kept?: (chance: Chance, index: number) => boolean
}

/** The places of one structure, each drawn after the other. */
const placesOf = (seed: string, { kind, word, orgKey, count, drawn, kept = () => false }: Places) => {
  const chance = chanceOf(seed, `${word}s`, orgKey)
  return Array.from({ length: count }, (_, index): WorldPlace => ({
    id: uuidOf(seed, word, orgKey, index),
    orgKey,
    kind,
    label: `Place ${index + 1}`,
    sexes: ['female'],
    children: 0,
    languages: ['fr'],
    accessible: false,
    outOfService: null,
    centre: null,
    ...drawn(chance, index),
    address: addressOf(chance),
    kept: kept(chance, index)
  }))
}

/** About 110 places for the whole country, as in life: the first shelters of the list have more. */
const acsePlaces = (seed: string, orgKey: string, shelter: number) => {
  const shown = shelterPlaces(orgKey) > 0
  const count = shelterPlaces(orgKey) || (shelter % 3 === 0 ? 1 : 2)
  const isLast = (index: number) => index >= count - keptPlaces
  return placesOf(seed, {
    ...{ kind: 'acse', word: 'place', orgKey, count },
    drawn: (chance, index) => ({
      ...constraints(chance, shelter + index),
      ...(shown && isLast(index) && { sexes: anySex }),
      outOfService: !shown && chance.chance(0.05) ? chance.pick(whyOut) : null
    }),
    kept: (chance, index) => (shown ? isLast(index) : chance.chance(0.06))
  })
}

/** Of the asylum scheme, for women and their children: no story books them but one that asks OFII. */
const asylumPlaces = (seed: string, orgKey: string) =>
  placesOf(seed, {
    ...{ kind: 'dna', word: 'asylum place', orgKey, count: orgKey === 'centre-dna' ? 6 : 2 },
    drawn: (chance, index) => ({
      children: chance.whole(1, 3),
      languages: ['fr', ...chance.sample(['en', 'bin', 'ar', 'ti', 'so', 'fa'], 2)],
      accessible: chance.chance(0.25),
      centre: index % 3 === 2 ? 'cph' : index % 2 === 0 ? 'cada' : 'huda'
    })
  })

/** For minors, of a few shelters: child protection offers them, and nobody else sees them. */
const minorPlaces = (seed: string, orgKey: string) =>
  placesOf(seed, {
    ...{ kind: 'minor', word: 'minor place', orgKey, count: orgKey === 'foyer-ouest' ? 5 : 2 },
    drawn: (chance, index) => ({
      label: `Place mineur ${index + 1}`,
      sexes: anySex,
      languages: ['fr', ...chance.sample(['en', 'bin', 'ro', 'ar'], 2)],
      accessible: chance.chance(0.25)
    })
  })

/** Every place of the world, the same for one seed. */
export const worldPlaces = (seed: string, organisations: readonly WorldOrganisation[]): WorldPlace[] => {
  const of = (wanted: OrgType) => organisations.filter(({ type }) => type === wanted).map(({ key }) => key)
  const shelters = of('shelter')
  return [
    ...shelters.flatMap((key, index) => acsePlaces(seed, key, index)),
    ...of('dna_centre').flatMap((key) => asylumPlaces(seed, key)),
    ...shelters
      .filter((key, index) => key === 'foyer-ouest' || index % 8 === 5)
      .flatMap((key) => minorPlaces(seed, key))
  ]
}

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
