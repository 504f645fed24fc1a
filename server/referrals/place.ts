import type { Bilingual } from '../../workflows/vocabulary.ts'
import type { Reader } from '../cases/view.ts'
import type { Tx } from '../db/context.ts'
import { placeInWords } from '../places/list.ts'
import type { ReferralEntry } from './close.ts'

const label: Bilingual = { fr: 'Place proposée', en: 'Place offered' }

/** Which of its places a structure is asked for: what it weighs first. */
export const offeredPlace = async (tx: Tx, { placeId }: Pick<ReferralEntry, 'placeId'>, reader: Reader) => {
  const value = placeId === null ? null : await placeInWords(tx, placeId, reader)
  return value === null ? [] : [{ label: label[reader.locale], value }]
}
