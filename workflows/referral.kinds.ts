import type { Capacity } from './capacities.ts'
import { choice, closed, longText, optional, type FieldNotes } from './fields.ts'
import { housingKinds } from './kinds/housing.ts'
import { judicialKinds } from './kinds/judicial.ts'
import { minorKinds } from './kinds/minor.ts'
import { residenceKinds } from './kinds/residence.ts'
import { supportKinds } from './kinds/support.ts'
import type { KindRow } from './kinds/kind.ts'
import type { ReferralCommand } from './referral.machine.ts'
import type { Bilingual, ReferralKind } from './vocabulary.ts'

export type { KindRow, Outcome } from './kinds/kind.ts'

/** Every recipient to whom a case may be referred. */
export const kinds = {
  ...housingKinds,
  ...residenceKinds,
  ...judicialKinds,
  ...minorKinds,
  ...supportKinds
} as const satisfies Record<ReferralKind, KindRow>

export const kindRow = (kind: ReferralKind): KindRow => kinds[kind]

const toldByLaw: Bilingual = {
  fr: 'Ce que la loi fait transmettre ne se retire pas : le destinataire répond, ou le transmet à qui est compétent.',
  en: 'What the law has told is not taken back: the recipient answers, or passes it on to whoever is competent.'
}

/** Why the sender may not take this step for a kind, whatever its state; null where it may. */
export const keptByLaw = (kind: ReferralKind, command: ReferralCommand): Bilingual | null =>
  command === 'withdraw' && kindRow(kind).opensAtOnce ? toldByLaw : null

/** Who reads the case from the sending on takes charge by acting on it: nobody presses it for an answer afterwards. */
export const answersByActing = (kind: ReferralKind, capacity: Capacity): boolean => {
  const row = kindRow(kind)
  return row.opensAtOnce && row.capacity === capacity
}

/** The refusal form of a kind: a coded reason, and words if they help. */
export const refusalInput = (kind: ReferralKind) => {
  const reasons = Object.fromEntries(
    Object.entries(kindRow(kind).refusals).map(([code, { label }]) => [code, label])
  )
  const notes: FieldNotes = { label: { fr: 'Motif', en: 'Reason' } }
  return closed({
    reason: choice(reasons, notes),
    note: optional(
      longText({
        label: { fr: 'Précisions utiles à la suite', en: 'Details useful for what follows' },
        hint: { fr: 'Sans nom ni adresse.', en: 'No name, no address.' }
      })
    )
  })
}
