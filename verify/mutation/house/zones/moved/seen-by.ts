import type { Mistake } from '../../../mistake.ts'
import { inDatabase, inFunction } from '../../in-database.ts'

/** Lines of one function, each seen by what it does to a row of each kind. */
export const seenBy =
  (file: string) =>
  (
    signature: string,
    mistakes: readonly (readonly [why: string, text: string, instead: string])[]
  ): Mistake[] =>
    mistakes.map(([why, text, instead]) =>
      inDatabase(why, inFunction(signature, text, instead), `tests/server/db/moved/${file}.test.ts`)
    )
