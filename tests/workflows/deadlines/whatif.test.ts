import { describe, expect, it } from 'vitest'
import { whatIf, type Supposed } from '../../../workflows/deadlines/whatif.ts'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import { doubtsAbout } from '../../../workflows/deadlines/counted/doubtable.ts'
import { explain, openDeadline } from '../../../workflows/deadlines/deadlines.ts'

const silence: Supposed = { code: 'D-SILENCE', startsOn: '2026-03-01', territory: '69', config }

describe('what is supposed of a clock', () => {
  it('a standstill is of whole days, none at the least, and the refusal says so', () => {
    for (const suspendedDays of [-1, 0.5, Number.NaN])
      expect(() => whatIf(silence, { suspendedDays })).toThrow('A clock stands still for whole days')
  })

  it('no standstill at all leaves the clock as it is counted, with no word of one', () => {
    const counted = openDeadline('D-SILENCE', '2026-03-01', '69', { now: '2026-02-28T23:00:00Z', config })
    expect(whatIf(silence, { suspendedDays: 0 })).toEqual(counted)
    expect(explain(whatIf(silence, {}), 'fr')).toEqual(['1er mars 2026 + 4 mois = 1er juil. 2026'])
  })

  it('one day of it is already told, and moves the end by that day', () => {
    const clock = whatIf(silence, { suspendedDays: 1 })
    expect(clock.dueOn).toBe('2026-07-02')
    expect(explain(clock, 'fr')).toHaveLength(2)
  })

  it('a doubt leaves the safe day where it is, and gives the end in law beside it', () => {
    const appeal: Supposed = { code: 'D-APPEAL-TA', startsOn: '2026-11-23', territory: '69', config }
    const plain = whatIf(appeal, {})
    expect([plain.dueOn, plain.legal]).toEqual(['2027-01-25', null])
    const far = whatIf(appeal, { doubts: [{ id: 'distance' }] })
    expect([far.dueOn, far.legal?.endOn]).toEqual(['2027-01-25', '2027-02-24'])
    const unstated = whatIf(appeal, { doubts: [{ id: 'unstated' }] })
    expect([unstated.dueOn, unstated.legal]).toEqual(['2027-01-25', { endOn: null, endAt: null }])
  })

  it('alerts are all given, whatever today is', () => {
    const reflection = whatIf({ ...silence, code: 'D-REFLEX' }, { startsOn: '2019-01-01', suspendedDays: 2 })
    expect(reflection.dueOn).toBe('2019-02-02')
    expect(reflection.steps.map(({ kind }) => kind)).toEqual(['alert', 'alert', 'due'])
  })
})

describe('the doubts that a clock can have', () => {
  it('are none of a clock that no text leaves in doubt, nor those that its row always leaves', () => {
    expect(doubtsAbout('D-SILENCE')).toEqual([])
    expect(doubtsAbout('D-APPEAL-7D')).not.toContain('frankSevenDays')
  })

  it('are what its acts may leave, each once', () => {
    const about = doubtsAbout('D-APPEAL-TA')
    expect(about).toEqual(expect.arrayContaining(['unstated', 'distance', 'abroad', 'aidAsked', 'gracious']))
    expect(new Set(about).size).toBe(about.length)
    expect(doubtsAbout('D-CIVI-OFFENCE')).toEqual(expect.arrayContaining(['prosecuted', 'yearOfDecision']))
  })
})
