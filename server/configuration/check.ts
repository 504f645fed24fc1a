import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { applyReasons } from '../../workflows/configuration/forms.ts'
import { fits } from '../../workflows/case/input.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { wrongField } from '../errors.ts'

/** A refusal gives a reason that the version of the case offers. @throws InvalidInput */
export const checkRefusal = (
  kind: ReferralKind,
  input: Record<string, unknown>,
  configuration: Configuration
) => {
  if (fits(applyReasons(kind, configuration), input)) return
  throw wrongField('reason', 'withdrawn', {
    fr: 'Ce motif n’est plus proposé pour ce dossier',
    en: 'This reason is no longer offered for this case'
  })
}
