import { isMinor } from '../../workflows/facts/facts.ts'
import { placeOfChild, searchersOf } from '../cases/child.place.ts'
import type { CaseRow } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import type { DisclosedFacts } from './facts.ts'

type Told = { facts: DisclosedFacts; territory: string }

const nowhere = { place: null, searchers: [] }

/**
 * Where the child is and which police would search for her, for a form that asks: told to who may know where she was found, if
 * she was; to anybody else the same, found or not.
 */
export const discloseChild =
  ({ id: caseId, facts: kept }: Pick<CaseRow, 'id' | 'facts'>, { facts, territory }: Told) =>
  async (tx: Tx): Promise<{ place: string | null; searchers: string[] }> => {
    if (!isMinor(kept) || !('foundIn' in facts)) return nowhere
    const child = { caseId, facts: kept }
    const place = await placeOfChild(tx, child)
    if (place !== facts.foundIn && place !== territory) return nowhere
    return { place, searchers: await searchersOf(tx, child) }
  }
