import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../../web/src/lib/figures/publication.ts'
import type { PublicationView, PublishedTable } from '../../../web/src/lib/api.types.ts'

const value = (code: string) => ({ code, label: code.toUpperCase() })
const table = (
  id: string,
  dimensions: [string, ...string[]][],
  shown: (number | null)[]
): PublishedTable => ({
  ...{ id, label: id, shown, threshold: 11 },
  dimensions: dimensions.map(([name, ...values]) => ({
    ...{ id: name, label: name, several: false },
    values: values.map(value)
  }))
})
const publication = {
  ...{ number: 3, title: 'Année 2025', kind: 'final' as const, quarter: '2025-Q4', year: 2025, version: 1 },
  ...{ erratum: null, asOf: '2026-01-10', publishedOn: '2026-01-12', leftOut: [], placesAt: null }
}
const view = (more: Partial<PublicationView> = {}): PublicationView => ({
  publication,
  publications: [publication],
  tables: [
    table(
      'territory_form',
      [
        ['territory', '976', '93'],
        ['forms', 'sexual', 'labour']
      ],
      [0, 40, 40, 30, null, 34, 30, 46, 74]
    ),
    table(
      'territory_wait',
      [
        ['territory', '976', '93'],
        ['match_span', '0-2', '91+']
      ],
      [30, null, 36, null, 34, 38, 36, 40, 74]
    ),
    table(
      'channel_status',
      [
        ['channel', 'outreach'],
        ['status', 'presumed']
      ],
      [60, 60, 60, 74]
    ),
    table(
      'closure_outcome',
      [
        ['closure', 'open'],
        ['outcome', 'acse', 'other']
      ],
      [40, null, 52, 40, null, 74]
    )
  ],
  measures: [
    {
      ...{ id: 'match', label: 'Attente' },
      values: [
        { code: 'tot', label: 'France', band: { code: '0-2', label: '2 jours' } },
        { code: '976', label: 'Mayotte', band: { code: '0-2', label: '2 jours' } },
        { code: '93', label: 'Seine-Saint-Denis', band: { code: '91+', label: 'plus de 90 jours' } },
        { code: '13', label: 'Bouches-du-Rhône', band: null }
      ]
    }
  ],
  map: [],
  series: [],
  questions: [],
  territory: null,
  ...{ note: '', nextDue: '' },
  ...more
})
const drawn = (more?: Partial<PublicationView>, place = '') =>
  picturesOf(view(more), {
    place,
    words: { flagged: 'Signalées', grounds: 'Motifs', hiddenClosure: 'Clôture masquée' }
  })

describe('what a page draws of a release', () => {
  it('of none: nothing', () => {
    const none = drawn({ publication: null, publications: [], tables: [], measures: [] })
    expect([none.cards, none.waits, none.flow, none.places, none.multiples]).toEqual([[], [], null, [], []])
    expect(none.headline.every((one) => one.value === null && one.band === null)).toBe(true)
  })

  it('where people wait longest comes first, and no département of which nothing is told', () => {
    expect(drawn().waits.map(({ label, band }) => [label, band])).toEqual([
      ['Seine-Saint-Denis', 'plus de 90 jours'],
      ['Mayotte', '2 jours']
    ])
  })

  it('one département along every table that has it; nobody is no bar, and what is masked stays one', () => {
    const { place, placeCards, placeTotal } = drawn({}, '976')
    expect(placeTotal).toBe(40)
    expect(place?.code).toBe('976')
    expect(placeCards.map(({ id, bars }) => [id, bars.map((bar) => [bar.id, bar.value])])).toEqual([
      ['territory_form', [['labour', 40]]],
      [
        'territory_wait',
        [
          ['0-2', 30],
          ['91+', null]
        ]
      ]
    ])
    expect(drawn({}, '75')).toMatchObject({ placeCards: [], placeTotal: null })
  })

  it('the flow from all who were flagged to grounds, to each outcome and to how it ended, masked ones without a width', () => {
    const ended = table(
      'closure_outcome',
      [
        ['closure', 'open', 'closed_lost'],
        ['outcome', 'insufficient', 'acse', 'other']
      ],
      // One outcome is whole, of one the ends are hidden in part, and one is hidden itself.
      [20, 22, null, 40, null, null, null, null, 20, 34, null, 74]
    )
    const { flow, bars } = drawn({ tables: [ended] }).flow!
    expect(flow.links.map(({ source, target, value: n }) => [source, target, n])).toEqual([
      ['flagged', 'insufficient', 20],
      ['flagged', 'grounds', 54],
      ['grounds', 'acse', 34],
      ['grounds', 'other', null],
      ['insufficient', 'closure.open', 20],
      ['acse', 'closure.open', 22],
      ['acse', 'closure.hidden', null]
    ])
    expect(bars.map(({ id, value: n }) => [id, n])).toEqual([
      ['acse', 34],
      ['insufficient', 20],
      ['other', null]
    ])
    const { drawing } = drawn({ tables: [ended] }).flow!
    expect(drawing.links.filter(({ masked }) => masked)).toHaveLength(2)
    expect(drawing.nodes.map(({ id }) => id)).not.toContain('closure.closed_lost')
    // Where those without grounds are hidden, so is how many have them.
    const unknown = { ...ended, shown: ended.shown.with(8, null) }
    expect(drawn({ tables: [unknown] }).flow!.flow.nodes[1]).toMatchObject({ id: 'grounds', value: null })
  })

  it('the flow of referrals to their answers, of each whom anything is told of', () => {
    const words = ['none', 'acse:accepted', 'acse:declined', 'siao:waiting']
    const asked = table('referrals', [['referrals', ...words]], [20, 30, null, null, 60])
    asked.dimensions[0]!.values[1]!.label = 'Pôle Ac.Sé : acceptée'
    asked.dimensions[0]!.values[2]!.label = 'Pôle Ac.Sé : refusée'
    const { flow, bars } = drawn({ tables: [asked] }).referrals!
    expect(flow.nodes.slice(0, 2).map(({ id, label, value: n }) => [id, label, n])).toEqual([
      ['to.acse', 'Pôle Ac.Sé', undefined],
      ['answer.accepted', 'acceptée', undefined]
    ])
    expect(flow.links.map(({ source, target, value: n }) => [source, target, n])).toEqual([
      ['to.acse', 'answer.accepted', 30],
      ['to.acse', 'answer.declined', null]
    ])
    expect(bars[0]).toMatchObject({ label: 'Pôle Ac.Sé : acceptée', value: 30 })
    const none = { ...asked, shown: [20, null, null, null, 60] }
    expect(drawn({ tables: [none] }).referrals).toBeNull()
  })

  it('of all who were flagged the first words of the page', () => {
    expect(
      drawn()
        .headline.slice(0, 3)
        .map(({ id, value: n }) => [id, n])
    ).toEqual([
      ['flagged', 74],
      ['presumed', 60],
      // This release has no such word: it is not the total.
      ['formal', null]
    ])
  })

  it('for a partner of one territory what it asks first, once, and what is not published for it', () => {
    const own = table('territory_form', [['forms', 'sexual', 'labour']], [0, 40, 40])
    const sexes = table('territory_sex', [['sex', 'female']], [38, 40])
    const asked = (id: string, published: 'here' | 'nowhere', of: string | null) => ({
      id,
      label: id,
      published,
      table: of
    })
    const local = drawn({
      ...{ tables: [own, sexes], territory: { code: '976', label: 'Mayotte' } },
      questions: [asked('forms', 'here', 'territory_form'), asked('registrar', 'nowhere', null)]
    })
    expect(local.asked.map(({ table: of, bars }) => [of, bars.map(({ value: n }) => n)])).toEqual([
      ['territory_form', [40]]
    ])
    expect(local.unpublished.map(({ id }) => id)).toEqual(['registrar'])
    expect(local.cards.map(({ table: of }) => of)).toEqual(['territory_sex'])
    expect([local.flow, local.headline[0]]).toEqual([
      null,
      { id: 'flagged', label: null, value: 40, band: null }
    ])
  })
})
