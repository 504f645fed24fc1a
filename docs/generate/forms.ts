import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { regions, type Bilingual, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { answer, choiceText, sharedLists } from './answers.ts'
import { fieldsOf, readBy } from './classes.ts'
import { eachRegion, page, table } from './markdown.ts'

/** French first, English under it: a page that a translator can read against itself. */
const both = ({ fr, en }: Bilingual) => `${fr}<br>_${en}_`

/** No form asks for it: a clock, a move of configuration or the count of a vote writes it. */
const byServer = (type: CommandType) => commandRow(type).region === null || type.startsWith('meeting.')

const rowsOf = (type: CommandType): string[][] => {
  const { label, done, input } = commandRow(type)
  const act = `${both(label)}<br>\`${type}\`<br>dans l’histoire : ${both(done)}`
  const fields = fieldsOf(input)
  if (fields.length === 0) return [[act, 'rien à remplir', '', '', '', '']]
  return fields.map(({ schema, notes, required }, index) => [
    index === 0 ? act : '〃',
    both(notes.label),
    byServer(type) ? 'écrit par le serveur' : required ? 'exigé' : '',
    answer(schema, notes),
    notes.hint ? both(notes.hint) : '',
    readBy(type, notes)
  ])
}

const head = ['Acte', 'Champ', 'Exigé', 'Réponse', 'Aide', 'Lu par ceux qui ont la classe']

const part = (title: string, region: RegionId | null) =>
  `## ${title}\n\n${table(
    head,
    commandTypes.filter((type) => commandRow(type).region === region).flatMap(rowsOf)
  )}`

/** Towns of one name are told apart by their département. */
const place = (code: string) => `${code.split('.')[0]} : `

const lists = sharedLists.map(
  ({ title, words }) =>
    `### ${title}\n\n${Object.entries(words)
      .toSorted(([a], [b]) => (words === courtLabels ? a.localeCompare(b) : 0))
      .map(([code, word]) => `- ${words === courtLabels ? place(code) : ''}${choiceText(word)}`)
      .join('\n')}`
)

export const forms = () =>
  page(
    'Les formulaires',
    'Ce que chaque acte demande à qui le fait, champ par champ, dans les deux langues. Rien d’autre n’est accepté. Ce que l’acte entraîne : [les actes](acts.md). Qui peut le faire : [matrice](matrix.md).',
    [
      ...eachRegion((region) => part(regions[region].fr, region)),
      part('Délais et réglages', null),
      '## Listes communes',
      ...lists
    ]
  )
