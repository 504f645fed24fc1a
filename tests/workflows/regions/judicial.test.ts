import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, after, opensFrom, refusal } from '../../support/cases.ts'
import { carriedBy } from '../../support/lives.ts'
import { decided, at } from './judicial/at-court.ts'

const open = ['complaint_filed', 'procedure_opened', 'investigation', 'instruction', 'trial', ...decided]

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
    ['judgment.served', [...decided, 'acquitted_final', 'convicted_final']],
    ['acquittal.appealed', [...decided, 'dismissed', 'acquitted_final']],
    ['procedure.reopened', ['dismissed']],
    ['conviction.final', open],
    ['protection.request', open],
    ['jirs.seized', ['report_art40', ...open]],
    ['civil_party.join', [...open, 'acquitted_final', 'convicted_final']],
    ['civil_interests.final', [...decided, 'acquitted_final', 'convicted_final']],
    [
      'civil_party.complaint',
      ['none', 'report_art40', ...open, 'dismissed', 'acquitted_final', 'convicted_final']
    ]
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

describe('a complaint with civil-party status (CPP 85)', () => {
  it.each(['trial', 'decided', 'on_appeal', 'convicted_final'])(
    'against another author leaves %s as it stands, and a procedure is open',
    (judicial) => {
      const next = after(at(judicial, { offences: ['225-14'] }), 'civil_party.complaint', {
        offences: ['225-4-1']
      })
      expect(next.regions.judicial).toBe(judicial)
      expect(next.facts).toMatchObject({ civilParty: true, procedureOpen: true })
      expect(next.facts.offences).toEqual(['225-14', '225-4-1'])
    }
  )
  it.each(['none', 'investigation', 'dismissed', 'acquitted_final'])(
    'from %s, the judge investigates',
    (judicial) => {
      expect(after(at(judicial), 'civil_party.complaint').regions.judicial).toBe('instruction')
    }
  )
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

it('the labour inspection is asked about labour, with her agreement', () => {
  expect(refusal(at('none', { forms: ['sexual'] }), 'labour.refer')).toBeNull()
  expect(commandRow('labour.refer').warns).toEqual(['labourForms'])
  expect(refusal(at('none', { forms: ['domestic'], consents: [] }), 'labour.refer')).toMatch(/police/)
  expect(refusal(at('none', { forms: ['domestic'] }), 'labour.refer')).toBeNull()
})
