import { behaviours } from '../../tests/peers/all.ts'
import { composed, notRecorded, type Behaviour } from '../../tests/peers/behaviour.ts'
import { lines, page, table } from './markdown.ts'

const heldBy = (one: Behaviour) =>
  'outOfScope' in one
    ? `Hors périmètre : ${one.outOfScope}`
    : lines(one.heldBy.map(([file, title]) => `[${file}](../${file}) « ${title} »`))

const productsWhere = (holds: (commit: string) => boolean) =>
  new Set(behaviours.filter(({ source }) => holds(source.commit)).map(({ source }) => source.product))

const introduction = () => {
  const all = productsWhere((commit) => commit !== composed)
  const without = productsWhere((commit) => commit === notRecorded)
  const versions = `à la version dite entre parenthèses (elle n’a pas été relevée pour ${without.size} des ${all.size} produits : ${[...without].join(', ')})`
  return `Chaque comportement a été lu dans un autre logiciel, ${versions}, et redit en français ; la dernière colonne nomme l’essai qui le tient ici, ou dit pourquoi il n’a pas lieu d’être. « Composé » : une histoire faite de plusieurs de ces comportements.`
}

const readAt = ({ source: { product, commit } }: Behaviour) => `${product} (${commit})`

const parts = [
  ['Orienter et passer la main', /^(P|6\.1)/],
  ['Droits, réponses, liens, places, délais, partage et doublons', /^6\.[2-7]/],
  ['Histoires entières', /^S/]
] as const

/** What comparable products do, and the test that holds it here. */
export const peers = () =>
  page(
    'Ce que font les produits comparables',
    introduction(),
    parts.map(
      ([title, ids]) =>
        `## ${title}\n\n${table(
          ['N°', 'Comportement', 'Lu dans', 'Tenu par'],
          behaviours
            .filter(({ id }) => ids.test(id))
            .map((one) => [one.id, one.says, readAt(one), heldBy(one)])
        )}`
    )
  )
