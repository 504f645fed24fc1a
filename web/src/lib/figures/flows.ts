import type { PublicationView, PublishedTable } from '#lib/api.types.ts'
import { drawFlow, heightFor, type Flow, type FlowDrawing, type FlowLink } from './flow.ts'
import { along, largestFirst, tableIn, totalOf, type Bar } from './pictures.ts'

/** A flow as a page shows it: the bars stand for it where a drawing has no room. */
export type Shown = { flow: Flow; drawing: FlowDrawing; bars: Bar[] }

/** What no table has a word for, in the language of the reader. */
export type FlowWords = { flagged: string; grounds: string; hiddenClosure: string }

const isTold = ({ value }: { value: number | null }) => value !== 0

/** Of whom reasonable grounds were not found, or not yet: all others are behind the same door. */
const before = ['in_review', 'insufficient']

/** All but those others, where each of them is shown: in no table is it counted by itself. */
const restOf = (total: number | null, others: readonly Bar[]): number | null => {
  if (total === null || others.some(({ value }) => value === null)) return null
  return Math.max(
    0,
    others.reduce((left, { value }) => left - (value ?? 0), total)
  )
}

const hidden = 'closure.hidden'

/** How those of one outcome ended. What is hidden of it is one band, where anything is left to be hidden. */
const endingsOf = (table: PublishedTable, outcome: Bar): FlowLink[] => {
  if (outcome.value === null) return []
  const ends = along(table, 'closure', { outcome: outcome.id }).filter(isTold)
  const shown = ends.filter(({ value }) => value !== null)
  const left = shown.reduce((rest, { value }) => rest - (value ?? 0), outcome.value)
  const links = shown.map(({ id, value }) => ({ source: outcome.id, target: `closure.${id}`, value }))
  const isHidden = left > 0 && shown.length < ends.length
  return isHidden ? [...links, { source: outcome.id, target: hidden, value: null }] : links
}

/** From the flag to the grounds, from there to what became of the person, and to how the case ended. */
export const pathOf = (view: PublicationView, words: FlowWords): Shown | null => {
  const table = tableIn(view, 'closure_outcome')
  if (!table) return null
  const outcomes = along(table, 'outcome').filter(isTold)
  const [early, late] = [
    outcomes.filter(({ id }) => before.includes(id)),
    outcomes.filter(({ id }) => !before.includes(id))
  ]
  const total = totalOf(table)
  const grounds = restOf(total, early)
  const flow = {
    nodes: [
      { id: 'flagged', label: words.flagged, value: total },
      ...(late.length > 0 ? [{ id: 'grounds', label: words.grounds, value: grounds }] : []),
      ...outcomes,
      ...along(table, 'closure').map(({ id, ...bar }) => ({ id: `closure.${id}`, ...bar })),
      { id: hidden, label: words.hiddenClosure, value: undefined }
    ],
    links: [
      ...early.map(({ id, value }) => ({ source: 'flagged', target: id, value })),
      ...(late.length > 0 ? [{ source: 'flagged', target: 'grounds', value: grounds }] : []),
      ...late.map(({ id, value }) => ({ source: 'grounds', target: id, value })),
      ...outcomes.flatMap((outcome) => endingsOf(table, outcome))
    ]
  }
  const drawing = drawFlow(flow, table.threshold, { width: 1040, height: heightFor(flow) })
  return { flow, drawing, bars: largestFirst(outcomes) }
}

/** A referral and its answer stand in one word of the table, by code and by label. */
const parted = ({ id, label, value }: Bar) => {
  const [kind, answer] = id.split(':')
  const [, to, said] = /^(.*?)\s?: (.*)$/.exec(label) ?? [null, label, label]
  return { kind: kind!, answer: answer ?? '', to: to!, said: said!, value, id, label }
}

/** Where persons were referred, and what was answered: of each whom anything is told of. */
export const referralsOf = (view: PublicationView): Shown | null => {
  const table = tableIn(view, 'referrals')
  if (!table) return null
  const all = along(table)
    .filter((bar) => bar.id.includes(':') && isTold(bar))
    .map(parted)
  const told = new Set(all.flatMap(({ kind, value }) => (value === null ? [] : [kind])))
  const parts = all.filter(({ kind }) => told.has(kind))
  if (parts.length === 0) return null
  const nodes = new Map<string, string>(
    parts.flatMap(({ kind, answer, to, said }) => [
      [`to.${kind}`, to],
      [`answer.${answer}`, said]
    ])
  )
  const links = parts.map(({ kind, answer, value }) => ({
    ...{ source: `to.${kind}`, target: `answer.${answer}` },
    value
  }))
  const flow = { nodes: [...nodes].map(([id, label]) => ({ id, label, value: undefined })), links }
  const bars = largestFirst(parts.map(({ id, label, value }) => ({ id, label, value })))
  return { flow, drawing: drawFlow(flow, table.threshold, { height: heightFor(flow) }), bars }
}
