import { describe, expect, it } from 'vitest'
import { asDisclosed } from '../../../server/disclosure/brand.ts'
import { evidenceIn } from '../../../server/reading/evidence.view.ts'
import { judicialDetail } from '../../../server/reading/judicial.detail.ts'

// What is said beside a vote and beside the procedure: of several acts the last that stands, each of what it says itself.

type Told = Parameters<typeof judicialDetail>[1]
type Row = { command: string; input?: object; struckBy?: number | null }
const eventsOf = (...rows: Row[]) =>
  rows.map(({ command, input = {}, struckBy = null }) => ({
    ...{ at: new Date('2026-11-24T11:00:00Z'), word: null },
    row: { command, input, struckBy }
  })) as unknown as Told['story']['events']
const detail = (facts: object, rows: Row[] = [], earlier: string[] = []) =>
  judicialDetail(asDisclosed(facts), {
    story: { events: eventsOf(...rows), earlier } as Told['story'],
    locale: 'fr'
  })

describe('beside the procedure', () => {
  it('nothing is said where nothing stands', () => {
    expect(detail({ finalOn: null, civilParty: false, compensation: null })).toBeNull()
  })

  it('a judgment, a claim and what was paid are said each from its own fact', () => {
    expect(detail({ finalOn: '2026-11-02' })).toBe('Définitive le 2 novembre 2026')
    expect(detail({ civilParty: true })).toBe('Partie civile')
    expect(detail({ compensation: 'paid' })).toBe('Indemnité versée')
    expect(detail({ compensation: 'claimed' })).not.toBe('Indemnité versée')
    expect(detail({ finalOn: '2026-11-02', civilParty: true })).toBe(
      'Définitive le 2 novembre 2026 · partie civile'
    )
  })

  it('of what was taken the last amount and the last state stand, whichever act said each, and none that was an error', () => {
    const acts = (...input: object[]) => input.map((one) => ({ command: 'investigation.act', input: one }))
    const [first, second] = [{ seized: 'under_5' }, { seizedStand: 'confiscated' }]
    const both = detail({}, acts(first, second))
    expect(detail({}, acts(first))).toBe('Avoirs saisis ou confisqués : moins de 5 000 €')
    expect(both).toBe('Avoirs confisqués : moins de 5 000 €')
    expect(detail({}, acts(second, { seizedStand: 'seized' }))).toBe(
      detail({}, acts({ seizedStand: 'seized' }))
    )
    expect(detail({}, [...acts(second), { ...acts({ seizedStand: 'seized' })[0]!, struckBy: 9 }])).toBe(
      detail({}, acts(second))
    )
    expect(detail({}, [{ command: 'contact.note', input: second }])).toBeNull()
  })

  it('the labour inspection is told until it has ended, also where it was read before', () => {
    expect(detail({}, [], ['inspection.open'])).not.toBeNull()
    expect(detail({}, [{ command: 'inspection.ended' }], ['inspection.open'])).toBeNull()
    expect(detail({}, [{ command: 'inspection.ended', struckBy: 4 }], ['inspection.open'])).not.toBeNull()
  })
})

describe('beside a vote', () => {
  const evidence = (facts: object, rows: Row[] = []) =>
    evidenceIn({ facts: asDisclosed(facts), events: eventsOf(...rows) }, 'fr')
  const noted = (code: string, source: string, struckBy: number | null = null): Row => ({
    ...{ command: 'indicators.add', struckBy },
    input: { indicators: [{ code, source }] }
  })
  const code = 'd_papers_taken'
  const known = { indicators: [code], forms: [], ageGroup: 'adult' }
  const sourceIn = (...rows: Row[]) =>
    evidence(known, rows)!.elements.flatMap(({ signs }) => signs.map(({ source }) => source))

  it('is nothing for whoever is not told the signs', () => {
    expect(evidence({ forms: ['sexual'], ageGroup: 'adult' })).toBeNull()
  })

  it('stands each sign with how it was last known, and with nothing where nobody said it or it was an error', () => {
    expect(sourceIn()).toEqual([null])
    expect(sourceIn(noted(code, 'seen'), noted(code, 'person'))).toEqual(['la personne l’a dit'])
    expect(sourceIn(noted(code, 'person'), noted(code, 'seen', 7))).toEqual(['la personne l’a dit'])
  })

  it('stands a form that was flagged, as such, under the purpose and nowhere else', () => {
    const { elements } = evidence({ ...known, indicators: [], forms: ['sexual'] })!
    expect(elements.map(({ id, signs }) => [id, signs.map(({ source }) => source)])).toEqual([
      ['act', []],
      ['means', []],
      ['purpose', ['forme signalée']]
    ])
  })

  it('says of a child, or whoever may be one, that no means is asked for, and of an adult that it is an aid', () => {
    for (const ageGroup of ['minor', 'doubt'])
      expect(evidence({ ...known, ageGroup })!.note).toMatch(
        /^Pour une personne mineure, .*aucun moyen n’est exigé/
      )
    expect(evidence(known)!.note).toMatch(/^Repère de lecture/)
  })
})
