import { expect, test } from 'vitest'
import type { CaseView } from '../../web/src/lib/api.types.ts'
import { stillRunning } from '../../web/src/lib/case/ending.ts'

const region = (id: string, tone: string) => ({ id, tone, label: id, stateLabel: tone })
const referral = (id: string, state: string) => ({ id, state })

test('a closing says what it cuts off: regions under way or late, requests accepted or waiting, and not itself', () => {
  const view = {
    regions: [
      region('residence', 'running'),
      region('judicial', 'late'),
      region('care', 'done'),
      region('minor', 'none'),
      region('closure', 'running')
    ],
    deadlines: ['MNIO-INFO', 'D-CST'].map((code) => ({ code })),
    referrals: ['sent', 'questioned', 'escalated', 'accepted', 'declined', 'withdrawn', 'ended'].map(
      (state) => referral(`r-${state}`, state)
    )
  } as unknown as CaseView
  const { regions, referrals, deadlines } = stillRunning(view, ['MNIO-INFO', 'MNIO-NEEDS'])
  expect(regions.map(({ id }) => id)).toEqual(['residence', 'judicial'])
  expect(deadlines.map(({ code }) => code)).toEqual(['MNIO-INFO'])
  expect(referrals.map(({ state }) => state)).toEqual(['sent', 'questioned', 'escalated', 'accepted'])
})
