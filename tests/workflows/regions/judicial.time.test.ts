import { describe, expect, it } from 'vitest'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { deadlineRegister, groundsOf } from '../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { aCase, after, anInput, refusal, stays } from '../../support/cases.ts'

const lastFactsOn = '2026-10-01'
const opened = (type: CommandType, input: Record<string, unknown>, facts = {}) =>
  Object.fromEntries(
    openedBy(type, anInput(type, input), stays(aCase({ facts }))).map(({ code, startsOn }) => [
      code,
      startsOn
    ])
  )

describe('the day of the last acts', () => {
  it('may be told with or without a complaint, and counts the same', () => {
    const told = [
      'facts.complete',
      'art40.report',
      'prosecutor.report',
      'complaint.file',
      'complaint.add',
      'testimony.recorded'
    ] as const
    for (const type of told)
      expect(opened(type, { lastFactsOn, on: lastFactsOn }), type).toMatchObject({
        'D-LIMIT': lastFactsOn,
        'D-CIVI-OFFENCE': lastFactsOn
      })
    expect(after(aCase(), 'facts.complete', { lastFactsOn })).toEqual(aCase())
  })

  it('counts nothing from before eighteen for who was then a minor', () => {
    const majorityOn = '2027-03-01'
    const { EVVI: _, ...clocks } = opened('facts.complete', { lastFactsOn, majorityOn })
    expect(clocks).toEqual({ 'D-LIMIT-MINOR': majorityOn, 'D-CIVI-OFFENCE': majorityOn })
    expect(opened('facts.complete', { lastFactsOn, majorityOn: '2019-03-01' })).toMatchObject({
      'D-CIVI-OFFENCE': lastFactsOn
    })
  })

  it('counts a crime longer than an offence, and both where both are named', () => {
    const limits = (offences: string[], input = {}) =>
      Object.keys(opened('facts.complete', { lastFactsOn, ...input }, { offences })).filter((code) =>
        code.startsWith('D-LIMIT')
      )
    expect(limits(['225-4-3'])).toEqual(['D-LIMIT-CRIME'])
    expect(limits(['225-4-1', '225-4-3'])).toEqual(['D-LIMIT', 'D-LIMIT-CRIME'])
    expect(limits(['225-4-2'], { majorityOn: '2025-01-01' })).toEqual([
      'D-LIMIT-MINOR',
      'D-LIMIT-CRIME-MINOR'
    ])
  })
})

describe('limitation, by the list of CPP 706-47 that CPP 7 and 8 cite', () => {
  const majorityOn = '2025-01-01'
  const limits = (offences: string[], input: Record<string, unknown> = { majorityOn }) =>
    Object.entries(opened('facts.complete', { lastFactsOn, ...input }, { offences }))
      .filter(([code]) => code.startsWith('D-LIMIT'))
      .map(([code, day]) => `${code} ${day}`)

  it.each([
    [['225-4-1'], [`D-LIMIT-MINOR ${majorityOn}`]],
    [['225-7'], [`D-LIMIT-MINOR ${majorityOn}`]],
    [['225-7-1'], [`D-LIMIT-CRIME-MINOR ${majorityOn}`]],
    [['225-4-3'], [`D-LIMIT-CRIME-MINOR ${majorityOn}`]],
    [['225-5'], [`D-LIMIT ${lastFactsOn}`, `D-LIMIT-MINOR ${majorityOn}`]],
    [['225-6'], [`D-LIMIT ${lastFactsOn}`, `D-LIMIT-MINOR ${majorityOn}`]]
  ])('%s done to a minor waits for majority', (offences, clocks) => {
    expect(limits(offences)).toEqual(clocks)
  })

  it.each([['224-1-A'], ['224-1-B'], ['224-1-C'], ['225-8'], ['225-9'], ['225-14-2']])(
    '%s done to a minor is a crime that the list does not name: from the acts',
    (code) => {
      expect(limits([code])).toEqual([`D-LIMIT-CRIME ${lastFactsOn}`])
    }
  )

  it.each([['225-13'], ['225-14'], ['225-14-1'], ['225-12-5'], ['225-12-6'], ['225-10']])(
    '%s done to a minor runs from the acts, and not from majority',
    (code) => {
      expect(limits([code])).toEqual([`D-LIMIT ${lastFactsOn}`])
    }
  )

  it('servitude of several persons, and forced labour where minors are among them, are crimes (CP 225-15)', () => {
    const severalVictims = true
    expect(limits(['225-14-2'], {})).toEqual([`D-LIMIT ${lastFactsOn}`])
    expect(limits(['225-14-2'], { severalVictims })).toContain(`D-LIMIT-CRIME ${lastFactsOn}`)
    expect(limits(['225-14-1'], { severalVictims })).toEqual([`D-LIMIT ${lastFactsOn}`])
    expect(limits(['225-14-1'], { severalVictims, majorityOn })).toContain(`D-LIMIT-CRIME ${lastFactsOn}`)
  })

  it('at eighteen opens for the list alone', () => {
    const codes = (offences: string[]) =>
      Object.keys(opened('majority.reached', {}, { offences })).filter((code) => code.startsWith('D-LIMIT'))
    expect(codes(['225-4-1'])).toEqual(['D-LIMIT-MINOR'])
    expect(codes(['225-7-1'])).toEqual(['D-LIMIT-CRIME-MINOR'])
    expect(codes(['225-13', '225-8'])).toEqual([])
  })

  it('starts again by what CPP 9-2 names, where it runs, and refuses nothing', () => {
    const interrupts = [
      'investigation.act',
      'stage.instruction',
      'stage.trial',
      'civil_party.complaint'
    ] as const
    for (const type of interrupts)
      expect(opened(type, { on: '2026-11-20' }), type).toMatchObject({
        'D-LIMIT': '2026-11-20',
        'D-LIMIT-CRIME-MINOR': '2026-11-20'
      })
    const row = deadlineRegister['D-LIMIT']
    expect([row.forecloses, row.fires]).toEqual([false, null])
    expect(row.relief.fr).toMatch(/ne ferme rien/)
    expect(groundsOf(row, '2026-11-24')).toEqual(['CPP.8', 'CPP.9-2'])
  })
})

describe('an acquittal that the prosecution appeals', () => {
  it('is not the end: a final conviction may follow', () => {
    const acquitted = after(
      after(aCase({ regions: { judicial: 'trial' } }), 'procedure.acquitted'),
      'acquittal.final'
    )
    expect(acquitted.facts.procedureOpen).toBe(false)
    expect(refusal(acquitted, 'conviction.final')).not.toBeNull()
    const appealed = after(acquitted, 'acquittal.appealed')
    expect(appealed.facts.procedureOpen).toBe(true)
    expect(after(appealed, 'conviction.final').regions.judicial).toBe('convicted_final')
  })

  it('runs on where the civil party alone appeals', () => {
    const acquitted = aCase({ regions: { judicial: 'acquitted_final' } })
    expect(refusal(acquitted, 'civil.appealed')).toBe(
      'La constitution de partie civile de la personne n’est pas enregistrée : l’article la suppose.'
    )
    const party = aCase({ regions: { judicial: 'acquitted_final' }, facts: { civilParty: true } })
    const next = after(party, 'civil.appealed')
    expect([next.regions.judicial, next.facts.procedureOpen]).toEqual(['on_appeal', true])
  })
})

describe('damages that nobody pays', () => {
  const convicted = aCase({
    regions: { judicial: 'convicted_final' },
    facts: { finalOn: '2026-06-01', civilParty: true }
  })

  it('are asked of the fund by a civil party, and before two months it is the fund that answers (CPP 706-15-2)', () => {
    expect(factProblems('sarvi.request', { on: '2026-07-31' }, convicted)).toEqual([])
    expect(notesOf(commandRow('sarvi.request').input.properties['on']!)?.hint?.fr).toMatch(/trop tôt/)
    expect(refusal(convicted, 'sarvi.request')).toBeNull()
  })
})
