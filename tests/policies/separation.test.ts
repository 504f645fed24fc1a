import { describe, expect, it } from 'vitest'
import { voiceRefused } from '../../policies/separation.ts'
import { commandTypes } from '../../workflows/commands.ts'
import { asRole } from '../support/cases.ts'

const first = (orgType = 'cell', different = {}) => ({
  proposal: { opinion: 'positive' as const, personId: 'p-1', orgId: 'org-1', orgType, ...different }
})
const asso = asRole('asso')
const cell = asRole('cell_secretary')

describe('the second voice is refused', () => {
  it('to the person who gave the first one', () => {
    const own = first('association', { personId: asso.personId })
    expect(voiceRefused('grounds.positive', own, asso)?.fr).toMatch(/^La première voix est la vôtre/)
    expect(voiceRefused('triage.reject', own, asso)?.fr).toMatch(/^La première voix est la vôtre/)
  })

  it('to a colleague of the same institution', () => {
    const colleague = first('association', { orgId: asso.orgId })
    expect(voiceRefused('grounds.positive', colleague, asso)?.fr).toMatch(
      /^La première voix vient de votre institution/
    )
    expect(voiceRefused('triage.reject', colleague, asso)?.fr).toMatch(
      /^La première voix vient de votre institution/
    )
  })

  it('when neither voice is an association’s', () => {
    expect(voiceRefused('grounds.positive', first('police'), cell)?.fr).toBe(
      'L’une des deux voix doit être celle d’une association.'
    )
  })
})

describe('the second voice is heard', () => {
  it('from another institution, one of the two an association', () => {
    expect(voiceRefused('grounds.positive', first('association'), cell)).toBeNull()
    expect(voiceRefused('grounds.positive', first('cell'), asso)).toBeNull()
  })

  it('for insufficient elements, from any other institution', () => {
    expect(voiceRefused('triage.reject', first('police'), cell)).toBeNull()
  })
})

it('no other act is separated, and nothing is before a first voice', () => {
  const own = first('association', { personId: asso.personId, orgId: asso.orgId })
  const separated = commandTypes.filter((type) => voiceRefused(type, own, asso) !== null)
  expect(separated.toSorted()).toEqual(['grounds.positive', 'triage.reject'])
  expect(commandTypes.filter((type) => voiceRefused(type, { proposal: null }, asso) !== null)).toEqual([])
})
