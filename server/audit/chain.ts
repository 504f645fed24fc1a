import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

export type ChainRow = { chain: string; seq: string; content: string; previous: Buffer; hash: Buffer }
export type ChainFault = { chain: string; seq: string; fault: 'altered' | 'broken' | 'missing' | 'truncated' }

const genesis = Buffer.from([0])

/** Recomputes one chain in order, without the database's own function. Pure. */
export const faultIn = (
  rows: readonly ChainRow[],
  head: { seq: string; hash: Buffer } | undefined
): ChainFault | null => {
  let previous: Buffer = genesis
  let expected = 1n
  for (const { chain, seq, content, previous: written, hash } of rows) {
    if (BigInt(seq) !== expected) return { chain, seq: String(expected), fault: 'missing' }
    if (!written.equals(previous)) return { chain, seq, fault: 'broken' }
    const computed = createHash('sha256')
      .update(`${previous.toString('hex')}\x1f${content}`, 'utf8')
      .digest()
    if (!computed.equals(hash)) return { chain, seq, fault: 'altered' }
    previous = hash
    expected++
  }
  const [last] = rows.slice(-1)
  if (head && last && (head.seq !== last.seq || !head.hash.equals(last.hash)))
    return { chain: last.chain, seq: last.seq, fault: 'truncated' }
  return null
}

const rowsQuery = `
  select chain, seq::text, previous, hash, concat_ws(E'\\x1f', chain, seq::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(person_id::text, '-'), coalesce(org_id::text, '-'), role, action, object, outcome, detail) as content
  from audit_event where chain = $1 order by audit_event.seq`

/** Verifies every chain of the database. Needs the owner's right to read. */
export const verifyChains = async (
  owner: Pool
): Promise<{ chains: number; events: number; faults: ChainFault[] }> => {
  const { rows: heads } = await owner.query<{ chain: string; seq: string; hash: Buffer }>(
    'select chain, seq::text, hash from audit_head order by chain'
  )
  const { rows: orphans } = await owner.query<{ chain: string }>(
    'select distinct chain from audit_event where chain not in (select chain from audit_head)'
  )
  const faults: ChainFault[] = orphans.map(({ chain }) => ({ chain, seq: '0', fault: 'missing' }))
  let events = 0
  for (const head of heads) {
    const { rows } = await owner.query<ChainRow>(rowsQuery, [head.chain])
    events += rows.length
    const fault =
      rows.length === 0 ? { chain: head.chain, seq: '1', fault: 'missing' as const } : faultIn(rows, head)
    if (fault) faults.push(fault)
  }
  return { chains: heads.length, events, faults }
}
