import { describe, expect, it } from 'vitest'
import type { Readings } from '../../policies/requirements/requirement.ts'
import { requirements, requirementsOf } from '../../policies/requirements/table.ts'
import type { Voicing } from '../../policies/requirements/voices.ts'
import { seekingRefused } from '../../policies/separation.ts'
import type { Sight } from '../../policies/sight.ts'
import type { Actor } from '../../policies/actor.ts'
import { commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import type { Closeness } from '../../workflows/meeting/recusal.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Quorum } from '../../workflows/meeting/quorum.ts'
import type { SeatType } from '../../workflows/configuration/cell.ts'
import { noVoices, type Proposal } from '../../workflows/facts/opinions.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { aCase, asRole } from '../support/cases.ts'

type Voices = Pick<Facts, 'proposal' | 'otherVoices'>
const first = (orgType = 'cell', different: Partial<Proposal> = {}) => ({
  proposal: { opinion: 'positive' as const, personId: 'p-1', orgId: 'org-1', orgType, ...different },
  otherVoices: []
})
const insufficient = { opinion: 'insufficient' as const }
const beside = (newest: Voices, ...others: Voices[]): Voices => ({
  proposal: newest.proposal,
  otherVoices: others.map(({ proposal }) => proposal!)
})
const { quorum } = september2026
const asso = asRole('asso')
const cell = asRole('cell_secretary')
const unrelated: Closeness = { flaggedBy: null, referents: [] }
const voices = ['notRecused', 'firstVoice', 'secondVoice', 'voicesRequired'] as const
type Said = { quorum?: Quorum; close?: Closeness; concludes?: SeatType[]; fallen?: Voicing[] }
const voiced = (
  command: CommandType,
  facts: Voices,
  actor: Actor,
  { quorum: rules = quorum, close: closeness = unrelated, concludes, fallen = [] }: Said = {}
) => {
  const deciding = { ...september2026, quorum: rules, ...(concludes && { concludes }) }
  const known = { deciding, closeness, fallen } as unknown as Readings
  const asked = { command, actor, held: [], told: aCase({ facts }), sight: { origin: true } } as never
  const said = voices
    .filter((one) => requirementsOf(command).includes(one))
    .map((one) => requirements[one].refuses(asked, known) as Bilingual | null)
  return said.find((one) => one !== null) ?? null
}
const closeVoiced = (command: CommandType, facts: Voices, close: Closeness) =>
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
      expect(closeVoiced(type, noVoices, close)).not.toBeNull()
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
    const own = (opinion: Proposal['opinion']) => first('association', { opinion, personId: asso.personId })
    expect(voiced('grounds.positive', own('positive'), asso)?.fr).toMatch(/^Le premier avis est le vôtre/)
    expect(voiced('triage.reject', own('insufficient'), asso)?.fr).toMatch(/^Le premier avis est le vôtre/)
  })

  it('to a colleague of the same institution', () => {
    const colleague = (opinion: Proposal['opinion']) => first('association', { opinion, orgId: asso.orgId })
    expect(voiced('grounds.positive', colleague('positive'), asso)?.fr).toMatch(
      /^Le premier avis vient de votre institution/
    )
    expect(voiced('triage.reject', colleague('insufficient'), asso)?.fr).toMatch(
      /^Le premier avis vient de votre institution/
    )
  })

  it('where the first counts no more, or whoever gave it concludes no more', () => {
    const [left, stays] = [first('association'), first('police', { personId: 'p-2', orgId: 'org-2' })]
    const fallen = [{ personId: 'p-1', orgId: 'org-1' }]
    // In the words of a case on which nobody said so: the reason would tell what ties its author to the person.
    const nobodys = guards.positiveProposed.reason
    expect(voiced('grounds.positive', left, cell, { fallen })).toEqual(nobodys)
    expect(voiced('grounds.positive', left, cell, { concludes: ['cell'] })).toEqual(nobodys)
    expect(voiced('triage.reject', first('association', insufficient), cell, { fallen })).toEqual(
      guards.insufficientProposed.reason
    )
    expect(voiced('grounds.positive', beside(left, stays), asso, { fallen })).toBeNull()
    expect(
      voiced('grounds.positive', left, cell, { fallen: [{ personId: 'p-1', orgId: 'org-2' }] })
    ).toBeNull()
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
    for (const [type, opinion] of [
      ['grounds.positive', 'positive'],
      ['triage.reject', 'insufficient']
    ] as const)
      expect(voiced(type, first('cell', { opinion }), asso, { quorum: three })?.fr).toBe(
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
    expect(voiced('triage.reject', first('police', insufficient), cell)).toBeNull()
  })

  it('beside a contrary one that came before or since, and with whichever of the first voices it reaches the quorum', () => {
    const contrary = first('health', { ...insufficient, personId: 'p-2', orgId: 'org-2' })
    for (const voices of [beside(contrary, first('association')), beside(first('association'), contrary)]) {
      expect(voiced('grounds.positive', voices, cell)).toBeNull()
      expect(voiced('triage.reject', voices, cell)).toBeNull()
    }
    const police = first('police', { personId: 'p-3', orgId: 'org-3' })
    expect(voiced('grounds.positive', beside(police, first('association')), cell)).toBeNull()
    expect(voiced('grounds.positive', beside(police, contrary), cell)?.fr).toMatch(/^Le quorum/)
  })

  it('of a house whose first voice counts no more', () => {
    const theirs = first('association', { orgId: asso.orgId })
    expect(voiced('grounds.propose', theirs, asso)?.fr).toMatch(/a déjà donné un premier avis/)
    const fallen = [{ personId: 'p-1', orgId: asso.orgId }]
    expect(voiced('grounds.propose', theirs, asso, { fallen })).toBeNull()
  })
})

it('another shelter after an alert is asked for by who accompanies; who is not told where she sleeps reads of no alert', () => {
  const alerted = aCase({ regions: { housing: 'security_alert' } })
  const refused = (held: Sight['held'], placed: boolean, accompanied = true) =>
    seekingRefused(alerted, { held, placed } as Sight, accompanied)?.fr ?? null
  expect(refused(['acse'], true)).toMatch(/^Une association accompagne la personne, et une alerte/)
  expect(refused(['flagger'], false)).toBeNull()
  expect(refused(['referent'], true)).toBeNull()
  expect(refused(['acse'], true, false)).toBeNull()
  expect(seekingRefused(aCase(), { held: ['acse'], placed: true } as unknown as Sight, true)).toBeNull()
})

it('no other act is separated, and nothing is before a first voice', () => {
  const own = first('association', { personId: asso.personId, orgId: asso.orgId })
  const separated = commandTypes.filter((type) => voiced(type, own, asso) !== null)
  expect(separated).toEqual(['grounds.positive'])
  expect(commandTypes.filter((type) => voiced(type, noVoices, asso) !== null)).toEqual([])
})
