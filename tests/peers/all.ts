import type { Behaviour } from './behaviour.ts'
import { orientationBehaviours } from './orientations.ts'
import { permissionBehaviours } from './permissions.ts'
import { placeBehaviours } from './places.ts'
import { referralBehaviours } from './referrals.ts'
import { scenarios } from './scenarios.ts'

/** What comparable products do, and what holds it here. */
export const behaviours: readonly Behaviour[] = [
  ...referralBehaviours,
  ...permissionBehaviours,
  ...orientationBehaviours,
  ...placeBehaviours,
  ...scenarios
]
