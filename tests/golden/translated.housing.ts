import type { Life } from './living.ts'
import type { Translation } from './translated.ts'

// Until 2026-11 an asylum place was a state of housing, told to whoever could not know of it as a roof like any other.

type Stands = Partial<Life['regions']>

const placed = <R extends Stands>(regions: R): R =>
  (regions.housing as string | undefined) === 'housed_dna'
    ? { ...regions, housing: 'housed_chrs_other', asylum_housing: 'housed' }
    : regions

const lifeToday = (life: Life): Life => ({
  ...life,
  regions: placed(life.regions),
  steps: life.steps.map((step) => (step.moved ? { ...step, moved: placed(step.moved) } : step)),
  end: { ...life.end, regions: placed(life.end.regions) }
})

export const asylumPlacesApart: Translation = (recorded) => {
  const { housing = [], ...states } = recorded.states
  return {
    ...recorded,
    states: {
      ...states,
      housing: housing.filter((state) => state !== 'housed_dna'),
      asylum_housing: housing.includes('housed_dna') ? ['housed'] : []
    },
    lives: recorded.lives.map(lifeToday)
  }
}
