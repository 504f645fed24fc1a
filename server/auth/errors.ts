/** No session, or one that lives no more. */
export class Unauthenticated extends Error {
  override name = 'Unauthenticated'
  readonly statusCode = 401
  readonly code: string = 'unauthenticated'
}

/** The session was closed by another sign-in of the same account. */
export class SignedInElsewhere extends Unauthenticated {
  override name = 'SignedInElsewhere'
  override readonly code = 'signed_in_elsewhere'
}

/** Signed in, but not (or no longer) in an accredited organisation. */
export class NotAccredited extends Error {
  override name = 'NotAccredited'
  readonly statusCode = 403
  readonly code = 'not_accredited'
}

/** An unsafe request that no page of ours sent. */
export class ForeignOrigin extends Error {
  override name = 'ForeignOrigin'
  readonly statusCode = 403
  readonly code = 'foreign_origin'
}
