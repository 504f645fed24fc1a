import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { lawCodes } from '../../../workflows/deadlines/patience.ts'
import { closureReasons } from '../../../workflows/vocabulary/words.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, after, opensFrom, refusal, storedStates } from '../../support/cases.ts'

const closedStates = storedStates('closure').filter((state) => state.startsWith('closed_'))

describe('closing', () => {
  it.each([
    'matched',
    'pre_admission',
    'housed_acse',
    'housed_chrs_other',
    'moved',
    'security_alert',
    'placement_requested',
    'waiting_list'
  ])('is refused while housing is %s', (housing) => {
    expect(refusal(aCase({ regions: { housing } }), 'case.close')).toBe(
      'Pas tant qu’un accueil est en cours ou recherché.'
    )
  })

  it.each(['reflection_running', 'cst_applied', 'cst_recepisse'])(
    'is refused while residence is %s',
    (residence) => {
      expect(refusal(aCase({ regions: { residence } }), 'case.close')).toBe(
        'Pas tant qu’un délai de réflexion ou une demande de titre court.'
      )
    }
  )

  it('is done once', () => {
    expect(opensFrom('case.close', aCase())).toEqual(['open', 'exit_planned', 'reopened'])
  })

  it.each(Object.keys(closureReasons))(
    'because %s leads at once to the closed state of that reason',
    (reason) => {
      const next = after(aCase(), 'case.close', { reason })
      expect(next.regions.closure).toBe(`closed_${reason}`)
      expect(next.facts.closure).toBe(reason)
      expect(next.facts.presumed).toBe(true)
    }
  )

  it('as « not trafficking » is refused for whoever is presumed a victim, or was recognised by a court', () => {
    const closing = (facts: object) =>
      factProblems('case.close', { reason: 'not_victim' }, aCase({ facts })).map(({ code }) => code)
    expect(closing({ presumed: true })).toEqual(['still_presumed'])
    expect(
      closing(after(aCase({ facts: { finalOn: '2026-11-24' } }), 'judgment.recognised', {}).facts)
    ).toEqual(['still_presumed'])
    expect(closing({ presumed: false })).toEqual([])
  })

  it('as « flagged in error » is refused once she was informed, agreed to something, or the cell concluded', () => {
    const closing = (different: Parameters<typeof aCase>[0] = {}) => {
      const { facts = {}, regions = {} } = different
      return factProblems(
        'case.close',
        { reason: 'in_error' },
        aCase({
          facts: { presumed: false, consents: ['A'], ...facts },
          regions: { identification: 'flagged', consent: 'not_informed', ...regions }
        })
      ).map(({ code }) => code)
    }
    for (const different of [
      { facts: { presumed: true } },
      { regions: { consent: 'informed' as const } },
      { regions: { consent: 'consent_recorded' as const } },
      ...(['presumed', 'insufficient_elements', 'formally_identified', 'review_open'] as const).map(
        (identification) => ({ regions: { identification } })
      )
    ])
      expect([different, closing(different)]).toEqual([different, ['no_error']])
    expect(closing()).toEqual([])
    expect(closing({ regions: { identification: 'under_triage' } })).toEqual([])
  })

  it('withdraws what still waits for an answer', () => {
    expect(commandRow('case.close').requires).toContain('noneTaken')
    expect(commandRow('case.close').effects).toEqual([
      { type: 'withdrawReferrals', kinds: referralKindIds.filter((kind) => !kindRow(kind).opensAtOnce) },
      { type: 'endCellSheet' }
    ])
  })
})

describe('the clocks of the law that go on in a closed case', () => {
  // Closing is refused while these run, or they fall due by themselves.
  const never = [
    'D-REFLEX',
    'D-SILENCE',
    'D-RECEP',
    'D-ASILE-SEJOUR',
    'D-CR',
    'D-CR-END',
    'D-IP',
    'D-MAJORITY',
    'D-YOUNG-PERMIT',
    'D-YOUNG-PERMIT-16',
    'D-SUPPORT-21',
    // A conviction stands against one person, and others may remain.
    ...lawCodes.filter((code) => code.startsWith('D-LIMIT'))
  ]
  const running = lawCodes.filter((code) => !never.includes(code))

  it.each(running)('%s can still be answered', (code) => {
    const answers = commandTypes.filter((type) => closesOf(type).includes(code))
    expect(answers.filter((type) => commandRow(type).evenWhenClosed || commandRow(type).records)).not.toEqual(
      []
    )
  })
})

describe.each(closedStates)('when %s', (closure) => {
  const closed = aCase({ regions: { closure }, facts: { offences: ['225-4-1'], procedureOpen: true } })

  it('nothing moves but reopening, the end of consents, what is taken back and the clocks of the law', () => {
    const open = commandTypes.filter((type) => refusal(closed, type) === null)
    expect(open.toSorted()).toEqual([
      'act.undone',
      'agrasc.request',
      'appeal.time',
      'asylum.entry_contested',
      'asylum.entry_judged',
      'case.archive',
      'case.erase',
      'case.reopen',
      'civi.aid_asked',
      'civi.appealed',
      'civi.claim',
      'civil_party.complaint',
      'clock.alert',
      'clock.lapse',
      'concern.taken',
      'configuration.move',
      'consent.lapsed',
      'consent.withdraw',
      'held.appeal',
      'held.contest',
      'house_arrest.contested',
      'labour_court.seize',
      'psp.judged',
      'reception.appealed',
      'return_ban.contested',
      'sarvi.refused',
      'sarvi.relief_asked',
      'sarvi.request',
      'wages.settled',
      'young_adult.appealed',
      'young_adult.judged',
      'young_adult.time'
    ])
  })

  it('reopens with everything it held', () => {
    const next = after(closed, 'case.reopen')
    expect(next).toEqual({ ...closed, regions: { ...closed.regions, closure: 'reopened' } })
  })
})
