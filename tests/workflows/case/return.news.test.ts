import { describe, expect, it } from 'vitest'
import { maySee } from '../../../policies/data-classes.ts'
import { deadlineClass } from '../../../policies/disclosure.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { durationOf } from '../../../workflows/deadlines/register.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { stillCounts, withoutReason } from '../../../workflows/deadlines/running/validity.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, after, anInput, moved, refusal } from '../../support/cases.ts'

describe('news after a return', () => {
  const gone = after(after(aCase(), 'return.assess'), 'return.depart')
  const left = { ...gone, facts: { ...gone.facts, consents: ['H' as const] } }

  it('are not noted of somebody who has not left, nor of a case that was opened again', () => {
    expect(refusal(aCase(), 'return.news')).toBe('Aucun départ n’est enregistré.')
    expect(refusal(gone, 'return.news')).toBeNull()
    const closed = { regions: { ...gone.regions, closure: 'closed_returned' as const }, facts: gone.facts }
    expect(refusal(after(closed, 'case.reopen'), 'return.news')).toBe('Aucun départ n’est enregistré.')
  })

  it('are asked for three months after the departure by configuration, and by no text', () => {
    const input = anInput('return.depart', { on: '2026-09-01' })
    const opened = openedBy(
      'return.depart',
      input,
      moved(after(aCase(), 'return.assess'), 'return.depart', input)
    )
    expect(opened.map(({ code }) => code)).toContain('MNIO-RETURN-NEWS')
    expect(durationOf('MNIO-RETURN-NEWS', september2026)).toEqual({ n: 3, unit: 'months' })
  })

  it('are noted in the case that was closed meanwhile, which stops their clock and moves nothing', () => {
    const closed = { regions: { ...gone.regions, closure: 'closed_returned' as const }, facts: gone.facts }
    expect(refusal(closed, 'return.news')).toBeNull()
    expect(after(closed, 'return.news')).toEqual(closed)
    expect(closesOf('return.news')).toEqual(['MNIO-RETURN-NEWS'])
    expect(closesOf('case.close')).not.toContain('MNIO-RETURN-NEWS')
  })

  it.each([
    ['danger', ['MNIO-RETURN-NEWS']],
    ['unreached', ['MNIO-RETURN-NEWS']],
    ['safe', []],
    ['declined', []]
  ])('that are « %s » are asked for again, or are the last', (news, codes) => {
    const closed = { ...left, regions: { ...left.regions, closure: 'closed_returned' as const } }
    const input = anInput('return.news', { news, on: '2026-12-01' })
    const opened = openedBy('return.news', input, moved(closed, 'return.news', input))
    expect(opened.map(({ code }) => code)).toEqual(codes)
    expect(opened.every(({ startsOn, restarts }) => startsOn === '2026-12-01' && restarts)).toBe(true)
  })

  it.each(['minor', 'doubt'] as const)(
    'are awaited of nobody, %s or adult, who takes back being followed there, and again once they agree',
    (ageGroup) => {
      const child = { ...left, facts: { ...left.facts, ageGroup } }
      expect(stillCounts('MNIO-RETURN-NEWS', child)).toBe(true)
      const withdrawn = after(child, 'consent.withdraw', { scopes: ['H'] })
      expect(stillCounts('MNIO-RETURN-NEWS', withdrawn)).toBe(false)
      const informed = { ...withdrawn, regions: { ...withdrawn.regions, consent: 'informed' as const } }
      expect(stillCounts('MNIO-RETURN-NEWS', after(informed, 'consent.refuse', { scopes: ['A'] }))).toBe(
        false
      )
      expect(stillCounts('MNIO-RETURN-NEWS', after(informed, 'consent.record', { scopes: ['H'] }))).toBe(true)
    }
  )

  it.each(['closed_deceased', 'closed_by_person', 'closed_transferred_abroad', 'closed_lost'] as const)(
    'are awaited no more once the case is %s, nor asked for from then on',
    (closure) => {
      expect(stillCounts('MNIO-RETURN-NEWS', left)).toBe(true)
      expect(stillCounts('MNIO-RETURN-NEWS', { ...left, regions: { ...left.regions, closure } })).toBe(false)
    }
  )

  it('are awaited of nobody who takes their agreement back: the clock stops, and none starts', () => {
    const withdrawn = { ...left, facts: { ...left.facts, consents: [] } }
    expect(stillCounts('MNIO-RETURN-NEWS', withdrawn)).toBe(false)
    expect(withoutReason(withdrawn)).toContain('MNIO-RETURN-NEWS')
    const input = anInput('return.depart', { on: '2026-09-01' })
    const opened = openedBy('return.depart', input, { before: withdrawn, after: withdrawn })
    expect(opened.filter(({ code }) => stillCounts(code, withdrawn)).map(({ code }) => code)).not.toContain(
      'MNIO-RETURN-NEWS'
    )
  })

  it('are awaited in a case that was closed for the return, and of a child whom a judge let go', () => {
    const regions = { ...left.regions, closure: 'closed_returned' as const }
    expect(stillCounts('MNIO-RETURN-NEWS', { ...left, regions })).toBe(true)
    const child = { ...left, facts: { ...left.facts, ageGroup: 'minor' as const, consents: [] } }
    expect(stillCounts('MNIO-RETURN-NEWS', child)).toBe(true)
  })

  it('are for who may read her account: neither the prefecture nor a cell member is told that they are awaited', () => {
    const facts = { ageGroup: 'adult', consents: [] } as const
    expect(deadlineClass('MNIO-RETURN-NEWS')).toBe('C')
    expect(maySee('C', 'referent', { ...facts, consents: [] })).toBe(true)
    for (const blind of ['prefecture', 'cell_member', 'shelter', 'acse'] as const)
      expect([blind, maySee('C', blind, { ...facts, consents: [] })]).toEqual([blind, false])
  })
})
