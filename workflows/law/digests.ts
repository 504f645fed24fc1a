import { cesedaDigests } from './digests/ceseda.ts'
import { criminalDigests } from './digests/criminal.ts'
import type { Digest } from './digests/digest.ts'
import { otherDigests } from './digests/others.ts'

export type { Digest } from './digests/digest.ts'

/** Of every article that was read whole; each file is written by `npm run law:digests -- <folder> --write`, which see. */
export const digests: Readonly<Record<string, Digest>> = {
  ...cesedaDigests,
  ...criminalDigests,
  ...otherDigests
}
