import { houses, orgTypes } from '../../policies/actor.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import { readCode } from '../cases/code.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'

/** Of whom (`person`: the name that is shown, the provider's identifier, or ours) and of which case, by its public code. */
type Sought = { person?: string | undefined; code?: string | undefined }

const housing = orgTypes.filter(houses)

/**
 * Of the account in one parameter; whom, where nobody is named, null. Of who works in a shelter no act of a case is found by
 * their name: beside it, it would say where the person is. The other parameter holds the kinds of those organisations.
 */
export const byPerson = (named: string, housed: string) => `(${named}::text is null or
  a.person_id in (select id from person where lower(${named}) in (id::text, lower(subject), lower(display_name)))
    and (a.chain not like 'case:%' or o.type is null or o.type <> all(${housed}::text[])))`

/** A code that names no case finds nothing. */
const chainOf = async (tx: Tx, code: string): Promise<string> => {
  const [row] = await runQuery<{ chain: string | null }>(tx, 'select audited_chain($1) as chain', [
    readCode(code)
  ])
  return row?.chain ?? ''
}

/** The person, the kinds of organisations whose people are not found so, and the chain of the case. A search is a line of the journal itself, which says by what and never for whom. */
export const soughtIn = async (tx: Tx, { actor, now }: Reader, { person, code }: Sought) => {
  const named = { ...(person && { person }), ...(code && { code }) }
  if (Object.keys(named).length > 0)
    await audit(tx, actor, now, {
      ...{ chain: 'system', action: 'audit.search', object: 'journal', detail: fieldsFilled(named) }
    })
  return [person?.trim() || null, housing, code ? await chainOf(tx, code) : null] as const
}
