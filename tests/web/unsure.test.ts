import { expect, test } from 'vitest'
import { fieldError } from '../../web/src/lib/api.ts'
import { unsure } from '../../web/src/lib/form/unsure.ts'

test('what moves or brings back thousands of cases is refused until its box is ticked, in words beside the box', () => {
  const problem = unsure('fr', 'config.undoUnsure')
  expect(problem).toMatchObject({ status: 400, code: 'unsure' })
  expect(fieldError(problem, 'sure')).toMatch(/^Cochez la case/)
  expect(fieldError(unsure('en', 'config.undoUnsure'), 'sure')).toMatch(/^Tick the box/)
})
