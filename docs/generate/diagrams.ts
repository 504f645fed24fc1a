import type { Region } from '../../workflows/act/command.ts'
import { regionTables } from '../../workflows/case/commands.ts'
import { staysFrom } from '../../workflows/case/machine.ts'
import {
  openReferralStates,
  referralCommandTypes,
  referralRow,
  referralStates
} from '../../workflows/referral/machine.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { regions, type RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { eachRegion, page } from './markdown.ts'

type Edge = { from: string; to: string; words: string }

// Mermaid ends a description at a colon or a semicolon, and some state names are words of its own.
const said = (words: string) => words.replaceAll(/\s*[:;]\s*/g, ' – ')
const node = (state: string) => `s_${state}`

const draw = (states: readonly (readonly [string, string])[], initial: string, edges: readonly Edge[]) => [
  'stateDiagram-v2',
  '  direction LR',
  ...states.map(([state, label]) => `  state "${label}" as ${node(state)}`),
  `  [*] --> ${node(initial)}`,
  ...edges.map(({ from, to, words }) => `  ${node(from)} --> ${node(to)} : ${said(words)}`)
]

const fence = (drawing: readonly string[]) => ['```mermaid', ...drawing, '```'].join('\n')

const actEdges = ({ commands }: Region): Edge[] =>
  Object.values(commands).flatMap((row) => {
    const { from, to, label, transition } = row
    if (from === 'any') return []
    const moves = from.filter((state) => !staysFrom(row, state))
    return moves.map((state) => ({ from: state, to, words: `${label.fr} (${transition})` }))
  })

const settlingEdges = ({ always }: Region): Edge[] =>
  Object.entries(always).flatMap(([from, settling]) =>
    (settling ?? []).map(({ to, when }) => ({
      from,
      to,
      words:
        typeof when === 'string'
          ? `selon les faits (${factWords[when] ?? guards[when].reason.fr})`
          : 'selon le motif'
    }))
  )

const factWords: Partial<Record<keyof typeof guards, string>> = {
  adult: 'personne majeure',
  minorOrDoubt: 'minorité ou doute',
  euOrFrench: 'nationalité française ou européenne',
  knownIrregular: 'séjour irrégulier',
  knownRegular: 'titre en cours',
  knownAsylum: 'demande d’asile'
}

const staying = ({ commands }: Region) =>
  Object.values(commands)
    .filter(({ from, to }) => from === 'any' || to === 'same')
    .map(({ label, transition }) => `${label.fr} (${transition})`)

const regionPart = (region: RegionId) => {
  const own: Region = regionTables[region]
  const states = Object.entries(own.states).map(([state, { label }]) => [state, label.fr] as const)
  const drawing = draw(states, own.initial, [...actEdges(own), ...settlingEdges(own)])
  const still = staying(own)
  return [
    `## ${regions[region].fr}`,
    fence(drawing),
    ...(still.length > 0 ? [`Sans changer d’état : ${still.join(' ; ')}.`] : [])
  ].join('\n\n')
}

const sides = {
  sender: 'qui envoie',
  recipient: 'qui reçoit',
  awaited: 'qui en décide',
  system: 'délai échu',
  case: 'acte du dossier'
} as const

const referralPart = () => {
  const states = Object.entries(referralStates).map(([state, { label }]) => [state, label.fr] as const)
  const edges = referralCommandTypes.flatMap((type) => {
    const { from, to, label, side } = referralRow(type)
    return from.map((state) => ({ from: state, to, words: `${label.fr} (${sides[side]})` }))
  })
  const silent = openReferralStates.map((state) => referralStates[state].label.fr).join(', ')
  return [
    '## Orientation vers un partenaire',
    fence(draw(states, 'sent', edges)),
    `Tant qu’elle est ${silent}, le destinataire voit l’aperçu et rien d’autre. Le silence ne ferme jamais une orientation.`
  ].join('\n\n')
}

export const diagrams = () =>
  page(
    'Diagrammes',
    'Un dossier avance dans plusieurs régions à la fois. Qui peut faire chaque acte : [matrice](matrix.md).',
    [...eachRegion(regionPart), referralPart()]
  )
