import { regionTables, regionIds, commandTypes } from '../workflows/commands.ts'
import type { Region } from '../workflows/command.ts'
import type { RegionId } from '../workflows/vocabulary.ts'
import { page, table } from '../docs/generate/markdown.ts'
import type { Explored } from './explore.ts'
import type { Property } from './property.ts'
import { inFrench } from './properties.words.ts'
import type { breadth, walk } from './walk.ts'

export type Set = { regions: readonly RegionId[]; found: Explored }
export type Whole = {
  alone: readonly Set[]
  pairs: readonly Set[]
  most: number
  wide: ReturnType<typeof breadth>
  walked: ReturnType<typeof walk>
  compared: number
  disagreed: number
  checked: readonly Property[]
}

const names: Record<RegionId, string> = {
  identification: 'identification',
  housing: 'hébergement',
  residence: 'séjour',
  judicial: 'justice',
  care: 'accompagnement',
  minor: 'protection de l’enfance',
  consent: 'accords',
  closure: 'sortie et clôture'
}

const number = (count: number) => count.toLocaleString('fr-FR').replaceAll(/[\u202f\u00a0]/g, ' ')

const row = ({ regions, found }: Set) => [
  regions.map((id) => names[id]).join(' × '),
  number(found.acts),
  number(found.situations),
  number(found.moves),
  number(found.dead.length),
  found.undecided === 0 ? 'oui' : `non : ${found.undecided} sur ${found.acts} au-delà de la borne`
]

const head = ['Régions', 'Actes', 'Situations distinctes', 'Mouvements', 'Impasses', 'Parcours achevé']

/** What each region alone gives: quick and always the same, so that a test may hold the page against the code. */
export const aloneTable = (alone: readonly Set[]) => table(head, alone.map(row))

export const propertiesTable = (checked: readonly Property[]) =>
  table(
    ['Numéro', 'Ce qui est vrai à chaque pas, ou dans les tables'],
    checked.map(({ id }) => [id, inFrench[id] ?? ''])
  )

const states = (id: RegionId) =>
  Object.keys((regionTables[id] as Region).states).filter(
    (state) => !['closing', 'restoring'].includes(state)
  )

/** The states of each region to which no walk came. */
export const unreached = (sets: readonly Set[]) =>
  regionIds.flatMap((id) =>
    states(id)
      .filter((state) => !sets.some(({ found }) => found.reached[id].has(state)))
      .map((state) => `${id}.${state}`)
  )

const method = `## Comment lire ces chiffres

Un dossier a huit régions et une cinquantaine de faits : toutes leurs combinaisons ne peuvent être parcourues. Mais un acte ne
regarde que quelques faits, qui ne changent que par quelques actes. Le programme relève tout ce que chaque règle lit, en déduit
ce dont chaque acte peut dépendre, puis parcourt jusqu’au bout toutes les situations distinctes à cet égard. Deux dossiers qui
ne diffèrent que par ce qu’aucune de ces règles ne lit sont comptés une fois. Une **impasse** est une situation où plus rien n’est possible. Un
parcours **non achevé** a rencontré la borne : le chiffre est celui de ce qui a été vu, et rien n’est affirmé du reste.`

const composed = ({ wide, walked, compared, disagreed, checked }: Whole) => `## Le dossier composé

Les huit régions ensemble, jusqu’à trois orientations envoyées à la fois, une place à prendre et les horloges.

- De proche en proche, sans rien omettre, jusqu’à la borne : ${number(wide.situations)} situations, ${number(wide.moves)} mouvements, ${wide.depth} pas de profondeur ; ${number(wide.stuck)} impasse.
- Au hasard : ${number(walked.commands)} commandes en ${number(walked.lives)} vies, dont ${number(walked.refused)} refusées ; jusqu’à ${walked.live} orientations vivantes à la fois.
- Propriétés tenues à chaque pas : ${checked.length - new Set([...wide.breaches, ...walked.breaches].map(({ property }) => property)).size} sur ${checked.length}.
- Mouvements rejoués par la machine elle-même : ${number(compared)}, désaccords : ${number(disagreed)} ; actes qui changent un fait inattendu : ${number(walked.surprises)}.`

export const report = (whole: Whole) => {
  const { alone, pairs, most, checked } = whole
  const missing = unreached([...alone, ...pairs])
  const cut = pairs.filter(({ found }) => found.undecided > 0).length
  return page(
    'Les machines, parcourues',
    `${commandTypes.length} actes, ${alone.length} régions, ${pairs.length} paires de régions. États jamais atteints : ${missing.length === 0 ? 'aucun' : missing.join(', ')}. Paires dont le parcours n’est pas achevé : ${cut} (borne : ${number(most)} lots de situations pour ce dont dépend un acte).`,
    [
      method,
      `## Chaque région\n\n${aloneTable(alone)}`,
      `## Chaque paire de régions\n\n${aloneTable(pairs)}`,
      composed(whole),
      `## Ce qui est tenu\n\nChaque propriété a été vue tomber quand la règle qui la porte est retirée (\`npm run verify:mutants\`).\n\n${propertiesTable(checked)}`
    ]
  ).replace('npm run docs', 'npm run verify -- --write')
}
