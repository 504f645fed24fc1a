import type { Gate } from '../../../figures/release/gate.ts'
import { judge, type Harden } from '../../../figures/release/judging.ts'
import { hardenAside, tenMinutes } from '../gate/run.ts'

/**
 * In threads of their own: a linear programme of minutes keeps its thread from everything else. What the public reads and what partners
 * read are attacked one after the other, and `within` is for both.
 */
export const attackWithin =
  (within: number): Gate =>
  (asked, onProgress) => {
    const end = performance.now() + within
    const harden: Harden = (given, told) =>
      hardenAside(given, told, { within: Math.max(1, end - performance.now()) })
    return judge(asked, harden, onProgress)
  }

export const attackApart = attackWithin(tenMinutes)
