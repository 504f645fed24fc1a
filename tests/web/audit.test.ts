import { describe, expect, it } from 'vitest'
import { groupedLines } from '../../web/src/lib/audit/lines.ts'

const line = (at: string, more: object = {}) => ({
  at,
  actor: { name: 'Idris Benali', organisation: 'Police', role: 'police' },
  act: 'read',
  actLabel: 'Lecture',
  object: 'case:1',
  about: null,
  caseId: '1',
  caseCode: 'TEH 1',
  outcome: 'done' as const,
  outcomeLabel: 'fait',
  detail: 'B',
  ...more
})
const counts = (lines: ReturnType<typeof line>[]) => groupedLines(lines).map(({ count }) => count)

describe('neighbouring lines of the journal', () => {
  it('stay apart where the person, the case or the outcome is another, or something came between', () => {
    const other = { actor: { name: 'Emma Rousseau', organisation: 'Police', role: 'police' } }
    for (const more of [other, { caseId: '2' }, { outcome: 'denied' as const }, { act: 'contact.note' }])
      expect(counts([line('12:00'), line('11:59', more), line('11:58')])).toEqual([1, 1, 1])
  })

  it('that say the same are one, with their number and since when', () => {
    const lines = [line('12:02'), line('12:01', { detail: 'C' }), line('12:00')]
    expect(groupedLines(lines)).toMatchObject([{ count: 3, since: '12:00', line: { at: '12:02' } }])
  })
})
