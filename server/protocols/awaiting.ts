import { signingSide } from '../../policies/protocols.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { ProtocolLine } from '../views/protocols.ts'
import { lineOf, mayDo } from './read.ts'
import { selectProtocols, standsAgainst, type ProtocolRow } from './store.ts'

const drafts = `${selectProtocols} where p.state = 'draft' and p.territory = $1 order by p.name limit 25`

/** The drafts that this person may sign today; one that is not ready to be signed waits for nobody but those who write it. */
export const awaitedBy = async (tx: Tx, reader: Reader): Promise<ProtocolLine[]> => {
  const { actor, now } = reader
  if (actor.territory === null || signingSide(actor, actor.territory) === null) return []
  const lines: ProtocolLine[] = []
  for (const row of await runQuery<ProtocolRow>(tx, drafts, [actor.territory])) {
    if (!mayDo(row, reader).sign.enabled) continue
    if ((await standsAgainst(tx, row.body, now)).length === 0) lines.push(lineOf(row, null, reader))
  }
  return lines
}
