import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import {
  courtLabels,
  courtsOf,
  jirsLabels,
  jirsOf,
  juvenileCourtOf
} from '../../../workflows/calendar/jurisdictions.ts'
import { territoryCodes } from '../../../workflows/calendar/territories.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { aCase, after, opensFrom, refusal, stays } from '../../support/cases.ts'
import { carriedBy } from '../../support/lives.ts'

const decided = ['decided', 'on_appeal']
const open = ['complaint_filed', 'procedure_opened', 'investigation', 'instruction', 'trial', ...decided]
const at = (judicial: string, facts = {}) => aCase({ regions: { judicial }, facts })
const problems = (command: CommandType, input: Record<string, unknown>, facts = {}) =>
  factProblems(command, input, aCase({ facts })).map(({ field, code }) => `${field} ${code}`)

/** What is said beside an act where the case is so, and refuses nothing. */
const warnings = (type: CommandType, facts = {}) =>
  commandRow(type).warns.filter((guard) => !guards[guard].holds(at('none', facts)))

describe('what justice opens, and from where', () => {
  it.each<[CommandType, string[]]>([
    ['art40.report', ['none', 'report_art40', 'acquitted_final', 'dismissed']],
    ['prosecutor.report', ['none', 'report_art40', 'acquitted_final', 'dismissed']],
    ['prosecutor.inform', open],
    ['complaint.file', ['none', 'report_art40', 'procedure_opened', 'acquitted_final', 'dismissed']],
    [
      'complaint.add',
      ['complaint_filed', 'investigation', 'instruction', 'trial', 'convicted_final', ...decided]
    ],
    ['testimony.recorded', [...open, 'convicted_final']],
    ['procedure.opened', ['none', 'report_art40']],
    ['stage.investigation', ['report_art40', 'complaint_filed', 'procedure_opened']],
    ['stage.trial', ['complaint_filed', 'procedure_opened', 'investigation', 'instruction', ...decided]],
    ['investigation.act', ['report_art40', ...open]],
    ['procedure.closed', ['report_art40', ...open]],
    ['procedure.no_case', open],
    ['procedure.acquitted', open],
    ['conviction.pronounced', open],
    ['no_case.final', open],
    ['acquittal.final', open],
    ['judgment.served', decided],
    ['acquittal.appealed', [...decided, 'dismissed', 'acquitted_final']],
    ['procedure.reopened', ['dismissed']],
    ['conviction.final', open],
    ['protection.request', open],
    ['jirs.seized', ['report_art40', ...open]],
    ['civil_party.join', [...open, 'acquitted_final', 'convicted_final']],
    ['civil_interests.final', [...decided, 'acquitted_final', 'convicted_final']]
  ])('%s', (type, states) => {
    expect(opensFrom(type, aCase({ facts: { forms: ['labour'] } })).toSorted()).toEqual(states.toSorted())
  })

  it('a report alone opens no procedure: nothing rests on it yet', () => {
    expect(after(at('none'), 'art40.report').facts.procedureOpen).toBe(false)
    expect(after(at('none'), 'procedure.opened').facts.procedureOpen).toBe(true)
  })

  it('an association’s report is no report of article 40', () => {
    expect(commandRow('prosecutor.report').basis).not.toContain('CPP.40')
    expect(commandRow('art40.report').basis).toEqual(['CPP.40'])
  })
})

describe('the two doors of the one-year permit', () => {
  it('neither a report nor an open procedure opens it', () => {
    const opened = after(at('none'), 'procedure.opened')
    expect(refusal(opened, 'permit.apply')).toMatch(/plainte ou un témoignage/)
  })
  it('a complaint does, and so does a testimony for trafficking', () => {
    expect(refusal(after(at('none'), 'complaint.file', { offences: ['225-4-1'] }), 'permit.apply')).toBeNull()
    const testified = after(at('investigation', { procedureOpen: true }), 'testimony.recorded', {
      offences: ['225-5']
    })
    expect(refusal(testified, 'permit.apply')).toBeNull()
  })
  it('a testimony adds to what a complaint named', () => {
    const next = after(at('trial', { offences: ['225-14'] }), 'testimony.recorded', { offences: ['225-5'] })
    expect(next.facts.offences).toEqual(['225-14', '225-5'])
    const complains = (judicial: string) =>
      after(at(judicial, { offences: ['225-4-1'] }), 'complaint.file', { offences: ['225-13'] }).facts
        .offences
    // Her testimony opened the permit: a complaint of something else closes nothing.
    expect(complains('procedure_opened')).toEqual(['225-4-1', '225-13'])
    for (const ended of ['dismissed', 'acquitted_final']) expect(complains(ended)).toEqual(['225-13'])
  })
})

describe('the end of a procedure', () => {
  it('closes it, and the permit that followed it can no longer be renewed (I-15)', () => {
    const permit = { judicial: 'investigation', residence: 'cst_valid' }
    const before = aCase({ regions: permit, facts: { procedureOpen: true, offences: ['225-4-1'] } })
    const rule = () => {
      const next = after(before, 'procedure.closed')
      expect(next.regions.judicial).toBe('dismissed')
      expect(next.facts.procedureOpen).toBe(false)
      expect(refusal(next, 'permit.renew')).toMatch(/aucune n’est ouverte/)
    }
    carriedBy('procedure.closed', { apply: null }, rule)
  })
  it('warns at once whoever must find another route', () => {
    const opens = (type: CommandType) => commandRow(type).opens.map(({ code }) => code)
    expect(opens('procedure.closed')).toContain('MNIO-ROUTE')
    for (const type of ['procedure.no_case', 'procedure.acquitted', 'acquittal.final'] as const)
      expect(opens(type)).toContain('MNIO-ROUTE')
  })
  it('is no end: it may be reopened, and she may complain again', () => {
    expect(after(at('dismissed'), 'procedure.reopened').facts.procedureOpen).toBe(true)
    expect(after(at('dismissed'), 'complaint.file').regions.judicial).toBe('complaint_filed')
  })
  it('outlives the closing of the case (I-18)', () => {
    for (const type of ['procedure.closed', 'conviction.final', 'civi.claim'] as const) {
      const closed = aCase({ regions: { judicial: 'trial', closure: 'closed_inserted' } })
      carriedBy(type, { evenWhenClosed: false }, () => expect(refusal(closed, type)).toBeNull())
    }
  })
})

describe('a decision that may be appealed (CPP 186, 497, 380-2)', () => {
  const permit = { judicial: 'instruction', residence: 'cst_valid' }
  const before = aCase({
    regions: permit,
    facts: { procedureOpen: true, civilParty: true, offences: ['225-4-1'] }
  })

  it.each(['procedure.no_case', 'procedure.acquitted', 'conviction.pronounced'] as const)(
    '%s closes nothing: the permit is renewed while it may be appealed, and on appeal',
    (type) => {
      const rule = () => {
        const decided = after(before, type)
        expect(decided.regions.judicial).toBe('decided')
        expect(refusal(decided, 'permit.renew')).toBeNull()
        for (const appeal of ['civil.appealed', 'acquittal.appealed'] as const) {
          const appealed = after(decided, appeal)
          expect([appealed.regions.judicial, appealed.facts.procedureOpen]).toEqual(['on_appeal', true])
          expect(refusal(appealed, 'permit.renew')).toBeNull()
        }
      }
      carriedBy(type, { apply: () => ({ procedureOpen: false }) }, rule)
    }
  )

  it.each([
    ['no_case.final', 'dismissed'],
    ['acquittal.final', 'acquitted_final']
  ] as const)('%s closes it, once nobody can appeal', (type, state) => {
    const next = after(after(before, 'procedure.no_case'), type)
    expect([next.regions.judicial, next.facts.procedureOpen]).toEqual([state, false])
  })

  it('a classement is no judgment: no time to appeal, and a complaint with civil-party status after it', () => {
    expect(commandRow('procedure.closed').opens.map(({ code }) => code)).toEqual(['MNIO-ROUTE'])
    const complained = after(at('dismissed'), 'civil_party.complaint', { offences: ['225-4-1'] })
    expect(complained.regions.judicial).toBe('instruction')
    expect(complained.facts).toMatchObject({ civilParty: true, procedureOpen: true })
  })

  const appeals = (input: Record<string, unknown>, type: CommandType = 'procedure.acquitted') =>
    openedBy(type, input, stays(before))
      .filter(({ code }) => code.startsWith('D-APPEAL'))
      .map(({ code, startsOn, inLaw }) => [code, startsOn, ...(inLaw?.doubts ?? []).map(({ id }) => id)])
  const judged = { court: 'criminal', pronouncedOn: '2026-10-01', signifiedOn: '2026-11-02' }

  it('ten days from the pronouncement for who was there or was told the day (CPP 498, first paragraph)', () => {
    for (const presence of ['present', 'informed'])
      expect(appeals({ ...judged, presence })).toEqual([['D-APPEAL-JUDGMENT', '2026-10-01']])
  })
  it('from service for who was neither there nor told the day (CPP 498 1°)', () => {
    expect(appeals({ ...judged, presence: 'absent' })).toEqual([['D-APPEAL-JUDGMENT', '2026-11-02']])
    expect(appeals({ ...judged, presence: 'absent', signifiedOn: undefined })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'notServed']
    ])
  })
  it('presence unknown: a safe day from the pronouncement, the end in law from service', () => {
    expect(appeals({ ...judged, presence: 'unknown' })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'maybeServed']
    ])
    expect(appeals({ ...judged, presence: 'unknown', signifiedOn: undefined })).toEqual([
      ['D-APPEAL-JUDGMENT', '2026-10-01', 'maybeNotServed']
    ])
  })
  it('of an assize court by its own article (CPP 380-9), of a no-case order from its notice (CPP 186)', () => {
    const assizes = { ...judged, court: 'assizes', presence: 'present' }
    expect(appeals(assizes)).toEqual([['D-APPEAL-ASSIZES', '2026-10-01']])
    expect(appeals({ notifiedOn: '2026-10-05' }, 'procedure.no_case')).toEqual([
      ['D-APPEAL-CIVIL', '2026-10-05']
    ])
  })
  it('five days more after another party’s appeal (CPP 500, 380-10), which ends no appeal of hers', () => {
    const on = { on: '2026-10-08' }
    expect(appeals({ ...on, against: 'judgment' }, 'acquittal.appealed')).toEqual([
      ['D-APPEAL-INCIDENT', '2026-10-08']
    ])
    expect(appeals({ ...on, against: 'assizes' }, 'acquittal.appealed')).toEqual([
      ['D-APPEAL-INCIDENT-ASSIZES', '2026-10-08']
    ])
    expect(closesOf('acquittal.appealed').filter((code) => code.startsWith('D-APPEAL'))).toEqual([])
  })
})

describe('recognised by a court', () => {
  it('is not said before a conviction is final', () => {
    expect(refusal(at('trial'), 'judgment.recognised')).toBe('Aucune condamnation n’est définitive.')
  })
  it.each(['presumed', 'formal_pending', 'formally_identified', 'not_confirmed', 'review_open'])(
    'from %s, whatever a service answered',
    (identification) => {
      const next = after(aCase({ regions: { identification, judicial: 'trial' } }), 'conviction.final', {
        finalOn: '2026-10-01'
      })
      expect(next.facts.finalOn).toBe('2026-10-01')
      expect(after(next, 'judgment.recognised').regions.identification).toBe('court_recognised')
    }
  )
})

describe('compensation', () => {
  it('is never refused for the place of the acts, nationality or want of a permit: it warns (CPP 706-3)', () => {
    const rule = () => {
      for (const facts of [
        { factsAbroad: true },
        { factsAbroad: true, nationality: 'eu' },
        { stay: 'irregular' }
      ])
        expect(refusal(at('none', facts), 'civi.claim')).toBeNull()
      expect(warnings('civi.claim', { factsAbroad: true, nationality: 'eu' })).toContain('compensationOpen')
      expect(warnings('civi.claim', { factsAbroad: true, nationality: 'french' })).toEqual([])
    }
    carriedBy('civi.claim', { warns: [], guards: ['compensationOpen', 'compensationNotClaimed'] }, rule)
  })
  it('on the listed ground too, whatever offence the police wrote: the CIVI qualifies by itself', () => {
    expect(problems('civi.claim', { ground: 'listed' }, { offences: ['225-13', '225-14'] })).toEqual([])
    expect(warnings('civi.claim', { offences: ['225-13', '225-14'] })).toEqual(['listedNamed'])
    expect(warnings('civi.claim', { offences: ['225-14', '225-14-2'] })).toEqual([])
    expect(warnings('civi.claim', { offences: [] })).toEqual([])
  })
  it('comes before help in recovering, which is for whom the CIVI cannot compensate (CPP 706-15-1)', () => {
    const convicted = { finalOn: '2026-06-01', civilParty: true }
    expect(
      refusal(at('convicted_final', { ...convicted, offences: ['225-4-1'] }), 'sarvi.request')
    ).toBeNull()
    expect(warnings('sarvi.request', { ...convicted, offences: ['225-4-1'] })).toEqual(['recoveringOpen'])
    expect(warnings('sarvi.request', { ...convicted, offences: ['225-13'] })).toEqual([])
    const opened = (offences: string[]) =>
      openedBy(
        'conviction.final',
        { finalOn: '2026-06-01' },
        stays(at('convicted_final', { ...convicted, offences }))
      )
        .map(({ code }) => code)
        .filter((code) => code.startsWith('D-SARVI'))
    // The fund's year runs all the same, whatever the CIVI is asked (CPP 706-15-2).
    for (const offence of ['225-4-1', '225-13'])
      expect(opened([offence])).toEqual(['D-SARVI-OPEN', 'D-SARVI'])
    const abroad = { ...convicted, factsAbroad: true, nationality: 'third_country', offences: ['225-4-1'] }
    expect(warnings('sarvi.request', abroad)).toEqual([])
    expect(warnings('sarvi.request', { ...abroad, nationality: 'french' })).toEqual(['recoveringOpen'])
  })
  it('waits for nothing that the file knows: the fund and the agency answer (CPP 706-15-1, 706-164)', () => {
    const rule = () => {
      for (const type of ['sarvi.request', 'agrasc.request'] as const) {
        expect(refusal(at('convicted_final'), type)).toBeNull()
        expect(warnings(type)).toEqual(expect.arrayContaining(['civilParty', 'damagesFinal']))
        const awarded = { civilParty: true, damagesOn: '2026-06-01' }
        expect(warnings(type, awarded)).not.toContain('damagesFinal')
        expect(warnings(type, awarded)).not.toContain('civilParty')
      }
    }
    carriedBy('agrasc.request', { guards: ['civilParty', 'damagesFinal'], warns: ['nothingPaid'] }, rule)
  })
  it('found inadmissible, leaves a year from its notice to ask the fund (CPP 706-5, second paragraph)', () => {
    const claimed = at('convicted_final', {
      ...{ finalOn: '2024-06-01', civilParty: true, offences: ['225-4-1'] },
      compensation: 'claimed'
    })
    const told = { notifiedOn: '2026-10-01' }
    expect(
      openedBy('civi.inadmissible', told, {
        before: claimed,
        after: after(claimed, 'civi.inadmissible', told)
      })
    ).toEqual([{ code: 'D-SARVI', startsOn: '2026-10-01', restarts: true }])
  })
  it('is claimed once, then awarded, refused or paid', () => {
    expect(refusal(at('none'), 'civi.paid')).toBe('Aucune demande n’est devant la CIVI.')
    const claimed = after(at('none'), 'civi.claim')
    expect(refusal(claimed, 'civi.claim')).toBe('La CIVI est déjà saisie.')
    expect(refusal(after(claimed, 'civi.refused'), 'civi.claim')).toBeNull()
    expect(after(claimed, 'civi.paid').facts.compensation).toBe('paid')
  })
  it('stops the time to claim, and starts the Fund’s', () => {
    const { opens } = commandRow('civi.claim')
    expect(closesOf('civi.claim')).toEqual(['D-CIVI-OFFENCE', 'D-CIVI-DECISION'])
    expect(opens).toEqual([{ code: 'D-FGTI-OFFER', startsOn: 'receivedOn' }])
    expect(commandRow('civi.awarded').opens).toEqual([{ code: 'D-FGTI-PAY', startsOn: 'notifiedOn' }])
  })
})

describe('an offence under constraint (I-20)', () => {
  it('is told with the lawyer’s agreement, and holds nothing of the offence', () => {
    const { properties } = commandRow('forced.criminality').input
    expect(Object.keys(properties)).toEqual(['lawyerAgrees'])
    expect(Object.keys(commandRow('forced.told').input.properties)).toEqual([])
  })
  it('starts forty-eight hours, which telling lawyer and prosecutor stops', () => {
    expect(commandRow('forced.criminality').opens).toEqual([{ code: 'MNIO-FORCED' }])
    expect(closesOf('forced.told')).toEqual(['MNIO-FORCED'])
    expect(refusal(at('none'), 'forced.told')).toBe('Aucune contrainte n’est signalée.')
    expect(refusal(after(at('none'), 'forced.criminality'), 'forced.told')).toBeNull()
  })
})

describe('courts', () => {
  it('every territory has a court and one interregional court', () => {
    for (const place of territoryCodes) {
      expect(courtsOf(place), place).not.toEqual([])
      expect(jirsLabels, place).toHaveProperty([jirsOf(place) ?? 'none'])
    }
    expect(Object.keys(courtLabels)).toHaveLength(170)
    expect(Object.keys(jirsLabels)).toHaveLength(8)
  })
  it('a child of Cusset goes to Moulins, a child of Lyon stays there', () => {
    expect(juvenileCourtOf('03.cusset')).toBe('Moulins')
    expect(juvenileCourtOf('69.lyon')).toBe('Lyon')
    expect(juvenileCourtOf('69.nowhere')).toBeNull()
  })
  it('a court of another place is refused', () => {
    expect(problems('art40.report', { factsTerritory: '13', court: '69.lyon' })).toEqual([
      'court other_place'
    ])
    expect(problems('art40.report', { factsTerritory: '13', court: '13.marseille' })).toEqual([])
  })
  it('a JIRS is the one of the place of the acts, or Paris', () => {
    const seize = (jirs: string) => problems('jirs.seized', { jirs }, { factsTerritory: '38' })
    expect(seize('13')).toEqual(['jirs other_place'])
    expect(seize('69')).toEqual([])
    expect(seize('75')).toEqual([])
    expect(refusal(at('trial', { jirs: '69' }), 'jirs.seized')).toBe('Une JIRS est déjà saisie.')
  })
})

it('the labour inspection is asked about labour, with her agreement', () => {
  expect(refusal(at('none', { forms: ['sexual'] }), 'labour.refer')).toBeNull()
  expect(commandRow('labour.refer').warns).toEqual(['labourForms'])
  expect(refusal(at('none', { forms: ['domestic'], consents: [] }), 'labour.refer')).toMatch(/police/)
  expect(refusal(at('none', { forms: ['domestic'] }), 'labour.refer')).toBeNull()
})
