import type { Life } from './living.ts'

/** Where a word of an old version stands today: an asylum place has a region of its own since. */
export const movedStates: Record<string, Record<string, { region: string; state: string }>> = {
  housing: { housed_dna: { region: 'asylum_housing', state: 'housed' } }
}

type Stands = Partial<Life['regions']>

const placed = <R extends Stands>(regions: R): R =>
  (regions.housing as string | undefined) === 'housed_dna'
    ? { ...regions, housing: 'housed_chrs_other', asylum_housing: 'housed' }
    : regions

/** The same life as today's tables write it. */
export const translateHousing = (life: Life): Life => ({
  ...life,
  regions: placed(life.regions),
  steps: life.steps.map((step) => (step.moved ? { ...step, moved: placed(step.moved) } : step)),
  end: { ...life.end, regions: placed(life.end.regions) }
})
