import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { offenceCodes, opensL4251 } from '../../../workflows/law/opened-by-offence.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { warned, aCase, aMinorCase, after, opensFrom, refusal, storedStates } from '../../support/cases.ts'

const complained = { offences: ['225-4-1'], procedureOpen: true }
const at = (residence: string, facts = {}) => aCase({ regions: { residence }, facts })
const reflection = ['reflection_offered', 'reflection_running', 'reflection_ended', 'reflection_interrupted']

describe('each act of residence is open from these states and no other', () => {
  it.each<[CommandType, string[]]>([
    [
      'reflection.offer',
      storedStates('residence').filter((one) => !['reflection_offered', 'reflection_running'].includes(one))
    ],
    ['prefecture.request', storedStates('residence').filter((state) => state !== 'cr10')],
    ['receipt.handed', ['reflection_offered']],
    ['reflection.interrupt', ['reflection_running']],
    ['reflection.expire', ['reflection_running']],
    [
      'permit.apply',
      ['unknown', 'irregular', 'regular_other', ...reflection, 'refused_permit', 'eu_or_french']
    ],
    ['permit.receipt', ['cst_applied', 'cst_recepisse']],
    [
      'permit.apply_beside',
      ['aps_psp', 'l425_11', 'humanitarian_discretion', 'cst_applied', 'cst_recepisse', 'appeal']
    ],
    [
      'permit.issue',
      [
        ...['cst_applied', 'cst_recepisse', 'refused_permit', 'appeal'],
        ...['aps_psp', 'l425_11', 'humanitarian_discretion']
      ]
    ],
    ['permit.renew', ['cst_valid', 'cst_renewed']]
  ])('%s', (type, states) => {
    expect(opensFrom(type, aCase({ facts: complained })).toSorted()).toEqual(states.toSorted())
  })
})

describe('who does not want the reflection period', () => {
  const refused = { wishes: false }
  const answers = (situation: ReturnType<typeof at>) => after(situation, 'reflection.offer', refused)

  it.each(['unknown', 'irregular', 'reflection_ended', 'reflection_interrupted', 'refused_permit'])(
    'is left where the stay was: %s',
    (state) => {
      const next = answers(at(state, { stay: 'unknown', nationality: 'third_country' }))
      expect(next.regions.residence).toBe(state)
      expect(next.facts.reflection).toEqual({ wished: false, from: state })
    }
  )
  it('has every other route open, and may change her mind', () => {
    const next = answers(at('irregular'))
    for (const type of ['discretion.apply', 'complaint.file', 'reflection.offer'] as const)
      expect(refusal(next, type)).toBeNull()
    expect(after(next, 'reflection.offer').regions.residence).toBe('reflection_offered')
  })
  it('is not asked again unasked, nor is a child, nor whoever needs it no more', () => {
    const { reflectionDue } = guards
    expect(reflectionDue.holds(at('irregular'))).toBe(true)
    expect(reflectionDue.holds(answers(at('irregular')))).toBe(false)
    expect(reflectionDue.holds(at('irregular', { ageGroup: 'minor' }))).toBe(false)
    expect(reflectionDue.holds(at('irregular', { ageGroup: 'doubt' }))).toBe(false)
    for (const state of ['reflection_ended', 'refused_permit'])
      expect(reflectionDue.holds(at(state))).toBe(false)
  })
  it('stays open to a child, whom nobody is waited for to ask', () => {
    expect(refusal(aMinorCase(), 'reflection.offer')).toBeNull()
  })
})

describe('the reflection period', () => {
  it('waits for no decision of a cell: CESEDA R425-1 rests on what the services know', () => {
    for (const identification of storedStates('identification')) {
      if (identification === 'duplicate_merged') continue
      const met = aCase({ regions: { identification }, facts: { presumed: false } })
      expect(refusal(met, 'reflection.offer'), identification).toBeNull()
    }
  })

  it('is not offered to a Union citizen', () => {
    for (const nationality of ['eu', 'french'] as const)
      expect(refusal(at('eu_or_french', { nationality }), 'reflection.offer')).toMatch(
        /ne sont pas citoyens de l’Union/
      )
  })

  it('is offered to whoever has not said of which country she is: no text excludes her', () => {
    expect(refusal(at('unknown', { nationality: 'unknown' }), 'reflection.offer')).toBeNull()
  })

  it('is offered without a complaint and without any consent', () => {
    expect(after(aCase({ facts: { consents: [] } }), 'reflection.offer').regions.residence).toBe(
      'reflection_offered'
    )
  })

  it('reaches the prefecture only with her agreement; what the prefecture did waits for none', () => {
    const silent = at('reflection_offered', { consents: ['A', 'B', 'C'] })
    expect(refusal(silent, 'prefecture.request')).toBe('Il manque l’accord de la personne : préfecture.')
    expect(refusal(silent, 'receipt.handed')).toBeNull()
    expect(refusal(aMinorCase({ regions: { residence: 'reflection_offered' } }), 'receipt.handed')).toBeNull()
  })

  it('is asked again once the person agrees anew, or for the first time after an application', () => {
    const asked = at('cst_applied', { ...complained, permitAsked: 'l425_1', prefectureSent: true })
    expect(refusal(asked, 'prefecture.ask_again')).toMatch(/^Aucune demande n’attend/)
    const left = after(asked, 'consent.withdraw', { scopes: ['E'] })
    expect(refusal(left, 'prefecture.ask_again')).not.toBeNull()
    const agreed = after(left, 'consent.record', { scopes: ['E'] })
    expect(refusal(agreed, 'prefecture.ask_again')).toBeNull()
    for (const type of ['prefecture.ask_again', 'prefecture.request'] as const)
      expect([type, after(agreed, type).facts.prefectureSent]).toEqual([type, true])
    expect(after(at('irregular', complained), 'permit.apply').facts.prefectureSent).toBe(true)
    // Asked in time for the next, whoever agrees only now (R431-5); and of a case that does not know, it is asked.
    const renewed = after(at('cst_valid', { ...complained, consents: [] }), 'permit.renew_ask')
    expect(refusal(after(renewed, 'consent.record', { scopes: ['E'] }), 'prefecture.ask_again')).toBeNull()
    const silent = after(at('irregular', { ...complained, consents: [] }), 'permit.apply')
    expect(refusal(after(silent, 'consent.record', { scopes: ['E'] }), 'prefecture.ask_again')).toBeNull()
    const unasked = after(at('irregular', complained), 'consent.withdraw', { scopes: ['E'] })
    expect(
      refusal(after(unasked, 'consent.record', { scopes: ['E'] }), 'prefecture.ask_again')
    ).not.toBeNull()
  })

  it('asking the prefecture moves nothing', () => {
    const before = at('reflection_offered')
    expect(after(before, 'prefecture.request')).toEqual({
      ...before,
      facts: { ...before.facts, prefectureSent: true }
    })
  })

  it('runs from the receipt, with the removal bar and all its rights', () => {
    const next = after(at('reflection_offered'), 'receipt.handed')
    expect(next.regions.residence).toBe('reflection_running')
    expect(next.facts).toMatchObject({
      removalBar: true,
      rights: ['work', 'training', 'allowance', 'social_support', 'police_protection', 'care']
    })
  })

  it.each(['976', '986', '987', '988'])('opens no allowance in %s, where none exists', (territory) => {
    const { rights } = after(at('reflection_offered', { territory }), 'receipt.handed').facts
    expect(rights).not.toContain('allowance')
    expect(rights).toContain('work')
  })

  it.each<[CommandType, string]>([
    ['reflection.interrupt', 'reflection_interrupted'],
    ['reflection.expire', 'reflection_ended']
  ])('%s lifts the bar and its rights', (type, residence) => {
    const next = after(at('reflection_running', { removalBar: true, rights: ['work'] }), type)
    expect(next.regions.residence).toBe(residence)
    expect(next.facts).toMatchObject({ removalBar: false, rights: [], presumed: true })
  })

  it('ends by the clock even in a closed case', () => {
    const closed = aCase({ regions: { residence: 'reflection_running', closure: 'closed_lost' } })
    expect(refusal(closed, 'reflection.expire')).toBeNull()
    expect(refusal(closed, 'reflection.interrupt')).toMatch(/^Le dossier est clos/)
  })

  it('may be offered again once it has ended', () => {
    expect(after(at('reflection_ended'), 'reflection.offer').regions.residence).toBe('reflection_offered')
  })
})

describe('the one-year permit', () => {
  it('is not for a Union citizen, and not without a complaint or a testimony', () => {
    expect(refusal(at('unknown', { ...complained, nationality: 'eu' }), 'permit.apply')).toMatch(
      /^Ce droit, comme la carte L425-1/
    )
    expect(refusal(aCase(), 'permit.apply')).toMatch(/^Enregistrez d’abord une plainte/)
  })

  it.each(offenceCodes)('beside a complaint for %s alone it is said whether it opens it', (code) => {
    const said = warned(aCase({ facts: { offences: [code], procedureOpen: true } }), 'permit.apply')
    expect(said.length === 0).toBe(opensL4251([code], null))
  })

  it('waits for no consent, and warns that the file does not reach the prefecture without one', () => {
    const silent = aCase({ facts: { ...complained, consents: [] } })
    expect(refusal(silent, 'permit.apply')).toBeNull()
    expect(warned(silent, 'permit.apply')).toContainEqual(expect.stringMatching(/n’y est pas transmis/))
    expect(warned(aCase({ facts: complained }), 'permit.apply')).toEqual([])
  })

  it('asked while reflection runs, it neither shortens nor lengthens the thirty days', () => {
    const running = at('reflection_running', { ...complained, removalBar: true, rights: ['work', 'care'] })
    const applied = after(running, 'permit.apply')
    expect(applied).toMatchObject({ regions: { residence: 'cst_applied' }, facts: { removalBar: true } })
    expect(closesOf('permit.apply')).not.toContain('D-REFLEX')
    const over = after(applied, 'reflection.bar_lifted')
    expect(over).toMatchObject({
      regions: { residence: 'cst_applied' },
      facts: { removalBar: false, rights: [] }
    })
    expect(refusal(over, 'reflection.bar_lifted')).toBe('Aucun éloignement n’est suspendu.')
  })

  it('work goes on with the receipt of the application when the thirty days are over', () => {
    const working = at('cst_recepisse', { ...complained, removalBar: true, rights: ['work', 'allowance'] })
    expect(after(working, 'reflection.bar_lifted').facts).toMatchObject({
      removalBar: false,
      rights: ['work']
    })
  })

  it('its receipt opens work only when it says so', () => {
    const applied = at('cst_applied', complained)
    expect(after(applied, 'permit.receipt', { work: true }).facts.rights).toEqual(['work'])
    expect(after(applied, 'permit.receipt', { work: false }).facts.rights).toEqual([])
  })

  it.each(['cst_applied', 'cst_recepisse'])(
    'is issued from %s: regular stay, its rights, and the thirty days beside it (R425-2)',
    (residence) => {
      const next = after(at(residence, { ...complained, removalBar: true }), 'permit.issue')
      expect(next.regions.residence).toBe('cst_valid')
      expect(next.facts).toMatchObject({ stay: 'regular', removalBar: true })
      expect(next.facts.rights).toContain('allowance')
    }
  )

  it('is neither issued nor renewed once the procedure has closed', () => {
    const closed = { offences: ['225-4-1'], procedureOpen: false }
    expect(refusal(at('cst_recepisse', closed), 'permit.issue')).toMatch(
      /procédure pénale, et aucune n’est ouverte/
    )
    expect(refusal(at('cst_valid', closed), 'permit.renew')).toMatch(
      /procédure pénale, et aucune n’est ouverte/
    )
  })

  it('is renewed, and renewed again', () => {
    const renewed = after(at('cst_valid', complained), 'permit.renew')
    expect(renewed.regions.residence).toBe('cst_renewed')
    expect(after(renewed, 'permit.renew').regions.residence).toBe('cst_renewed')
  })
})

describe('a complaint', () => {
  it.each(['complaint_filed', 'investigation', 'instruction', 'trial', 'convicted_final'])(
    'is not recorded again when %s',
    (judicial) => {
      expect(refusal(aCase({ regions: { judicial } }), 'complaint.file')).toMatch(/^Ici : /)
    }
  )

  it.each(['none', 'report_art40', 'dismissed', 'acquitted_final'])('may be filed from %s', (judicial) => {
    const next = after(aCase({ regions: { judicial } }), 'complaint.file', { offences: ['225-4-1', '225-5'] })
    expect(next.regions.judicial).toBe('complaint_filed')
    expect(next.facts).toMatchObject({ offences: ['225-4-1', '225-5'], procedureOpen: true })
  })

  it('needs no consent form of ours: it is the person’s own act', () => {
    expect(refusal(aCase({ facts: { consents: [] } }), 'complaint.file')).toBeNull()
  })
})
