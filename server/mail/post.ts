import { createTransport } from 'nodemailer'
import { isLoopback, type Config } from '../config.ts'
import { lettersLeave } from './leaving.ts'
import type { Enclosed, Letter } from './letter.ts'

export type Post = (letter: Letter) => Promise<unknown>

const enclosed = ({ method, text }: Enclosed) => ({
  ...{ filename: 'reunion.ics', content: text },
  contentType: `text/calendar; charset=utf-8; method=${method}`
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
  if (!lettersLeave({ smtpUrl, demonstration })) return null
  if (smtpUrl === undefined) return async () => {}
  // A letter may bring a link that opens a request: it leaves this machine encrypted, unless its address says `?requireTLS=false`.
  const transport = createTransport(
    { url: smtpUrl, requireTLS: !isLoopback(smtpUrl) },
    { from: `MNIO <ne-pas-repondre@${new URL(publicUrl).hostname}>` }
  )
  return ({ to, subject, text, messageId, calendar }) =>
    transport.sendMail({
      ...{ to, subject, text },
      ...(messageId && { messageId }),
      ...(calendar && { attachments: [enclosed(calendar)] })
    })
}
