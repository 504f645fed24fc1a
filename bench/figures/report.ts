import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { usualNoise } from '../../figures/noise/deviations.ts'
import type { Step } from '../../figures/synthetic/year.ts'
import { coordinatesOf, sizesOf } from '../../figures/table/table.ts'

/** What one release of an invented year came to. */
export type Line = {
  persons: number
  moment: number
  threshold: number
  cells: number
  shown: number
  /** Cells of twenty persons and more, and how many of them are shown. */
  large: number
  largeShown: number
  maskedToPass: number
  /** Attacks that succeed, and whether what was published contradicts itself. */
  recovered: number
  contradicts: boolean
  passes: boolean
  /** Of `guessable` shown counts, how many least squares give, and how many a guess would. */
  guessable: number
  exact: number
  guess: number
  /** Of processor time on two cores: of what waits for nothing but what stands before it. What an older gate took was on one. */
  seconds: number
  /** Of all processor time, and by the clock, beside whatever else the machine did; unknown of an older gate. */
  processor?: number
  wall?: number
  /** Of which sources it was measured, as `gateDigest` tells them. */
  gate: string
}

/** What a release took, in seconds. */
export type Took = Required<Pick<Line, 'seconds' | 'processor' | 'wall'>>

const large = 20

/** By which draw the year of the page is invented: whoever asks for no other drives the same. */
export const drawn = 11

const root = new URL('../../', import.meta.url)
/**
 * All that decides what is shown of the invented year and what is known of it; no list of files can forget one. The tables of the product, and
 * how a case is coded for them, have no part in it.
 */
const measured = ['gate', 'mask', 'noise', 'programme', 'release', 'synthetic', 'table'].map(
  (part) => `figures/${part}/*.ts`
)

/** What protects, what attacks and what is attacked: a line that another one of it measured says nothing of this one. */
export const gateDigest = (): string => {
  const names = measured.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\n${readFileSync(new URL(name, root), 'utf8')}`)
  return hash.digest('hex').slice(0, 12)
}

export const lineOf = ({ moment, threshold, counted, hardened }: Step, persons: number, took: Took): Line => {
  const cells = hardened.release.tables.flatMap(({ shown }, table) =>
    shown.map((value, cell) => ({ isShown: value !== null, isLarge: counted[table]!.counts[cell]! >= large }))
  )
  const { findings, contradicts, squares } = hardened.verdict
  return {
    persons,
    moment,
    threshold,
    cells: cells.length,
    shown: cells.filter(({ isShown }) => isShown).length,
    large: cells.filter(({ isLarge }) => isLarge).length,
    largeShown: cells.filter(({ isShown, isLarge }) => isShown && isLarge).length,
    maskedToPass: hardened.maskedToPass.length,
    recovered: findings.length,
    contradicts,
    passes: hardened.verdict.passes,
    guessable: squares.shown,
    exact: squares.exact,
    guess: squares.guess,
    seconds: Math.round(took.seconds),
    processor: Math.round(took.processor),
    wall: Math.round(took.wall),
    gate: gateDigest()
  }
}

/** The same of one territory: what a prefecture reads, which is a part of the same release. */
export const partOfTerritory = ({ hardened }: Step, code: string): { cells: number; shown: number } => {
  const values = hardened.release.tables.flatMap((table) => {
    const along = table.dimensions.findIndex(({ name }) => name === 'territory')
    if (along < 0) return []
    const place = table.dimensions[along]!.values.indexOf(code)
    const sizes = sizesOf(table)
    return table.shown.filter((_, cell) => coordinatesOf(cell, sizes)[along] === place)
  })
  return { cells: values.length, shown: values.filter((value) => value !== null).length }
}

const files = { json: '../../docs/figures.json', page: '../../docs/figures.md' }
const at = (name: keyof typeof files) => new URL(files[name], import.meta.url)

export const readLines = (): Line[] => JSON.parse(readFileSync(at('json'), 'utf8')) as Line[]

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1).replace('.', ',')} %`

const releaseNames = ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre', 'définitive']

type Row = Pick<Line, 'persons' | 'threshold' | 'moment'>

/** Every release that the page promises: both sizes, both readers, the five of a year. */
export const promised: readonly Row[] = [7300, 1500].flatMap((persons) =>
  [11, 5].flatMap((threshold) => releaseNames.map((_, moment) => ({ persons, threshold, moment })))
)

const isOf = (one: Row) => (other: Row) =>
  other.persons === one.persons && other.threshold === one.threshold && other.moment === one.moment

/** By size and reader, the releases of these rows; in the words of the table. */
const namedRows = (rows: readonly Row[]): string[] =>
  [
    ...Map.groupBy(
      rows,
      ({ persons, threshold }) => `${persons.toLocaleString('fr-FR')} personnes, seuil ${threshold}`
    )
  ].map(([of, those]) => `${of} (${those.map(({ moment }) => releaseNames[moment]!).join(', ')})`)

/** What of it no measure of this gate holds, in words, row by row: nothing is missing or out of date that the head does not name. */
export const lacking = (lines: readonly Line[], now: string): string[] => {
  const measuredOf = (row: Row) => lines.find(isOf(row))
  const missing = promised.filter((row) => !measuredOf(row))
  const stale = promised.filter((row) => (measuredOf(row)?.gate ?? now) !== now)
  const said = (what: string, rows: readonly Row[]) =>
    rows.length === 0
      ? []
      : [`- **${what} (${rows.length} sur ${promised.length})** : ${namedRows(rows).join(' ; ')}.`]
  return [...said('jamais mesurées', missing), ...said('périmées, mesurées par une autre barrière', stale)]
}

const standingOf = (lines: readonly Line[], now: string): string => {
  const without = lacking(lines, now)
  return without.length === 0
    ? `Les ${promised.length} sont mesurées par la barrière d’aujourd’hui (\`${now}\`).`
    : `La barrière d’aujourd’hui (\`${now}\`) ne les a pas toutes mesurées. Rien n’est dit d’elle par ces publications :

${without.join('\n')}`
}

const rowOf = (line: Line, now: string) =>
  [
    line.persons.toLocaleString('fr-FR'),
    releaseNames[line.moment]!,
    `${line.threshold}`,
    `${line.shown} / ${line.cells}`,
    percent(line.largeShown, line.large),
    `${line.maskedToPass}`,
    line.contradicts ? 'contradiction' : `${line.recovered}`,
    `${percent(line.exact, line.guessable)} (au hasard ${percent(line.guess, 1)})`,
    `${line.seconds} s`,
    line.gate === now ? 'oui' : 'non, périmée'
  ].join(' | ')

const head = [
  'Personnes',
  'Publication',
  'Seuil',
  'Cases montrées',
  'dont de 20 personnes et plus',
  'Masquées pour passer',
  'Effectifs retrouvés',
  'Moindres carrés exacts',
  'Durée de calcul, sur deux cœurs',
  'Par cette barrière'
].join(' | ')

export const pageOf = (
  lines: readonly Line[],
  now = gateDigest()
): string => `# Les chiffres publiés, et ce qu’une attaque en retire

_Écrit par \`npm run figures:attack -- --write\` à partir de docs/figures.json : ne pas le modifier._

Une année inventée (tirage ${drawn}) passe par cinq publications, quatre provisoires et une définitive : à deux tailles et pour deux
lecteurs, vingt. Qui lit à partir de cinq lit aussi ce qui est paru à partir de onze : il n’y trouve rien qu’il ne lise déjà.
${standingOf(lines, now)}

Ses tableaux ont la forme de ceux du produit et sont moins nombreux ; personne n’y retranche les dossiers d’un département. Ceux du
produit s’attaquent entiers, avec qui a le plus signalé dans chaque département, par \`npm run figures:rebuild -- --synthetic 7300 --releases 5\` :
une publication peut y être refusée ([ce qui en est su](measured.md)).
Les marges viennent de chiffres publiés (\`figures/synthetic/marginals.ts\` dit lesquels) ; ce que personne n’a publié est supposé.

## Pourquoi quarante-trois tableaux
Une dizaine suffirait à un rapport. Ce qui est demandé par ailleurs en veut davantage : onze lignes par département, que lisent
cellules, préfectures et parquets ; trois tableaux pour Eurostat (reconnaissance par âge, par nationalité, par sexe) ; les durées, une par
étape, car croisées elles ne se montreraient pas ; ce que demandent le GRETA, GLOTIP et l’enquête des associations. Chacun a trois
dimensions au plus et aucun n’est composé par qui lit. Ce que leur nombre coûte est mesuré et non supposé : une case a le même bruit
dans tous, de sorte qu’un tableau de plus n’apprend rien d’une case qui est ailleurs, et la barrière les attaque ensemble. Un
tableau de plus est une ligne de \`figures/fixed/tables.ts\`, que l’attaque doit laisser passer.

## La méthode
1. **Un bruit à clé de case** : chaque personne a une clé, la somme des clés d’une case décide de son bruit. Les mêmes personnes
   ont donc le même bruit dans chaque tableau, chaque vue et chaque publication. Écart de ${usualNoise.deviation} au plus, variance ${usualNoise.variance}
   sauf décision datée pour une année (\`stat.noise\`), que chaque publication inscrit ; sans biais,
   jamais sous zéro, zéro reste zéro ; la table des écarts est celle d’entropie maximale. C’est la méthode de l’ABS et de l’ONS,
   telle que l’INSEE (ckm) et Destatis (ptable, cellKey) la décrivent ; le code est écrit ici.
2. **Un masque** : une case est masquée quand son effectif vrai ou bruité est sous le seuil, zéro compris : 11 pour tout le monde, 5
   pour les partenaires sous convention. Une durée est la tranche où tombe la médiane des effectifs publiés,
   dès que trente personnes au moins sont certaines quel que soit le bruit : indicative. Une part qui est tout son total porte le bruit
   du total et dit la même chose de chacun : sous trente personnes elle est masquée, au-delà elle est nommée à qui publie.
3. **Une barrière**, un programme à part : il ne connaît de la protection que ce qui en est publié, et il attaque.

## Les attaques
- **Programme linéaire** (HiGHS) : chaque écart publié est une inconnue de ${usualNoise.deviation} au plus, chaque case masquée un nombre sous le seuil, les
  sommes tiennent, une case a le même effectif dans tous les tableaux. Chaque petite case doit encore pouvoir être de 1 ou
  moins, et du seuil moins 1 ou plus.
- **Publications de l’année** : toutes sont attaquées ensemble, en un seul programme ; ce qui ne peut que croître croît.
- **Un contributeur** retranche ses propres dossiers de chacune de ces publications, et sait que les autres n’ont pas diminué pendant que les
  siens croissaient.
- **Ce que les colonnes disent l’une de l’autre** (\`figures/person/related.ts\`) : deux mots pour les mêmes personnes, une part dans un tout, des
  parts qui font un tout, dans chaque département comme dans le pays. Une case masquée pour passer atteint le seuil ; celle que le passé y met n’est pas petite.
- **Les cases vides à coup sûr** (\`figures/person/impossible.ts\`) : un trimestre qui n’a pas commencé à l’instant du compte, un mot que
  personne ne porte. Masquées comme les autres, elles ne laissent aucune place où cacher un petit effectif.
- **Un effectif montré qui bouge** d’une publication à l’autre : les mêmes personnes ont le même bruit, donc quelqu’un est venu.
- **Les nombres exacts envoyés** pour une enquête sont connus, quand une publication vient après ; une ligne qui trahirait un petit effectif,
  avec ce qui est paru pour le public ou les partenaires ou avec un envoi de la même année, part avec la mention « à ne pas publier ». Une
  publication attaquée avant un envoi ne paraît pas : elle est refaite.
- **Moindres carrés** sur toutes les sommes : ils ne doivent pas retrouver sensiblement plus d’effectifs qu’en devinant (un quart de plus
  au plus, à l’aléa près).

Ce qui fait échouer l’attaque est masqué jusqu’à ce que plus rien ne passe, et montré avant de publier ; quelles cases l’ont été n’est pas
publié. Les témoins (\`tests/figures/gate\`) : sans bruit ou sans masque, les mêmes attaques retrouvent des effectifs.

## Ce qui en reste
${head}
${head.replaceAll(/[^|]+/g, '---')}
${lines.map((line) => rowOf(line, now)).join('\n')}
`

/** Writes the page anew: after a change of the gate it says what is out of date. */
export const writePage = (): void => writeFileSync(at('page'), pageOf(readLines()))

/** Keeps these lines in the place of those of the same releases. */
export const writeLines = (lines: readonly Line[]): void => {
  const key = ({ persons, moment, threshold }: Line) => `${persons} ${moment} ${threshold}`
  const all = new Map([...readLines(), ...lines].map((line) => [key(line), line]))
  const sorted = [...all.values()].toSorted(
    (one, other) =>
      other.persons - one.persons || other.threshold - one.threshold || one.moment - other.moment
  )
  writeFileSync(at('json'), `${JSON.stringify(sorted, null, 2)}\n`)
  writePage()
}
