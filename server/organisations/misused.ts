import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** What the command line refuses, in words for whoever keeps the server. `usage`: it was not asked as it is meant to be. */
export class Misused extends Error {
  readonly reason: Bilingual
  readonly usage: boolean

  constructor(reason: Bilingual, usage = false) {
    super(reason.en)
    this.name = 'Misused'
    this.reason = reason
    this.usage = usage
  }
}
