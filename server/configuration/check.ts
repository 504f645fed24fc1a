import { addedIn, splitReason, withAdded } from '../../workflows/configuration/added.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { applyReasons } from '../../workflows/configuration/forms.ts'
import { fits } from '../../workflows/case/input.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { wrongField } from '../errors.ts'

const list = (kind: ReferralKind) => `referrals.${kind}`

/** A refusal as the tables know it. */
export const refusalInTables = (kind: ReferralKind, input: Record<string, unknown>) =>
  splitReason(list(kind), input).input

/**
 * A refusal gives a reason that the version of the case offers. What is kept is the reason of the tables, with the words of
 * the one that was added to them. @throws InvalidInput
 */
export const checkRefusal = (
  kind: ReferralKind,
  input: Record<string, unknown>,
  configuration: Configuration
): Record<string, unknown> => {
  if (fits(applyReasons(kind, configuration), input)) {
    const { input: known, added } = splitReason(list(kind), input)
    return withAdded(known, added === null ? null : addedIn(list(kind), added, configuration))
  }
  throw wrongField('reason', 'withdrawn', {
    fr: 'Ce motif n’est plus proposé pour ce dossier',
    en: 'This reason is no longer offered for this case'
  })
}
