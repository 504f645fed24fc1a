import { cesedaDigests } from './ceseda.ts'
import { criminalDigests } from './criminal.ts'
import type { Digest } from './digest.ts'
import { otherDigests } from './others.ts'

export type { Digest } from './digest.ts'

/** Of every article that was read whole; each file is written by `npm run law:digests -- <folder> --write`, which see. */
export const digests: Readonly<Record<string, Digest>> = {
  ...cesedaDigests,
  ...criminalDigests,
  ...otherDigests
}
