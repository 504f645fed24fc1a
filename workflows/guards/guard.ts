import type { LegalCode } from '../law/register.ts'
import type { Facts } from '../facts/facts.ts'
import type { Regions } from '../vocabulary/states.ts'
import type { Bilingual, Seen } from '../vocabulary/vocabulary.ts'

/** What a guard may look at: facts and where each region stands. Never the payload, or buttons could not be computed. */
export type Situation = { facts: Facts; regions: Regions }

/**
 * What a refusal rests on: the articles that exclude, the coherence of the file itself (nothing was asked, it is done already), or
 * what the person herself has not agreed to, or a choice of the mechanism, which never gates an act founded on statute.
 * `tests/workflows/law/three-rules.test.ts` and `decided.test.ts` beside it hold them.
 */
export type Rests = readonly LegalCode[] | 'file' | 'person' | 'mechanism'

export type Guard = {
  holds: (situation: Situation) => boolean
  /**
   * The classes of all that it reads. Who does not see them all is neither told the reason nor shown a button that it closes:
   * both tell what it read. A test watches it read.
   */
  sees: Seen
  /** Told with the coarse word of that class as well: the law gives whoever decides on the stay this to check. */
  coarse?: boolean | undefined
  rests: Rests
  /** Said under the disabled button, so it must read as an answer to « pourquoi pas ? ». */
  reason: Bilingual
}
