import { createTransport } from 'nodemailer'
import { unseal } from '../cases/sealing.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import type { Keys } from '../keys.ts'
import { addressAt } from './open.ts'
import { tokenOf } from './token.ts'

export type Letter = { to: string; subject: string; text: string; url: string }

type LinkRow = {
  id: string
  generation: number
  address: Buffer
  expires_at: Date
  mailed_at: Date | null
}
export type MailDeps = { db: Pick<Database, 'owner'>; keys: Keys; publicUrl: string }

const day = (at: Date, language: 'fr' | 'en') =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }).format(at)

const subjects = {
  first: 'Une réponse vous est demandée · An answer is asked of you',
  reminder: 'Rappel : une réponse vous est demandée · Reminder: an answer is asked of you'
}

/** Says that an answer is asked for, and nothing of whom, of what, or by whom: a mailbox is read over shoulders. */
export const letterOf = (
  { keys, publicUrl }: Omit<MailDeps, 'db'>,
  row: LinkRow,
  occasion: keyof typeof subjects = 'first'
): Letter => {
  const url = `${publicUrl}/lien/${tokenOf(keys, row)}`
  const text = [
    'Bonjour,',
    'Une réponse professionnelle vous est demandée. Ouvrez ce lien pour la lire et y répondre :',
    url,
    `Il est personnel et s’ouvre jusqu’au ${day(row.expires_at, 'fr')}. Ne le transférez pas.`,
    '---',
    'Hello,',
    'You are asked for a professional answer. Open the link above to read the request and answer it.',
    `It is personal and opens until ${day(row.expires_at, 'en')}. Please do not forward it.`
  ].join('\n\n')
  const to = String(unseal(keys, addressAt(row.id), row.address))
  return { to, subject: subjects[occasion], text, url }
}

const rows = `select id, generation, address, expires_at, mailed_at from referral_link where address is not null`

/** What was sent and still leads somewhere, for the demonstration's own mailbox. */
export const lettersSent = async (deps: MailDeps): Promise<Letter[]> => {
  const text = `${rows} and mailed_at is not null order by mailed_at desc limit 50`
  const found = await deps.db.owner.query<LinkRow>(text)
  return found.rows.map((row) => letterOf(deps, row))
}

export type Post = (letter: Letter) => Promise<unknown>

/** How letters leave. In the demonstration they wait in its mailbox; elsewhere, without a server, each waits in the queue. */
export const postBy = ({
  smtpUrl,
  oidc,
  publicUrl
}: Pick<Config, 'smtpUrl' | 'oidc' | 'publicUrl'>): Post => {
  if (smtpUrl === undefined)
    return oidc === null ? async () => {} : () => Promise.reject(new Error('SMTP_URL is not set'))
  const transport = createTransport(smtpUrl, {
    from: `MNIO <ne-pas-repondre@${new URL(publicUrl).hostname}>`
  })
  return ({ to, subject, text }) => transport.sendMail({ to, subject, text })
}

/** One job of the queue. A referral that ended meanwhile has no address left, and nobody is written to. */
export const mailLink = async (
  deps: MailDeps & { post: Post },
  { link, reminder = false }: { link: string; reminder?: boolean }
) => {
  const { owner } = deps.db
  const { rows: found } = await owner.query<LinkRow>(`${rows} and id = $1`, [link])
  if (!found[0]) return
  await deps.post(letterOf(deps, found[0], reminder ? 'reminder' : 'first'))
  await owner.query('update referral_link set mailed_at = now() where id = $1', [link])
}
