import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import type { Keys } from '../keys.ts'
import { lettersSent } from '../links/mail.ts'
import { mailboxPage, mailboxPath, pageHeaders } from './sign-in.page.ts'

type MailboxOptions = {
  config: Pick<Config, 'publicUrl' | 'oidc' | 'smtpUrl'>
  db: Pick<Database, 'owner'>
  keys: Keys
}

/** The letters of the fictional world. Where real people sign in, or letters really leave, there is no such page. */
export const mailboxPlugin = async (app: FastifyInstance, { config, db, keys }: MailboxOptions) => {
  if (config.oidc !== null || config.smtpUrl !== undefined) return
  const headers = pageHeaders([config.publicUrl])
  app.get(mailboxPath, { schema: { hide: true } }, async (_request, reply) => {
    const letters = await lettersSent({ db, keys, publicUrl: config.publicUrl })
    return reply.headers(headers).send(mailboxPage(letters))
  })
}
