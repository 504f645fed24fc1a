import { describe, expect, it } from 'vitest'
import type { Readings } from '../../policies/requirements/requirement.ts'
import { requirements, requirementsOf } from '../../policies/requirements/table.ts'
import type { Actor } from '../../policies/actor.ts'
import { commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import type { Closeness } from '../../workflows/meeting/recusal.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Quorum } from '../../workflows/meeting/quorum.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { aCase, asRole } from '../support/cases.ts'

const first = (orgType = 'cell', different = {}) => ({
  proposal: { opinion: 'positive' as const, personId: 'p-1', orgId: 'org-1', orgType, ...different }
})
const { quorum } = september2026
const asso = asRole('asso')
const cell = asRole('cell_secretary')
const voices = ['notRecused', 'firstVoice', 'secondVoice', 'voicesRequired'] as const
type Said = { quorum?: Quorum; close?: Closeness }
const voiced = (
  command: CommandType,
  facts: Pick<Facts, 'proposal'>,
  actor: Actor,
  { quorum: rules = quorum, close: closeness = { flaggedBy: null, referents: [] } }: Said = {}
) => {
  const known = { deciding: { ...september2026, quorum: rules }, closeness } as unknown as Readings
  const asked = { command, actor, held: [], told: aCase({ facts }), sight: { origin: true } } as never
  const said = voices
    .filter((one) => requirementsOf(command).includes(one))
    .map((one) => requirements[one].refuses(asked, known) as Bilingual | null)
  return said.find((one) => one !== null) ?? null
}
const closeVoiced = (command: CommandType, facts: Pick<Facts, 'proposal'>, close: Closeness) =>
  voiced(command, facts, asso, { close })

describe('a voice is refused, the first and the second,', () => {
  const acts = ['grounds.propose', 'grounds.positive', 'triage.reject'] as const
  it.each([
    ['who flagged', { flaggedBy: { personId: asso.personId, orgId: 'elsewhere' }, referents: [] }],
    ['a colleague of who flagged', { flaggedBy: { personId: 'p-9', orgId: asso.orgId }, referents: [] }],
    ['the institution that follows', { flaggedBy: null, referents: [asso.orgId] }]
  ])('to %s', (_who, close) => {
    for (const type of acts) {
      expect(closeVoiced(type, first('cell'), close)?.fr).toMatch(
        /vous pouvez parler, pas voter\. Une autre institution de la cellule donne cet avis\.$/
      )
      expect(closeVoiced(type, { proposal: null }, close)).not.toBeNull()
    }
    expect(closeVoiced('triage.start', first('cell'), close)).toBeNull()
  })
})

describe('the second voice is refused', () => {
  it('to the house that the one of the first voice became: the two are one institution', () => {
    const since = { ...asso, formerly: ['org-1'] }
    expect(voiced('grounds.positive', first('association'), since)?.fr).toMatch(/vient de votre institution/)
    expect(voiced('grounds.propose', first('association'), since)?.fr).toMatch(/a déjà donné un premier avis/)
    expect(voiced('grounds.positive', first('cell'), { ...asso, formerly: ['org-2'] })).toBeNull()
  })

  it('to the person who gave the first one', () => {
    const own = first('association', { personId: asso.personId })
    expect(voiced('grounds.positive', own, asso)?.fr).toMatch(/^Le premier avis est le vôtre/)
    expect(voiced('triage.reject', own, asso)?.fr).toMatch(/^Le premier avis est le vôtre/)
  })

  it('to a colleague of the same institution', () => {
    const colleague = first('association', { orgId: asso.orgId })
    expect(voiced('grounds.positive', colleague, asso)?.fr).toMatch(
      /^Le premier avis vient de votre institution/
    )
    expect(voiced('triage.reject', colleague, asso)?.fr).toMatch(
      /^Le premier avis vient de votre institution/
    )
  })

  it('when neither voice is an association’s', () => {
    expect(voiced('grounds.positive', first('police'), cell)?.fr).toBe(
      'Le quorum n’est pas atteint. Il manque : associations.'
    )
  })
})

describe('the configuration of the case says whose voices they must be', () => {
  it('more institutions than two voices can be: the cell decides in a meeting', () => {
    const three = { ...quorum, institutions: 3 }
    for (const type of ['grounds.positive', 'triage.reject'] as const)
      expect(voiced(type, first('cell'), asso, { quorum: three })?.fr).toBe(
        'Il faut ici 3 institutions : deux avis ne suffisent pas. Inscrivez ce dossier à une réunion de la cellule.'
      )
  })

  it('another kind of institution that cannot be missing, or none', () => {
    const withPolice = { ...quorum, mustInclude: ['police' as const] }
    expect(voiced('grounds.positive', first('cell'), asso, { quorum: withPolice })).not.toBeNull()
    expect(voiced('grounds.positive', first('police'), cell, { quorum: withPolice })).toBeNull()
    expect(
      voiced('grounds.positive', first('police'), cell, { quorum: { ...quorum, mustInclude: [] } })
    ).toBeNull()
  })
})

describe('the second voice is heard', () => {
  it('from another institution, one of the two an association', () => {
    expect(voiced('grounds.positive', first('association'), cell)).toBeNull()
    expect(voiced('grounds.positive', first('cell'), asso)).toBeNull()
  })

  it('for insufficient elements, from any other institution', () => {
    expect(voiced('triage.reject', first('police'), cell)).toBeNull()
  })
})

it('no other act is separated, and nothing is before a first voice', () => {
  const own = first('association', { personId: asso.personId, orgId: asso.orgId })
  const separated = commandTypes.filter((type) => voiced(type, own, asso) !== null)
  expect(separated.toSorted()).toEqual(['grounds.positive', 'triage.reject'])
  expect(commandTypes.filter((type) => voiced(type, { proposal: null }, asso) !== null)).toEqual([])
})
