import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { refers } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { addDays, civilDate, endOfDay } from '../../workflows/calendar/calendar.ts'
import { linkDays } from '../../workflows/referral/link.ts'
import { seal } from '../commands/sealing.ts'
import type { Tx } from '../db/context.ts'
import { referralLinks } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'

/** The address at which a sender has a recipient asked; null where it asks an organisation with an account. */
export const addressIn = ({ input }: { input: Record<string, unknown> }): string | null =>
  typeof input['address'] === 'string' ? input['address'] : null

/** An organisation for one recipient of one referral: what holds for every other holds for it. */
export const externalRecipient = async (tx: Tx): Promise<string> => {
  const { rows } = await tx.execute<{ id: string }>(sql`select external_recipient() as id`)
  return rows[0]!.id
}

/** A letter names the day until which its link opens, as Paris counts it: it opens until that day is over. */
export const expiryFrom = (at: Date) => {
  const zone = 'Europe/Paris'
  return new Date(endOfDay(addDays(civilDate(at, zone), linkDays), zone))
}

/** What binds a sealed address to its link. */
export const addressAt = (id: string) => ({ table: 'referral_link', id, dataClass: 'link' })

export const askMail = (tx: Tx, linkId: string, reminder = false) =>
  tx.execute(sql`select enqueue_link_mail(${linkId}, ${reminder})`)

type Outlived = Pick<typeof referralLinks.$inferSelect, 'id' | 'generation'>

/** A new token for one that has run out. Asked twice at once, it is renewed once: the second finds another generation. */
export const renewLink = async (tx: Tx, { id, generation }: Outlived, at: Date): Promise<boolean> => {
  const { rowCount } = await tx
    .update(referralLinks)
    .set({ generation: sql`generation + 1`, expiresAt: expiryFrom(at) })
    .where(and(eq(referralLinks.id, id), eq(referralLinks.generation, generation)))
  return rowCount === 1
}

/** A reminder to who answers by link, if one does: by a link that opens when the letter arrives. */
export const remindByLink = async (tx: Tx, referralId: string, at: Date) => {
  const { id, generation, expiresAt } = referralLinks
  const [link] = await tx
    .select({ id, generation, expiresAt })
    .from(referralLinks)
    .where(eq(referralLinks.referralId, referralId))
  if (!link) return
  if (link.expiresAt <= at) await renewLink(tx, link, at)
  await askMail(tx, link.id, true)
}

/** Enough for whoever typed it to know it again. */
export const maskOf = (address: string) => address.replace(/^(.)[^@]*/, '$1•••')

/** The addresses that the reader's own organisation typed, masked, by referral. */
export const masksFor = async (
  tx: Tx,
  rows: readonly { id: string; senderOrgId: string }[],
  { orgId, role }: Pick<Actor, 'orgId' | 'role'>
): Promise<ReadonlyMap<string, string>> => {
  const own = rows.filter(({ senderOrgId }) => senderOrgId === orgId).map(({ id }) => id)
  if (own.length === 0 || !refers(role)) return new Map()
  const { referralId, masked } = referralLinks
  const found = await tx.select({ referralId, masked }).from(referralLinks).where(inArray(referralId, own))
  return new Map(found.map((one) => [one.referralId, one.masked ?? '']))
}

/** How long the link that the reader's own organisation sent still opens, and how often it was renewed. */
export const linkOf = async (
  tx: Tx,
  row: { id: string; senderOrgId: string },
  { orgId, role }: Pick<Actor, 'orgId' | 'role'>
) => {
  if (row.senderOrgId !== orgId || !refers(role)) return null
  const { generation, expiresAt } = referralLinks
  const [link] = await tx
    .select({ generation, expiresAt })
    .from(referralLinks)
    .where(eq(referralLinks.referralId, row.id))
  if (!link) return null
  return { expiresAt: link.expiresAt.toISOString(), renewals: link.generation - 1 }
}

/** The letter once more: the question asked by link has its answer. */
export const writeAgain = async (tx: Tx, referralId: string) => {
  const { id } = referralLinks
  const [link] = await tx.select({ id }).from(referralLinks).where(eq(referralLinks.referralId, referralId))
  if (link) await askMail(tx, link.id)
}

type Opening = { referralId: string; orgId: string; address: string; at: Date }

/** Opens the way in, and has it sent. The address is sealed here and only the mail opens it again. */
export const openLink = async (tx: Tx, keys: Keys, { referralId, orgId, address, at }: Opening) => {
  const id = randomUUID()
  const sealed = seal(keys, addressAt(id), address)
  await tx.insert(referralLinks).values({
    id,
    referralId,
    orgId,
    generation: 1,
    address: sealed,
    masked: maskOf(address),
    expiresAt: expiryFrom(at)
  })
  await askMail(tx, id)
}

/** Once a referral is over nobody writes to that address again. */
export const forgetAddress = (tx: Tx, referralId: string) =>
  tx.update(referralLinks).set({ address: null }).where(eq(referralLinks.referralId, referralId))
