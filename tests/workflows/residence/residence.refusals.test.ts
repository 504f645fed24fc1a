import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import type { PermitAsked } from '../../../workflows/facts/facts.ts'
import { answersOf, openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { held } from '../../../workflows/vocabulary/states.ts'
import { after, readyFacts, refusal, warned, stays, problemsOf } from '../../support/cases.ts'
import { at, complained, sightless } from '../../support/regions/residence.ts'

describe('silence', () => {
  it('is no refusal before four months, and then somebody only writes it down', () => {
    const applied = after(at('irregular', complained), 'permit.apply')
    const rule = () => expect(refusal(applied, 'permit.refused')).toMatch(/quatre mois de silence/)
    rule()
    sightless(rule, 'permit.refused', 'silenceOver')
    const silent = after(applied, 'clock.lapse', { deadline: 'D-SILENCE' })
    expect(silent.regions.residence).toBe('cst_applied')
    const refused = after(silent, 'permit.refused')
    expect(refused).toMatchObject({ regions: { residence: 'refused_permit' }, facts: { lapsed: [] } })
    expect(commandRow('permit.refused').opens).toMatchObject([{ code: 'D-APPEAL-TA', startsOn: 'bornOn' }])
  })

  it('stands still while documents are asked for', () => {
    const asked = after(at('cst_applied', complained), 'permit.documents_asked', { documents: ['photos'] })
    expect(commandRow('permit.documents_asked').suspends).toContain('D-SILENCE')
    expect(commandRow('permit.documents_received').resumes).toContain('D-SILENCE')
    expect(refusal(at('cst_applied'), 'permit.documents_received')).toBe('Aucune pièce n’est demandée.')
    expect(after(asked, 'permit.documents_received').facts.documentsAsked).toBe(false)
  })
})

describe('a refusal', () => {
  it.each([
    ['two_months', 'D-APPEAL-TA'],
    ['one_month', 'D-APPEAL-OQTF'],
    ['seven_days', 'D-APPEAL-7D'],
    ['forty_eight_hours', 'D-APPEAL-48H']
  ])('%s opens %s and no other', (is, code) => {
    for (const type of ['permit.refuse', 'permit.withdraw'] as const)
      expect(
        commandRow(type).opens.filter((one) => answersOf(one).some((asked) => asked.is === is))
      ).toMatchObject([{ code }])
  })

  it('I-03 comes with no obligation to leave while the thirty days run', () => {
    const codes = (removalBar: boolean, appealWithin: string) =>
      problemsOf('permit.refuse', { appealWithin }, { ...readyFacts, removalBar }).map(({ code }) => code)
    expect(codes(true, 'one_month')).toEqual(['removal_barred'])
    expect(codes(true, 'two_months')).toEqual([])
    expect(codes(false, 'one_month')).toEqual([])
  })

  it('leaves what reflection gives until the thirty days end', () => {
    const barred = at('cst_applied', { removalBar: true, rights: ['work'] })
    expect(after(barred, 'permit.refuse').facts).toMatchObject({ removalBar: true, rights: ['work'] })
    expect(after(at('cst_valid', { rights: ['work'] }), 'permit.withdraw').facts.rights).toEqual([])
  })

  it.each([
    ['ta.granted', 'cst_applied'],
    ['ta.restored', 'cst_valid'],
    ['ta.rejected', 'refused_permit']
  ] as const)('goes to court, and %s leads to %s', (outcome, state) => {
    const withdrawn = outcome === 'ta.restored' ? { withdrawnPermit: 'cst_valid' } : {}
    const appeal = after(at('refused_permit', { ...complained, ...withdrawn }), 'ta.filed')
    expect(appeal.regions.residence).toBe('appeal')
    expect(after(appeal, outcome).regions.residence).toBe(state)
  })

  it('is no withdrawal: annulled, it makes no permit of none', () => {
    const refused = after(at('cst_applied', complained), 'permit.refuse')
    expect(refusal(after(refused, 'ta.filed'), 'ta.restored')).toMatch(/^Aucun retrait/)
    const withdrawn = after(at('cst_valid', complained), 'permit.withdraw')
    expect(refusal(after(withdrawn, 'ta.filed'), 'ta.restored')).toBeNull()
  })

  it('gives back, annulled, the permit that was withdrawn and no other', () => {
    const facts = { ...complained, offences: ['225-4-1', '225-14'] }
    for (const state of held) {
      const withdrawn = after(at(state, facts), 'permit.withdraw')
      const back = after(after(withdrawn, 'ta.filed'), 'ta.restored')
      expect(back).toMatchObject({ regions: { residence: state }, facts: { stay: 'regular' } })
      const clock = openedBy('ta.restored', { issuedOn: '2026-09-01', validUntil: '2027-03-01' }, stays(back))
      expect(clock.map(({ code }) => code)).toEqual([state === 'aps_psp' ? 'D-APS' : 'D-CARD'])
      const unsaid = openedBy('ta.restored', { issuedOn: '2026-09-01' }, stays(back))
      expect(unsaid.map(({ code }) => code)).toEqual(state === 'aps_psp' ? [] : ['D-CST'])
    }
    // A later card of another kind is no restoring of the first.
    const provisional = after(after(at('aps_psp', facts), 'permit.withdraw'), 'permit.issue')
    expect(provisional.regions.residence).toBe('cst_valid')
  })

  it('gives back no card whose offence is no longer recorded, nor a provisional one without its end', () => {
    const appeal = (withdrawnPermit: string, offences: string[]) =>
      at('appeal', { ...complained, offences, withdrawnPermit })
    expect(refusal(appeal('l425_11', ['225-4-1']), 'ta.restored')).toMatch(/^Le titre retiré suit/)
    expect(refusal(appeal('cst_valid', ['225-14']), 'ta.restored')).toMatch(/^Le titre retiré suit/)
    expect(refusal(appeal('humanitarian_discretion', []), 'ta.restored')).toBeNull()
    const codes = (input: object) =>
      problemsOf('ta.restored', { ...input }, { ...readyFacts, withdrawnPermit: 'aps_psp' }).map(
        ({ code }) => code
      )
    expect(codes({})).toEqual(['unsaid'])
    expect(codes({ validUntil: '2027-03-01' })).toEqual([])
  })

  it('of an interrupted reflection is no withdrawal of what was once held', () => {
    const once = at('reflection_interrupted', { ...complained, withdrawnPermit: 'cst_valid' })
    expect(refusal(after(once, 'reflection.appeal'), 'ta.restored')).toMatch(/^Aucun retrait/)
  })

  it('strikes no permit whose renewal nobody asked for', () => {
    for (const state of [
      'cst_valid',
      'cst_renewed',
      'aps_psp',
      'l425_11',
      'humanitarian_discretion'
    ] as const)
      expect(refusal(at(state, complained), 'permit.refuse')).toMatch(/^Le titre est en cours/)
    expect(refusal(at('cst_valid', { ...complained, renewalAsked: true }), 'permit.refuse')).toBeNull()
  })

  it('of the ten-year card needs the board', () => {
    expect(commandRow('resident.refuse').input.properties).toHaveProperty('boardHeard')
  })

  it('of discretionary admission needs it after ten years, and of the one-year permit never', () => {
    const asks = (permitAsked: PermitAsked, input: object) =>
      problemsOf(
        'permit.refuse',
        { appealWithin: 'two_months', ...input },
        { ...readyFacts, permitAsked }
      ).map(({ code }) => code)
    expect(asks('discretion', {})).toEqual(['unsaid'])
    expect(asks('discretion', { tenYears: true })).toEqual(['board_unheard'])
    expect(asks('discretion', { tenYears: true, boardHeard: true })).toEqual([])
    expect(asks('discretion', { tenYears: false })).toEqual([])
    expect(asks('l425_3', {})).toEqual(['board_unheard'])
    expect(asks('l425_1', {})).toEqual([])
  })
})

describe('the one-year permit asked for once the procedure has closed', () => {
  it('may be asked for, and the ruling is named beside it', () => {
    const late = at('irregular', { ...complained, procedureOpen: false })
    expect(warned(late, 'permit.apply')).toEqual([expect.stringMatching(/CAA Bordeaux, 17 février 2009/)])
    expect(refusal(late, 'permit.apply')).toBeNull()
    expect(refusal(late, 'discretion.apply')).toBeNull()
  })
})
