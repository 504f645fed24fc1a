import { expect, test } from 'vitest'
import { closingAnswers } from '../../web/src/lib/case/closing.ts'

test('a closing that was asked for is answered only by what this reader may do now', () => {
  const action = (command: string, enabled: boolean) => ({
    command,
    enabled,
    label: command,
    region: 'closure'
  })
  const actions = [action('case.close', false), action('closing.decline', true), action('x', true)]
  expect(closingAnswers(actions).map(({ command }) => command)).toEqual(['closing.decline'])
})
