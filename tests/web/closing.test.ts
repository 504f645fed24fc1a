import { describe, expect, test } from 'vitest'
import { closingAnswers, closingSaid } from '../../web/src/lib/case/closing.ts'

const event = (seq: number, command: string) => ({
  seq,
  at: '2026-11-24T11:00:00Z',
  command,
  label: command,
  by: { organisation: 'Association', role: 'referent' },
  basis: [],
  fields: [],
  late: false
})
const closure = (state: string) => ({
  id: 'closure',
  label: 'Suite',
  state,
  stateLabel: state,
  tone: 'running' as const,
  detail: null,
  clock: null
})
const said = (commands: string[], state = 'open') =>
  closingSaid({ timeline: commands.map((one, index) => event(index + 1, one)), regions: [closure(state)] })

describe('the closing of a case', () => {
  test('is not shown where nobody asked, where it is done, or where the case was opened anew', () => {
    expect(said(['case.flag'])).toBeNull()
    expect(said(['closing.ask', 'case.close'], 'closed_inserted')).toBeNull()
    expect(said(['closing.decline', 'closing.ask', 'case.close', 'case.reopen'], 'reopened')).toBeNull()
  })

  test('that is asked stays shown whatever else is done', () => {
    expect(said(['closing.ask', 'contact.note'])).toMatchObject({ declined: false, event: { seq: 1 } })
  })

  test('that was declined is shown by that act, until it is asked again', () => {
    expect(said(['closing.ask', 'closing.decline'])).toMatchObject({ declined: true, event: { seq: 2 } })
    expect(said(['closing.ask', 'closing.decline', 'closing.ask'])).toMatchObject({ event: { seq: 3 } })
  })

  test('is answered only by what this reader may do now', () => {
    const action = (command: string, enabled: boolean) => ({
      command,
      enabled,
      label: command,
      region: 'closure',
      reason: null,
      primary: false,
      refers: null,
      basis: [],
      input: {}
    })
    const actions = [action('case.close', false), action('closing.decline', true), action('x', true)]
    expect(closingAnswers(actions).map(({ command }) => command)).toEqual(['closing.decline'])
  })
})
