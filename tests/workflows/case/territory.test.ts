import { describe, expect, it } from 'vitest'
import { mergeRefused } from '../../../policies/separation.ts'
import { advance, openness } from '../../../workflows/case/advance.ts'
import { commandTypes } from '../../../workflows/case/commands.ts'
import { settledStates } from '../../../workflows/regions/territory.ts'
import { aCase, after, anInput, asRole, refusal } from '../../support/cases.ts'

const proposed = (identification: string) =>
  after(aCase({ regions: { identification } }), 'merge.propose', { into: 'AB12-CD34' })

describe('a merge', () => {
  it('is refused while the person is housed or a permit is under way', () => {
    expect(refusal(aCase({ regions: { housing: 'housed_acse' } }), 'merge.propose')).not.toBeNull()
    expect(refusal(aCase({ regions: { residence: 'cst_applied' } }), 'merge.propose')).not.toBeNull()
  })

  it('is confirmed by nobody before it is proposed, and by another person', () => {
    expect(refusal(aCase(), 'merge.confirm')).toMatch(/Aucune fusion/)
    const { facts } = proposed('presumed')
    expect(mergeRefused(facts, { personId: 'p-1' })?.fr).toMatch(/une autre personne/)
    expect(mergeRefused(facts, { personId: 'p-2' })).toBeNull()
  })

  it('stops every act of the file but undoing it and what the law keeps open', () => {
    const merged = after(proposed('presumed'), 'merge.confirm')
    const still = commandTypes.filter((type) => openness(merged, type).open)
    expect(still).toContain('merge.undo')
    for (const type of ['facts.complete', 'person.inform', 'case.close', 'acse.request'] as const)
      expect(still).not.toContain(type)
  })

  it.each(settledStates)('from %s can be undone, back to where it stood', (state) => {
    const undone = after(after(proposed(state), 'merge.confirm'), 'merge.undo')
    expect(undone.regions.identification).toBe(state)
    expect(undone.facts.merging).toBeNull()
  })

  it('can no longer be undone once its time has run out', () => {
    const settled = after(after(proposed('presumed'), 'merge.confirm'), 'merge.settle')
    expect(refusal(settled, 'merge.undo')).not.toBeNull()
  })
})

describe('a move to another cell', () => {
  const asked = after(aCase(), 'territory.transfer', { to: '75' })

  it('needs an adult’s consent to the cell’s sheet, and is asked once', () => {
    expect(refusal(aCase({ facts: { consents: [] } }), 'territory.transfer')).toMatch(/fiche pour la cellule/)
    expect(refusal(asked, 'territory.transfer')).toMatch(/déjà demandé/)
  })

  it('changes the territory only when the other cell accepts', () => {
    expect(asked.facts.territory).toBe('69')
    const moved = after(asked, 'territory.moved')
    expect(moved.facts).toMatchObject({ territory: '75', transfer: null })
    expect(moved.regions.identification).toBe('transferred_territory')
  })

  it('keeps what was decided', () => {
    const taken = after(after(asked, 'territory.moved'), 'territory.take_up')
    expect(taken.regions.identification).toBe('presumed')
    expect(taken.facts.presumed).toBe(true)
  })

  it('leaves the case where it was when the other cell declines', () => {
    const kept = advance(asked, {
      type: 'territory.kept',
      input: anInput('territory.kept'),
      by: { personId: '', orgId: asRole('cell_secretary').orgId, orgType: 'cell' }
    })
    expect(kept.facts).toMatchObject({ territory: '69', transfer: null })
  })
})
