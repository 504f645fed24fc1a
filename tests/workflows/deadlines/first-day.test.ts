import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { countClock } from '../../../workflows/deadlines/count.ts'
import { deadlineRegister, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import type { DeadlineRow } from '../../../workflows/deadlines/row.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { aCase } from '../../support/cases.ts'

const counted = (code: DeadlineCode, at: string) => {
  const row: DeadlineRow = deadlineRegister[code]
  return countClock(
    row,
    { at, territory: '69' },
    { duration: row.duration!, alerts: [], now: `${at}T08:00:00Z` }
  )
}

// « Au plus tard, deux mois après la date de son dix-huitième anniversaire » (3°); « au plus tard la veille » (2°).
describe('from the eighteenth birthday (CESEDA R431-5)', () => {
  it('two months after its date do not count that day as the first (3°)', () => {
    expect(deadlineRegister['D-YOUNG-PERMIT-16']).toMatchObject({ firstDayBy: null, basis: 'CESEDA.R431-5' })
    expect(counted('D-YOUNG-PERMIT-16', '2026-11-24').dueOn).toBe('2027-01-24')
  })

  it('the year of the law ends on the eve of the nineteenth all the same (L435-3)', () => {
    expect(counted('D-YOUNG-PERMIT-16', '2026-11-24').legal).toMatchObject({ endOn: '2027-11-23' })
    expect(counted('D-YOUNG-PERMIT', '2026-11-24')).toMatchObject({ dueOn: '2027-11-23', legal: null })
  })
})

// « Au-delà de quatre jours à compter de la décision de placement initiale » (L342-1), as of detention (L742-1).
describe('four days in a waiting zone (CESEDA L342-1)', () => {
  it('have no safe day later than those of detention, on equal words', () => {
    const [zone, detention] = [
      counted('D-HELD-ZONE', '2026-11-24'),
      counted('D-HELD-DETENTION', '2026-11-24')
    ]
    expect(detention).toMatchObject({ dueOn: '2026-11-27', legal: null })
    expect(zone.dueOn).toBe(detention.dueOn)
  })

  it('may end a day later in law, since the opinion is of detention', () => {
    expect(counted('D-HELD-ZONE', '2026-11-24').legal).toMatchObject({ endOn: '2026-11-28' })
  })
})

// « Dans un délai de quatre jours à compter de sa notification » (L741-10), of which the opinion on L742-1 says nothing.
describe('four days to contest the placement (CESEDA L741-10)', () => {
  it('have the safe day of the detention, and may end a day later in law (CPC 641)', () => {
    expect(counted('D-HELD-CONTEST', '2026-11-24')).toMatchObject({
      dueOn: '2026-11-27',
      legal: { endOn: '2026-11-28' }
    })
  })
})

describe('the thirty days of the employer (Labour Code L8252-4)', () => {
  const form = commandRow('wages.claim').input.properties as unknown as Record<string, object>
  const opened = (owed: string[], nationality: 'french' | 'third_country') =>
    openedBy(
      'wages.claim',
      { on: '2026-11-24', recordedOn: '2026-11-20', owed, wishes: true },
      { before: null, after: aCase({ facts: { nationality } }) }
    ).map(({ code }) => code)

  it('open by no nationality, which whoever is told of the wages may not know', () => {
    for (const nationality of ['french', 'third_country'] as const)
      expect(opened(['wages', 'concealed'], nationality)).not.toContain('D-WAGES-EMPLOYER')
    expect(opened(['wages', 'no_permit'], 'third_country')).toContain('D-WAGES-EMPLOYER')
  })

  it('are asked for where the record is written down and where what is owed is ticked', () => {
    for (const field of ['recordedOn', 'owed'] as const)
      expect([field, JSON.stringify(form[field])]).toEqual([
        field,
        expect.stringMatching(/cochez.*sans autorisation.*trente jours.*L8252-4/)
      ])
  })
})
