import { describe, expect, it } from 'vitest'
import { orgTypes } from '../../../policies/actor.ts'
import { seatTypes } from '../../../workflows/configuration/cell.ts'
import { changesBetween } from '../../../workflows/configuration/changes.ts'
import { openCodes, type Configuration } from '../../../workflows/configuration/configuration.ts'
import {
  applyReasons,
  formUnder,
  requirable,
  requiredProblems,
  withdrawnProblems
} from '../../../workflows/configuration/forms.ts'
import { codedLists, indicatorsOf, refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { followable } from '../../../workflows/referral/refusal.ts'
import { effectProblems, problemsOf } from '../../../workflows/configuration/problems.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { fits } from '../../../workflows/case/input.ts'
import { kindRow, refusalInput } from '../../../workflows/referral/kinds/kinds.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { quorumRefused, rulesUnder, type Seat } from '../../../workflows/meeting/quorum.ts'
import { votersOf } from '../../../workflows/meeting/tally.ts'

const version = (different: Partial<Configuration> = {}): Configuration => ({
  ...first,
  version: '2026-12',
  effectiveOn: '2026-12-01',
  ...different
})
const withDuration = (code: keyof Configuration['durations'], n: number, unit = first.durations[code].unit) =>
  version({ durations: { ...first.durations, [code]: { n, unit } } })
const said = (configuration: Configuration) =>
  problemsOf(configuration).map(({ field, code }) => [field, code])

describe('what is not published', () => {
  it('a clock without a length, of no length, or of an absurd one', () => {
    const { EVVI: _gone, ...others } = first.durations
    expect(said(version({ durations: others as never }))).toEqual([['durations.EVVI', 'missing']])
    expect(said(withDuration('MNIO-EMG', 0))).toEqual([['durations.MNIO-EMG', 'not_positive']])
    expect(said(withDuration('MNIO-EMG', 721))).toEqual([['durations.MNIO-EMG', 'too_long']])
    expect(said(withDuration('MNIO-EMG', 720))).toEqual([])
    expect(problemsOf(withDuration('MNIO-RG', 0))[0]!.message.fr).toContain('Motifs raisonnables')
  })

  it('an alert that would fall before the clock starts', () => {
    expect(said(version({ alerts: { 'MNIO-RG': [5] } }))).toEqual([['alerts.MNIO-RG', 'outside']])
    expect(said(version({ alerts: { 'MNIO-RG': [4, 1] } }))).toEqual([])
    expect(said(version({ alerts: { 'MNIO-RG': [0] } }))).toEqual([])
  })

  it('a quorum that nobody could reach, or that one person would be', () => {
    const quorum = (different: object) => version({ quorum: { ...first.quorum, ...different } })
    expect(said(quorum({ members: 1 }))).toContainEqual(['quorum.members', 'alone'])
    expect(said(quorum({ institutions: 1 }))).toContainEqual(['quorum.institutions', 'alone'])
    expect(said(quorum({ members: 10 }))).toEqual([['quorum.members', 'unreachable']])
    expect(said(quorum({ members: 9 }))).toEqual([])
    expect(said(quorum({ institutions: 4 }))).toEqual([['quorum.institutions', 'unreachable']])
    expect(said(quorum({ mustInclude: ['association', 'ofii'] }))).toEqual([
      ['quorum.mustInclude', 'not_voting']
    ])
    expect(said(quorum({ mustInclude: ['prosecution'] }))).toEqual([['quorum.mustInclude', 'not_voting']])
    expect(said(quorum({ mustInclude: ['association', 'prefecture', 'police', 'ase'] }))).toEqual([
      ['quorum.mustInclude', 'more_than_members']
    ])
  })

  it('a composition with a kind twice, or sitting without a seat', () => {
    const composition = [...first.composition, { type: 'cell' as const, seats: 0, votes: true }]
    expect(said(version({ composition }))).toEqual([
      ['composition.cell', 'twice'],
      ['composition.cell', 'no_seat']
    ])
  })

  it.each(referralKindIds)(
    'a referral %s that could not be refused, or whose refusal leads nowhere',
    (kind) => {
      const offered = (refusals: Record<string, never>) =>
        version({ reasons: { ...first.reasons, referrals: { [kind]: refusals } } })
      expect(said(offered({}))).toEqual([[`reasons.referrals.${kind}`, 'unreachable']])
      const [reason] = Object.keys(kindRow(kind).refusals)
      const impossible = (['park', 'emergency'] as const).find((one) => !followable(kind).includes(one))
      if (impossible)
        expect(said(offered({ [reason!]: impossible as never }))).toEqual([
          [`reasons.referrals.${kind}.${reason}`, 'leads_nowhere']
        ])
      expect(said(offered({ [reason!]: 'reoffer' as never, humeur: 'reoffer' as never }))).toEqual([
        [`reasons.referrals.${kind}.humeur`, 'unknown_reason']
      ])
      expect(said(offered({ [reason!]: 'escalate' as never }))).toEqual([])
    }
  )

  it('a list of reasons without any, with one unknown, or without the person’s own will', () => {
    const lists = (codes: string[], id = 'case.close.reason') =>
      version({ reasons: { ...first.reasons, lists: { [id]: codes } } })
    expect(said(lists([]))).toEqual([
      ['reasons.lists.case.close.reason', 'none'],
      ['reasons.lists.case.close.reason', 'by_person']
    ])
    expect(said(lists(['by_person', 'caprice']))).toEqual([
      ['reasons.lists.case.close.reason', 'unknown_reason']
    ])
    expect(said(lists(['lost', 'inserted']))).toEqual([['reasons.lists.case.close.reason', 'by_person']])
    expect(said(lists(['by_person'], 'case.flag.reason'))).toEqual([
      ['reasons.lists.case.flag.reason', 'unknown_list']
    ])
  })

  it('a version under which nobody could be flagged', () => {
    expect(said(version({ indicators: { lists: [], withdrawn: [] } }))).toEqual([
      ['indicators.lists', 'none']
    ])
    expect(said(version({ indicators: { lists: ['mnio'], withdrawn: indicatorsOf('mnio') } }))).toEqual([
      ['indicators.lists', 'none']
    ])
    expect(said(version({ indicators: { lists: ['ilo', 'maison'], withdrawn: ['intuition'] } }))).toEqual([
      ['indicators.lists', 'unknown_list'],
      ['indicators.withdrawn', 'unknown_indicator']
    ])
  })

  it('a required field that no form could give', () => {
    const required = (fields: Record<string, string[]>) => said(version({ required: fields }))
    expect(required({ 'case.flag': ['identity'] })).toEqual([
      ['required.case.flag.identity', 'not_requirable']
    ])
    expect(required({ 'case.close': ['reason'] })).toEqual([['required.case.close.reason', 'not_requirable']])
    expect(required({ 'facts.complete': ['ageGroup'] })).toEqual([
      ['required.facts.complete.ageGroup', 'not_requirable']
    ])
    expect(required({ 'case.forget': ['x'] })).toEqual([['required.case.forget', 'unknown_act']])
    expect(required({ 'case.close': ['note'], 'case.flag': ['ageBand'] })).toEqual([])
  })

  it('a day that has passed, that does not exist, or that nobody will remember', () => {
    const on = (effectiveOn: string) =>
      effectProblems(version({ effectiveOn }), '2026-11-24').map(({ code }) => code)
    expect(on('2026-11-23')).toEqual(['in_past'])
    expect(on('2026-11-24')).toEqual([])
    expect(on('2028-11-25')).toEqual(['too_far'])
    expect(said(version({ effectiveOn: '2026-02-30' }))).toEqual([['effectiveOn', 'not_a_date']])
  })
})

describe('the first version', () => {
  it('may be lived under, and gives every open clock a length', () => {
    expect(problemsOf(first)).toEqual([])
    expect(Object.keys(first.durations).sort()).toEqual([...openCodes].sort())
  })

  it('seats kinds of organisations that exist', () => {
    expect(seatTypes.filter((type) => !(orgTypes as readonly string[]).includes(type))).toEqual([])
  })

  it('cuts no form: each is the table’s own', () => {
    for (const { command } of codedLists) expect(formUnder(command, first)).toBe(commandRow(command).input)
    for (const kind of referralKindIds) expect(applyReasons(kind, first)).toEqual(refusalInput(kind))
  })
})

describe('a version that asks for more and offers less', () => {
  const strict = version({
    reasons: {
      referrals: { prefecture: { incomplete: 'escalate' } },
      lists: { 'case.close.reason': ['by_person', 'deceased'] }
    },
    indicators: { lists: ['ilo'], withdrawn: ['papers_lie'] },
    required: { 'case.close': ['note'] }
  })
  const closing = { reason: 'by_person', notificationsPlanned: true }

  it('neither offers nor takes what it withdrew', () => {
    const form = formUnder('case.close', strict)
    expect(fits(form, { ...closing, reason: 'lost', note: 'x' })).toBe(false)
    expect(withdrawnProblems('case.close', { ...closing, reason: 'lost' }, strict)).toMatchObject([
      { field: 'reason', code: 'withdrawn' }
    ])
    expect(withdrawnProblems('case.close', closing, strict)).toEqual([])
    expect(Object.keys(refusalsOffered('prefecture', strict))).toEqual(['incomplete'])
    expect(fits(applyReasons('prefecture', strict), { reason: 'not_concerned' })).toBe(false)
    expect(fits(applyReasons('prefecture', strict), { reason: 'incomplete' })).toBe(true)
    const seen = { indicators: [{ code: 'papers_lie' }, { code: 'wages_lie' }, { code: 'b_watched' }] }
    expect(withdrawnProblems('case.flag', seen, strict).map(({ field }) => field)).toEqual([
      'indicators.0.code',
      'indicators.2.code'
    ])
  })

  it('asks for the field it made required, and takes the act with it', () => {
    expect(fits(formUnder('case.close', strict), closing)).toBe(false)
    expect(fits(formUnder('case.close', strict), { ...closing, note: 'fin' })).toBe(true)
    expect(requiredProblems('case.close', { ...closing, note: '' }, strict)).toMatchObject([
      { field: 'note' }
    ])
    expect(requiredProblems('case.close', { ...closing, note: 'fin' }, strict)).toEqual([])
    expect(requiredProblems('case.close', closing, first)).toEqual([])
    expect(requirable('case.close')).toEqual(['note'])
  })

  it('says in words what differs', () => {
    const words = changesBetween(first, { ...strict, durations: withDuration('MNIO-RG', 8).durations })
    expect(words.map(({ fr }) => fr)).toEqual(
      expect.arrayContaining([
        'Motifs raisonnables : 8 jours ouvrés (avant : 5 jours ouvrés)',
        'Clore le dossier : « contact perdu » retiré',
        'Clore le dossier : « Précisions » devient exigé'
      ])
    )
    expect(changesBetween(first, first)).toEqual([])
    const quorum = { members: 4, institutions: 2, mustInclude: ['association' as const, 'cell' as const] }
    expect(changesBetween(first, version({ quorum })).map(({ fr }) => fr)).toEqual([
      'Quorum, membres : 4 (avant : 3)',
      'Quorum, doit comprendre : associations, secrétariat de la cellule (avant : associations)'
    ])
  })
})

describe('the quorum', () => {
  const rules = rulesUnder(first)
  const from = (orgType: string, orgId = orgType) => ({ personId: `${orgId}-1`, orgId, orgType })
  const refused = (present: Seat[]) =>
    quorumRefused(votersOf({ present, recused: new Set(), rules }), rules.quorum)
  // One sentence says that it is not reached, and one more what each thing lacks.
  const lacks = (...types: string[]) =>
    (refused(types.map((type) => from(type)))?.fr.split(/[.] (?=\p{Lu}|\d)/u).length ?? 1) - 1

  it('is not reached by those without a vote, by one institution, or without whom it names', () => {
    expect(lacks()).toBe(3)
    expect(lacks('health', 'prosecution')).toBe(3)
    expect(lacks('cell', 'association', 'police')).toBe(1)
    expect(lacks('prefecture', 'police', 'health')).toBe(1)
    const three = ['x', 'y', 'z'].map((personId) => ({ ...from('association', 'a'), personId }))
    expect(refused(three)?.fr).toMatch(/1 institution sur 2/)
    expect(lacks('association', 'police', 'health')).toBe(0)
  })
})
