import { idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import { isNoVerdict } from '#lib/worklist/together.ts'
import type { Draft } from './answers.ts'

type Flagged = NonNullable<Draft['operation']>['flagged']

/** Those flagged with this case that their author may read; nobody where this case is not one of them. */
export const flaggedWith = (id: string, flagged: Flagged) => {
  const read = flagged.flatMap((one) => one ?? [])
  return read.some((one) => one.id === id) ? read.filter((one) => one.id !== id) : []
}

type Tie = { codes: readonly string[]; kind: string }

/**
 * Says of one case what it has in common with each of the others, link by link, as its own page of links would. One that stands already is
 * as it was wanted. `refused`: the first that may not be made.
 */
export async function linkEach(fetcher: Fetch, id: string, { codes, kind }: Tie) {
  let linked = 0
  let refused: Problem | null = null
  for (const code of codes) {
    const sent = await send(fetcher, 'post', '/api/cases/{id}/links', {
      ...{ at: { id }, body: { code, kind }, key: idempotencyKey() }
    })
    if (sent.ok || sent.problem.code === 'stands_already') linked += 1
    else refused ??= sent.problem
    if (refused && isNoVerdict(refused)) break
  }
  return { linked, refused }
}
