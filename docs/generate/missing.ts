import {
  missingTransitions,
  statesWithoutTransition,
  transitionIds,
  transitionRow,
  type TransitionId
} from '../../workflows/transitions.ts'
import { regions, type RegionId } from '../../workflows/vocabulary.ts'
import { page, stateLabel, table } from './markdown.ts'

const leadsTo = (id: TransitionId) => {
  const { region, to } = transitionRow(id)
  return to.map((state) => stateLabel(region, state)).join(', ')
}

const undrawn = () =>
  (Object.entries(statesWithoutTransition) as [RegionId, readonly string[]][]).map(([region, states]) => [
    regions[region].fr,
    states.map((state) => stateLabel(region, state)).join(', ')
  ])

export const missing = () =>
  page(
    'Ce qui reste à construire',
    `Sur les ${transitionIds.length} transitions du mécanisme (T101 à T806), ${missingTransitions.length} n’ont pas encore d’acte. Un test tient cette liste.`,
    [
      table(
        ['N°', 'Région', 'Transition', 'Mène à'],
        missingTransitions.map((id) => [
          id,
          regions[transitionRow(id).region].fr,
          transitionRow(id).label,
          leadsTo(id)
        ])
      ),
      `## États sans transition\n\nLe mécanisme dessine ces états sans nommer l’acte qui y mène.\n\n${table(['Région', 'États'], undrawn())}`
    ]
  )
