import { commandRow, commandTypes } from '../../case/commands.ts'
import type { DoubtId } from '../doubts.ts'

/** What acts ask for that nobody may know the decision of: each such doubt, by the one that it leaves where several may be meant. */
export const askedUnder = (leaves: DoubtId): DoubtId[] =>
  commandTypes.flatMap((type) =>
    commandRow(type).recounts.flatMap(({ doubt, several }) =>
      doubt !== undefined && several?.leaves === leaves ? [doubt] : []
    )
  )

/** After how many months silence rejects it, and is open to appeal as long; undefined of what waits for its answer. */
export const silentAfter = (id: DoubtId): number | undefined =>
  commandTypes
    .flatMap((type) => commandRow(type).recounts)
    .find((one) => one.settles === id && one.silentAfter !== undefined)?.silentAfter
