import { enters } from '../../policies/features.ts'
import { showCode } from '../cases/code.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { LeftAlone } from '../views/worklist.ts'

const shown = 100
const left = `select c.id, c.code from left_to_cell() gone (id) join "case" c on c.id = gone.id order by c.opened_at, c.id limit ${shown}`

/**
 * The running cases whose last accompanying house acts no more, the oldest first: the cell names another. A notice said so once, and is gone
 * with those that were read. @throws NotFound for who keeps no file of a cell.
 */
export const listLeftAlone = async (tx: Tx, { actor }: Reader): Promise<LeftAlone> => {
  if (!enters(actor.role, 'naming')) throw new NotFound('names no association')
  const rows = await runQuery<{ id: string; code: string }>(tx, left, [])
  return { items: rows.map(({ id, code }) => ({ caseId: id, caseCode: showCode(code) })) }
}
