import type { Doubting } from '../../act/command.ts'
import { commandRow, commandTypes } from '../../case/commands.ts'
import { doubtsUpon } from './doubtful.ts'
import type { DoubtId } from '../doubts.ts'
import { deadlineRegister, type DeadlineCode } from '../register.ts'
import type { DeadlineRow } from '../row.ts'

// Which doubts a clock can have: its row, the acts that open it and those that count it again say so, each where it stands.

const named = (some: readonly Doubting[] = []): DoubtId[] => some.map(({ doubt }) => doubt)

const leftByActs = (code: DeadlineCode): DoubtId[] =>
  commandTypes
    .map(commandRow)
    .flatMap(({ opens, recounts }) => [
      ...opens
        .filter((one) => one.code === code)
        .flatMap(({ doubts, beside }) => [...named(doubts), ...(beside === undefined ? [] : [beside])]),
      ...recounts
        .filter(({ codes }) => codes.includes(code))
        .flatMap(({ doubt, once, several, unsure, implied, leaves }) => [
          ...[
            doubt,
            once,
            ...(doubt === undefined ? [] : ['maybeAskedLate' as const]),
            ...(implied === undefined ? [] : ['maybeAnsweredBefore' as const]),
            ...(several?.decisions === undefined ? [] : ['maybeOfLaterKnown' as const]),
            several?.leaves,
            unsure?.leaves
          ].filter((id) => id !== undefined),
          ...named(implied),
          ...named(leaves)
        ])
    ])

/** What may leave the end in law of this clock in doubt, beyond what always does. */
export const doubtsAbout = (code: DeadlineCode): DoubtId[] => {
  const { doubted, doubtedWhile, earliest }: DeadlineRow = deadlineRegister[code]
  const some = [
    ...leftByActs(code),
    ...doubtsUpon(code),
    ...doubtedWhile.map(({ doubt }) => doubt),
    ...(earliest === null ? [] : [earliest])
  ]
  return [...new Set(some)].filter((id) => !doubted.includes(id))
}
