import type { Pool } from 'pg'
import { regimeRows } from '../../policies/organisations.ts'
import type { Regime } from '../../policies/habilitations.ts'
import { checking } from '../links/checking.ts'
import type { MailDeps, Letter, Post } from '../links/mail.ts'
import { callingTo } from '../meetings/invitation.mail.ts'
import { tokenOf } from '../links/token.ts'
import type { Keys } from '../keys.ts'
import { dateFormat } from '../views/formats.ts'

type Asked = { what: 'invitation' | 'inactivity' | 'ending' | 'review' | 'meeting'; id: string; to?: string }
type Writing = { worker: Pool; keys: Keys; publicUrl: string; callBack?: string | undefined }

const day = (at: Date, language: 'fr' | 'en') =>
  dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Paris' }).format(
    at
  )

const letter = (to: string, subject: string, url: string, [fr, en]: [string[], string[]]): Letter => ({
  to,
  subject,
  url,
  text: ['Bonjour,', ...fr, '---', 'Hello,', ...en].join('\n\n')
})

type InvitationRow = { id: string; generation: number; email: string; expires_at: Date }
const invitation = `select id, generation, email, expires_at from invitation where used_at is null and withdrawn_at is null`

/** Names neither the organisation nor the role: a mailbox is read over shoulders, and where a structure is may be a secret. */
const invitationLetter = ({ keys, ...site }: Omit<Writing, 'worker'>, row: InvitationRow): Letter => {
  const { publicUrl } = site
  const check = checking(site, null)
  const url = `${publicUrl}/invitation/${tokenOf(keys, row, 'invitation')}`
  return letter(row.email, 'Votre accès professionnel · Your work access', url, [
    [
      'Une personne avec qui vous travaillez vous ouvre un accès à MNIO. Ouvrez ce lien et identifiez-vous :',
      url,
      `Il est personnel, sert une fois et s’ouvre jusqu’au ${day(row.expires_at, 'fr')}. Ne le transférez pas. Si vous n’attendez rien de tel, laissez-le.`,
      check.fr
    ],
    [
      'Somebody you work with gives you access to MNIO. Open the link above and sign in.',
      `It is personal, works once and opens until ${day(row.expires_at, 'en')}. Please do not forward it. If you expect nothing of the kind, leave it.`,
      check.en
    ]
  ])
}

const inviting = async (writing: Writing, { id }: Asked): Promise<Letter | null> => {
  const { rows } = await writing.worker.query<InvitationRow>(
    `${invitation} and id = $1 and expires_at > wall_clock()`,
    [id]
  )
  return rows[0] ? invitationLetter(writing, rows[0]) : null
}

const unseen = `select p.email from membership m join person p on p.id = m.person_id
  where m.id = $1 and p.email is not null and (m.until is null or m.until > wall_clock()) and m.warned_at >= greatest(p.seen_at, m.since)`

const absent = async ({ worker, publicUrl }: Writing, { id }: Asked): Promise<Letter | null> => {
  const { rows } = await worker.query<{ email: string }>(unseen, [id])
  if (!rows[0]) return null
  const url = `${publicUrl}/connexion`
  return letter(rows[0].email, 'Votre accès va se fermer · Your access will close', url, [
    [
      'Vous ne vous êtes pas identifié sur MNIO depuis longtemps. Pour garder votre accès, identifiez-vous dans les trente jours :',
      url
    ],
    [
      'You have not signed in to MNIO for a long time. To keep your access, sign in within thirty days at the address above.'
    ]
  ])
}

const ends = `select h.regime, h.until, p.email from habilitation h, person p where h.id = $1 and p.id = $2 and p.email is not null and h.until is not null`

const endingSoon = async ({ worker, publicUrl }: Writing, { id, to }: Asked): Promise<Letter | null> => {
  const { rows } = await worker.query<{ regime: Regime; until: Date; email: string }>(ends, [id, to])
  const [row] = rows
  if (!row) return null
  const words = regimeRows[row.regime]
  const url = `${publicUrl}/organisations`
  return letter(row.email, 'Une échéance administrative · An administrative date', url, [
    [
      `« ${words.fr} » prend fin le ${day(row.until, 'fr')}. Demandez-en la suite à temps : ensuite, ce qu’elle ouvre se ferme.`
    ],
    [
      `“${words.en}” ends on ${day(row.until, 'en')}. Ask for what follows in time: afterwards, what it opens closes.`
    ]
  ])
}

const reviewed = `select p.email from organisation o join person p on p.id = $2
  where o.id = $1 and o.status = 'accredited' and p.email is not null
    and not exists (select from access_review r where r.org_id = o.id and r.half = o.review_told)
    and exists (select from membership m where m.person_id = p.id and m.org_id = o.id and m.manager
      and (m.until is null or m.until > wall_clock()))`

/** Says that it is due and where; never of which organisation. Confirmed meanwhile, or by somebody who left, it is not written. */
const reviewDue = async ({ worker, publicUrl }: Writing, { id, to }: Asked): Promise<Letter | null> => {
  const { rows } = await worker.query<{ email: string }>(reviewed, [id, to])
  if (!rows[0]) return null
  const url = `${publicUrl}/personnes/revue`
  return letter(rows[0].email, 'Revue des accès à faire · Access review due', url, [
    [
      'Deux fois par an, la personne qui gère les accès relit qui peut voir quoi dans MNIO, retire ce qui n’a plus lieu d’être, et confirme :',
      url
    ],
    [
      'Twice a year whoever manages access reads who may see what in MNIO, takes away what should no longer be, and confirms, at the address above.'
    ]
  ])
}

const writings = {
  ...{ invitation: inviting, inactivity: absent, ending: endingSoon, review: reviewDue },
  meeting: callingTo
} as const

/** One job of the outbox: what is over meanwhile is not written. */
export const mailAccess = async ({ db, post, ...writing }: MailDeps & { post: Post }, asked: Asked) => {
  const written = await writings[asked.what]({ worker: db.worker, ...writing }, asked)
  if (!written) return
  await post(written)
  if (asked.what === 'invitation')
    await db.worker.query('update invitation set mailed_at = wall_clock() where id = $1', [asked.id])
}

/** What was sent and still opens something, for the demonstration's own mailbox. */
export const invitationsSent = async ({ db, ...deps }: MailDeps): Promise<Letter[]> => {
  const text = `${invitation} and mailed_at is not null and expires_at > wall_clock() order by mailed_at desc limit 20`
  const { rows } = await db.worker.query<InvitationRow>(text)
  return rows.map((row) => invitationLetter(deps, row))
}
