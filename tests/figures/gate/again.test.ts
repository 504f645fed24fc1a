import { expect, test } from 'vitest'
import type { Contributor } from '../../../figures/gate/demands.ts'
import { examine, harden } from '../../../figures/gate/gate.ts'
import { heldIn } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, release } from './given.ts'

const highs = await openSolver()
const bySex = (inner: readonly number[]) =>
  counted('sex', { territory: ['93', '48', '09', '10'], sex: ['f', 'm'] }, inner)

/** Eight counts, and three contributors who gave most of them. */
const drawn = (draw: number) => {
  const fraction = fractionsFrom(draw)
  const below = (end: number) => Math.floor(fraction() * end)
  const counts = Array.from({ length: 8 }, () => below(24))
  const contributors = ['one', 'two', 'three'].map((name): Contributor => {
    const own = counts.map((all) => (fraction() < 0.5 ? Math.max(0, all - below(2)) : below(all + 1)))
    return { name, own: heldIn([bySex(own)]) }
  })
  return given(release([bySex(counts)]), { contributors })
}

test('a contributor who attacks what was masked against it finds what it found, and no more', () => {
  const tools = { highs, fraction: fractionsFrom(1), progress: () => {} }
  let masked = 0
  for (let draw = 0; draw < 20; draw += 1) {
    const asked = drawn(draw)
    const { release: hardened, maskedToPass, verdict } = harden(asked, tools)
    const again = examine({ ...asked, release: hardened }, tools)
    expect(again.findings.length).toBeLessThanOrEqual(verdict.findings.length)
    masked += maskedToPass.length
  }
  expect(masked).toBeGreaterThan(20)
})
