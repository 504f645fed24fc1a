import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey'

/** `value`: null where it is hidden, undefined of a box that is counted in no table. */
export type FlowNode = { id: string; label: string; value: number | null | undefined }
export type FlowLink = { source: string; target: string; value: number | null }
export type Flow = { nodes: FlowNode[]; links: FlowLink[] }

export type FlowTone = 'accent' | 'late' | 'done' | 'minor' | 'danger' | 'neutral'
export type DrawnNode = {
  id: string
  label: string
  value: number | null | undefined
  x: number
  y: number
  width: number
  height: number
  tone: FlowTone
  first: boolean
}
export type DrawnLink = { id: string; path: string; width: number; tone: FlowTone; masked: boolean }
export type FlowDrawing = { width: number; height: number; nodes: DrawnNode[]; links: DrawnLink[] }

const usual = { width: 680, height: 350 }

// Meaning, not decoration: green where there is a roof, red where there is none.
const tones: Record<string, FlowTone> = {
  insufficient: 'neutral',
  in_review: 'late',
  grounds: 'accent',
  minors: 'minor',
  acse: 'done',
  local: 'done',
  waiting: 'late',
  no_place: 'danger',
  declined: 'neutral',
  other: 'neutral',
  'closure.closed_inserted': 'done',
  'closure.closed_lost': 'late',
  'answer.accepted': 'done',
  'answer.declined': 'danger',
  'answer.silent': 'late',
  'answer.waiting': 'late',
  'answer.passed_on': 'accent'
}

/** Where each box and band of the flow stands. A hidden count is drawn at half the threshold, and hatched. */
export function drawFlow(flow: Flow, threshold: number, asked: Partial<typeof usual> = {}): FlowDrawing {
  const size = { ...usual, ...asked }
  const ids = new Set(flow.nodes.map((node) => node.id))
  const links = flow.links.filter((link) => ids.has(link.source) && ids.has(link.target) && link.value !== 0)
  if (links.length === 0) return { ...size, nodes: [], links: [] }
  const linked = new Set(links.flatMap((link) => [link.source, link.target]))
  const sources = new Set(links.map((link) => link.target))
  const layout = sankey<FlowNode, FlowLink>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(12)
    .nodePadding(22)
    .extent([
      [0, 8],
      [size.width, size.height - 8]
    ])
  const graph = layout({
    nodes: flow.nodes
      .filter((node) => linked.has(node.id))
      .map((node) => ({ ...node, value: node.value ?? 0 })),
    links: links.map((link) => ({ ...link, value: link.value ?? threshold / 2 }))
  })
  const path = sankeyLinkHorizontal()
  const known = new Map(flow.nodes.map((node) => [node.id, node.value]))
  return {
    ...size,
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      label: node.label,
      value: known.get(node.id),
      x: node.x0 ?? 0,
      y: node.y0 ?? 0,
      width: (node.x1 ?? 0) - (node.x0 ?? 0),
      height: Math.max(2, (node.y1 ?? 0) - (node.y0 ?? 0)),
      tone: toneOf(node.id, !sources.has(node.id)),
      first: !sources.has(node.id)
    })),
    links: graph.links.map((link, index) => ({
      id: `${idOf(link.source)}-${idOf(link.target)}`,
      path: path(link) ?? '',
      width: Math.max(1.5, link.width ?? 0),
      tone: toneOf(idOf(link.target), false),
      masked: links[index]?.value === null
    }))
  }
}

/** Tall enough that the labels of the fuller side do not touch. */
export function heightFor({ nodes, links }: Flow): number {
  const sources = new Set(links.map((link) => link.source)).size
  return Math.max(90, 34 * Math.max(sources, nodes.length - sources))
}

/** The words of one box; its code where there is none. */
export function labelIn({ nodes }: Pick<Flow, 'nodes'>, id: string): string {
  return nodes.find((node) => node.id === id)?.label ?? id
}

function toneOf(id: string, first: boolean): FlowTone {
  return tones[id] ?? (first ? 'accent' : 'neutral')
}

function idOf(end: unknown): string {
  return typeof end === 'object' && end !== null ? (end as FlowNode).id : String(end)
}
