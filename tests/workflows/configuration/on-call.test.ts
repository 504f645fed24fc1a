import { describe, expect, it } from 'vitest'
import { onCallAt, type OnCall } from '../../../workflows/configuration/local/on-call.ts'

const nights: OnCall = { days: 'working', from: '18:00', to: '08:00', number: '04 72 00 00 01' }
const daysOff: OnCall = { days: 'off', from: '08:00', to: '18:00', number: '04 72 00 00 02' }
const lines = [nights, daysOff]
const at = (local: string) => new Date(`${local}+01:00`)

describe('nobody of the cell is on call', () => {
  it.each([
    ['in the middle of a working day', '2026-11-25T12:00'],
    ['as the night ends', '2026-11-26T08:00'],
    ['in the night after a day off', '2026-11-29T20:00']
  ])('%s', (_when, local) => {
    expect(onCallAt(lines, '69', at(local))).toBeNull()
  })

  it('where the place has no line', () => {
    expect(onCallAt([], '69', at('2026-11-25T20:00'))).toBeNull()
  })
})

describe('somebody of the cell is on call', () => {
  it.each([
    ['from the first hour of a night', '2026-11-25T18:00', nights],
    ['into the next morning, be it a Saturday', '2026-11-28T07:59', nights],
    ['on a weekend', '2026-11-28T08:00', daysOff],
    ['on a public holiday of the week', '2026-11-11T10:00', daysOff]
  ])('%s', (_when, local, line) => {
    expect(onCallAt(lines, '69', at(local))).toBe(line.number)
  })

  it('by the clocks of the place, and all day where both hours are the same', () => {
    const always: OnCall = { days: 'all', from: '00:00', to: '00:00', number: '112' }
    expect(onCallAt([always], '69', at('2026-11-25T12:00'))).toBe('112')
    // Six in the evening in Paris is one in the afternoon in Fort-de-France.
    expect(onCallAt([nights], '972', at('2026-11-25T18:00'))).toBeNull()
    expect(onCallAt([nights], '972', at('2026-11-25T23:00'))).toBe(nights.number)
  })
})
