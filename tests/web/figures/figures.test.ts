import { describe, expect, it } from 'vitest'
import { drawFlow, heightFor, labelIn } from '../../../web/src/lib/figures/flow.ts'
import { stepOf } from '../../../web/src/lib/figures/steps.ts'

const node = (id: string, value: number | null) => ({ id, label: id, value })
const flow = {
  nodes: [
    node('flagged', 100),
    node('positive', 60),
    node('insufficient', 40),
    node('acse', null),
    node('local', 55)
  ],
  links: [
    { source: 'flagged', target: 'positive', value: 60 },
    { source: 'flagged', target: 'insufficient', value: 40 },
    { source: 'positive', target: 'acse', value: null },
    { source: 'positive', target: 'local', value: 55 }
  ]
}

describe('the flow', () => {
  const drawing = drawFlow(flow, 11)

  it('draws every band, a hidden one hatched and never absent', () => {
    expect(drawing.links).toHaveLength(4)
    expect(drawing.links.filter((link) => link.masked).map((link) => link.id)).toEqual(['positive-acse'])
    expect(drawing.links.every((link) => link.width > 0)).toBe(true)
  })

  it('keeps a hidden count hidden: no number stands in its place', () => {
    expect(drawing.nodes.find((one) => one.id === 'acse')?.value).toBeNull()
  })

  it('stays within its frame', () => {
    for (const one of drawing.nodes) {
      expect(one.x).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width).toBeLessThanOrEqual(drawing.width)
      expect(one.y + one.height).toBeLessThanOrEqual(drawing.height)
    }
  })

  it('leaves out links to a box that does not exist', () => {
    const links = [...flow.links, { source: 'flagged', target: 'nowhere', value: 3 }]
    expect(drawFlow({ nodes: flow.nodes, links }, 11).links).toHaveLength(4)
  })

  it('draws nothing of nothing, and does not break', () => {
    expect(drawFlow({ nodes: [], links: [] }, 11)).toMatchObject({ nodes: [], links: [] })
  })

  it('grows with what it must name', () => {
    expect(heightFor({ nodes: [], links: [] })).toBe(90)
    expect(heightFor(flow)).toBe(102)
    const many = Array.from({ length: 20 }, (_, index) => node(`n${index}`, 11))
    expect(heightFor({ nodes: many, links: [] })).toBe(680)
    expect(labelIn(flow, 'acse')).toBe('acse')
    expect(labelIn(flow, 'nowhere')).toBe('nowhere')
  })
})

describe('the classes of the map', () => {
  const item = (code: string, per100k: number | null) => ({ code, name: code, value: per100k, per100k })

  it('puts rates in five classes and a hidden one in none', () => {
    const items = [1, 2, 3, 4, 5].map((rate) => item(String(rate), rate))
    const step = stepOf([...items, item('x', null)])
    expect(items.map(step)).toEqual([0, 1, 2, 3, 4])
    expect(step(item('x', null))).toBeNull()
    expect(step(undefined)).toBeNull()
  })

  it('has no class where every count is hidden', () => {
    expect(stepOf([item('x', null)])(item('x', null))).toBeNull()
  })
})
