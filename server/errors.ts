import { ForbiddenError } from '@casl/ability'
import { IllegalTransition, notMet } from '../workflows/case/advance.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import { isOutage } from './db/outage.ts'

/** An error whose reason may be shown to the person. Its message is for developers only. */
export abstract class DomainError extends Error {
  readonly reason: Bilingual | undefined

  constructor(message: string, reason?: Bilingual) {
    super(message)
    this.name = new.target.name
    this.reason = reason
  }
}

/** No session, or one that lives no more. */
export class Unauthenticated extends DomainError {}
/** The person closed the session from another browser. */
export class SignedInElsewhere extends DomainError {}
/** Whoever manages access closed the sessions of this person. */
export class SignedOut extends DomainError {}
/** Signed in, but not (or no longer) in an accredited organisation. */
export class NotAccredited extends DomainError {}
/** An unsafe request that no page of ours sent. */
export class ForeignOrigin extends DomainError {}
/** Absent, or out of this reader's sight: the two must look the same. */
export class NotFound extends DomainError {}
/** A token that was given, and that a renewal has replaced: whoever proves to have had it is told where to look. */
export class LinkReplaced extends DomainError {}
/** This actor may not do this, whatever the state. */
export class NotAllowed extends DomainError {}
/** The state, a consent or a legal rule stands against the command. */
export class RuleRefused extends DomainError {}
/** What the actor may not read stands against the act: it says that the conditions are not met, and who tried is written down. */
export class HeldBack extends IllegalTransition {
  constructor(command: CommandType) {
    super(command, notMet)
  }
}
/** A referral that does not stand where this step starts. */
export class NotOpen extends DomainError {
  constructor(step: Bilingual) {
    super('the step is not open', {
      fr: `« ${step.fr} » n’est plus possible : l’orientation a déjà avancé.`,
      en: `“${step.en}” is no longer possible: the referral has moved on.`
    })
  }
}
/** Someone else took the place first; the database's own rule said so. */
export class PlaceTaken extends RuleRefused {
  constructor(cause: unknown) {
    super('the place is taken', {
      fr: 'Cette place vient d’être prise. Proposez-en une autre.',
      en: 'This place has just been taken. Offer another one.'
    })
    this.cause = cause
  }
}
/** What was asked for stands already: whoever goes through several takes it for done, and no other rule for that. */
export class StandsAlready extends RuleRefused {}
/** The aggregate has moved since the version of `If-Match`. */
export class VersionConflict extends DomainError {}
/** The same Idempotency-Key came with another content. */
export class IdempotencyMismatch extends DomainError {}
/** Above the limit of requests. */
export class TooManyRequests extends DomainError {}
/** Started, but its database is out of reach, behind this release, or unable to write. */
export class NotReady extends DomainError {}

export interface FieldProblem {
  field: string
  code: string
  message: Bilingual
}

/** Input that only the domain can judge; a JSON Schema judges the rest. */
export class InvalidInput extends DomainError {
  readonly fields: FieldProblem[]

  constructor(fields: FieldProblem[]) {
    super(`${fields.length} field(s) are not valid`)
    this.fields = fields
  }
}

export const wrongField = (field: string, code: string, message: Bilingual) =>
  new InvalidInput([{ field, code, message }])

export interface Refusal {
  status: number
  code: string
  title: Bilingual
}

type ErrorClass = abstract new (...args: never[]) => unknown

type Row = Refusal & { error: ErrorClass | null }
const row = (error: ErrorClass | null, status: number, code: string, title: Bilingual): Row => ({
  error,
  status,
  code,
  title
})

const invalid = { fr: 'La demande n’est pas valide', en: 'The request is not valid' }
const notAllowed = { fr: 'Votre rôle ne permet pas cet acte', en: 'Your role does not allow this act' }
const notOpen = { fr: 'Cet acte n’est pas possible à ce stade', en: 'This act is not possible at this stage' }

/** Every refusal a client may meet: class, status, stable code, words. The first row that fits answers. */
export const errors: readonly Row[] = [
  row(InvalidInput, 400, 'invalid_input', invalid),
  row(SignedInElsewhere, 401, 'signed_in_elsewhere', {
    fr: 'Cette session a été fermée depuis un autre de vos appareils',
    en: 'This session was closed from another of your devices'
  }),
  row(SignedOut, 401, 'signed_out', {
    fr: 'Vos sessions ont été fermées par une personne qui gère les accès',
    en: 'Your sessions were closed by somebody who manages access'
  }),
  row(Unauthenticated, 401, 'unauthenticated', {
    fr: 'Identifiez-vous pour continuer',
    en: 'Sign in to continue'
  }),
  row(NotAccredited, 403, 'not_accredited', {
    fr: 'Votre habilitation n’est pas encore active',
    en: 'Your accreditation is not active yet'
  }),
  row(ForeignOrigin, 403, 'foreign_origin', {
    fr: 'Cette demande ne vient pas de cette application',
    en: 'This request does not come from this application'
  }),
  row(ForbiddenError, 403, 'not_allowed', notAllowed),
  row(NotAllowed, 403, 'not_allowed', notAllowed),
  row(NotFound, 404, 'not_found', {
    fr: 'Introuvable, ou hors de votre accès',
    en: 'Not found, or outside your access'
  }),
  row(LinkReplaced, 404, 'link_replaced', {
    fr: 'Un nouveau lien a été envoyé à la même adresse',
    en: 'A new link has been sent to the same address'
  }),
  row(IllegalTransition, 409, 'not_open', notOpen),
  row(NotOpen, 409, 'not_open', notOpen),
  row(PlaceTaken, 409, 'place_taken', { fr: 'La place est déjà prise', en: 'The place is already taken' }),
  row(StandsAlready, 409, 'stands_already', { fr: 'C’est déjà fait', en: 'This is done already' }),
  row(RuleRefused, 409, 'rule', {
    fr: 'Une règle s’oppose à cet acte',
    en: 'A rule stands against this act'
  }),
  row(VersionConflict, 412, 'version', {
    fr: 'Le dossier a changé depuis votre lecture',
    en: 'The case has changed since you read it'
  }),
  row(IdempotencyMismatch, 422, 'idempotency_mismatch', {
    fr: 'Cette clé a déjà servi à une autre demande',
    en: 'This key was already used for another request'
  }),
  row(TooManyRequests, 429, 'too_many_requests', {
    fr: 'Trop de demandes : patientez un instant',
    en: 'Too many requests: wait a moment'
  }),
  row(NotReady, 503, 'not_ready', {
    fr: 'Le service n’est pas encore prêt',
    en: 'The service is not ready yet'
  }),
  // What the server's own framework refuses carries a status and no class of ours.
  row(null, 400, 'invalid_request', invalid),
  row(null, 405, 'method_not_allowed', {
    fr: 'Méthode non prévue ici',
    en: 'This method is not provided here'
  }),
  row(null, 408, 'timeout', {
    fr: 'La demande a mis trop de temps à arriver',
    en: 'The request took too long to arrive'
  }),
  row(null, 413, 'too_large', { fr: 'La demande est trop lourde', en: 'The request is too large' }),
  row(null, 415, 'media_type', {
    fr: 'Ce format d’envoi n’est pas accepté',
    en: 'This media type is not accepted'
  })
]

/** The database is not there for a request. It may have been lost before the act or after it: nothing is said of its fate. */
const unavailable = row(null, 503, 'unavailable', {
  fr: 'Le service ne répond pas pour le moment : réessayez dans un instant',
  en: 'The service is not answering at the moment: try again shortly'
})
const unexpected = row(null, 500, 'unexpected', {
  fr: 'Une erreur inattendue s’est produite',
  en: 'An unexpected error occurred'
})

/** The row of the table that answers for this error; an unknown one is never described. */
export function refusalOf(error: unknown): Refusal {
  const known = errors.find((row) => row.error !== null && error instanceof row.error)
  if (known) return known
  if (isOutage(error)) return unavailable
  const { statusCode, code } = error as { statusCode?: number; code?: unknown }
  const fromFramework = typeof code === 'string' && code.startsWith('FST_')
  return (
    (fromFramework && errors.find((row) => row.error === null && row.status === statusCode)) || unexpected
  )
}
