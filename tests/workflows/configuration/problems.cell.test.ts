import { describe, expect, it } from 'vitest'
import type { Configuration, Quorum, Seat } from '../../../workflows/configuration/configuration.ts'
import { quorumProblems } from '../../../workflows/configuration/problems.cell.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

const under = (quorum: Partial<Quorum>, composition: Seat[] = first.composition): Configuration => ({
  ...first,
  composition,
  quorum: { ...first.quorum, ...quorum }
})
const problems = (quorum: Partial<Quorum>, composition?: Seat[]) => quorumProblems(under(quorum, composition))
const seat = (type: Seat['type'], seats: number, votes = true): Seat => ({ type, seats, votes })

describe('a decision is collegial', () => {
  it('from two people of two institutions on', () => {
    expect(problems({ members: 2, institutions: 2 })).toEqual([])
    expect(problems({ members: 1, institutions: 1 })).toEqual([
      {
        field: 'quorum.members',
        code: 'alone',
        message: {
          fr: 'Une décision collégiale se prend à deux personnes au moins',
          en: 'A collegial decision takes two people at least'
        }
      },
      {
        field: 'quorum.institutions',
        code: 'alone',
        message: {
          fr: 'Une décision collégiale se prend à deux institutions au moins',
          en: 'A collegial decision takes two institutions at least'
        }
      }
    ])
  })
})

describe('a quorum can be reached', () => {
  it('by as many members as there are votes, and those without a vote count for none', () => {
    const composition = [seat('association', 2), seat('police', 1), seat('cell', 5, false)]
    expect(problems({ members: 3 }, composition)).toEqual([])
    expect(problems({ members: 4 }, composition)).toEqual([
      {
        field: 'quorum.members',
        code: 'unreachable',
        message: {
          fr: 'Quorum hors d’atteinte : la composition n’a que 3 voix',
          en: 'The quorum cannot be reached: the composition has only 3 votes'
        }
      }
    ])
  })

  it('by as many institutions as members, and not by more', () => {
    expect(problems({ members: 3, institutions: 3 })).toEqual([])
    expect(problems({ members: 3, institutions: 4 })).toEqual([
      {
        field: 'quorum.institutions',
        code: 'unreachable',
        message: {
          fr: 'Il ne peut pas falloir plus d’institutions que de membres',
          en: 'There cannot be more institutions than members'
        }
      }
    ])
  })

  it('by members of each kind it names, who must be as many as it names', () => {
    expect(problems({ members: 3, mustInclude: ['association', 'prefecture', 'police'] })).toEqual([])
    expect(problems({ members: 3, mustInclude: ['association', 'prefecture', 'police', 'ase'] })).toEqual([
      {
        field: 'quorum.mustInclude',
        code: 'more_than_members',
        message: {
          fr: 'Plus d’institutions exigées que de membres au quorum',
          en: 'More institutions asked for than members in the quorum'
        }
      }
    ])
  })

  it('by kinds that vote: one that only sits is named', () => {
    expect(problems({ mustInclude: ['association', 'prosecution'] })).toEqual([
      {
        field: 'quorum.mustInclude',
        code: 'not_voting',
        message: {
          fr: '« parquet » est exigé au quorum et n’a pas de voix dans la composition',
          en: '“public prosecutor” is asked for in the quorum and has no vote in the composition'
        }
      }
    ])
  })
})

describe('a composition', () => {
  it('names each kind once, and says which it names again', () => {
    expect(problems({}, [...first.composition, seat('health', 1)])).toEqual([
      {
        field: 'composition.health',
        code: 'twice',
        message: { fr: '« structure de soins » figure deux fois', en: '“care provider” stands twice' }
      }
    ])
  })

  it('gives each kind a seat at least', () => {
    expect(problems({}, [...first.composition, seat('ofii', 1)])).toEqual([])
    expect(problems({}, [...first.composition, seat('ofii', 0)])).toEqual([
      {
        field: 'composition.ofii',
        code: 'no_seat',
        message: {
          fr: '« OFII » siège sans aucun siège',
          en: '“immigration office (OFII)” sits without a seat'
        }
      }
    ])
  })
})
