import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import {
  applyReasons,
  formUnder,
  requirable,
  requiredProblems,
  withdrawnProblems
} from '../../../workflows/configuration/forms.ts'
import { indicatorsOf, indicatorsOffered } from '../../../workflows/configuration/lists.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { refusalInput } from '../../../workflows/referral/kinds/kinds.ts'

const version = (different: Partial<Configuration>): Configuration => ({ ...firstVersion, ...different })
const [withdrawn, ...kept] = indicatorsOf('mnio')
const fewerSigns = version({ indicators: { ...firstVersion.indicators, withdrawn: [withdrawn!] } })
const shape = (form: object, field: string) =>
  (form as { properties: Record<string, { enum?: string[]; items?: { enum: string[] } }> }).properties[field]!
const choicesOf = (form: object, field: string) => Object.keys(notesOf(shape(form, field) as never)!.choices!)
const requiredOf = (form: object) => (form as { required: string[] }).required

describe('the list of signs under a version', () => {
  it('has none that it withdrew, neither to choose nor to send, and is the table’s own where it withdrew none', () => {
    const form = formUnder('indicators.add', fewerSigns)
    for (const codes of [shape(form, 'indicators').items!.enum, choicesOf(form, 'indicators')])
      expect(codes).toEqual(indicatorsOffered(fewerSigns))
    expect(formUnder('indicators.add', firstVersion)).toBe(commandRow('indicators.add').input)
    expect(formUnder('needs.assess', fewerSigns)).toBe(commandRow('needs.assess').input)
  })

  it('is held against what is added and what is flagged, each where it was written', () => {
    const added = { indicators: [kept[0], withdrawn] }
    expect(withdrawnProblems('indicators.add', added, fewerSigns)).toMatchObject([
      { field: 'indicators', code: 'withdrawn' }
    ])
    const flagged = { indicators: [{ code: kept[0] }, { code: withdrawn }] }
    expect(withdrawnProblems('case.flag', flagged, fewerSigns)).toMatchObject([
      { field: 'indicators.1.code', code: 'withdrawn' }
    ])
    expect(withdrawnProblems('indicators.add', added, firstVersion)).toEqual([])
    expect(withdrawnProblems('needs.assess', added, fewerSigns)).toEqual([])
    expect(withdrawnProblems('case.flag', {}, fewerSigns)).toEqual([])
  })
})

describe('reasons under a version', () => {
  const fewer = version({
    reasons: { ...firstVersion.reasons, lists: { 'case.close.reason': ['inserted', 'by_person'] } }
  })

  it('are those it kept, to choose and to send', () => {
    const form = formUnder('case.close', fewer)
    expect(shape(form, 'reason').enum).toEqual(['inserted', 'by_person'])
    expect(choicesOf(form, 'reason')).toEqual(['inserted', 'by_person'])
    expect(notesOf(shape(form, 'reason') as never)!.label.fr).toBe('Pourquoi le dossier est clos')
    expect(formUnder('case.close', fewer)).toBe(form)
  })

  it('are refused where it withdrew them, and nothing is where none was given', () => {
    expect(withdrawnProblems('case.close', { reason: 'lost' }, fewer)).toMatchObject([
      {
        field: 'reason',
        code: 'withdrawn',
        message: { en: 'This choice is no longer offered for this case' }
      }
    ])
    expect(withdrawnProblems('case.close', { reason: 'inserted' }, fewer)).toEqual([])
    expect(withdrawnProblems('case.close', {}, fewer)).toEqual([])
  })

  it('of a refusal are cut the same, and a kind of which all are kept has its own form', () => {
    const one = version({
      reasons: { ...firstVersion.reasons, referrals: { health: { overloaded: 'reoffer' } } }
    })
    expect(shape(applyReasons('health', one), 'reason').enum).toEqual(['overloaded'])
    const plain = applyReasons('health', firstVersion)
    expect(shape(plain, 'reason').enum).toEqual(shape(refusalInput('health'), 'reason').enum)
    expect(applyReasons('health', one)).toBe(applyReasons('health', one))
  })
})

describe('fields that a version asks for', () => {
  const more = version({ required: { 'case.close': ['note', 'reason', 'nowhere'], unknown: ['on'] } })

  it('are those that the table has optional, beside those it asks for itself', () => {
    expect(requiredOf(formUnder('case.close', more)).toSorted()).toEqual([
      'note',
      'notificationsPlanned',
      'reason'
    ])
    const untouched = version({ required: { 'case.close': ['reason', 'nowhere'] } })
    expect(formUnder('case.close', untouched)).toBe(commandRow('case.close').input)
  })

  it('are missed where nothing, or nothing but an empty word, was given', () => {
    for (const note of [undefined, null, ''])
      expect(requiredProblems('case.close', { note }, more)).toMatchObject([
        { field: 'note', code: 'required', message: { fr: 'À renseigner' } }
      ])
    expect(requiredProblems('case.close', { note: 'told' }, more)).toEqual([])
    expect(requiredProblems('unknown', {}, more)).toEqual([])
    expect(requiredProblems('needs.assess', {}, more)).toEqual([])
  })

  it('are no group, nor of an act that no button offers or that tells only what changed', () => {
    expect(requirable('case.close')).toEqual(['note'])
    expect(requirable('case.flag')).not.toContain('identity')
    expect(requirable('case.flag')).toContain('narrative')
    expect(requirable('facts.complete')).toEqual([])
    expect(requirable('concern.taken')).toEqual([])
    expect(requirable('territory.moved')).toEqual([])
  })
})
