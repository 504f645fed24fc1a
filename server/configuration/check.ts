import type { CommandType } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { applyReasons, requiredProblems, withdrawnProblems } from '../../workflows/configuration/forms.ts'
import { fits } from '../../workflows/vocabulary/input.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { InvalidInput } from '../errors.ts'

/** What the version of the case asks of an act beyond its table. @throws InvalidInput naming each field. */
export const checkConfigured = (
  command: CommandType,
  input: Record<string, unknown>,
  configuration: Configuration
) => {
  const problems = [
    ...requiredProblems(command, input, configuration),
    ...withdrawnProblems(command, input, configuration)
  ]
  if (problems.length > 0) throw new InvalidInput(problems)
}

/** A refusal gives a reason that the version of the case offers. @throws InvalidInput */
export const checkRefusal = (
  kind: ReferralKind,
  input: Record<string, unknown>,
  configuration: Configuration
) => {
  if (fits(applyReasons(kind, configuration), input)) return
  throw new InvalidInput([
    {
      field: 'reason',
      code: 'withdrawn',
      message: {
        fr: 'Ce motif n’est plus proposé pour ce dossier',
        en: 'This reason is no longer offered for this case'
      }
    }
  ])
}
