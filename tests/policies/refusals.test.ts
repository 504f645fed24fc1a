import { describe, expect, it } from 'vitest'
import { refusedTo, type Asker } from '../../policies/refusals.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import type { Facts } from '../../workflows/case/facts.ts'
import { asRole, readyFacts } from '../support/cases.ts'

const asker = (role: Parameters<typeof asRole>[0], regimes: readonly string[] = []): Asker => ({
  actor: asRole(role),
  regimes,
  quorum: september2026.quorum,
  close: { flaggedBy: null, referents: [] },
  held: [],
  housing: 'unassessed',
  accompanied: false
})

const having = (facts: Partial<Facts>): Facts => ({ ...readyFacts, ...facts })

describe('an act that the case opens is refused to this person', () => {
  it('whose association is not designated for it', () => {
    expect(refusedTo('reflection.offer', readyFacts, asker('asso'))?.rule).toBe(
      'the organisation is not designated'
    )
  })

  it('who gave the first voice, proposed the merge, or asked for the closing', () => {
    const cell = asker('cell_secretary')
    const { personId, orgId, orgType } = cell.actor
    const own = { personId, orgId, orgType }
    const voice = having({ proposal: { ...own, opinion: 'positive' } })
    expect(refusedTo('grounds.positive', voice, cell)?.rule).toBe('the second voice must be another')
    const merge = having({ merging: { into: 'AB12-CD34', personId } })
    expect(refusedTo('merge.confirm', merge, cell)?.rule).toBe('two people merge')
    const closing = having({ closing: { reason: 'inserted', personId } })
    expect(refusedTo('case.close', closing, cell)?.rule).toBe('two people close')
  })
})

it('who is designated, and is another, is refused nothing', () => {
  expect(refusedTo('reflection.offer', readyFacts, asker('asso', ['r425_1']))).toBeNull()
  const closing = having({ closing: { reason: 'inserted', personId: 'p-9' } })
  expect(refusedTo('case.close', closing, asker('cell_secretary'))).toBeNull()
})

describe('another shelter over an alert', () => {
  const follows = (held: Asker['held'], different: Partial<Asker> = {}) =>
    refusedTo('acse.request', readyFacts, {
      ...asker('cell_secretary'),
      ...{ held, housing: 'security_alert', accompanied: true, ...different }
    })

  it('is not sought by who follows her beside who accompanies her', () => {
    for (const held of [['cell'], ['ofii', 'flagger']] as const)
      expect(follows(held)).toMatchObject({
        rule: 'who accompanies seeks anew',
        reason: { fr: expect.stringMatching(/^Une association accompagne/) }
      })
    expect(follows(['referent'])).toBeNull()
  })

  it('is sought by others where nobody accompanies her, or where no alert was given; police are told of none', () => {
    expect(follows(['cell'], { accompanied: false })).toBeNull()
    expect(follows(['cell'], { housing: 'waiting_list' })).toBeNull()
    expect(follows(['police', 'flagger'])).toBeNull()
  })
})
