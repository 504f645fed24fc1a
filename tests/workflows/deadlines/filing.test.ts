import { describe, expect, it } from 'vitest'
import { groundsOf } from '../../../workflows/deadlines/count.ts'
import { deadlineRegister, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { filings } from '../../../workflows/deadlines/filing.ts'
import type { DeadlineRow } from '../../../workflows/deadlines/row.ts'

const said = (code: DeadlineCode) => {
  const { filed }: DeadlineRow = deadlineRegister[code]
  return filed === null ? '' : filings[filed].says.fr
}

const month = ['D-APPEAL-OQTF', 'D-APPEAL-OTHER-OQTF', 'D-APPEAL-LEAVE'] as const
const shorter = [
  'D-APPEAL-7D',
  'D-APPEAL-48H',
  'D-APPEAL-OTHER-7D',
  'D-APPEAL-OTHER-48H',
  'D-APPEAL-LEAVE-7D',
  'D-APPEAL-LEAVE-48H'
] as const

describe('how an obligation to leave is brought before the court (CESEDA L722-7)', () => {
  it.each([...month, ...shorter])('%s sends nobody to ask for a suspension as well', (code) => {
    expect(said(code)).not.toContain('la suspension se demande en plus')
    expect(said(code)).toContain('L722-7')
    expect(groundsOf(deadlineRegister[code], '2026-11-23')).toContain('CESEDA.L722-7')
  })

  it.each([...month, ...shorter])(
    '%s says where the appeal holds nothing back (L761-2 to L763-3)',
    (code) => {
      for (const place of ['Guadeloupe', 'Guyane', 'Mayotte', 'Saint-Barthélemy', 'Saint-Martin'])
        expect(said(code)).toContain(place)
      expect(said(code)).toContain('CJA L521-2')
    }
  )

  it.each(shorter)('%s says who is given a lawyer and who brings the decision (R922-10, R922-11)', (code) => {
    expect(said(code)).toMatch(/avocat soit désigné d’office.*R922-11.*R922-10/)
  })

  it('a month gives no lawyer of the court, and a refusal alone is suspended by another claim (CJA L521-1)', () => {
    for (const code of month) expect(said(code)).not.toContain('d’office')
    for (const code of ['D-APPEAL-TA', 'D-APPEAL-OTHER-TA'] as const)
      expect(said(code)).toContain('la suspension se demande en plus')
  })
})
