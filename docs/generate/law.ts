import { commandRow } from '../../workflows/case/commands.ts'
import { restingOn } from '../../workflows/case/resting.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { lengths } from '../../workflows/law/lengths.ts'
import { offenceLabels } from '../../workflows/law/opened-by-offence.ts'
import { readings } from '../../workflows/law/origin.ts'
import {
  citation,
  isGiven,
  legalBases,
  legalCodes,
  textOf,
  type LegalBasis,
  type LegalCode,
  type LegalStatus
} from '../../workflows/law/register.ts'
import { basisRow, lines, page, readWords, table, weightOf, weights } from './markdown.ts'

const rows = Object.values<LegalBasis>(legalBases)
const count = (that: (row: LegalBasis) => boolean) => String(rows.filter(that).length)
const weighed: readonly LegalStatus[] = ['statute', 'soft', 'design']

/** How many of each weight, and how the texts of each were read. */
const counts = () =>
  table(
    ['Poids', 'Références', ...readings.map((one) => readWords[one]), 'entrée en vigueur connue'],
    weighed.map((status) => [
      weights[status],
      count((row) => row.status === status),
      ...readings.map((one) => count((row) => row.status === status && row.read === one)),
      String(
        legalCodes.filter((code) => {
          const row = legalBases[code]
          return row.status === status && row.inForceFrom !== null && !isGiven(code)
        }).length
      )
    ])
  )

const restingOf = (code: LegalCode) => {
  const { acts, clocks, lengths: set, offences } = restingOn(code)
  return lines([
    ...new Set([
      ...acts.map((type) => commandRow(type).label.fr),
      ...clocks.map((clock) => deadlineRegister[clock].label.fr),
      ...set.map((one) => lengths[one].label.fr),
      ...offences.map((one) => `Infraction qu’un acte peut nommer : ${offenceLabels[one].fr}`)
    ])
  ])
}

const lineOf = (code: LegalCode) => {
  const row = basisRow(code)
  const { label, read, textAsOf, inForceFrom, identifier, source } = row
  return [
    lines([citation(code)?.fr ?? '', `\`${code}\``].filter((one) => one !== '')),
    label.fr,
    weightOf(row),
    read === null ? '' : readWords[read],
    textAsOf ?? '',
    inForceFrom === null ? '' : `${isGiven(code) ? 'du' : 'en vigueur depuis le'} ${inForceFrom}`,
    identifier ?? '',
    source.fr,
    restingOf(code)
  ]
}

const heads = [
  'Référence',
  'Objet',
  'Poids',
  'Lecture',
  'Version lue',
  'Date',
  'Identifiant',
  'Source',
  'Fonde'
]

const byText = () =>
  [
    ...Map.groupBy(
      legalCodes,
      (code) => textOf(code)?.label.fr ?? 'Sans texte : décisions, pratique, choix du projet'
    )
  ].map(([text, codes]) => `## ${text}\n\n${table(heads, codes.map(lineOf))}`)

export const law = () =>
  page(
    'Registre juridique',
    'Chaque référence sur laquelle repose un acte, un droit ou un délai, et comment elle a été lue : [register.md](register.md) dit ce que ces mots veulent dire, dans quelles copies les articles ont été lus, et comment refaire les empreintes. Un choix du projet n’est jamais présenté comme du droit. Une case vide n’est pas connue.',
    [counts(), ...byText()]
  )
