import {
  legalBases,
  type LegalBasis,
  type LegalCode,
  type LegalLevel,
  type LegalStatus,
  type Reading
} from '../../workflows/law/register.ts'
import { regionIds, stateRow } from '../../workflows/case/commands.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (cells: readonly string[]) => `| ${cells.map((text) => cell(text) || '–').join(' | ')} |`

export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')

export const lines = (items: readonly string[]) => items.join('<br>')

/** A page says first what it is, and that nobody writes it by hand. */
export const page = (title: string, lead: string, parts: readonly string[]) =>
  `${[`# ${title}`, lead, '_Page calculée à partir des tables du code par `npm run docs` : ne pas la modifier._', ...parts].join('\n\n')}\n`

export const stateLabel = (region: RegionId, state: string) => stateRow(region, state).label.fr

export const weights: Record<LegalStatus, string> = {
  statute: 'loi ou décret',
  soft: 'usage ou recommandation',
  design: 'choix du projet'
}

/** Of a choice of this project there is nothing to read. */
export const readWords: Record<Reading, string> = {
  full: 'texte intégral',
  excerpt: 'extrait',
  secondary: 'source secondaire',
  unread: 'non lu'
}

const levels: Record<LegalLevel, string> = {
  law: 'loi',
  decree: 'décret',
  union: 'droit de l’Union',
  treaty: 'traité'
}

/** « décret », « traité, lie l’État seul »; what no law-maker wrote is named by its weight. */
export const weightOf = ({ level, status }: LegalBasis) =>
  level === null ? weights[status] : `${levels[level]}${status === 'statute' ? '' : ', lie l’État seul'}`

export const basisRow = (code: LegalCode): LegalBasis => legalBases[code]

/** « CESEDA R425-2 (décret) », and how it was read when not in full. */
export const basisText = (code: LegalCode) => {
  const row = basisRow(code)
  return `${code.replace('.', ' ')} (${weightOf(row)}${row.read && row.read !== 'full' ? `, ${readWords[row.read]}` : ''})`
}

export const eachRegion = <T>(write: (region: RegionId) => T) => regionIds.map(write)
