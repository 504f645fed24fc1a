import type { Bilingual, DataClass } from '../vocabulary/vocabulary.ts'

type LinkRow = Bilingual & { dataClass: DataClass }

/** What two cases have in common. `dataClass`: what somebody must see, in each of the two, to know it. */
export const linkKinds = {
  operation: { fr: 'Même opération ou enquête', en: 'Same operation or inquiry', dataClass: 'F' },
  family: { fr: 'Même famille', en: 'Same family', dataClass: 'D' },
  site: { fr: 'Même lieu des faits', en: 'Same place of the facts', dataClass: 'D' },
  employer: { fr: 'Même employeur', en: 'Same employer', dataClass: 'D' }
} as const satisfies Record<string, LinkRow>

export type LinkKind = keyof typeof linkKinds
export const linkKindIds = Object.keys(linkKinds) as LinkKind[]
