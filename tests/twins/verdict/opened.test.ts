import { describe, expect, it } from 'vitest'
import { withoutOpened } from '../lives/blind.ts'
import type { Step } from '../lives/play.ts'

const acted = (command: string) => ({ type: 'act', by: 'foyer.ouest', command, input: {} }) as Step
const attempt = (of: string) => ({ exit: 'attempts' as const, of, value: {} })
const after = ['A', 'B'].map((one) => attempt(`after glass.open ${one}: /api/cases/act0:case#1`))
const tried = attempt('glass.open A of emergency')
const read = {
  byReader: new Map([['police.69', [tried, ...after]]]),
  operator: [],
  links: new Map(),
  letters: []
}
const left = (classes: 'K'[] | 'B'[], hidden: Step[]) =>
  withoutOpened(read, { classes, hidden }).byReader.get('police.69')

describe('what is read after opening in an emergency', () => {
  it('is compared where the secret is of another class and moves no place', () => {
    expect(left(['K'], [acted('needs.assess')])).toEqual([tried, ...after])
  })

  it('is left out where the secret is where the person sleeps, the attempt itself is not', () => {
    for (const moves of ['housing.moved', 'acse.refused_after'])
      expect(left(['K'], [acted(moves)])).toEqual([tried, after[1]])
  })

  it('is left out where the secret is of the class that was opened', () => {
    expect(left(['B'], [acted('needs.assess')])).toEqual([tried, after[0]])
  })
})
