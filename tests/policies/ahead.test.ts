import { describe, expect, it } from 'vitest'
import { reachOf } from '../../server/disclosure/reach.ts'
import { sightOf } from '../../policies/sight.ts'
import { aheadOf } from '../../server/reading/consequences.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { aCase } from '../support/cases.ts'

const now = new Date('2026-11-24T11:00:00Z')

const ahead = (
  type: CommandType,
  capacity: Capacity,
  facts: Partial<Facts> = {},
  { inCharge = [], takingPart = [] }: { inCharge?: ReferralKind[]; takingPart?: Capacity[] } = {}
) => {
  const situation = aCase({ facts })
  const sight = sightOf([capacity], situation.facts)
  const reach = reachOf(type, situation, { sight, beside: { inCharge, takingPart } })
  return aheadOf(type, reach, {
    configuration: september2026,
    territory: '69',
    now,
    locale: 'fr'
  })
}

describe('what an act will say', () => {
  it('names nobody of the asylum scheme to who may not know of asylum, whatever she agreed to', () => {
    for (const consents of [[], ['D']] as Facts['consents'][]) {
      const seen = JSON.stringify(ahead('indicators.add', 'cell', { consents }))
      expect(seen).not.toMatch(/OFII|asile/i)
    }
    expect(ahead('dna.request', 'cell').asks).toEqual([])
    expect(ahead('dna.request', 'referent').asks).not.toEqual([])
  })

  it('is the same to them with and without her agreement to it', () => {
    for (const type of ['acse.offer', 'indicators.add', 'triage.reject', 'formal.request'] as CommandType[])
      expect(ahead(type, 'cell', { consents: ['B', 'D'] })).toEqual(ahead(type, 'cell', { consents: ['B'] }))
  })

  it('does not speak of children in the file of an adult', () => {
    const takingPart: Capacity[] = ['child_protection', 'prosecutor']
    const says = (ageGroup: Facts['ageGroup']) =>
      JSON.stringify(ahead('indicators.add', 'cell', { ageGroup }, { takingPart }))
    expect(says('adult')).not.toMatch(/enfan/i)
    expect(says('minor')).toMatch(/enfance/i)
  })

  it('tells what a recipient sees before and after its yes, and until when it answers', () => {
    const [ask] = ahead('acse.request', 'referent').asks
    expect(ask).toMatchObject({ atOnce: false, silence: expect.stringContaining('cellule') })
    expect(ask!.before.length).toBeGreaterThan(0)
    expect(ask!.after).toContain('Hébergement')
    expect(new Date(ask!.answerBy).getTime()).toBeGreaterThan(now.getTime())
  })

  it('promises no answer of who has accepted already, but that of a desk which a new search asks again', () => {
    expect(ahead('prefecture.request', 'referent').asks).toHaveLength(1)
    expect(ahead('prefecture.request', 'referent', {}, { inCharge: ['prefecture'] }).asks).toEqual([])
    expect(ahead('acse.request', 'referent', {}, { inCharge: ['acse'] }).asks).toHaveLength(1)
  })

  it('names nobody who takes no part, nor the reader, and says that others may whom the reader may not know of', () => {
    const takingPart: Capacity[] = ['cell', 'referent', 'police']
    const seen = ahead('indicators.add', 'cell', {}, { takingPart })
    expect(seen.told).toEqual(['association référente', 'police ou gendarmerie'])
    expect(ahead('indicators.add', 'police', {}, { takingPart })).toMatchObject({
      told: ['association référente', 'cellule du territoire'],
      others: true
    })
    expect(ahead('indicators.add', 'referent', {}, { takingPart }).others).toBe(false)
  })

  it('names those whom the act itself lets in', () => {
    const child = { ageGroup: 'minor', foundIn: '69' } as const
    expect(ahead('minor.received', 'child_protection', child).told).toContain('parquet')
  })

  it('says that an act which moves what everybody reads reaches everyone, if only in a word', () => {
    expect(ahead('danger.immediate', 'referent').told).toBeNull()
    expect(ahead('housing.other', 'referent').told).not.toBeNull()
  })

  it('says that a dismissal reaches everyone who takes part', () => {
    expect(ahead('triage.reject', 'cell')).toEqual({
      told: null,
      others: false,
      byScope: false,
      ends: null,
      asks: []
    })
  })

  it('says of a closing, however it is done, that it ends everyone’s part', () => {
    const closings: CommandType[] = ['case.close', 'case.close_lost']
    for (const type of [...closings, 'closing.ask'] as const) {
      const { ends } = ahead(type, 'cell')
      // The mechanism's own clocks stop; those of the law, and of keeping, go on.
      expect(ends).toEqual(expect.arrayContaining(['MNIO-INFO', 'MNIO-NEEDS', 'MNIO-CONTACT']))
      expect(ends!.filter((code) => code.startsWith('D-') || code === 'MNIO-CONSENT')).toEqual([])
    }
    for (const type of ['exit.plan', 'return.depart'] as const)
      expect(ahead(type, 'referent').ends).toBeNull()
  })

  it('promises to who answers by link what a link shows, and nothing else', () => {
    const [ask] = ahead('lawyer.refer', 'referent', { consents: ['A'] }).asks
    expect(ask!.after).toContain('Récit')
    expect(ask!.after.join()).not.toMatch(/Séjour|Étape judiciaire/)
  })

  it('promises nobody an agreement that only some may know of', () => {
    expect(ahead('consent.record', 'referent').byScope).toBe(true)
  })
})
