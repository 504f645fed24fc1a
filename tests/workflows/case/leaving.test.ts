import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, aMinorCase, after, opensFrom, refusal, warned } from '../../support/cases.ts'

describe('a return', () => {
  it('says that its risks were not weighed; of a child it waits for the judge', () => {
    for (const type of ['return.request', 'return.depart'] as const) {
      expect(warned(aCase(), type)).toEqual([expect.stringMatching(/^Les risques d’un retour/)])
      expect(refusal(aCase(), type)).toBeNull()
      expect(refusal(aMinorCase(), type)).toMatch(/d’abord autorisé par le juge des enfants/)
    }
  })

  it('of a child is weighed by nobody but the judge', () => {
    expect(refusal(aMinorCase(), 'return.assess')).not.toBeNull()
    expect(refusal(aCase(), 'return.judge')).toBe('La personne est majeure.')
    expect(after(aMinorCase(), 'return.judge').facts.returnAssessed).toBe(true)
  })

  it('needs her agreement to share abroad', () => {
    const weighed = aCase({ facts: { returnAssessed: true, consents: ['A'] } })
    expect(refusal(weighed, 'return.request')).toMatch(/transmission à l’étranger/)
  })

  it('ends by the departure, which closes nothing, is recorded once and calls for the closing', () => {
    const gone = after(after(aCase(), 'return.assess'), 'return.depart')
    expect(gone.regions.closure).toBe('open')
    expect(refusal(gone, 'return.depart')).toBe('Le départ est déjà enregistré.')
    expect(guards.closingDue.holds(gone)).toBe(true)
    expect(guards.closingDue.holds(after(gone, 'closing.ask', { because: 'returned' }))).toBe(false)
    expect(after(gone, 'case.close', { reason: 'returned' }).regions.closure).toBe('closed_returned')
  })

  it('is recorded of whoever still has a place or a permit to give back', () => {
    const housed = { regions: { housing: 'housed_acse', residence: 'cst_applied' } } as const
    expect(refusal(aCase(housed), 'closing.ask')).not.toBeNull()
    expect(refusal(after(aCase(housed), 'return.assess'), 'return.depart')).toBeNull()
  })
})

describe('a person without news', () => {
  it('is never a minor: the clock does nothing and nobody closes', () => {
    expect(refusal(aMinorCase(), 'contact.lost')).not.toBeNull()
    expect(refusal(aMinorCase({ facts: { contactLost: true } }), 'case.close_lost')).toMatch(
      /toujours recherchée/
    )
  })

  it('is closed only after the clock has said so', () => {
    expect(refusal(aCase(), 'case.close_lost')).toMatch(/délai sans nouvelles/)
    const lost = after(aCase(), 'contact.lost')
    expect(after(lost, 'case.close_lost').regions.closure).toBe('closed_lost')
  })

  it('and any contact ends the proposal', () => {
    const back = after(after(aCase(), 'contact.lost'), 'contact.note', { means: 'phone' })
    expect(refusal(back, 'case.close_lost')).not.toBeNull()
  })

  it('is helped all the same: care neither waits for a noted contact nor tells of one', () => {
    const lost = after(aCase(), 'contact.lost')
    expect(refusal(lost, 'needs.assess')).toBeNull()
    expect(after(lost, 'needs.assess').facts.contactLost).toBe(true)
    expect(after(lost, 'contact.note', { means: 'phone' }).facts.contactLost).toBe(false)
  })
})

describe('the end of a file', () => {
  it('archives and erases only what is closed', () => {
    expect(refusal(aCase(), 'case.archive')).toBe('Le dossier est ouvert.')
    expect(refusal(aCase(), 'case.erase')).toBe('Le dossier est ouvert.')
  })

  it('is archived, then erased, and may still be reopened with its history', () => {
    const closed = after(aCase(), 'case.close', { reason: 'by_person' })
    const archived = after(closed, 'case.archive')
    expect(archived.facts.archived).toBe(true)
    expect(commandRow('case.archive').effects).toEqual([{ type: 'endEverySharing' }])
    const reopened = after(after(archived, 'case.erase'), 'case.reopen')
    expect(reopened.regions.closure).toBe('reopened')
    expect(reopened.facts.archived).toBe(false)
  })

  it('does not stop the clocks of the law (I-18)', () => {
    for (const type of ['case.close', 'case.close_lost'] as const)
      expect(closesOf(type).filter((code) => code.startsWith('D-'))).toEqual([])
  })

  it('plans the way out from an open case only', () => {
    expect(opensFrom('exit.plan', aCase())).toEqual(['open', 'exit_planned', 'reopened'])
  })
})
