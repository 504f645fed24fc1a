import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { Exit } from '../exits.ts'
import type { Answer } from '../house/answer.ts'
import type { Json } from '../lives/inputs.ts'

/** What came out of one exit, parsed where it is JSON, with ids and codes under the names of their acts. */
export type Reading = { exit: Exit; of: string; value: unknown }
/** `links`: the capacity in which whoever holds a link will take part. */
export type Read = {
  byReader: Map<string, Reading[]>
  operator: Reading[]
  links: Map<string, Capacity>
  /** Each with whose link it holds, where it goes to the address that was asked. */
  letters: { link: string | null; letter: unknown }[]
}

export const parsed = (body: string): unknown =>
  body.startsWith('{') || body.startsWith('[') ? JSON.parse(body) : body

type Parsed = Omit<Answer, 'body'> & { body: unknown }

/** The case as one body goes out of several exits: its parts are told apart, so that each is counted as what it is. */
const partsOf = (of: string, { status, etag, headers, body }: Parsed): Reading[] => {
  if (status !== 200) return [{ exit: 'case', of, value: { status, headers, body } }]
  const { version, timeline, older, closing, deadlines, standing, referrals, actions, ...rest } = body as Json
  return [
    { exit: 'versions', of, value: { version, etag } },
    { exit: 'events', of, value: { timeline, older, closing } },
    { exit: 'deadlines', of, value: { deadlines, standing } },
    { exit: 'referrals', of, value: referrals },
    { exit: 'actions', of, value: actions },
    { exit: 'case', of, value: { headers, ...rest } }
  ]
}

export const readingsOf = (exit: Exit, of: string, answer: Answer): Reading[] => {
  const { status, etag, headers } = answer
  const body = parsed(answer.body)
  if (exit === 'case') return partsOf(of, { status, etag, headers, body })
  const versions: Reading[] = etag === null ? [] : [{ exit: 'versions', of, value: { etag } }]
  return [...versions, { exit, of, value: { status, headers, body } }]
}
