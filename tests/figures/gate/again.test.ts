import { expect, test } from 'vitest'
import type { Contributor } from '../../../figures/gate/demands.ts'
import { examine, harden } from '../../../figures/gate/gate.ts'
import { heldIn } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, method, release, whoHas } from './given.ts'

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

const tools = { highs, fraction: fractionsFrom(1), progress: () => {} }

test('a contributor who attacks what was masked against it finds what it found, and no more', () => {
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

test('a contributor knows that of the others a part is no more than all of them', () => {
  const [all, women, sexual] = ['territory=93', 'sex=f & territory=93', 'forms=sexual & territory=93']
  const forms = { territory: ['93', '48'], forms: ['sexual', 'labour', 'unknown'] }
  const form = counted('form', forms, [14, 10, 0, 40, 30, 20], ['forms'])
  const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm', 'u'] }, [20, 4, 0, 60, 20, 10])
  const strays = { [all]: -5, [sexual]: 5, [women]: -5 }
  const asked = given(release([form, sex], strays), { method: { ...method, covering: { forms: 'unknown' } } })
  const found = (own: Record<string, number>) =>
    examine({ ...asked, contributors: [{ ...whoHas('one', own), along: [all] }] }, tools).findings.map(
      ({ cell, side, reached }) => `${cell} ${side} ${Math.round(reached)}`
    )
  const nobody = `forms=unknown & ${all} high 0`
  // Of twenty-four at the most it gave fourteen, and of fourteen at the least four: the others are ten, and all of one form.
  const own = { [all]: 14, [sexual]: 4, [`forms=labour & ${all}`]: 10, [women]: 12, [`sex=m & ${all}`]: 2 }
  expect(found({ ...own, [sexual]: 14 })).not.toContain(nobody)
  expect(found(own)).toContain(nobody)
})
