import { expect, test } from 'vitest'
import { examine, harden, type Given } from '../../../figures/gate/gate.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { drive } from '../../../figures/synthetic/year.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'

const highs = await openSolver()
const shapes = ['territory sex', 'form age', 'quarter form']

test('a small year passes its releases, and another attacker recovers nothing of any of them', async () => {
  const asked: Given[] = []
  const tools = { highs, fraction: fractionsFrom(2), progress: () => {} }
  const pass = (given: Given) => {
    asked.push(given)
    return harden(given, tools)
  }
  const year = {
    persons: 1200,
    moments: [1, 4],
    thresholds: [11, 5],
    contributors: 1,
    shapes,
    fraction: fractionsFrom(9)
  }
  const steps = await drive(year, pass, () => {})
  expect(steps.map(({ hardened }) => hardened.verdict.findings)).toEqual(steps.map(() => []))
  expect(steps.every(({ hardened }) => hardened.verdict.passes)).toBe(true)

  const others = { ...tools, fraction: fractionsFrom(77) }
  const again = steps.map(({ hardened }, at) => examine({ ...asked[at]!, release: hardened.release }, others))
  expect(again.every(({ passes }) => passes)).toBe(true)

  // Whoever reads from five reads from eleven as well: the same numbers, and none that the former was not shown.
  const shownIn = (at: number) => steps[at]!.hardened.release.tables.flatMap(({ shown }) => shown)
  for (const at of [0, 2]) {
    expect(steps[at]!.threshold).toBe(5)
    const beside = shownIn(at)
    const told = shownIn(at + 1).flatMap((value, cell) => (value === null ? [] : [[value, beside[cell]]]))
    expect(told.length).toBeGreaterThan(20)
    expect(told.filter(([one, other]) => one !== other)).toEqual([])
  }

  // Had nothing been masked beside the small counts, some would have been recovered.
  const masked = steps.findIndex(({ hardened }) => hardened.maskedToPass.length > 0)
  expect(examine(asked[masked]!, others).passes).toBe(false)
})

test('who reads what partners read, reads no other noise', async () => {
  const year = {
    persons: 800,
    moments: [4],
    thresholds: [11, 5],
    contributors: 0,
    shapes,
    fraction: fractionsFrom(9)
  }
  const pass = (given: Given) => ({
    release: given.release,
    maskedToPass: [],
    verdict: {
      passes: true,
      findings: [],
      contradicts: false,
      squares: { shown: 0, exact: 0, guess: 0, passes: true }
    }
  })
  const [partners, open] = (await drive(year, pass, () => {})).map(({ hardened }) =>
    hardened.release.tables.flatMap(({ shown }) => shown)
  )
  const both = open!.flatMap((value, cell) => (value === null ? [] : [[value, partners![cell]]]))
  expect(both.length).toBeGreaterThan(50)
  expect(both.filter(([one, other]) => one !== other)).toEqual([])
})
