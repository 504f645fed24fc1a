import { csvText } from '../../export/csv.ts'
import { licence } from '../../export/words.ts'
import type { ReleasedTable } from '../../table/counted.ts'
import { totalAt } from './total.ts'
import { fidelityOf } from './fidelity.ts'
import { openRecords, type Below } from './records.ts'
import { rehearse } from './rehearsal.ts'

/** A release as anybody reads it, and nothing beside. */
export type Published = {
  number: number
  version: number
  year: number
  maximumDeviation: number
  threshold: number
  tables: readonly ReleasedTable[]
}

const said = {
  what: {
    fr: 'Personnes inventées. Aucune ligne n’est une personne, et deux lignes égales ne disent rien de plus qu’une.',
    en: 'Invented persons. No line is a person, and two equal lines say no more than one.'
  },
  drawn: {
    fr: 'Tiré des seules cellules publiées de la publication nommée ici, bruitées et masquées. Une cellule masquée reçoit une part égale de ce que son total laisse, sous le seuil.',
    en: 'Drawn from the published cells of the release named here alone, noisy and masked. A masked cell takes an equal part of what its total leaves, under the threshold.'
  },
  attack: {
    fr: 'Le fichier est une fonction de la publication et d’une graine : qui lit la publication peut le refaire. Il n’ajoute donc rien à ce que les attaques de la publication ont essayé.',
    en: 'The file is a function of the release and of a seed: who reads the release can make it again. So it adds nothing to what the attacks on the release have tried.'
  },
  rehearsal: {
    fr: 'Le chemin entier, refait avec des personnes dont tout est connu : tirées de ce fichier, comptées, bruitées, masquées, puis un second fichier, attaqué. « members » : la part des attaques qui réussissent sur qui a été compté ; « holdout » : sur d’autres, tirés de même et comptés nulle part. La barrière n’y masque rien de plus. Un avantage au-delà de « chance » serait une fuite.',
    en: 'The whole way once more, with persons of whom all is known: drawn from this file, counted, given noise, masked, then a second file, which is attacked. “members”: the share of attacks that succeed on those who were counted; “holdout”: on others, drawn alike and counted nowhere. The gate masks nothing more there. An advantage beyond “chance” would be a leak.'
  },
  forms: {
    fr: 'Une personne qui relève de plusieurs formes figure sous une seule.',
    en: 'A person of several forms stands under one of them.'
  },
  limits: {
    fr: 'Pour apprendre et pour essayer un programme. Pour un chiffre, lire la publication.',
    en: 'For learning and for trying a program. For a figure, read the release.'
  }
} as const

/** An open file of invented persons, what it is, how near it comes to the release and what it tells an attacker. */
export const openFile = (published: Published, seed: number, below: Below) => {
  const { tables, threshold, maximumDeviation, ...release } = published
  const persons = totalAt(tables)
  const records = openRecords(tables, { persons, threshold, below })
  const columns = Object.keys(records[0] ?? {})
  const dimensions = tables.flatMap((table) => [...table.dimensions])
  return {
    csv: csvText([columns, ...records.map((one) => columns.map((name) => one[name]!))]),
    metadata: {
      '@context': 'http://www.w3.org/ns/csvw',
      'dc:title': `MNIO ${release.year}, synthetic, release ${release.number} version ${release.version}`,
      'dc:license': licence.url,
      ...{ release, seed, persons, said },
      dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
      tableSchema: {
        columns: columns.map((name) => ({
          ...{ name, datatype: 'string' },
          values: dimensions.find((one) => one.name === name)!.values
        }))
      }
    },
    fidelity: fidelityOf(tables, records, { threshold, noise: maximumDeviation }),
    attack: {
      said: said.attack,
      rehearsal: {
        said: said.rehearsal,
        ...rehearse(tables, { records, threshold, below })
      },
      inputs: tables.map(({ id, shown }) => ({
        table: id,
        cells: shown.length,
        masked: shown.filter((count) => count === null).length
      }))
    }
  }
}
