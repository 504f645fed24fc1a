import type { Gate } from '../../../figures/release/gate.ts'
import { judge } from '../../../figures/release/judging.ts'
import { hardenAside } from '../gate/run.ts'

/** In threads of their own: a linear programme of minutes keeps its thread from everything else. */
export const attackApart: Gate = (asked, onProgress) => judge(asked, hardenAside, onProgress)
