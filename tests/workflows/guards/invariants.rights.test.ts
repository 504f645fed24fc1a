import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { offenceCodes } from '../../../workflows/law/opened-by-offence.ts'
import { aCase, after, refusal, warned } from '../../support/cases.ts'
import { carriedBy, everyStep } from '../../support/lives.ts'

const namesOf = (type: CommandType) => Object.keys(commandRow(type).input.properties)

describe('I-02 the thirty days run from the receipt and from nothing else', () => {
  const rule = () => {
    const openers = commandTypes.flatMap((type) =>
      commandRow(type)
        .opens.filter(({ code }) => code === 'D-REFLEX')
        .map(({ startsOn }) => [type, startsOn])
    )
    expect(openers).toEqual([['receipt.handed', 'handedOn']])
  }
  it('one act opens the clock, from the day written on it', rule)
  it('neither the flag, the information nor the complaint may start it', () => {
    for (const type of ['case.flag', 'reflection.offer', 'complaint.file'] as const)
      carriedBy(type, { opens: [{ code: 'D-REFLEX' }] }, rule)
    carriedBy('receipt.handed', { opens: [{ code: 'D-REFLEX' }] }, rule)
  })
  it('and that act alone starts reflection', () => {
    everyStep(({ before, after, type }) => {
      if (
        after.regions.residence === 'reflection_running' &&
        before.regions.residence !== 'reflection_running'
      )
        expect(type).toBe('receipt.handed')
    })
  })
})

describe('I-03 nobody is removed while reflection runs', () => {
  it('the bar is up as long as it runs', () => {
    everyStep(({ after }) => {
      if (after.regions.residence === 'reflection_running') expect(after.facts.removalBar).toBe(true)
    })
  })
  it('the receipt raises it', () => {
    const offered = aCase({ regions: { residence: 'reflection_offered' } })
    carriedBy('receipt.handed', { apply: null }, () =>
      expect(after(offered, 'receipt.handed').facts.removalBar).toBe(true)
    )
  })
  it('no act records a removal', () => {
    expect(commandTypes.flatMap(namesOf).filter((name) => /oqtf|removal|expulsion/i.test(name))).toEqual([])
  })
})

describe('I-05 the permit follows the offences that the law names', () => {
  const rule = () => {
    const opening = offenceCodes.filter(
      (code) =>
        warned(aCase({ facts: { offences: [code], procedureOpen: true } }), 'permit.apply').length === 0
    )
    expect(opening).toEqual([
      ...['225-4-1', '225-4-2', '225-4-3', '225-4-4', '225-4-5', '225-4-6'],
      ...['225-5', '225-6', '225-7', '225-7-1', '225-8', '225-9', '225-10']
    ])
  }
  it('beside labour exploitation and degrading housing alone it is said, and nothing is refused', () => {
    carriedBy('permit.apply', { warns: ['factsNotAllAbroad', 'procedureNotClosed'] }, rule)
    const refused = offenceCodes.filter(
      (code) => refusal(aCase({ facts: { offences: [code] } }), 'permit.apply') !== null
    )
    expect(refused).toEqual([])
  })
  it('and without any complaint nothing is asked for', () =>
    carriedBy('permit.apply', { guards: ['thirdCountry'] }, () =>
      expect(refusal(aCase(), 'permit.apply')).toMatch(/^Enregistrez d’abord une plainte/)
    ))
})
