import { expect, it } from 'vitest'
import {
  adaAvailable,
  isTerritory,
  needsVisaToLeave,
  seaOf,
  territoriesOf,
  territory,
  zoneWhereWorks
} from '../../../workflows/calendar/territories.ts'

it('no zone is guessed for a code that is no territory', () => {
  expect(() => territory('20')).toThrow('Unknown territory 20')
  for (const code of [null, '20', 'FR']) expect(zoneWhereWorks(code)).toBe('Europe/Paris')
  expect(zoneWhereWorks('974')).toBe('Indian/Reunion')
  expect(isTerritory('20')).toBe(false)
})

it('a region has its own territories, and none has those of another', () => {
  expect(territoriesOf('Bretagne').map(({ code }) => code)).toEqual(['22', '29', '35', '56'])
  expect(territoriesOf('Mayotte').map(({ code }) => code)).toEqual(['976'])
  expect(territoriesOf(null)).toEqual([])
})

it('seas part territories, and the law of some of them differs', () => {
  expect(['69', '976', '971', '987'].map(seaOf)).toEqual(['Europe', 'Indian', 'America', 'Pacific'])
  expect(['976', '69', '974'].map(needsVisaToLeave)).toEqual([true, false, false])
  expect(['976', '986', '987', '988', '69'].map(adaAvailable)).toEqual([false, false, false, false, true])
})
