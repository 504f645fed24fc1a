import { describe, expect, it } from 'vitest'
import { mayEndLink } from '../../../policies/correction-rights.ts'
import { standsAt, type HandingState } from '../../../policies/organisations/handing.ts'
import { placeProblems } from '../../../policies/requirements/form.ts'
import * as history from '../../../policies/requirements/history.ts'
import type { Filled } from '../../../policies/requirements/requirement.ts'
import { askingRefused, namingRefused } from '../../../policies/separation.ts'
import { sightOf } from '../../../policies/sight.ts'
import type { Role } from '../../../policies/actor.ts'
import type { Bar } from '../../../workflows/places/fit.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { aCase, aMinorCase, asRole } from '../../support/cases.ts'

// What is somebody else’s to say or to do: each condition is changed alone, beside somebody who may.

type Filling = { input?: object; minor?: boolean; facts?: Partial<Facts>; held?: Capacity[]; house?: object }
const filled = (
  role: Role,
  { input = {}, minor = false, facts = {}, held = [], house = {} }: Filling
): Filled => {
  const told = (minor ? aMinorCase : aCase)({ facts })
  const actor = asRole(role, { orgId: 'own', ...house })
  const of = { command: 'facts.complete', today: '2026-11-24', at: new Date('2026-11-24T11:00:00Z') } as const
  const opened = { territory: '976', openedAt: new Date('2026-11-19T22:30:00Z') }
  return { ...of, ...opened, actor, told, sight: sightOf(held, told.facts), input: { ...input } }
}
const fields = (problems: readonly { field: string; code: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`)

describe('an age', () => {
  const said = (one: Filled, lastAgeSaid: string | null) =>
    fields(history.saidProblems(one, { lastAgeSaid, referents: [] }))
  const adult = { ageGroup: 'adult' }

  it('is said to be an adult’s by nobody but the house that said a child’s, under whatever name', () => {
    const another = ['ageGroup said_by_another']
    expect(said(filled('asso', { input: adult, minor: true }), 'theirs')).toEqual(another)
    expect(said(filled('asso', { input: adult, minor: true }), null)).toEqual(another)
    expect(said(filled('asso', { input: adult, minor: true }), 'own')).toEqual([])
    const since = { formerly: ['theirs'] }
    expect(said(filled('asso', { input: adult, minor: true, house: since }), 'theirs')).toEqual([])
  })

  it('is free to be said a child’s, or again an adult’s', () => {
    expect(said(filled('asso', { input: adult }), 'theirs')).toEqual([])
    expect(said(filled('asso', { input: { ageGroup: 'doubt' }, minor: true }), 'theirs')).toEqual([])
  })

  it('is asked of those who spoke before where it is an adult’s, or where less danger is said by who may not', () => {
    expect(history.corrects(filled('asso', { input: adult }))).toBe(true)
    const danger = { input: { danger: 'none' }, facts: { danger: 'immediate' } } as const
    expect(history.corrects(filled('police', danger))).toBe(true)
    expect(history.corrects(filled('asso', danger))).toBe(false)
    expect(history.corrects(filled('police', { input: { ageGroup: 'minor' } }))).toBe(false)
  })
})

describe('less danger', () => {
  it('is said by who accompanies her, by those who may for all, and by anybody while nobody accompanies her', () => {
    const less = { input: { danger: 'none', localDanger: false }, facts: { danger: 'immediate' } } as const
    const said = (role: Role, referents: string[]) =>
      fields(history.saidProblems(filled(role, less), { lastAgeSaid: null, referents }))
    expect(said('shelter', ['theirs', 'other'])).toEqual(['danger not_yours', 'localDanger not_yours'])
    expect(said('shelter', ['theirs', 'own'])).toEqual([])
    expect(said('shelter', [])).toEqual([])
    for (const role of ['asso', 'child_protection', 'prosecutor'] as const)
      expect(said(role, ['theirs'])).toEqual([])
  })
})

describe('a birth date', () => {
  const soon = { birthDate: '2008-12-24' }
  it('by which protection would end within half a year is of who protects children', () => {
    const said = (role: Role, input: object, minor = true) =>
      fields(history.birthProblems(filled(role, { input, minor })))
    for (const role of ['asso', 'shelter', 'police'] as const)
      expect(said(role, soon)).toEqual(['birthDate nearly_adult'])
    for (const role of ['child_protection', 'prosecutor', 'juvenile_judge'] as const)
      expect(said(role, soon)).toEqual([])
    expect(said('asso', soon, false)).toEqual([])
    expect([said('asso', { birthDate: '2009-05-24' }), said('asso', { birthDate: '2009-05-25' })]).toEqual([
      ['birthDate nearly_adult'],
      []
    ])
  })
})

describe('a child goes home', () => {
  const home = (held: Capacity[], sentHome: boolean, reason = 'family') =>
    fields(
      history.returnProblems(filled('shelter', { input: { reason }, minor: true, held, facts: { sentHome } }))
    )
  it('by the word of a judge, which is told to who may know of justice alone', () => {
    expect(home(['child_protection'], false)).toEqual(['reason no_return_decided'])
    expect(home(['child_protection'], true)).toEqual([])
    for (const known of [false, true]) expect(home(['minor_shelter'], known)).toEqual(['reason not_yours'])
    expect(home(['minor_shelter'], false, 'other')).toEqual([])
  })
})

describe('an address', () => {
  const written = (role: Role, input: object, referents: string[]) =>
    fields(history.addressProblems(filled(role, { input }), { referents }))
  it('is typed by no house that does not accompany the person, to whom a letter would then go', () => {
    expect(written('shelter', { address: 'a' }, ['theirs'])).toEqual(['address not_yours'])
    expect(written('shelter', { address: 'a' }, ['theirs', 'own'])).toEqual([])
    expect(written('shelter', { orgId: 'o' }, ['theirs'])).toEqual([])
    expect(written('asso', { address: 'a' }, ['theirs'])).toEqual([])
  })
})

describe('a permit that lapsed', () => {
  it('did on its last day at the earliest', () => {
    const lapsed = (on: string, until: string | null) =>
      fields(history.lapseProblems(filled('prefecture', { input: { on } }), until))
    expect([lapsed('2026-11-09', '2026-11-10'), lapsed('2026-11-10', '2026-11-10')]).toEqual([
      ['on still_runs'],
      []
    ])
    expect(lapsed('2026-11-09', null)).toEqual([])
  })
})

describe('a receipt', () => {
  // Flagged in the night of the 20th, by the clocks of Mayotte.
  const handed = (handedOn: string, offered: string | null) =>
    history.afterOfferProblems(filled('prefecture', { input: { handedOn } }), offered).length
  it('is handed on no day before the offer, nor before the flag where that came later or nothing was offered', () => {
    expect([handed('2026-11-21', '2026-11-22'), handed('2026-11-22', '2026-11-22')]).toEqual([1, 0])
    expect([handed('2026-11-19', '2026-11-10'), handed('2026-11-20', '2026-11-10')]).toEqual([1, 0])
    expect([handed('2026-11-19', null), handed('2026-11-20', null)]).toEqual([1, 0])
  })
})

describe('a place against which something stands', () => {
  const bar = (fr: string, sees: Bar['sees']) => ({ reason: { fr, en: fr }, sees }) as Bar
  const [open, asylum] = [bar('escalier', null), bar('asile', 'I')]
  const sight = sightOf(['acse'], aCase().facts)
  const refused = (input: object, never: Bar[], unlessSaid: Bar[]) =>
    placeProblems({ ...input }, { never, unlessSaid } as never, sight).map(
      ({ field, message }) => `${field} ${message.fr.split(' : ')[1] ?? ''}`
    )
  it('is offered with a reason, or never, and says of both what its desk may read', () => {
    expect(refused({}, [], [open, asylum])).toEqual(['despite escalier.'])
    expect(refused({}, [], [asylum])).toEqual(['despite '])
    expect(refused({ despite: 'parce que' }, [], [open])).toEqual([])
    expect(refused({ despite: 'parce que' }, [open, asylum], [open])).toEqual(['placeId escalier.'])
    expect(refused({}, [], [])).toEqual([])
    expect(placeProblems({}, null, sight)).toEqual([])
  })
})

describe('the cell', () => {
  it('neither asks to close nor writes down an agreement where an association accompanies the person', () => {
    for (const act of ['closing.ask', 'consent.record'] as const) {
      expect(askingRefused(act, { role: 'cell_secretary' }, true)?.fr).toMatch(/^Une association accompagne/)
      expect(askingRefused(act, { role: 'cell_secretary' }, false)).toBeNull()
      expect(askingRefused(act, { role: 'asso' }, true)).toBeNull()
    }
    for (const act of ['consent.withdraw', 'case.close'] as const)
      expect(askingRefused(act, { role: 'cell_secretary' }, true)).toBeNull()
  })

  it('says of each what stands in the way', () => {
    const said = (act: 'closing.ask' | 'consent.record') =>
      askingRefused(act, { role: 'cell_secretary' }, true)?.fr
    expect(said('closing.ask')).toMatch(/demande la clôture/)
    expect(said('consent.record')).toMatch(/les accords sont donnés/)
  })

  it('names nobody beside who accompanies the person, even where another fell away', () => {
    const named = (accompanied: boolean, bereft: boolean, housing = 'unassessed') =>
      namingRefused(aCase({ regions: { housing } }), { accompanied, bereft }) === null
    expect([named(true, false), named(true, true)]).toEqual([false, false])
    expect([named(false, false, 'housed'), named(false, true, 'housed')]).toEqual([false, true])
    expect(named(false, false)).toBe(true)
  })
})

describe('a link between two cases', () => {
  const standing = { endedAt: null, madeOrg: 'theirs' }
  const ended = (one: { endedAt: Date | null; madeOrg: string }, ...held: Capacity[][]) =>
    mayEndLink(
      one,
      held.map((each) => ({ held: each })),
      { orgId: 'own' }
    )
  it('is taken back by who made it, or by the cell of both, and once', () => {
    expect(ended(standing, ['cell'], ['cell'])).toBe(true)
    expect(ended({ ...standing, madeOrg: 'own' }, ['referent'], ['referent'])).toBe(true)
    for (const held of [
      [['cell'], ['referent']],
      [['referent'], ['cell']],
      [['referent'], ['referent']]
    ])
      expect(ended(standing, ...(held as Capacity[][]))).toBe(false)
    const before = { endedAt: new Date('2026-11-20T11:00:00Z') }
    expect(ended({ ...standing, ...before }, ['cell'], ['cell'])).toBe(false)
    expect(ended({ madeOrg: 'own', ...before }, ['cell'], ['cell'])).toBe(false)
  })
})

describe('a case that is proposed to another association', () => {
  const expiresAt = new Date('2026-12-08T11:00:00Z')
  const stands = (state: HandingState, at: string) => standsAt({ state, expiresAt }, new Date(at))
  it('waits until the instant its time is over, and what was answered stays answered', () => {
    expect(stands('proposed', '2026-12-08T10:59:59.999Z')).toBe('proposed')
    expect(stands('proposed', '2026-12-08T11:00:00Z')).toBe('expired')
    for (const state of ['accepted', 'refused', 'withdrawn'] as const)
      expect(stands(state, '2026-12-09T11:00:00Z')).toBe(state)
  })
})
