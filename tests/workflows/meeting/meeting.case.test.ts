import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { rulesUnder, type Seat } from '../../../workflows/meeting/quorum.ts'
import {
  outcomeOf,
  tallyOf,
  notingRefused,
  notingRule,
  verdictOf,
  voicesToNote,
  type Question,
  type Voice
} from '../../../workflows/meeting/tally.ts'

/** Those of a cell that votes over the first configuration: the secretary chairs without a vote. */
const builtInRules = rulesUnder({ ...september2026, decidesBy: 'majority' })

const seat = (personId: string, orgType = 'association', orgId = `org-${orgType}`): Seat => ({
  personId,
  orgId,
  orgType
})
const three = [seat('a'), seat('b', 'police'), seat('c', 'health')]
const { quorum } = builtInRules

const asked = (voices: readonly Voice[], different: Partial<Question> = {}): Question => ({
  present: three,
  recused: new Set(),
  votes: voices.map((voice, index) => ({ ...three[index]!, voice, own: true })),
  rules: builtInRules,
  ...different
})
const said = (question: Question) => {
  const verdict = verdictOf(question)
  return verdict.refused === null ? verdict.outcome : verdict.refused.fr
}

describe('a case before the meeting', () => {
  it('is not decided without quorum, whatever the voices', () => {
    expect(said(asked(['in_favour', 'in_favour'], { present: three.slice(0, 2) }))).toContain('quorum')
  })

  it('is not decided when a member who is too close to it makes the quorum', () => {
    expect(said(asked(['in_favour', 'in_favour', 'in_favour'], { recused: new Set(['a']) }))).toBe(
      'Le quorum n’est pas atteint. 2 membres sur 3 : il en manque 1. Il manque : associations.'
    )
  })

  it('is not decided when an advisory seat makes the quorum', () => {
    const rules = { ...builtInRules, voting: ['association', 'police'] as const }
    expect(said(asked(['in_favour', 'in_favour', 'in_favour'], { rules }))).toContain('il en manque 1')
  })

  it('is not decided before each member present has spoken', () => {
    expect(said(asked(['in_favour', 'in_favour']))).toMatch(/^2 voix sur 3/)
  })

  it('is not decided by voices most of which the secretary wrote', () => {
    const votes = three.map((one) => ({ ...one, voice: 'in_favour' as const, own: false }))
    expect(said(asked([], { votes }))).toContain('ne décide pas seul')
    const own = (count: number) => votes.map((one, at) => ({ ...one, own: at < count }))
    expect(said(asked([], { votes: own(1) }))).toContain('ne décide pas seul')
    expect(said(asked([], { votes: own(2) }))).toBe('positive')
  })

  it('leaves the secretary as many voices to note as a decision bears, and says so before', () => {
    const many = Array.from({ length: 9 }, (_, nth) => seat(`m${nth}`, 'association', `o${nth}`))
    for (let present = 0; present <= many.length; present++) {
      const question = asked([], { present: many.slice(0, present) })
      const left = voicesToNote(question)
      const noted = (count: number) =>
        asked([], {
          ...question,
          votes: question.present.map((one, at) => ({ ...one, voice: 'in_favour', own: at >= count }))
        })
      if (present >= quorum.members) expect([present, said(noted(left))]).toEqual([present, 'positive'])
      expect([present, said(noted(left + 1))]).not.toEqual([present, 'positive'])
      expect(notingRefused(question) === null).toBe(left > 0)
      expect(voicesToNote(noted(left))).toBe(0)
      expect(notingRule(left).fr).toContain(left === 0 ? 'aucune de plus' : `encore en noter ${left}`)
    }
  })

  it.each([
    [['in_favour', 'in_favour', 'against'], 'positive'],
    [['in_favour', 'abstained', 'abstained'], 'positive'],
    [['against', 'against', 'in_favour'], 'insufficient'],
    [['in_favour', 'against', 'abstained'], 'Aucune majorité'],
    [['abstained', 'abstained', 'abstained'], 'Aucune majorité']
  ] as const)('%j by majority: %s', (voices, outcome) => {
    expect(said(asked(voices))).toContain(outcome)
  })

  const consensus = { ...builtInRules, decidesBy: 'consensus' as const }
  it.each([
    [['in_favour', 'in_favour', 'against'], 'pas de consensus'],
    [['in_favour', 'abstained', 'abstained'], 'positive'],
    [['against', 'abstained', 'against'], 'insufficient'],
    [['abstained', 'abstained', 'abstained'], 'pas de consensus']
  ] as const)('%j by consensus: %s', (voices, outcome) => {
    expect(said(asked(voices, { rules: consensus }))).toContain(outcome)
  })

  it('does not count the voice of somebody who is not there, nor of somebody recused', () => {
    const many = [...three, seat('d', 'ase')]
    const votes = many.map((one) => ({ ...one, voice: 'against' as const, own: true }))
    const verdict = verdictOf({ ...asked([]), votes })
    expect(verdict).toMatchObject({ tally: { members: 3, against: 3, unanimous: true } })
    expect(verdictOf({ ...asked([]), present: many, votes, recused: new Set(['b']) })).toMatchObject({
      tally: { members: 3, institutions: 3, against: 3 }
    })
  })

  it('is unanimous only where everybody said the same', () => {
    const votes = (voices: Voice[]) => voices.map((voice, i) => ({ ...three[i]!, voice, own: true }))
    expect(tallyOf(three, votes(['in_favour', 'in_favour', 'in_favour'])).unanimous).toBe(true)
    expect(tallyOf(three, votes(['in_favour', 'abstained', 'in_favour'])).unanimous).toBe(false)
    expect(tallyOf(three, []).unanimous).toBe(false)
  })

  it('is decided one way or the other whoever counts, and never against the numbers', () => {
    const counts = fc.record({ inFavour: fc.nat(6), against: fc.nat(6), abstained: fc.nat(6) })
    fc.assert(
      fc.property(counts, fc.constantFrom('majority' as const, 'consensus' as const), (counted, by) => {
        const swapped = { ...counted, inFavour: counted.against, against: counted.inFavour }
        const rest = { members: 9, institutions: 3, unanimous: false }
        const [one, other] = [outcomeOf({ ...counted, ...rest }, by), outcomeOf({ ...swapped, ...rest }, by)]
        expect(one === null).toBe(other === null)
        if (one) expect(other).not.toBe(one)
        if (one === 'positive') expect(counted.inFavour).toBeGreaterThan(counted.against)
      }),
      { seed: 5, numRuns: 200 }
    )
  })
})
