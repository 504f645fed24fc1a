import { describe, expect, it } from 'vitest'
import { deadlineRow } from '../../../server/deadlines/openings.ts'
import { asKept, opened } from '../../../server/deadlines/sealed.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { testKeys } from '../../support/running/keys.ts'

const at = new Date('2026-11-23T11:00:00Z')
const origin = {
  caseId: '00000000-0000-4000-8000-000000000001',
  ...{ territory: '69', met: '69', at, config: september2026 }
}
const majority = deadlineRow('D-MAJORITY', '2010-01-17', origin)

describe('the row of a clock from whose day a birth date would be read', () => {
  it('tells no instant at which it started, even where one was counted', () => {
    const counted = { ...majority, startedAt: new Date('2010-01-17T09:00:00Z') }
    const kept = asKept(testKeys, counted, origin)
    expect(kept.startedAt).toBeNull()
    expect(opened(testKeys, kept)).toMatchObject({ startsOn: '2010-01-17', dueOn: '2028-01-17' })
  })

  it('is sealed in as many bytes, however long the count of its days is written', () => {
    const counts = [[], ['weekend:2028-01-16'], ['weekend:2028-01-16', 'holiday:2028-01-17']]
    const sealed = counts.map((computation) =>
      asKept(testKeys, { ...majority, computation, metComputation: computation }, origin)
    )
    expect(new Set(sealed.map((one) => one.sealed?.length)).size).toBe(1)
    expect(sealed.map((one) => opened(testKeys, one).computation)).toEqual(counts)
  })
})
