import { describe, expect, it } from 'vitest'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  advanceMeeting,
  meetingCommandTypes,
  meetingRow,
  type MeetingCommand
} from '../../../workflows/meeting/machine.ts'
import { meetingStateIds } from '../../../workflows/meeting/states.ts'
import {
  institutionsOf,
  missingKinds,
  quorumRefused,
  rulesUnder,
  type Seat
} from '../../../workflows/meeting/quorum.ts'
import { onlySpeaks, recusedBecause } from '../../../workflows/meeting/recusal.ts'
import {
  outcomeOf,
  saidSoFar,
  tallyOf,
  verdictOf,
  votersOf,
  type Voice
} from '../../../workflows/meeting/tally.ts'
import { fits } from '../../../workflows/case/input.ts'

/** Those of a cell that votes over the first configuration: the secretary chairs without a vote. */
const builtInRules = rulesUnder({ ...september2026, decidesBy: 'majority' })

const seat = (personId: string, orgType = 'association', orgId = `org-${orgType}`): Seat => ({
  personId,
  orgId,
  orgType
})
const three = [seat('a'), seat('b', 'police'), seat('c', 'health')]
const voiced = (seats: readonly Seat[], voices: readonly Voice[], own = true) =>
  voices.map((voice, index) => ({ ...seats[index]!, voice, own }))
const verdict = (voices: readonly Voice[], own = true, rules = builtInRules) =>
  verdictOf({ present: three, recused: new Set(), votes: voiced(three, voices, own), rules })

describe('who is too close to a case', () => {
  const close = { flaggedBy: { personId: 'a', orgId: 'org-police' }, referents: ['org-health'] }

  it('is told which of the three it is, in both languages', () => {
    expect(recusedBecause(seat('a'), close)).toEqual({
      fr: 'Vous avez signalé cette personne : vous pouvez parler, pas voter.',
      en: 'You flagged this person: you may speak, not vote.'
    })
    expect(recusedBecause(seat('b', 'police'), close)).toEqual({
      fr: 'Votre institution a signalé cette personne : vous pouvez parler, pas voter.',
      en: 'Your institution flagged this person: you may speak, not vote.'
    })
    expect(recusedBecause(seat('x', 'health'), close)).toEqual({
      fr: 'Votre institution accompagne cette personne : vous pouvez parler, pas voter.',
      en: 'Your institution accompanies this person: you may speak, not vote.'
    })
  })

  it('is told of somebody else as of somebody else, never as « you »', () => {
    for (const one of [seat('a'), seat('b', 'police'), seat('x', 'health')]) {
      const told = recusedBecause(one, close, 'other')!
      expect(told.fr).toMatch(/signalé|accompagne/)
      expect(`${told.fr} ${told.en}`).not.toMatch(/vous|votre|you/i)
    }
  })

  it('is nobody where no one flagged the person and no institution follows her', () => {
    expect(recusedBecause(seat('a', 'health'), { flaggedBy: null, referents: [] })).toBeNull()
  })
})

it('an advisory seat is named in words, and one that no cell has by its code', () => {
  expect(onlySpeaks(seat('p', 'prosecution'), builtInRules)).toEqual({
    fr: 'Ce siège est consultatif (parquet) : on y parle, on n’y vote pas.',
    en: 'This seat is advisory (public prosecutor): one speaks, and does not vote.'
  })
  expect(onlySpeaks(seat('p', 'shelter'), builtInRules)?.en).toContain('(shelter)')
  expect(onlySpeaks(seat('p', 'health'), builtInRules)).toBeNull()
})

describe('the quorum', () => {
  const quorum = { members: 3, institutions: 2, mustInclude: ['association', 'police'] as const }

  it('names each institution that must be there and is not', () => {
    expect(missingKinds([seat('a')], quorum)).toEqual(['police'])
    expect(missingKinds(three, quorum)).toEqual([])
    const here = [seat('a', 'health'), seat('b', 'ase'), seat('c', 'cell')]
    expect(quorumRefused(here, quorum)).toEqual({
      fr: 'Le quorum n’est pas atteint. Il manque : associations. Il manque : police et gendarmerie.',
      en: 'The quorum is not reached. Missing: associations. Missing: police and gendarmerie.'
    })
  })

  it('writes one member in the singular and two in the plural', () => {
    const wanted = { members: 5, institutions: 5, mustInclude: [] }
    expect(quorumRefused([seat('a')], wanted)?.fr).toMatch(/ 1 membre sur 5 .* 1 institution sur 5 /)
    expect(quorumRefused(three.slice(0, 2), wanted)?.fr).toMatch(/ 2 membres sur 5 .* 2 institutions sur 5 /)
  })

  it('counts two people of one institution as one institution', () => {
    expect(institutionsOf([seat('a'), seat('b'), seat('c', 'police')])).toBe(2)
    expect(institutionsOf([])).toBe(0)
  })

  it('of the first version goes by consensus, and so of one that does not say how', () => {
    expect(rulesUnder(september2026)).toMatchObject({ version: '2026-09', decidesBy: 'consensus' })
    const { decidesBy: _consensus, ...silent } = september2026
    expect(rulesUnder(silent).decidesBy).toBe('consensus')
    expect(builtInRules.voting).not.toContain('cell')
    const composition = [{ type: 'cell' as const, votes: false }]
    expect(rulesUnder({ version: 'x', quorum, composition, decidesBy: 'consensus' })).toEqual({
      version: 'x',
      quorum,
      voting: [],
      decidesBy: 'consensus'
    })
  })
})

describe('a vote', () => {
  it('still awaited, or written by the secretary alone, is told in both languages', () => {
    expect(verdict(['in_favour', 'against'])).toEqual({
      refused: {
        fr: '2 voix sur 3 : attendez que chaque membre présent se soit exprimé, ou ajournez.',
        en: '2 of 3 votes: wait until every member present has spoken, or adjourn.'
      }
    })
    expect(verdict(['in_favour', 'in_favour', 'in_favour'], false)).toEqual({
      refused: {
        fr: 'Plus de la moitié des voix doivent être données par les membres sous leur propre compte : le secrétariat ne décide pas seul.',
        en: 'More than half of the votes must be given by members under their own account: the secretariat does not decide alone.'
      }
    })
  })

  it('that settles nothing says what was lacking, by the rule of the cell', () => {
    const split: Voice[] = ['in_favour', 'against', 'abstained']
    expect(verdict(split)).toEqual({
      refused: {
        fr: 'Aucune majorité ne se dégage : ajournez, ou demandez une nouvelle réunion.',
        en: 'There is no majority: adjourn, or plan another meeting.'
      }
    })
    expect(verdict(split, true, { ...builtInRules, decidesBy: 'consensus' })).toEqual({
      refused: {
        fr: 'Il n’y a pas de consensus : ajournez, ou demandez une nouvelle réunion.',
        en: 'There is no consensus: adjourn, or plan another meeting.'
      }
    })
  })

  it('that settles keeps its numbers, and never who gave them', () => {
    expect(verdict(['in_favour', 'in_favour', 'abstained'])).toEqual({
      refused: null,
      outcome: 'positive',
      tally: { members: 3, institutions: 3, inFavour: 2, against: 0, abstained: 1, unanimous: false }
    })
  })

  it('of one person alone is unanimous, and counts those who could have voted', () => {
    expect(tallyOf(three, voiced(three, ['against']))).toEqual({
      ...{ members: 3, institutions: 3, unanimous: true },
      ...{ inFavour: 0, against: 1, abstained: 0 }
    })
  })

  it('put off keeps what was said so far by those who may vote, without any quorum', () => {
    const present = [seat('a'), seat('b', 'police'), seat('d', 'cell')]
    const votes = voiced([...present, seat('z')], ['in_favour', 'abstained', 'against', 'against'])
    const question = { present, recused: new Set<string>(), votes, rules: builtInRules }
    expect(saidSoFar(question)).toEqual({
      ...{ members: 2, institutions: 2, unanimous: false },
      ...{ inFavour: 1, against: 0, abstained: 1 }
    })
    expect(saidSoFar({ ...question, votes: voiced(present, ['in_favour', 'in_favour']) })).toMatchObject({
      inFavour: 2,
      unanimous: false
    })
    expect(saidSoFar({ ...question, votes: [] })).toMatchObject({ members: 2, unanimous: false })
  })

  it('against and for at once is no consensus, whichever is more', () => {
    const tally = { members: 9, institutions: 3, abstained: 0, unanimous: false }
    for (const [inFavour, against] of [
      [5, 1],
      [1, 5],
      [1, 1],
      [0, 0]
    ] as const)
      expect(outcomeOf({ ...tally, inFavour, against }, 'consensus')).toBeNull()
  })

  it('is cast by those of a voting institution who are not too close', () => {
    const present = [...three, seat('d', 'cell'), seat('e', 'shelter')]
    const voters = votersOf({ present, recused: new Set(['b']), rules: builtInRules })
    expect(voters.map(({ personId }) => personId)).toEqual(['a', 'c'])
  })
})

describe('a meeting', () => {
  const openIn = (command: MeetingCommand) =>
    meetingStateIds.filter((state) => advanceMeeting(state, command) !== null)

  it('takes cases on and off its agenda while it is prepared, and is cancelled until it opens', () => {
    expect(openIn('item.add')).toEqual(['planned'])
    expect(openIn('item.remove')).toEqual(['planned'])
    expect(openIn('convene')).toEqual(['planned'])
    expect(openIn('open')).toEqual(['convened'])
    expect(openIn('cancel')).toEqual(['planned', 'convened'])
  })

  it('is conducted by the secretary: a member only gives a voice, withdraws, or comes back', () => {
    expect(meetingCommandTypes.filter((type) => meetingRow(type).side === 'member')).toEqual([
      'vote',
      'item.recuse',
      'item.rejoin'
    ])
  })

  it('asks of each act what it cannot do without, and nothing else', () => {
    const id = '0190aaaa-0000-7000-8000-000000000001'
    const vote = meetingRow('vote.record').input
    expect(fits(vote, { itemId: id, personId: id, voice: 'against' })).toBe(true)
    expect(fits(vote, { itemId: id, voice: 'against' })).toBe(false)
    expect(fits(meetingRow('vote').input, { itemId: id, voice: 'perhaps' })).toBe(false)
    expect(fits(meetingRow('attend').input, { personId: id, presence: 'video' })).toBe(true)
    expect(fits(meetingRow('attend').input, { personId: id, presence: 'by_letter' })).toBe(false)
    expect(fits(meetingRow('close').input, { itemId: id })).toBe(false)
  })
})
