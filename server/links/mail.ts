import { unseal } from '../db/sealing.ts'
import type { Database } from '../db/client.ts'
import { wallClock } from '../db/context.ts'
import type { Keys } from '../keys.ts'
import type { Site } from '../mail/checking.ts'
import { letterOf, type Letter } from '../mail/letter.ts'
import type { Post } from '../mail/post.ts'
import { addressAt, expiryFrom, outliving } from '../referrals/by-link.ts'
import { tokenOf } from './token.ts'

type LinkRow = {
  id: string
  generation: number
  address: Buffer
  expires_at: Date
  mailed_at: Date | null
  referral_id: string
  sent_at: Date
  /** By which day an answer is awaited, as the whole country counts it. */
  answer_by: string
  sender_type: string
  answered: boolean
}
export type MailDeps = Site & {
  db: Pick<Database, 'worker'>
  keys: Keys
}

type Writing = Omit<MailDeps, 'db'>

const letterFor = ({ keys, ...site }: Writing, row: LinkRow, reminder = false): Letter =>
  letterOf(
    site,
    reminder ? 'reminder' : 'request',
    {
      ...{ referral: row.referral_id, token: tokenOf(keys, row), from: row.sender_type },
      ...{ sentAt: row.sent_at, until: row.expires_at, answered: row.answered }
    },
    { to: String(unseal(keys, addressAt(row.id), row.address)) }
  )

const rows = `select l.id, l.generation, l.address, l.expires_at, l.mailed_at, r.id as referral_id, r.sent_at, r.answer_by::text as answer_by, o.type as sender_type,
  coalesce((select e.command = 'answer' from referral_event e where e.referral_id = r.id order by e.seq desc limit 1), false) as answered
  from referral_link l join referral r on r.id = l.referral_id join organisation o on o.id = r.sender_org_id
  where l.address is not null`

/** What was sent and still leads somewhere, for the demonstration's own mailbox. */
export const lettersSent = async (deps: MailDeps): Promise<Letter[]> => {
  const text = `${rows} and l.mailed_at is not null order by l.mailed_at desc limit 50`
  const found = await deps.db.worker.query<LinkRow>(text)
  return found.rows.map((row) => letterFor(deps, row))
}

const renewed = `update referral_link set generation = generation + 1, expires_at = $2
  where id = $1 returning generation, expires_at`
const prolonged = `update referral_link set expires_at = greatest(expires_at, $2) where id = $1 returning generation, expires_at`

/** A letter leaves with a link that opens when it arrives, and for as long as its answer is awaited. */
const stillOpening = async (worker: Database['worker'], row: LinkRow): Promise<LinkRow> => {
  const at = await wallClock(worker)
  const opens = row.expires_at > at
  const until = opens ? outliving(row.answer_by) : expiryFrom(at, row.answer_by)
  if (until <= row.expires_at) return row
  const text = opens ? prolonged : renewed
  const { rows: again } = await worker.query<Pick<LinkRow, 'generation' | 'expires_at'>>(text, [
    row.id,
    until
  ])
  return { ...row, ...again[0]! }
}

/** One job of the queue. A referral that ended meanwhile has no address left, and nobody is written to. */
export const mailLink = async (
  deps: MailDeps & { post: Post },
  { link, reminder = false }: { link: string; reminder?: boolean }
) => {
  const { worker } = deps.db
  const { rows: found } = await worker.query<LinkRow>(`${rows} and l.id = $1`, [link])
  if (!found[0]) return
  const row = await stillOpening(worker, found[0])
  await deps.post(letterFor(deps, row, reminder))
  await worker.query('update referral_link set mailed_at = wall_clock() where id = $1', [link])
}

/** Of a letter that had left: its address, sealed as it was kept, and what it bore. */
type Sent = { link: string; address: string; referral: string; sentAt: string }

/** One job of the queue: the letter was an error, and opens nothing any more. */
export const mailError = ({ post, keys, ...site }: Writing & { post: Post }, sent: Sent) => {
  const to = String(unseal(keys, addressAt(sent.link), Buffer.from(sent.address, 'base64')))
  return post(letterOf(site, 'error', { referral: sent.referral, sentAt: new Date(sent.sentAt) }, { to }))
}
