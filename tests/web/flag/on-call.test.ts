import { expect, it } from 'vitest'
import { dialled, onCallIn, unheardIn } from '../../../web/src/lib/flag/on-call.ts'

const form = {
  onCall: [{ territory: '69', number: '04 72 00 00 01' }],
  territories: [
    { code: '69', name: 'Rhône', zone: 'Europe/Paris' },
    { code: '75', name: 'Paris', zone: 'Europe/Paris' }
  ]
}

it('a place without a number of its own has none, nor has no place', () => {
  expect([onCallIn(form, '75'), onCallIn(form, null), onCallIn(form, undefined)]).toEqual([null, null, null])
})

it('a flag is heard of nowhere that no cell is, nor where nobody is in the cell', () => {
  const form = { withoutCell: ['01'], unreadCell: ['69'] }
  expect(['01', '69', '75', ''].map((code) => unheardIn(form, code))).toEqual(['none', 'unread', null, null])
})

it('the number of a place is named with it, and dialled without its blanks', () => {
  expect(onCallIn(form, '69')).toEqual({ number: '04 72 00 00 01', place: 'Rhône' })
  expect(dialled('04 72 00.00 01')).toBe('0472000001')
})
