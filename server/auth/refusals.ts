/** Stable codes shown as `/connexion?erreur=<code>`: the web has the words, the log has the cause. */
export type RefusalCode = 'assurance' | 'etat' | 'expire' | 'fournisseur' | 'acces'

/** A sign-in that ends on a page the person understands. Its cause is for the log, never for the address bar. */
export class SignInRefused extends Error {
  override name = 'SignInRefused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, cause?: unknown) {
    super(`sign-in refused: ${code}`, { cause })
    this.code = code
  }
}

/** The provider vouched for a person, by a proof that is not enough. Every other refusal may be anybody's doing. */
export class ProofRefused extends SignInRefused {
  override name = 'ProofRefused'
}
