import { createTransport } from 'nodemailer'
import { ordinal } from '../../workflows/vocabulary/ordinal.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { referenceOf } from '../cases/code.ts'
import { unseal } from '../db/sealing.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import { wallClock } from '../db/context.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Keys } from '../keys.ts'
import { addressAt, expiryFrom, outliving } from '../referrals/by-link.ts'
import { dateFormat } from '../views/formats.ts'
import { checking } from './checking.ts'
import { senderWord } from './sender.ts'
import { tokenOf } from './token.ts'

export type Letter = {
  to: string
  subject: string
  text: string
  url: string
  /** Its identity, where it may be sent twice. */
  messageId?: string
  /** An entry that a calendar takes, enclosed. */
  calendar?: string
}

type LinkRow = {
  id: string
  generation: number
  address: Buffer
  expires_at: Date
  mailed_at: Date | null
  referral_id: string
  kind: ReferralKind
  sent_at: Date
  /** By which day an answer is awaited, as the whole country counts it. */
  answer_by: string
  sender_type: string
  answered: boolean
}
export type MailDeps = {
  db: Pick<Database, 'worker'>
  keys: Keys
  publicUrl: string
  /** The number that tells whether a letter is one of ours. */
  callBack?: string | undefined
}

// Nobody knows yet where the letter is read: its hours are those of Paris, and it says so.
const written = (options: Intl.DateTimeFormatOptions) => (at: Date, language: 'fr' | 'en') =>
  ordinal(dateFormat(language, { ...options, timeZone: 'Europe/Paris' }).format(at), language)
const day = written({ day: 'numeric', month: 'long' })
const dayAndHour = written({
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

const subjects = {
  first: 'Une réponse vous est demandée · An answer is asked of you',
  reminder: 'Rappel : une réponse vous est demandée · Reminder: an answer is asked of you'
}

/**
 * Says what trade is asked and what kind of organisation asks, so that it is not taken for a fraud; nothing of whom nor of
 * what: a mailbox is read over shoulders.
 */
export const letterOf = (
  { keys, publicUrl, callBack }: Omit<MailDeps, 'db'>,
  row: LinkRow,
  occasion: keyof typeof subjects = 'first'
): Letter => {
  const url = `${publicUrl}/lien/${tokenOf(keys, row)}`
  const [{ label }, sender] = [kindRow(row.kind), senderWord(row.sender_type)]
  const reference = referenceOf(row.referral_id)
  const check = checking({ publicUrl, callBack }, reference)
  const asked = row.answered
    ? {
        fr: 'Votre question a reçu une réponse, et la vôtre reste attendue. Ouvrez ce lien pour la lire :',
        en: 'Your question has an answer, and yours is still awaited. Open the link above to read it.'
      }
    : {
        fr: 'Une réponse professionnelle vous est demandée. Ouvrez ce lien pour lire la demande et y répondre :',
        en: 'You are asked for a professional answer. Open the link above to read the request and answer it.'
      }
  const text = [
    'Bonjour,',
    asked.fr,
    url,
    `Demande : ${label.fr}. De la part de : ${sender.fr}.`,
    `Référence : ${reference}, envoyée le ${dayAndHour(row.sent_at, 'fr')} (heure de Paris).`,
    `Le lien est personnel et s’ouvre jusqu’au ${day(row.expires_at, 'fr')}. Ne le transférez pas.`,
    check.fr,
    '---',
    'Hello,',
    asked.en,
    `Request: ${label.en}. From: ${sender.en}.`,
    `Reference: ${reference}, sent on ${dayAndHour(row.sent_at, 'en')} (Paris time).`,
    `The link is personal and opens until ${day(row.expires_at, 'en')}. Please do not forward it.`,
    check.en
  ].join('\n\n')
  const to = String(unseal(keys, addressAt(row.id), row.address))
  return { to, subject: subjects[occasion], text, url }
}

const rows = `select l.id, l.generation, l.address, l.expires_at, l.mailed_at, r.id as referral_id, r.kind, r.sent_at, r.answer_by::text as answer_by, o.type as sender_type,
  coalesce((select e.command = 'answer' from referral_event e where e.referral_id = r.id order by e.seq desc limit 1), false) as answered
  from referral_link l join referral r on r.id = l.referral_id join organisation o on o.id = r.sender_org_id
  where l.address is not null`

/** What was sent and still leads somewhere, for the demonstration's own mailbox. */
export const lettersSent = async (deps: MailDeps): Promise<Letter[]> => {
  const text = `${rows} and l.mailed_at is not null order by l.mailed_at desc limit 50`
  const found = await deps.db.worker.query<LinkRow>(text)
  return found.rows.map((row) => letterOf(deps, row))
}

export type Post = (letter: Letter) => Promise<unknown>

const enclosed = (content: string) => ({
  ...{ filename: 'reunion.ics', content },
  contentType: `text/calendar; charset=utf-8; method=${content.includes('METHOD:CANCEL') ? 'CANCEL' : 'PUBLISH'}`
})

/**
 * How letters leave. In the demonstration they are there to be read in its mailbox, which shows what was sent. Null where
 * nothing can send: such a worker takes no letter from the queue, and none is lost or marked as sent.
 */
export const postBy = ({
  smtpUrl,
  demonstration,
  publicUrl
}: Pick<Config, 'smtpUrl' | 'demonstration' | 'publicUrl'>): Post | null => {
  if (smtpUrl === undefined) return demonstration ? async () => {} : null
  const transport = createTransport(smtpUrl, {
    from: `MNIO <ne-pas-repondre@${new URL(publicUrl).hostname}>`
  })
  return ({ to, subject, text, messageId, calendar }) =>
    transport.sendMail({
      ...{ to, subject, text },
      ...(messageId && { messageId }),
      ...(calendar && { attachments: [enclosed(calendar)] })
    })
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
  await deps.post(letterOf(deps, row, reminder ? 'reminder' : 'first'))
  await worker.query('update referral_link set mailed_at = wall_clock() where id = $1', [link])
}
