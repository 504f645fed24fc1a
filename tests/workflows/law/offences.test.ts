import { describe, expect, it } from 'vitest'
import { namesCrime, namesListedCrime } from '../../../workflows/law/limitation.ts'
import { legalBases } from '../../../workflows/law/register.ts'
import {
  offenceCodes,
  offenceLists,
  opens,
  opensCivi,
  opensL42511,
  opensL4251,
  type OffenceList
} from '../../../workflows/law/opened-by-offence.ts'

describe('the one-year permit after a complaint', () => {
  it.each([['225-13'], ['225-14'], ['225-14-1'], ['225-14-2'], ['225-12-5'], ['224-1-A']])(
    'is not opened by %s alone',
    (code) => {
      expect(opensL4251([code], null)).toBe(false)
    }
  )

  it('is not opened by nothing, nor by what is no code', () => {
    expect(opensL4251([], null)).toBe(false)
    expect(opensL4251(['225-4', '225-4-7', '225-10-1', 'traite'], null)).toBe(false)
  })

  it('is opened by a complaint of November 2020: former L316-1 opened the same door', () => {
    expect(opensL4251(['225-4-1'], '2020-11-16')).toBe(true)
  })

  it('is opened by trafficking and by procuring, and by nothing else in the list', () => {
    expect(offenceCodes.filter((code) => opensL4251([code], null))).toEqual([
      ...['225-4-1', '225-4-2', '225-4-3', '225-4-4', '225-4-5', '225-4-6'],
      ...['225-5', '225-6', '225-7', '225-7-1', '225-8', '225-9', '225-10']
    ])
    expect(opensL4251(['225-13', '225-4-1'], null)).toBe(true)
  })
})

describe('the permit for degrading housing', () => {
  it('is not opened by trafficking or forced labour', () => {
    expect(offenceCodes.filter((code) => opensL42511([code], null))).toEqual(['225-14'])
  })

  it('is opened by a complaint older than the article, which asks of no day', () => {
    expect(opensL42511(['225-14'], '2023-12-31')).toBe(true)
  })
})

describe('full compensation', () => {
  it('leaves out underpaid work, degrading housing, begging and the legal person’s article', () => {
    expect(offenceCodes.filter((code) => !opensCivi([code], null))).toEqual([
      '225-4-6',
      ...['225-12-5', '225-12-6', '225-12-7'],
      ...['225-13', '225-14']
    ])
  })

  it('is opened by a complaint of 1 June 2023 for trafficking: 706-3 has no day of the copy that was read', () => {
    expect(opensCivi(['225-4-1'], '2023-06-01')).toBe(true)
  })

  it('rests, like the permits, on an article of the table', () => {
    for (const { basis } of Object.values(offenceLists)) expect(legalBases).toHaveProperty([basis])
  })
})

describe('a crime', () => {
  it('225-4-3 is one whenever it was named, of an adult and of a child', () => {
    expect(namesCrime(['225-4-3'])).toBe(true)
    expect(namesListedCrime(['225-4-3'])).toBe(true)
    expect(namesCrime(['225-4-1'])).toBe(false)
  })
})

describe('a list of offences', () => {
  it('begins on no day on which a text was read, nor on that of its article', () => {
    for (const { basis, from } of Object.values<OffenceList>(offenceLists)) {
      const { textAsOf } = legalBases[basis]
      expect(from).toBeNull()
      expect(textAsOf).not.toBeNull()
    }
  })

  const ended = opens({ basis: 'CPP.706-3', from: '2020-01-01', until: '2023-06-30', codes: ['225-5'] })

  it('opens from its first day to its last, both included', () => {
    const days = ['2019-12-31', '2020-01-01', '2023-06-30', '2023-07-01']
    expect(days.map((day) => ended(['225-5'], day))).toEqual([false, true, true, false])
  })

  it('opens only by its own codes, on whatever day', () => {
    expect(ended(['225-6'], '2022-01-01')).toBe(false)
    expect(ended(['225-6', '225-5'], '2022-01-01')).toBe(true)
    expect(ended(['225-5'], null)).toBe(true)
  })
})
