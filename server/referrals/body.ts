import type { FastifyRequest } from 'fastify'
import { Type, type TObject } from 'typebox'
import { keyOf, versionOf } from '../http/requested.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import { referralKindIds } from '../../workflows/vocabulary/vocabulary.ts'

/** Refusals have their reasons by kind; one body serves the route, and the gate holds it against the referral's own kind. */
export const bodyOf = (command: ReferralCommand): TObject => {
  const { input } = referralRow(command)
  if (command !== 'decline') return input('acse')
  const reasons = referralKindIds.flatMap(
    (kind) => (input(kind).properties['reason'] as unknown as { enum: string[] }).enum
  )
  const codes = [...new Set(reasons)].join('|')
  return closed({
    ...input('acse').properties,
    // A configuration may make one of these more precise: the gate knows what that of the case adds.
    reason: Type.String({ maxLength: 80, pattern: `^(${codes})(\\.[a-z0-9][a-z0-9_]{1,39})?$` })
  })
}

/** What a request asks of a referral, whoever may ask it. */
export const actIn = (request: FastifyRequest) => ({
  input: request.body as Record<string, unknown>,
  key: keyOf(request),
  version: versionOf(request)
})
