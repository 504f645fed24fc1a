import { describe, expect, it } from 'vitest'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { unusualIn, unusualReason } from '../../../workflows/case/records.ts'
import { after, anInput, readyFacts, refusal, problemsOf } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

describe('a document that bears its own end', () => {
  const codes = (type: CommandType, input: object) =>
    problemsOf(type, { issuedOn: '2026-12-01', ...input }, readyFacts).map(
      ({ field, code }) => `${field} ${code}`
    )

  it('a receipt lasts a month at least, and a certificate of online application three at most', () => {
    expect(codes('permit.receipt', { kind: 'receipt', validUntil: '2026-12-04' })).toEqual([
      'validUntil too_short'
    ])
    expect(codes('permit.receipt', { kind: 'receipt', validUntil: '2026-12-31' })).toEqual([])
    expect(codes('permit.receipt', { kind: 'online', validUntil: '2026-12-04' })).toEqual([])
    expect(codes('permit.receipt', { kind: 'online', validUntil: '2027-03-02' })).toEqual([
      'validUntil too_long'
    ])
  })

  it('the provisional permit six months at least, and the refusal names the article', () => {
    expect(codes('psp.permit', { validUntil: '2027-05-30' })).toEqual(['validUntil too_short'])
    expect(codes('psp.permit', { validUntil: '2027-05-31' })).toEqual([])
    const [told] = problemsOf('psp.permit', { issuedOn: '2026-12-01', validUntil: '2026-12-02' }, readyFacts)
    expect(told!.message.fr).toBe('Ce document vaut six mois au moins (L425-4).')
  })

  it('no receipt goes to a holder of a certificate of asylum, and its form tells nobody that she is one', () => {
    const { noAsylumCertificate } = commandRow('permit.receipt').input.properties
    expect(noAsylumCertificate).not.toHaveProperty('const')
    expect(notesOf(noAsylumCertificate!)).toMatchObject({ awaited: true, dataClass: 'E' })
    const pending = at('cst_applied', { ...complained, asylum: 'pending' })
    expect(refusal(pending, 'permit.receipt')).toBeNull()
  })
})

describe('the reflection period', () => {
  const codes = (input: object) =>
    problemsOf('reflection.interrupt', { decisionOn: '2026-11-20', ...input }, readyFacts).map(
      ({ field, code }) => `${field} ${code}`
    )

  it('is not interrupted unheard, but for public order', () => {
    expect(codes({ reason: 'link_renewed' })).toEqual(['heardOn not_heard'])
    expect(codes({ reason: 'public_order' })).toEqual([])
    expect(codes({ reason: 'link_renewed', heardOn: '2026-11-20', notifiedOn: '2026-11-21' })).toEqual([])
  })

  it('is heard, then decided, then notified; the appeal runs from the last', () => {
    expect(codes({ reason: 'link_renewed', heardOn: '2026-11-21' })).toEqual(['decisionOn too_early'])
    expect(codes({ reason: 'public_order', notifiedOn: '2026-11-19' })).toEqual(['notifiedOn too_early'])
    expect(commandRow('reflection.interrupt').opens).toMatchObject([
      { code: 'D-APPEAL-REFLECTION', startsOn: 'notifiedOn' }
    ])
  })

  it('once ended, what comes next is waited for, and every way is open', () => {
    const ended = after(
      at('reflection_running', { ...complained, routePrepared: true, removalBar: true }),
      'reflection.expire'
    )
    for (const type of [
      ...(['residence.route', 'permit.apply', 'exit.request'] as const),
      ...(['asylum.lodged', 'discretion.apply'] as const)
    ])
      expect(refusal(ended, type)).toBeNull()
  })
})

describe('a record dated before trafficking was an offence', () => {
  const unusual = (decisionOn: string) =>
    unusualIn(at('cst_applied', complained), 'permit.refuse', {
      input: { ...anInput('permit.refuse'), decisionOn, notifiedOn: '2026-11-24' },
      older: false
    })

  it('is taken, and its date said to be checked', () => {
    expect(unusual('1910-11-20')).toContain('form.long_ago')
    expect(unusual('2003-03-18')).toContain('form.long_ago')
    expect(unusual('2003-03-19')).not.toContain('form.long_ago')
    expect(unusual('2026-11-20')).toEqual([])
    expect(unusualReason('permit.refuse', 'form.long_ago')).toMatchObject({
      sees: 'region',
      reason: { fr: 'date ancienne, à vérifier' }
    })
  })
})
