import { expect, test } from 'vitest'
import { examine, harden, type Given } from '../../../figures/gate/gate.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { rowsBetween } from '../../../figures/gate/related.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, method, release } from './given.ts'

const highs = await openSolver()
const tools = { highs, fraction: fractionsFrom(7), progress: () => {} }
const found = (asked: Given) =>
  examine(asked, tools).findings.map(({ cell, side, reached }) => `${cell} ${side} ${Math.round(reached)}`)

test('a count under two words is one: what one table leaves of its line, the other gives away', () => {
  const closure = counted('closure', { closure: ['open', 'lost', 'left'] }, [40, 8, 30])
  const span = counted('span', { span: ['waiting', 'short', 'long'] }, [40, 35, 3])
  // Forty at the least are open, and forty at the most wait: forty do both. Of eighty-three at the most thirty-five at the least were short.
  const strays = { 'closure=open': 5, 'span=waiting': -5, 'span=short': 5 }
  const asked = given(release([closure, span], strays))
  expect(found(asked)).toEqual([])
  const known = { ...asked, method: { ...method, same: [['closure=open', 'span=waiting']] as const } }
  expect(found(known)).toEqual(['span=long high 8'])
  const hardened = harden(known, tools)
  expect(hardened.verdict).toMatchObject({ passes: true, contradicts: false })
  expect(hardened.maskedToPass.length).toBeGreaterThan(0)
})

test('a count under two words is one beside any others as well, in each département', () => {
  const place = { territory: ['93', '48'] }
  const stay = counted('stay', { ...place, stay: ['run', 'stopped'] }, [20, 14, 40, 40])
  const period = counted('period', { ...place, period: ['stopped', 'other'] }, [14, 20, 40, 40])
  const at = (word: string) => [word, 'territory=93'].toSorted().join(' & ')
  // Told with five less, they are masked; under their other word they are nineteen.
  const strays = {
    ...{ [at('stay=stopped')]: -5, [at('stay=run')]: 3, 'stay=stopped & territory=48': 3 },
    [at('period=stopped')]: 5
  }
  const asked = given(release([stay, period], strays))
  expect(found(asked)).toEqual([])
  const same = [['stay=stopped', 'period=stopped']] as const
  expect(found({ ...asked, method: { ...method, same } })).toEqual([`${at('stay=stopped')} low 14`])
})

test('of whoever stands under a part, some whole has room', () => {
  const reflection = counted('reflection', { reflection: ['running', 'ran', 'none'] }, [30, 4, 60])
  const residence = counted('residence', { residence: ['run', 'none'] }, [34, 60])
  const strays = { 'residence=run': -4, 'reflection=running': 4 }
  const asked = given(release([reflection, residence], strays))
  expect(found(asked)).toEqual([])
  const within = [[['reflection=running', 'reflection=ran'], ['residence=run']]] as const
  expect(found({ ...asked, method: { ...method, within } })).toEqual(['reflection=ran high 6'])
  // More wholes have more room.
  const wide = [
    [
      ['reflection=running', 'reflection=ran'],
      ['residence=run', 'residence=none']
    ]
  ] as const
  expect(found({ ...asked, method: { ...method, within: wide } })).toEqual([])
})

test('parts that are all of a whole leave what is beside them', () => {
  const residence = counted('residence', { residence: ['offered', 'other'] }, [67, 13], ['residence'])
  const receipt = counted('receipt', { receipt: ['none', 'short'] }, [13, 67])
  const strays = { 'residence=offered': -5, 'receipt=none': -5, 'receipt=short': 2 }
  const asked = given(release([residence, receipt], strays))
  expect(found(asked)).toEqual([])
  const sum = [[['residence=offered', 'receipt=none'], '']] as const
  expect(found({ ...asked, method: { ...method, sum } })).toEqual(['receipt=none low 8'])
})

test('what is not told whole binds nothing, nor does what another table counts of other persons', () => {
  const columns = new Map([
    ['a=1', 0],
    ['b=1 & c=1', 1],
    ['a=1 & c=1', 2],
    ['other: b=1', 3],
    ['', 4]
  ])
  const of = (related: Parameters<typeof rowsBetween>[0]) =>
    rowsBetween(related, columns).map((row) => row.of)
  expect(of({ same: [['a=1', 'b=1']] })).toEqual([[2, 1]])
  expect(of({ sum: [[['a=1', 'b=2'], '']] })).toEqual([])
  expect(of({ within: [[['a=1'], ['']]] })).toEqual([[0, 4]])
})

test('what cannot be true beside what is shown contradicts it', () => {
  const closure = counted('closure', { closure: ['open', 'left'] }, [40, 30])
  const span = counted('span', { span: ['waiting', 'long'] }, [25, 45])
  const asked = given(release([closure, span]))
  expect(examine(asked, tools).contradicts).toBe(false)
  const same = [['closure=open', 'span=waiting']] as const
  expect(examine({ ...asked, method: { ...method, same } }, tools).contradicts).toBe(true)
  const { rows } = knowledgeOf([asked.release], { ...method, same })
  expect(rows.at(-1)).toMatchObject({ least: 0, most: 0, signs: [1, -1] })
})
