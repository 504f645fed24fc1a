import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/client.ts'
import type { Keys } from '../../keys.ts'
import { lettersSent } from '../../links/mail.ts'
import type { Letter } from '../../mail/letter.ts'
import { invitationsSent } from '../../organisations/mail.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { both, escaped, homeLink, page, pageHeaders } from './page.ts'
import type { Beside } from './sign-in.page.ts'

const words = {
  noLetter: { fr: 'Aucun courrier pour l’instant.', en: 'No mail yet.' },
  openLink: { fr: 'Ouvrir le lien', en: 'Open the link' }
} as const satisfies Record<string, Bilingual>

export const mailboxBeside: Beside = {
  path: '/demo/courrier',
  label: { fr: 'Courrier fictif', en: 'Fictional mail' },
  why: {
    fr: 'Les lettres que reçoivent les destinataires sans compte. Rien ne part vraiment.',
    en: 'The letters that recipients without an account receive. Nothing really leaves.'
  }
}

/** What the fictional recipients would have received, each letter with its link. */
const mailboxPage = (letters: readonly Pick<Letter, 'to' | 'subject' | 'text' | 'url'>[]) =>
  page(
    mailboxBeside.label,
    `<p class="why">${both(mailboxBeside.why)}</p>
${
  letters.length === 0
    ? `<p>${both(words.noLetter)}</p>`
    : letters
        .map(
          ({ to, subject, text, url }) =>
            `<section><h2>${escaped(subject)}</h2><p>${escaped(to)}</p>
<p class="letter">${escaped(text)}</p>
<p><a href="${escaped(url)}">${both(words.openLink)}</a></p></section>`
        )
        .join('\n')
}
${homeLink}`
  )

type MailboxOptions = {
  config: Pick<Config, 'publicUrl' | 'callBack' | 'demonstration' | 'smtpUrl'>
  db: Pick<Database, 'worker'>
  keys: Keys
}

/** The letters of the fictional world. Where real people sign in, or letters really leave, there is no such page. */
export const mailboxPlugin = async (app: FastifyInstance, { config, db, keys }: MailboxOptions) => {
  if (!config.demonstration || config.smtpUrl !== undefined) return
  const headers = pageHeaders([config.publicUrl])
  app.get(mailboxBeside.path, { schema: { hide: true } }, async (_request, reply) => {
    const deps = { db, keys, publicUrl: config.publicUrl, callBack: config.callBack }
    const letters = [...(await invitationsSent(deps)), ...(await lettersSent(deps))]
    return reply.headers(headers).send(mailboxPage(letters))
  })
}
