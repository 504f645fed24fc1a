import { caseCode } from '../../cases/code.ts'
import { castOf, companyOf, possible, type Company } from '../world/cast.ts'
import { addDiligence } from './diligence.ts'
import { figures } from '../world/figures.ts'
import { ordinaryLife } from './scenario.ts'
import type { WorldOrganisation } from '../world/organisations.ts'
import { anyPlace, bookingsOf, type Bookings, type WorldPlace } from '../world/places.ts'
import { someoneMet, type Met } from '../world/population.ts'
import { bytesOf, chanceOf, uuidOf, type Chance } from '../world/random.ts'
import { settled, type Recipe } from '../recipes/recipe.ts'
import { recipes } from '../recipes/recipes.ts'
import { days, scriptOf, type Script, type Step } from './script.ts'
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
export const smallWorld = 184

const span = days(730)

/** One turn of the small world: five cases of the Rhône, one of Paris, one of Mayotte, one from anywhere. */
const turn = ['69', '69', '69', '69', '69', '75', '976', null] as const
const ofTheRhone = turn.filter((territory) => territory === '69').length

/** The Rhône tells the recipes from the first on, anywhere else from the last back; Paris and Mayotte begin the list. */
const shownAt = (index: number) => {
  const [round, slot] = [Math.floor(index / turn.length), index % turn.length]
  const territory = turn[slot]!
  const number = territory === '69' ? round * ofTheRhone + slot : round
  const recipe = territory === null ? recipes.at(-1 - round) : recipes[number % recipes.length]
  return { territory, recipe: recipe! }
}

type World = Company & { seed: string; doubles: Map<string, string> }

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

/** The first case of the same territory, told long before: a file that another one may be joined to. */
const doubleOf = ({ doubles }: World, { flag }: Met) => doubles.get(flag.territory) ?? null

type Teller = { met: Met } & Pick<Recipe, 'tell' | 'rest' | 'designated'>

/** Told twice: once to learn how long it lasts, then with the dates that make it end now. */
const shownStory = (world: World, index: number, told: Teller, bookings: Bookings): Story => {
  const draft = (openedAt: Hour, places: Bookings) => {
    const chance = chanceOf(world.seed, 'life', index)
    const cast = castOf(world, told.met, {
      chance,
      designated: told.designated ?? false,
      double: doubleOf(world, told.met)
    })
    return scriptOf({ met: told.met, cast, chance, bookings: places, openedAt, shown: true })
  }
  const length = told.tell(draft(-span, anyPlace))
  const chance = chanceOf(world.seed, 'rest', index)
  const openedAt = -(length + chance.between(...(told.rest ?? settled)))
  const script = draft(openedAt, bookings)
  told.tell(script)
  addDiligence(script, chanceOf(world.seed, 'diligence', index))
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
    cast: castOf(world, met, { chance, double: doubleOf(world, met) }),
    chance,
    bookings,
    openedAt
  })
  ordinaryLife(script)
  addDiligence(script, chanceOf(world.seed, 'diligence', index))
  return storyOf(world, index, script, openedAt)
}

/** A file to which another may be joined once the lives told beside it are surely written. */
const remember = ({ doubles }: World, index: number, { met, codeBytes }: Story) => {
  const { territory } = met.flag
  if (index < turn.length && !doubles.has(territory)) doubles.set(territory, caseCode(codeBytes))
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
  const world: World = { seed, ...companyOf(organisations), doubles: new Map() }
  const bookings = bookingsOf(places)
  for (let index = 0; index < cases; index += 1) {
    const story =
      index < smallWorld
        ? shownStory(world, index, tellerOf(world, index), bookings)
        : ordinaryStory(world, index, anchor, bookings)
    remember(world, index, story)
    yield story
  }
}
