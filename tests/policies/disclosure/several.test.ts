import { describe, expect, it } from 'vitest'
import { accessTo, alwaysSeen, knowsOrigin, maySee, seesWhole } from '../../../policies/data-classes.ts'
import { heardInAWord, mayHearOf, mayReadValue } from '../../../policies/disclosure.ts'
import { knownTo, mayComplete, newIn, unreadIn } from '../../../policies/known.ts'
import { acquainted, toldAs, type Looking, type Sides } from '../../../policies/names.ts'
import { sightOf } from '../../../policies/sight.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { kinds, kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { dataClasses, type DataClass, type ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { aCase, allScopes } from '../../support/cases.ts'

// Of which there are two: two requests, two parts in one case, two classes in one note.

const everyCapacity = Object.keys(capacities) as Capacity[]
const everyClass = Object.keys(dataClasses) as DataClass[]
/** But for offers of a place, in which either side knows the other. */
const asking = (Object.keys(kinds) as ReferralKind[]).filter(
  (kind) => kindRow(kind).route !== 'placeOwner' && kind !== 'chrs'
)
const adult = { consents: allScopes, ageGroup: 'adult' } as const
const lives = (['adult', 'minor'] as const).flatMap((ageGroup) =>
  [[], allScopes].flatMap((consents) => [false, true].map((missing) => ({ ageGroup, consents, missing })))
)
const sight = (...held: Capacity[]) => sightOf(held, aCase().facts)

describe('whoever is asked and has not answered', () => {
  const asked = (kind: string, ...beside: Sides[]) => {
    const looking: Looking = { actor: { orgId: 'reader', role: 'prefecture' }, part: null }
    const mine = { kind, senderOrgId: 'one', recipientOrgId: 'reader' }
    return toldAs({ orgId: 'one', type: 'police' }, acquainted(looking, [mine, ...beside]))
  }

  it('reads the name of who asks where its capacity is told where she is in every life, and nowhere else', () => {
    const named = asking.filter((kind) => asked(kind) === 'name').map((kind) => kindRow(kind).capacity)
    const always = everyCapacity.filter((one) => lives.every((life) => seesWhole('K', one, life)))
    const recipients = new Set(asking.map((kind) => kindRow(kind).capacity))
    expect([...new Set(named)].toSorted()).toEqual(always.filter((one) => recipients.has(one)).toSorted())
    expect(named).toEqual(expect.arrayContaining(['acse', 'ofii', 'cell']))
    for (const blind of ['siao', 'prefecture', 'child_protection'] as const)
      expect(named).not.toContain(blind)
  })

  it('is told no more because another was asked who may know it', () => {
    const ofAnother = { kind: 'acse', senderOrgId: 'one', recipientOrgId: 'desk' }
    expect(asked('health', ofAnother)).toBe('another')
    expect(asked('health', { ...ofAnother, recipientOrgId: 'reader' })).toBe('name')
  })
})

describe('a seat in the cell', () => {
  const looking = (role: 'cell_member' | 'police'): Looking => ({
    actor: { orgId: 'reader', role },
    part: sight('cell_member')
  })
  const sides = { kind: 'health', senderOrgId: 'reader', recipientOrgId: 'one' }
  const named = (role: 'cell_member' | 'police', one: Sides) =>
    toldAs({ orgId: 'one', type: 'health' }, acquainted(looking(role), [one]))

  it('reads no name by what its own house asked, or was asked, in another capacity', () => {
    const back = { kind: 'health', senderOrgId: 'one', recipientOrgId: 'reader' }
    expect([named('cell_member', sides), named('cell_member', back)]).toEqual(['another', 'another'])
    expect([named('police', sides), named('police', back)]).toEqual(['name', 'name'])
  })
})

describe('what a capacity sees of every case', () => {
  it.each(everyCapacity)(
    '%s: what it sees in each life, whatever she agreed to and however old she is',
    (one) => {
      const always = everyClass.filter((each) => lives.every((life) => maySee(each, one, life)))
      expect(alwaysSeen(one).toSorted()).toEqual(always.toSorted())
    }
  )
})

describe('whence she came', () => {
  const origin = (capacity: Capacity, host: 'acse' | 'none', met: string) =>
    knowsOrigin(capacity, { host, territory: '69', met } as Parameters<typeof knowsOrigin>[1])

  it('is kept from those who sit in the cell alone, and where she was moved to another place alone', () => {
    expect(origin('cell_member', 'acse', '13')).toBe(false)
    expect(origin('cell_member', 'acse', '69')).toBe(true)
    expect(origin('cell_member', 'none', '13')).toBe(true)
    expect(everyCapacity.filter((one) => !origin(one, 'acse', '13'))).toEqual(['cell_member'])
  })
})

describe('who takes two parts in a case', () => {
  const facts = aCase({ facts: { consents: ['B'], met: '13', territory: '69' } }).facts

  it('sees by either what one of them sees, whichever is the stronger', () => {
    for (const held of [
      ['flagger', 'cell'],
      ['cell', 'flagger']
    ] as const) {
      const both = sightOf(held, facts)
      expect(both.accessTo('B')).toEqual({ access: 'masked', opensWith: null })
      expect([both.whole('K'), both.placed, both.territory]).toEqual([true, true, '69'])
      expect(both.learns({ sees: ['D', 'K'] })).toBe(true)
      expect(both.sees(['D', 'K'])).toBe(true)
      expect(both.sees(['D', 'I'])).toBe(false)
    }
    expect(sightOf(['flagger'], facts).territory).toBe('13')
  })

  it('reads which agreement would open what is closed to both', () => {
    const both = sightOf(['flagger', 'prefecture'], facts)
    expect(both.accessTo('B')).toEqual({ access: 'closed', opensWith: 'E' })
    expect(both.accessTo('H')).toEqual({ access: 'closed', opensWith: null })
    expect(both.scopes).toContain('E')
  })

  it('learns of a place from the pool that is its own, and from any as who accompanies her', () => {
    const pools = (...held: Capacity[]) =>
      (['acse', 'dna', 'minor', null] as const).map(sightOf(held, facts).stay)
    expect(pools('acse')).toEqual([true, false, false, false])
    expect(pools('referent')).toEqual([true, true, true, true])
    expect(pools('acse', 'referent')).toEqual([true, true, true, true])
    expect(pools('prefecture')).toEqual([false, false, false, false])
  })
})

describe('a note of which several classes are sealed', () => {
  const note = (...sealed: DataClass[]) => ({ command: 'facts.complete', input: {}, sealed })

  it('is heard by whoever reads one of them, and by nobody who reads none', () => {
    expect(maySee('C', 'acse', adult)).toBe(false)
    for (const sealed of [note('B', 'C'), note('C', 'B')]) expect(mayHearOf(sealed, 'acse', adult)).toBe(true)
    expect(mayHearOf(note('C'), 'acse', adult)).toBe(false)
    expect(mayHearOf(note('B', 'C'), 'flagger', adult)).toBe(false)
  })
})

describe('an act that was taken back', () => {
  const undone = (act: string, more: object = {}) => ({
    command: 'act.undone',
    input: { act, filled: {}, classes: [], quiet: [], ...more }
  })

  it('is heard of by whoever heard of the act, with what it said and what of it was sealed', () => {
    expect(mayHearOf(undone('dna.request'), 'prefecture', adult)).toBe(false)
    expect(mayHearOf(undone('dna.request'), 'referent', adult)).toBe(true)
    expect(mayHearOf(undone('facts.complete', { classes: ['C'] }), 'acse', adult)).toBe(false)
    expect(mayHearOf(undone('facts.complete', { classes: ['C'] }), 'referent', adult)).toBe(true)
    const filled = { filled: { scopes: ['D'] } }
    expect(mayHearOf(undone('consent.record', filled), 'prefecture', adult)).toBe(false)
    expect(mayHearOf(undone('consent.record', filled), 'referent', adult)).toBe(true)
  })

  it('is said in a word of its own where the act was, and in none where that moved nothing', () => {
    const word = (more: object = {}) =>
      heardInAWord(undone('danger.immediate', more), 'prefecture', adult)?.fr
    expect(word()).toBe('Une saisie a été corrigée')
    expect(word({ quiet: ['older'] })).toBeUndefined()
    expect(heardInAWord(undone('housing.other'), 'prefecture', adult)).toBeNull()
    const itself = { command: 'danger.immediate', input: {} }
    expect(heardInAWord(itself, 'prefecture', adult)?.fr).toBe('Danger immédiat')
    expect(heardInAWord({ ...itself, unusual: ['older'] }, 'prefecture', adult)).toBeNull()
  })
})

describe('why a closing is asked for', () => {
  const { properties } = commandRow('closing.ask').input
  const telling = Object.values(properties)
    .map((one) => notesOf(one)!)
    .filter(({ tells }) => tells)

  it('is read by the cell, which validates it, although it tells of what is closed to it; and by nobody else so', () => {
    expect(telling.length).toBeGreaterThan(0)
    const unagreed = { ...adult, consents: [] }
    const reads = (capacity: Capacity, command = 'closing.ask') =>
      telling.every((notes) => mayReadValue({ command, notes }, capacity, unagreed))
    expect(telling.some(({ tells }) => seesWhole(tells as DataClass, 'cell', unagreed))).toBe(false)
    expect([reads('cell'), reads('cell', 'residence.ask')]).toEqual([true, false])
    expect([reads('referent'), reads('prefecture')]).toEqual([true, false])
    const plain = { command: 'closing.ask', notes: { ...telling[0]!, tells: undefined } }
    expect(mayReadValue(plain as never, 'prefecture', adult)).toBe(true)
  })
})

describe('what a form that completes a file starts from', () => {
  const facts = {
    ...aCase({ facts: { children: 2, forbiddenZones: ['13'], language: 'ro', asylumClaim: true } }).facts
  }

  it('is what the reader may read whole, each answer by its own class', () => {
    const by = (one: Capacity) => knownTo(sightOf([one], facts))
    expect(by('referent')).toMatchObject({ children: 2, forbiddenZones: ['13'], language: 'ro' })
    const fields = Object.keys(by('referent'))
    for (const one of everyCapacity) {
      const mine = sightOf([one], facts)
      expect(Object.keys(by(one))).toEqual(fields.filter((field) => mayComplete(field, mine)))
      expect(
        unreadIn(Object.fromEntries(fields.map((field) => [field, null])), mine).map(({ field }) => field)
      ).toEqual(fields.filter((field) => !mayComplete(field, mine)))
    }
    expect(fields.filter((field) => !mayComplete(field, sightOf(['flagger'], facts))).length).toBeGreaterThan(
      0
    )
  })

  it('asks of a field that is kept sealed what its own class asks', () => {
    const writes = (one: Capacity, field: string) => mayComplete(field, sight(one))
    expect([writes('referent', 'majorityOn'), writes('flagger', 'majorityOn')]).toEqual([true, false])
  })

  it('takes for new what was not known, and what is said of what the reader may not read', () => {
    expect(newIn({ children: 2, language: 'fr' }, sightOf(['referent'], facts))).toEqual({ language: 'fr' })
    expect(newIn({ majorityOn: '2027-01-01' }, sightOf(['referent'], facts))).toEqual({
      majorityOn: '2027-01-01'
    })
  })
})

it('an agreement is waited for by the capacity that rests on it, in one class and not in another', () => {
  const only = (scope: (typeof allScopes)[number]) => ({ consents: [scope], ageGroup: 'adult' as const })
  expect(accessTo('B', 'cell', only('B')).access).toBe('masked')
  expect(accessTo('B', 'cell', only('F'))).toEqual({ access: 'closed', opensWith: 'B' })
  expect(accessTo('B', 'police', only('B'))).toEqual({ access: 'closed', opensWith: 'F' })
})
