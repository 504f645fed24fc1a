import { previewRows } from '../../workflows/referral/preview.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { placeInWords } from '../places/list.ts'
import type { ReferralEntry } from './store.ts'

/** Which of its places a structure is asked for: what it weighs first. */
export const offeredPlace = async (
  tx: Tx,
  { kind, placeId }: Pick<ReferralEntry, 'kind' | 'placeId'>,
  reader: Reader
) => {
  const row = previewRows(kind).find(({ from }) => from === 'place')
  const value = row && placeId !== null ? await placeInWords(tx, placeId, reader) : null
  return row && value !== null ? [{ label: row.label[reader.locale], value }] : []
}
