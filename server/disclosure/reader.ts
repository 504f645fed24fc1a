import type { Actor } from '../../policies/actor.ts'
import type { Locale } from '../locale.ts'

/** Who reads, in which language, and when. In which capacities is of each case: its sight says so. */
export type Reader = { actor: Actor; locale: Locale; now: Date }
