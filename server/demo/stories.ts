import { figures } from './figures.ts'
import { ordinaryLife } from './life.ts'
import { memberKeys } from './organisation.drafts.ts'
import type { WorldOrganisation } from './organisations.ts'
import { anyPlace, bookingsOf, type Bookings, type WorldPlace } from './places.ts'
import { someoneMet, type Met } from './population.ts'
import { bytesOf, chanceOf, uuidOf, type Chance } from './random.ts'
import { recipes, type Recipe } from './recipes.ts'
import { days, scriptOf, type Cast, type Script, type Step } from './script.ts'
import type { Hour } from './timeline.ts'

/** A life ready to be played: who flags whom, when, and what follows. */
export type Story = {
  id: string
  codeBytes: Uint8Array
  flaggedBy: string
  met: Met
  openedAt: Hour
  steps: Step[]
}

/** The cases that a small world holds: enough for every account to find each state. */
export const smallWorld = 150

const span = days(730)

/** One turn of the small world: two cases of the Rhône, one of Paris, one of Mayotte, one from anywhere. */
const turn = ['69', '69', '75', '976', null] as const

/** The Rhône tells every recipe; the others begin the list, or take it from its middle. */
const shownAt = (index: number) => {
  const [round, slot] = [Math.floor(index / turn.length), index % turn.length]
  const number = slot < 2 ? round * 2 + slot : slot < 4 ? round : smallWorld / turn.length + round
  return { territory: turn[slot]!, recipe: recipes[number % recipes.length]! }
}

const withFlag = (organisations: readonly WorldOrganisation[]) =>
  Map.groupBy(
    organisations.filter(({ type, regimes }) => type === 'association' && regimes.includes('flag')),
    ({ territory }) => territory!
  )

const designatedFirst = (associations: readonly WorldOrganisation[]) => {
  const designated = associations.filter(({ regimes }) => regimes.includes('r425_1'))
  return designated.length > 0 ? designated : associations
}

const castOf = (
  world: World,
  { channel, flag }: Met,
  { chance, designated = false }: { chance: Chance; designated?: boolean }
): Cast => {
  const { territory } = flag
  const everyone = world.associations.get(territory) ?? []
  const here = designated ? designatedFirst(everyone) : everyone
  const shown = here[0]?.people.some(({ subject }) => !subject.endsWith('.1')) ? here[0] : undefined
  const association =
    shown && chance.chance(0.7)
      ? shown
      : here.length > 0
        ? chance.pick(here)
        : chance.pick(designated ? designatedFirst(world.everyAssociation) : world.everyAssociation)
  const service = {
    police: `police-${territory}`,
    work: `work-${territory}`,
    ofii: 'ofii',
    ase: `ase-${territory}`,
    health: 'soin-69'
  }
  const own = channel === 'association'
  const flagger = own ? association.key : service[channel]
  const toName = !own && here.length > 0 ? association.key : null
  return {
    flagger,
    referent: own ? association.key : null,
    toName,
    cell: `cell-${territory}`,
    members: memberKeys(territory),
    prefecture: `pref-${territory}`,
    childProtection: `ase-${territory}`,
    police: channel === 'police' || channel === 'work' ? flagger : null,
    mayOfferReflection: (own || toName !== null) && association.regimes.includes('r425_1')
  }
}

type World = {
  seed: string
  associations: Map<string, WorldOrganisation[]>
  everyAssociation: WorldOrganisation[]
  keys: Set<string>
}

/** Some services are not everywhere: then an association meets the person. */
const possible = (world: World, met: Met): Met =>
  (met.channel === 'work' && !world.keys.has(`work-${met.flag.territory}`)) ||
  (met.channel === 'health' && met.flag.territory !== '69')
    ? { ...met, channel: 'association' }
    : met

const storyOf = (world: World, index: number, script: Script, openedAt: Hour): Story => ({
  id: uuidOf(world.seed, 'case', index),
  codeBytes: bytesOf(world.seed, 'code', index),
  flaggedBy: script.cast.flagger,
  met: script.met,
  openedAt,
  steps: script.steps
    .map((step, order) => ({ step, order }))
    .sort((a, b) => a.step.at - b.step.at || a.order - b.order)
    .map(({ step }) => step)
})

type Teller = { met: Met } & Pick<Recipe, 'tell' | 'rest' | 'designated'>

/** Told twice: once to learn how long it lasts, then with the dates that make it end now. */
const shownStory = (world: World, index: number, told: Teller, bookings: Bookings): Story => {
  const draft = (openedAt: Hour, places: Bookings) => {
    const chance = chanceOf(world.seed, 'life', index)
    const cast = castOf(world, told.met, { chance, designated: told.designated ?? false })
    return scriptOf({ met: told.met, cast, chance, bookings: places, openedAt, shown: true })
  }
  const length = told.tell(draft(-span, anyPlace))
  const chance = chanceOf(world.seed, 'rest', index)
  const openedAt = -(length + chance.between(...told.rest))
  const script = draft(openedAt, bookings)
  told.tell(script)
  return storyOf(world, index, script, openedAt)
}

const tellerOf = (world: World, index: number): Teller => {
  const { territory, recipe } = shownAt(index)
  const chance = chanceOf(world.seed, 'person', index)
  const drawn = someoneMet(chance, {
    channel: recipe.channel ?? 'association',
    ...(territory && { territory })
  })
  return { ...recipe, met: { ...drawn, flag: coherent({ ...drawn.flag, ...recipe.facts } as Met['flag']) } }
}

/** Facts that a recipe sets must not quarrel with those that chance drew. */
const coherent = (flag: Met['flag']): Met['flag'] => {
  const minor = flag.ageGroup !== 'adult'
  const { ageBand, ...rest } = flag
  return {
    ...rest,
    ...(ageBand && minor === ['0-12', '13-14', '15-17'].includes(ageBand) && { ageBand }),
    nominativeConsent: !minor && flag.nominativeConsent,
    children: minor || flag.sex !== 'female' ? 0 : flag.children
  }
}

const quarterOf = (hour: Hour, anchor: Date) =>
  Math.floor(new Date(anchor.getTime() + hour * 3_600_000).getUTCMonth() / 3)
const busiest = Math.max(...figures.quarters.value)

/** Twenty-four months that grow by a fifth a year, with the weight of each quarter. */
const openingOf = (chance: Chance, anchor: Date): Hour => {
  const rate = Math.log(1 + figures.growthPerYear.value)
  for (;;) {
    const ago = -Math.log(1 - chance.next() * (1 - Math.exp(-rate * 2))) / rate
    const hour = (-ago / 2) * span
    if (chance.chance(figures.quarters.value[quarterOf(hour, anchor)]! / busiest)) return hour
  }
}

const ordinaryStory = (world: World, index: number, anchor: Date, bookings: Bookings): Story => {
  const met = possible(world, someoneMet(chanceOf(world.seed, 'person', index)))
  const chance = chanceOf(world.seed, 'life', index)
  const openedAt = openingOf(chance, anchor)
  const script = scriptOf({
    met: { ...met, flag: coherent(met.flag) },
    cast: castOf(world, met, { chance }),
    chance,
    bookings,
    openedAt
  })
  ordinaryLife(script)
  return storyOf(world, index, script, openedAt)
}

export type Telling = {
  seed: string
  cases: number
  anchor: Date
  organisations: readonly WorldOrganisation[]
  places: readonly WorldPlace[]
}

/** Every life of the world in order, so that a larger world begins as a smaller one does. */
export function* worldStories({ seed, cases, anchor, organisations, places }: Telling): Generator<Story> {
  const associations = withFlag(organisations)
  const world: World = {
    seed,
    associations,
    everyAssociation: [...associations.values()].flat(),
    keys: new Set(organisations.map(({ key }) => key))
  }
  const bookings = bookingsOf(places)
  for (let index = 0; index < cases; index += 1) {
    yield index < smallWorld
      ? shownStory(world, index, tellerOf(world, index), bookings)
      : ordinaryStory(world, index, anchor, bookings)
  }
}
