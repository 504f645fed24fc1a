import { describe, expect, it } from 'vitest'
import { commandRow } from '../../workflows/commands.ts'
import { aCase, aMinorCase, after, opensFrom, refusal } from '../support/cases.ts'

describe('the report of concern', () => {
  it('is not for an adult', () => {
    expect(refusal(aCase(), 'concern.report')).toMatch(/^Ici : sans objet/)
    expect(refusal(aCase({ regions: { minor: 'presumed_minor' } }), 'concern.report')).toBe(
      'La personne est majeure.'
    )
  })

  it('is sent once', () => {
    expect(opensFrom('concern.report', aMinorCase())).toEqual(['presumed_minor', 'age_disputed'])
  })

  it('waits for no consent, no grounds and no other act', () => {
    const flagged = aMinorCase({
      regions: { identification: 'flagged' },
      facts: { presumed: false, ageGroup: 'doubt' }
    })
    const next = after(flagged, 'concern.report')
    expect(next.regions.minor).toBe('information_preoccupante')
    expect(next.facts.childHeard).toBe(false)
  })

  it('says whether the child was heard, whatever was written', () => {
    expect(after(aMinorCase(), 'concern.report', { childHeard: true }).facts.childHeard).toBe(true)
    expect(
      after(aMinorCase(), 'concern.report', { childHeard: false, opinion: 'un mot' }).facts.childHeard
    ).toBe(false)
  })

  it('stops its own clock and invites child protection', () => {
    const { closes, opens, effects } = commandRow('concern.report')
    expect(closes).toEqual(['MNIO-IP'])
    expect(opens).toEqual([{ code: 'D-IP' }])
    expect(effects).toEqual([
      { type: 'invite', capacity: 'child_protection', who: 'territoryChildProtection' }
    ])
  })

  it('once sent, is not undone by what is learnt of the age', () => {
    const sent = aMinorCase({ regions: { minor: 'information_preoccupante' } })
    expect(after(sent, 'facts.complete', { ageGroup: 'adult' }).regions.minor).toBe(
      'information_preoccupante'
    )
  })
})
