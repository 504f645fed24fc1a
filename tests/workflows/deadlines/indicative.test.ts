import { expect, it } from 'vitest'
import { deadlineCodes, deadlineRegister, type DeadlineRow } from '../../../workflows/deadlines/deadlines.ts'

const row = (code: (typeof deadlineCodes)[number]): DeadlineRow => deadlineRegister[code]

it('the answers of OFII and of Ac.Sé are given as indications, and no clock of the law is', () => {
  const indications = deadlineCodes.filter((code) => row(code).indicative)
  expect(indications.toSorted()).toEqual(['MNIO-EVAL', 'MNIO-OFII-ANSWER'])
  for (const code of indications) expect(row(code).label.fr).toMatch(/\(délai indicatif\)$/)
  expect(indications.filter((code) => row(code).status === 'statute')).toEqual([])
})
