import type { Behaviour } from './behaviour.ts'
import { otherBehaviours } from './others.ts'
import { referralBehaviours } from './referrals.ts'
import { scenarios } from './scenarios.ts'

/** What comparable products do, and what holds it here. */
export const behaviours: readonly Behaviour[] = [...referralBehaviours, ...otherBehaviours, ...scenarios]
