import { describe, expect, test } from 'vitest'
import { codePerson, columns, columnIds } from '../../../figures/person/person.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import type { DeadlineState } from '../../../workflows/deadlines/states.ts'
import { aLife } from './a-life.ts'

const codesOf = (life: Parameters<typeof aLife>[0]) => codePerson(aLife(life))[0]!.codes

describe('what is not known', () => {
  test('has a word in every column, and is never none of them', () => {
    const codes = codesOf({})
    for (const id of columnIds) {
      const column = columns[id]
      if (column.kind === 'code') expect(Object.keys(column.words)).toContain(codes[id])
      if (column.kind === 'codes') expect(codes[id]).not.toEqual([])
    }
    expect(codes).toMatchObject({ sex: 'unknown', age: 'unknown', forms: ['unknown'], zone: 'unknown' })
  })

  test('is not a length of no days', () => {
    expect(codesOf({})).toMatchObject({ bed_span: 'none', opinion_span: 'waiting', closed_span: 'waiting' })
    expect(codesOf({ acts: [['grounds.positive', 0]] })).toMatchObject({ opinion_span: '0-2' })
  })

  test('has the word of none alone, or none of it', () => {
    expect(codesOf({ facts: { forms: ['unknown', 'labour'] } })).toMatchObject({ forms: ['labour'] })
    expect(codesOf({ facts: { forms: ['unknown'] } })).toMatchObject({ forms: ['unknown'] })
  })

  test('of a word that no table has any more: it is not known, and the person is still counted', () => {
    const lost = codesOf({ facts: { sex: 'lost' as 'female', forms: ['lost'] } })
    expect(lost).toMatchObject({ sex: 'unknown', forms: ['unknown'] })
  })
})

describe('minor or adult, at four dates', () => {
  const cameOfAge = {
    facts: { ageGroup: 'adult' as const },
    acts: [
      ['grounds.positive', 10],
      ['majority.reached', 40, 'system']
    ] as [string, number, string?][]
  }

  test('who came of age since was a child when flagged, when found to be a victim and when it began', () => {
    expect(codesOf(cameOfAge)).toMatchObject({
      age_at_start: 'minor',
      age_at_registration: 'minor',
      age_at_identification: 'minor',
      age_at_reporting: 'adult'
    })
  })

  test('found to be a victim after coming of age', () => {
    const later = {
      ...cameOfAge,
      acts: [
        ['majority.reached', 40, 'system'],
        ['grounds.positive', 50]
      ] as [string, number, string?][]
    }
    expect(codesOf(later)).toMatchObject({ age_at_registration: 'minor', age_at_identification: 'adult' })
  })

  test('doubt about age is neither', () => {
    expect(codesOf({ facts: { ageGroup: 'doubt' } })).toMatchObject({
      age_at_registration: 'unknown',
      age_at_reporting: 'unknown',
      age_at_identification: 'none'
    })
  })

  test.each([
    ['18-24', 9, 'minor'],
    ['18-24', 8, 'minor'],
    ['18-24', 7, 'unknown'],
    ['25-34', 6, 'adult'],
    ['25-34', 7, 'unknown'],
    ['45+', 20, 'adult'],
    [null, 9, 'unknown']
  ] as const)(
    'at %s, exploitation that began %i years before the flag began with %s',
    (ageBand, years, word) => {
      const openedAt = aLife().openedAt
      const facts = {
        ageGroup: 'adult' as const,
        ageBand,
        exploitedFrom: Number(openedAt.slice(0, 4)) - years
      }
      expect(codesOf({ facts }).age_at_start).toBe(word)
    }
  )
})

describe('how far a person is recognised', () => {
  test.each([
    ['presumed', 'presumed'],
    ['formal_pending', 'presumed'],
    ['not_confirmed', 'not_confirmed'],
    ['formally_identified', 'formally_identified'],
    ['court_recognised', 'court_recognised'],
    ['insufficient_elements', 'insufficient'],
    ['review_open', 'in_review']
  ] as const)('%s is counted as %s', (identification, word) => {
    const { regions } = aLife()
    expect(codesOf({ regions: { ...regions, identification } }).status).toBe(word)
  })

  test('a case that another territory has not taken up yet stands where it stood', () => {
    const { regions } = aLife()
    const life = {
      regions: { ...regions, identification: 'transferred_territory' as const },
      facts: { identificationBefore: 'formally_identified' as const }
    }
    expect(codesOf(life).status).toBe('formally_identified')
  })
})

describe('the reflection period', () => {
  const { regions } = aLife()
  const handed: [string, number][] = [['receipt.handed', 3]]
  const thirtyDays = (state: DeadlineState) => ({ code: 'D-REFLEX', state, missed: false })
  test.each([
    ['not_offered', {}],
    ['own_rules', { regions: { ...regions, residence: 'eu_or_french' as const } }],
    ['declined', { facts: { reflection: { wished: false, from: 'irregular' as const } } }],
    ['accepted', { facts: { reflection: { wished: true, from: 'irregular' as const } } }],
    ['running', { acts: handed, clocks: [thirtyDays('running')] }],
    // A permit that is asked for on the way cuts nothing short.
    [
      'running',
      {
        acts: [...handed, ['permit.apply', 6]] as [string, number][],
        regions: { ...regions, residence: 'cst_applied' as const },
        clocks: [thirtyDays('running')]
      }
    ],
    ['running', { acts: handed, clocks: [thirtyDays('suspended')] }],
    ['ran', { acts: handed, clocks: [thirtyDays('fired')] }],
    ['ran', { acts: handed, clocks: [{ ...thirtyDays('running'), code: 'D-APPEAL-REFLECTION' }] }],
    [
      'interrupted',
      {
        acts: [
          ['receipt.handed', 3],
          ['reflection.interrupt', 9]
        ] as [string, number][]
      }
    ]
  ])('is told as %s', (word, life) => {
    expect(codesOf(life).reflection).toBe(word)
  })
})

describe('referrals and clocks', () => {
  const asked = { kind: 'acse', answer: null, reason: null, sentAt: '2026-03-11T09:00:00Z', answeredAt: null }

  test('an answer stays what it was, silence is no answer, asylum places are not told', () => {
    const { codes } = codePerson(
      aLife({
        referrals: [
          { ...asked, state: 'ended', answer: 'accepted', answeredAt: '2026-03-15T09:00:00Z' },
          {
            ...asked,
            kind: 'dna',
            state: 'declined',
            answer: 'declined',
            reason: 'no_place',
            answeredAt: '2026-03-12T09:00:00Z'
          },
          { ...asked, kind: 'police', state: 'escalated' }
        ]
      })
    )[0]!
    expect(codes.referrals).toEqual(['acse:accepted', 'police:silent'])
    expect(codes.answers).toEqual(['acse:3-7'])
    expect(codes.refusals).toEqual(['none'])
  })

  test('a clock is kept where what it waited for was done, and lifted where something else took it away', () => {
    const clocks = [
      { code: 'D-PSP', state: 'stopped', missed: false },
      { code: 'MNIO-POLICE-ANSWER', state: 'stopped', missed: false }
    ] as const
    const told = (life: Parameters<typeof aLife>[0]) =>
      codePerson(aLife({ clocks, ...life }))[0]!.codes.clocks
    expect(told({})).toEqual(['D-PSP:lifted', 'MNIO-POLICE-ANSWER:lifted'])
    const police = { ...asked, kind: 'police' }
    const answered = {
      ...police,
      state: 'declined',
      answer: 'declined',
      answeredAt: '2026-03-12T09:00:00Z'
    } as const
    const [act] = deadlineRegister['D-PSP'].stopsWhen.done
    expect(told({ acts: [[act, 1]], referrals: [{ ...police, state: 'withdrawn' }] })).toEqual([
      'D-PSP:kept',
      'MNIO-POLICE-ANSWER:lifted'
    ])
    expect(told({ referrals: [answered] })).toEqual(['D-PSP:lifted', 'MNIO-POLICE-ANSWER:kept'])
    // The answer of another than the one that was asked keeps nothing.
    expect(told({ referrals: [{ ...answered, kind: 'acse' }] })).toEqual([
      'D-PSP:lifted',
      'MNIO-POLICE-ANSWER:lifted'
    ])
  })

  test('a clock that was answered too late is missed, and one of asylum is not told', () => {
    const { codes } = codePerson(
      aLife({
        clocks: [
          { code: 'D-IP', state: 'stopped', missed: true },
          { code: 'D-PSP', state: 'stopped', missed: false },
          { code: 'MNIO-DNA-MATCH', state: 'running', missed: false }
        ]
      })
    )[0]!
    expect(codes.clocks).toEqual(['D-IP:missed', 'D-PSP:lifted'])
  })
})

describe('years', () => {
  test('a person is flagged in one year, of Paris, and followed in those in which somebody acts', () => {
    const rows = codePerson(
      aLife({
        openedAt: '2025-12-31T23:30:00.000Z',
        acts: [
          ['case.flag', 0],
          ['needs.assess', 400],
          ['clock.lapse', 800, 'system']
        ]
      })
    )
    expect(rows.map(({ year, entry }) => [year, entry])).toEqual([
      [2026, 'flagged'],
      [2027, 'followed']
    ])
  })
})
