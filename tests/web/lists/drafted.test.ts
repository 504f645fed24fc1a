import { describe, expect, it, vi } from 'vitest'
import { bodyOf, controlOf } from '../../../web/src/lib/configuration/draft.ts'
import {
  controlOf as controlIn,
  nameOfField,
  protocolBody
} from '../../../web/src/lib/configuration/protocol.ts'

vi.mock('$app/state', () => ({ page: {} }))

// A version of the rules, and a protocol, as the form has them: each field where the API looks for it, and nothing of what was unticked.

const form = (entries: Record<string, string | string[]>) => {
  const data = new FormData()
  for (const [name, values] of Object.entries(entries))
    for (const value of [values].flat()) data.append(name, value)
  return data
}
const catalogue = {
  clocks: [
    { code: 'MNIO-INFO', alerts: [7, 1] },
    { code: 'MNIO-HOLD', alerts: [3] }
  ],
  seats: [{ code: 'police' }, { code: 'bar' }, { code: 'ase' }],
  kinds: [{ kind: 'acse' }],
  lists: [{ id: 'closing' }],
  indicators: [{ list: 'general', codes: [{ code: 'papers' }, { code: 'debt' }] }],
  acts: [{ command: 'flag' }, { command: 'triage.start' }]
}
const added = {
  'added:of': ['acse', 'dna', 'acse'],
  'added:code': ['far', '', ''],
  'added:fr': ['Loin', '', ''],
  'added:en': ['Far', '', ''],
  'added:leadsTo': ['reoffer', '', 'reoffer']
}
const cell = {
  ...{ 'seats:police': '2', 'votes:police': 'on', 'seats:bar': '1', 'seats:ase': '0' },
  ...{ members: '3', institutions: '2', mustInclude: 'police', decidesBy: 'majority' }
}
const theCell = {
  composition: [
    { type: 'police', seats: 2, votes: true },
    { type: 'bar', seats: 1, votes: false }
  ],
  quorum: { members: 3, institutions: 2, mustInclude: ['police'] },
  decidesBy: 'majority'
}
const far = { of: 'acse', code: 'far', label: { fr: 'Loin', en: 'Far' }, leadsTo: 'reoffer' }

describe('a version of the rules', () => {
  type Version = Parameters<typeof bodyOf>[1]
  const version = { body: { version: '2026-12' }, catalogue } as unknown as Version
  const written = (more: Record<string, string | string[]> = {}) =>
    bodyOf(
      form({
        ...{ effectiveOn: ' 2026-12-01 ', note: 'Circulaire' },
        ...{ 'n:MNIO-INFO': '15', 'unit:MNIO-INFO': 'days', 'n:MNIO-HOLD': 'dix', 'unit:MNIO-HOLD': 'hours' },
        ...{ 'alerts:MNIO-INFO': '1; 7', 'alerts:MNIO-HOLD': '2 10' },
        ...{ 'refusal:acse': ['full', 'far'], 'leads:acse:full': 'reoffer', 'leads:acse:far': 'escalate' },
        ...{ 'list:closing': 'moved', indicatorLists: 'general', 'indicator:general': 'papers' },
        ...{ 'required:flag': ['sex'], ...cell, ...added },
        ...more
      }),
      version
    )

  it('keeps its name whatever the form says, and each duration with its unit', () => {
    const body = written({ version: '2027-01' })
    expect(body).toMatchObject({ version: '2026-12', effectiveOn: '2026-12-01', note: 'Circulaire' })
    expect(body.durations).toEqual({
      'MNIO-INFO': { n: 15, unit: 'days' },
      'MNIO-HOLD': { n: 'dix', unit: 'hours' }
    })
  })

  it('says the days of a reminder where they are others than usual, the first one first', () => {
    expect(written().alerts).toEqual({ 'MNIO-HOLD': [10, 2] })
  })

  it('is of a cell with as many seats as were written, of which some vote', () => {
    expect(written()).toMatchObject(theCell)
  })

  it('adds a reason for each line that somebody filled in', () => {
    const { reasons } = written()
    expect(reasons).toMatchObject({ added: [far], lists: { closing: ['moved'] } })
    expect(reasons.referrals).toEqual({ acse: { full: 'reoffer', far: 'escalate' } })
  })

  it('withdraws what is unticked, and requires what is ticked', () => {
    const { indicators, required } = written()
    expect(indicators).toEqual({ lists: ['general'], withdrawn: ['debt'] })
    expect(required).toEqual({ flag: ['sex'] })
  })

  it('says who concludes between meetings where the box of that is ticked', () => {
    expect(written({ concludes: ['police'] })).not.toHaveProperty('concludes')
    expect(written({ sets: 'concludes', concludes: ['police'] })).toMatchObject({ concludes: ['police'] })
  })

  it('leads from a mistake to what bears it', () => {
    const led = ['durations.MNIO-INFO.n', 'alerts.MNIO-HOLD', 'quorum.members', 'composition.0.seats']
    expect(led.map(controlOf)).toEqual(['durations-MNIO-INFO', 'alerts-MNIO-HOLD', 'quorum-members', 'cell'])
    const others = ['reasons.added.0.code', 'reasons.referrals', 'indicators.lists', 'required.flag', 'note']
    expect(others.map(controlOf)).toEqual(['reasons-added', 'reasons', 'indicators', 'required', 'note'])
  })
})

describe('a protocol', () => {
  type View = Parameters<typeof protocolBody>[1]
  const view = { body: { name: '69-2026-11', place: '69', rules: { kept: true } }, catalogue }
  const written = (entries: Record<string, string | string[]> = {}, of: object = view) =>
    protocolBody(
      form({
        ...{ name: 'x', place: '75', title: 'Protocole', text: 'Un\r\ndeux', reference: 'R', signedOn: '' },
        ...{ effectiveOn: '2026-12-01', 'party:kind': ['court', 'siao'], 'party:name': ['Lyon', ''] },
        ...{ 'n:MNIO-INFO': '', 'unit:MNIO-INFO': 'days', 'n:MNIO-HOLD': '72', 'unit:MNIO-HOLD': 'hours' },
        ...{ ...cell, ...entries }
      }),
      of as unknown as View
    )

  it('keeps its name and its place, and its text as it was typed', () => {
    expect(written()).toMatchObject({
      ...{ name: '69-2026-11', place: '69', text: 'Un\ndeux', signedOn: null },
      parties: [{ kind: 'court', name: 'Lyon' }]
    })
  })

  it('leaves to the country what is not ticked, and the delays that are empty', () => {
    expect(written().rules).toEqual({ durations: { 'MNIO-HOLD': { n: 72, unit: 'hours' } } })
    const sets = ['composition', 'decidesBy', 'quorum']
    expect(written({ sets }).rules).toMatchObject(theCell)
  })

  it('names whom to tell of minors, and who answers at night, where it says so', () => {
    const night = {
      'onCall:days': 'every',
      'onCall:from': '20:00',
      'onCall:to': '08:00',
      'onCall:number': '06'
    }
    const minors = {
      ...{ minors: 'on', told: 'ase', 'minorsParty:kind': 'court', 'minorsParty:name': 'Lyon' },
      ...{ 'contact:kind': 'ase', 'contact:name': 'CRIP', 'contact:reach': '04' }
    }
    expect(written({ ...night, ...minors, minors: [] }).rules).not.toHaveProperty('minors')
    expect(written({ ...night, ...minors }).rules).toMatchObject({
      minors: {
        ...{ parties: [{ kind: 'court', name: 'Lyon' }], told: ['ase'] },
        contacts: [{ kind: 'ase', name: 'CRIP', reach: '04' }]
      },
      onCall: [{ days: 'every', from: '20:00', to: '08:00', number: '06' }]
    })
    expect(
      written({ ...night, 'onCall:from': '', 'onCall:to': '', 'onCall:number': '' }).rules
    ).not.toHaveProperty('onCall')
  })

  it('keeps its rules where they may be written no more', () => {
    expect(written({}, { ...view, catalogue: null }).rules).toEqual({ kept: true })
  })

  it('leads from a mistake to what bears it, and names it', () => {
    const fields = ['title', 'rules.durations.MNIO-HOLD', 'rules.quorum.members', 'rules.minors.contacts.0']
    expect(fields.map(controlIn)).toEqual(['title', 'durations-MNIO-HOLD', 'rules-cell', 'rules-minors'])
    expect(fields.map(nameOfField)).toEqual([
      ...['protocol.title', 'protocol.delays', 'protocol.cell', 'protocol.minors']
    ])
    expect(nameOfField('rules.onCall.0.from')).toBe('protocol.onCall')
    expect(nameOfField('unknown')).toBeNull()
  })
})
