import { regionTables, regionIds, commandTypes } from '../workflows/case/commands.ts'
import type { Region } from '../workflows/act/command.ts'
import { factClasses } from '../workflows/facts/facts.ts'
import { regions as regionWords, type RegionId } from '../workflows/vocabulary/vocabulary.ts'
import { page, table } from '../docs/generate/markdown.ts'
import type { Explored } from './walk/explore.ts'
import { storiesPart } from './stories.ts'
import type { Property } from './properties/property.ts'
import { inFrench } from './properties/properties.words.ts'
import type { Breach, breadth, walk } from './walk/walk.ts'

export type Set = { regions: readonly RegionId[]; found: Explored }
export type Whole = {
  alone: readonly Set[]
  pairs: readonly Set[]
  wide: ReturnType<typeof breadth>
  walked: ReturnType<typeof walk>
  compared: number
  disagreed: number
  checked: readonly Property[]
  /** All that broke, in the tables too; without it, what broke on the way. */
  broken?: readonly Breach[]
}

const number = (count: number) => count.toLocaleString('fr-FR').replaceAll(/[\u202f\u00a0]/g, ' ')

const row = ({ regions, found }: Set) => [
  regions.map((id) => regionWords[id].fr).join(' × '),
  number(found.acts),
  number(found.facts),
  number(found.situations),
  number(found.moves),
  number(found.dead.length)
]

const head = [
  'Régions',
  'Actes',
  'Faits dont ils dépendent',
  'Situations distinctes',
  'Mouvements',
  'Impasses'
]

/** What each region alone gives: quick and always the same, so that a test may hold the page against the code. */
export const aloneTable = (alone: readonly Set[]) => table(head, alone.map(row))

export const propertiesTable = (checked: readonly Property[]) =>
  table(
    ['Numéro', 'Ce qui est vrai à chaque pas, ou dans les tables'],
    checked.map(({ id }) => [id, inFrench[id] ?? ''])
  )

const states = (id: RegionId) =>
  Object.keys((regionTables[id] as Region).states).filter(
    (state) => !['closing', 'deciding', 'restoring'].includes(state)
  )

/** The states of each region to which no walk came. */
export const unreached = (sets: readonly Set[]) =>
  regionIds.flatMap((id) =>
    states(id)
      .filter((state) => !sets.some(({ found }) => found.reached[id].has(state)))
      .map((state) => `${id}.${state}`)
  )

/** How the page is read: a test holds its counts against the code. */
export const method = `## Comment lire ces chiffres

Un dossier a ${regionIds.length} régions et ${Object.keys(factClasses).length} faits : toutes leurs combinaisons ne peuvent être parcourues. Mais un acte ne
regarde que quelques faits, qui ne changent que par quelques actes. Le programme relève tout ce que chaque règle lit, en déduit
ce dont les actes d’une région, ou de deux, peuvent dépendre, puis parcourt toutes les situations distinctes à cet égard, sans
s’arrêter avant la dernière. Deux dossiers qui ne diffèrent que par ce qu’aucune de ces règles ne lit sont comptés une fois. Une
**impasse** est une situation où plus rien n’est possible. Les situations sont parcourues par ensembles de celles qui changent
de la même façon, non une à une ; leur nombre n’en est pas moins exact.

Le parcours part de dix personnes différentes et fait faire chaque acte par une association, avec une valeur à la fois pour
chaque champ : ce que seule la police apprend aux règles n’est parcouru que par les tests. Il prend aussi des saisies que la porte refuserait pour ce qu’elles contredisent : il va donc plus loin qu’elle. Un
acte qui ne fait que noter (un contact, un indice) compte comme possible : une situation n’est une impasse que si même lui est fermé.`

const held = ({ wide, walked, checked, broken }: Whole) => {
  const fallen = new globalThis.Set(
    (broken ?? [...wide.breaches, ...walked.breaches]).map(({ property }) => property)
  )
  const looked = (by: 'step' | 'standing' | 'tables') => checked.filter((one) => one[by]).length
  return `Propriétés tenues : ${checked.length - fallen.size} sur ${checked.length} ; ${looked('step')} regardées à chaque pas, ${looked('standing')} dans chaque situation, ${looked('tables')} dans les tables, certaines de plusieurs façons.`
}

const composed = (whole: Whole) => {
  const { wide, walked, compared, disagreed } = whole
  return `## Le dossier composé

Toutes les régions ensemble, jusqu’à quatre orientations envoyées à la fois, les places qui l’attendent et les délais.

- De proche en proche, sans rien omettre, jusqu’à la borne : ${number(wide.situations)} situations, ${number(wide.moves)} mouvements, ${wide.depth} pas de profondeur ; ${number(wide.stuck)} impasse.
- Au hasard : ${number(walked.commands)} commandes en ${number(walked.lives)} vies, dont ${number(walked.refused)} refusées ; jusqu’à ${walked.live} orientations vivantes à la fois.
- ${held(whole)}
- Mouvements rejoués par la machine elle-même : ${number(compared)}, désaccords : ${number(disagreed)} ; actes qui changent un fait inattendu : ${number(walked.surprises)}.`
}

export const report = (whole: Whole) => {
  const { alone, pairs, checked } = whole
  const missing = unreached([...alone, ...pairs])
  return page(
    'Les machines, parcourues',
    `${commandTypes.length} actes, ${alone.length} régions, ${pairs.length} paires de régions. États jamais atteints : ${missing.length === 0 ? 'aucun' : missing.join(', ')}. Chacune est parcourue jusqu’au bout.`,
    [
      method,
      storiesPart(),
      `## Chaque région\n\n${aloneTable(alone)}`,
      `## Chaque paire de régions\n\n${aloneTable(pairs)}`,
      composed(whole),
      `## Ce qui est tenu\n\n\`npm run verify:mutants\` retire une à une les règles qui portent ces propriétés, et dit lesquelles il voit tomber. Il remet ensuite, une à une, les lectures anciennes du droit, et dit lesquelles leur test voit revenir.\n\n${propertiesTable(checked)}`
    ]
  ).replace('npm run docs', 'npm run verify -- --write')
}
