import type { Doubting } from '../../act/command.ts'

// What legal aid that is decided leaves of the end in law. The time runs whole again, and the safe day counts from the notice of the
// decision in both; what may come after it differs by the court.

type AidLeft = { leaves: readonly Doubting[]; implied: readonly Doubting[]; once: 'aidRanAnew' }

const lawyer = { doubt: 'lawyerNamed', from: 'lawyerOn' } as const

/**
 * Before the tribunal: fifteen days after the notice, or the lawyer’s designation where later (decree 2020-1717, art. 43). Decided
 * again once the first decision was disputed (3°), the later day is that of the end in law.
 */
export const aidOfTribunal = (from: string): AidLeft => {
  const left = [{ doubt: 'aidDecided', from } as const, lawyer]
  return { leaves: left, implied: left, once: 'aidRanAnew' }
}

/** Before a court of appeal or the Conseil d’État, from the notice itself, or from the lawyer’s designation where later (art. 44). */
export const aidOfHigherCourt = (from: string): AidLeft => ({
  leaves: [lawyer],
  implied: [{ doubt: 'aidAnswered', from }, lawyer],
  once: 'aidRanAnew'
})
