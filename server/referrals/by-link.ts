import { randomUUID } from 'node:crypto'
import { refers } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { addDays, civilDate, endOfDay, type CivilDate } from '../../workflows/calendar/calendar.ts'
import { linkDays, linkGraceDays } from '../../workflows/referral/link.ts'
import { seal } from '../db/sealing.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { referralLinks } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { put } from '../outbox/enqueue.ts'

/** The address at which a sender has a recipient asked; null where it asks an organisation with an account. */
export const addressIn = ({ input }: { input: Record<string, unknown> }): string | null =>
  typeof input['address'] === 'string' ? input['address'] : null

/** An organisation for one recipient of one referral: what holds for every other holds for it. */
export const externalRecipient = async (tx: Tx): Promise<string> =>
  (await runQuery<{ id: string }>(tx, 'select external_recipient() as id', []))[0]!.id

const zone = 'Europe/Paris'

/** A letter names the day until which its link opens, as Paris counts it: it opens until that day is over. */
const wholeDay = (day: CivilDate) => new Date(endOfDay(day, zone))

/** Until when a link opens at least, so that it outlives the day of the answer. */
export const outliving = (answerBy: CivilDate): Date => wholeDay(addDays(answerBy, linkGraceDays))

export const expiryFrom = (at: Date, answerBy: CivilDate): Date => {
  const [usual, longer] = [wholeDay(addDays(civilDate(at, zone), linkDays)), outliving(answerBy)]
  return longer > usual ? longer : usual
}

/** What binds a sealed address to its link. */
export const addressAt = (id: string) => ({ table: 'referral_link', id, dataClass: 'link' })

export const askMail = (tx: Tx, linkId: string, reminder = false) =>
  put(tx, 'mail_link', [{ link: linkId, reminder }])

type Known = Pick<typeof referralLinks.$inferSelect, 'id' | 'generation' | 'expiresAt'> & {
  answerBy: CivilDate
}

const behind = `select l.id, l.generation, l.expires_at as "expiresAt", r.answer_by::text as "answerBy"
  from referral_link l join referral r on r.id = l.referral_id where l.referral_id = $1`

/** The link by which a referral is answered, if it is. */
const linkBehind = async (tx: Tx, referralId: string): Promise<Known | undefined> =>
  (await runQuery<Known>(tx, behind, [referralId]))[0]

const renewing = `update referral_link set generation = generation + 1, expires_at = $3
  where id = $1 and generation = $2 returning id`

/** A new token for one that has run out. Asked twice at once, it is renewed once: the second finds another generation. */
export const renewLink = async (tx: Tx, { id, generation, answerBy }: Omit<Known, 'expiresAt'>, at: Date) =>
  (await runQuery(tx, renewing, [id, generation, expiryFrom(at, answerBy)])).length === 1

/** A reminder to who answers by link, if one does: by a link that opens when the letter arrives. */
export const remindByLink = async (tx: Tx, referralId: string, at: Date) => {
  const link = await linkBehind(tx, referralId)
  if (!link) return
  if (link.expiresAt <= at) await renewLink(tx, link, at)
  await askMail(tx, link.id, true)
}

/** Enough for whoever typed it to know it again. */
export const maskOf = (address: string) => address.replace(/^(.)[^@]*/, '$1•••')

type Sent = { id: string; senderOrgId: string }
type Asker = Pick<Actor, 'orgId' | 'role'>

const sentBy =
  ({ orgId, role }: Asker) =>
  ({ senderOrgId }: Sent) =>
    senderOrgId === orgId && refers(role)

const masks = `select referral_id as id, coalesce(masked, '') as masked from referral_link where referral_id = any($1::uuid[])`

/** The addresses that the reader's own organisation typed, masked, by referral. */
export const masksFor = async (tx: Tx, rows: readonly Sent[], asker: Asker): Promise<Map<string, string>> => {
  const own = rows.filter(sentBy(asker)).map(({ id }) => id)
  const found = own.length > 0 ? await runQuery<{ id: string; masked: string }>(tx, masks, [own]) : []
  return new Map(found.map(({ id, masked }) => [id, masked]))
}

/** How long the link that the reader's own organisation sent still opens, and how often it was renewed. */
export const linkOf = async (tx: Tx, row: Sent, asker: Asker) => {
  const link = sentBy(asker)(row) ? await linkBehind(tx, row.id) : undefined
  return link ? { expiresAt: link.expiresAt.toISOString(), renewals: link.generation - 1 } : null
}

/** The letter once more: the question asked by link has its answer. */
export const writeAgain = async (tx: Tx, referralId: string) => {
  const link = await linkBehind(tx, referralId)
  if (link) await askMail(tx, link.id)
}

type Opening = { referralId: string; orgId: string; answerBy: CivilDate; address: string; at: Date }

/** Opens the way in, and has it sent. The address is sealed here and only the mail opens it again. */
export const openLink = async (tx: Tx, keys: Keys, { referralId, orgId, answerBy, address, at }: Opening) => {
  const id = randomUUID()
  const sealed = seal(keys, addressAt(id), address)
  await tx.insert(referralLinks).values({
    id,
    referralId,
    orgId,
    generation: 1,
    address: sealed,
    masked: maskOf(address),
    expiresAt: expiryFrom(at, answerBy)
  })
  await askMail(tx, id)
}
