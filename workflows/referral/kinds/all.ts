import { housingKinds } from './housing.ts'
import { judicialKinds } from './judicial.ts'
import type { KindRow } from './kind.ts'
import { minorKinds } from './minor.ts'
import { residenceKinds } from './residence.ts'
import { supportKinds } from './support.ts'
import type { ReferralKind } from '../../vocabulary/vocabulary.ts'

/** Every recipient to whom a case may be referred. */
export const kinds = {
  ...housingKinds,
  ...residenceKinds,
  ...judicialKinds,
  ...minorKinds,
  ...supportKinds
} as const satisfies Record<ReferralKind, KindRow>
