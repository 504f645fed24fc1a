import type { LightMyRequestResponse } from 'fastify'
import { unseal } from '../../../server/db/sealing.ts'
import type { Letter as Post } from '../../../server/mail/letter.ts'
import { claimOf } from '../../../server/links/token.ts'
import { addressAt } from '../../../server/referrals/by-link.ts'
import { readInPdf } from '../../support/meetings.ts'
import type { TestApp } from '../../support/running/app.ts'

/** `headers`: all but what is of the moment, and what is compared by itself. */
export type Answer = { status: number; etag: string | null; headers: Record<string, string>; body: string }
/** `done`: it would have been, had it been kept. */
export type Tried = Pick<Answer, 'status' | 'body'> & { done: boolean }
/** `link`: by which whoever it is addressed to was asked; null of a letter to anybody else. */
export type Letter = Pick<Post, 'to' | 'subject' | 'text' | 'url' | 'messageId' | 'calendar'> & {
  link: string | null
}

const ofTheMoment = ['date', 'x-request-id', 'etag', 'content-length']

const headersOf = (headers: LightMyRequestResponse['headers']) =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !ofTheMoment.includes(name))
      .map(([name, value]) => [name, String(value).replace(/nonce-[^'"]+/g, '')])
  )

export const answerOf = ({ statusCode, headers, body, rawPayload }: LightMyRequestResponse): Answer => ({
  status: statusCode,
  etag: (headers['etag'] as string | undefined) ?? null,
  headers: headersOf(headers),
  // Of a file, what is read in it.
  body: headers['content-type'] === 'application/pdf' ? readInPdf(rawPayload).join('\n') : body
})

/** A letter, and the link that it holds where it goes to the very address that was asked. */
export const addressed = async ({ owner, keys }: TestApp['db'], letter: Post): Promise<Letter> => {
  const link = claimOf(letter.url.split('/').at(-1)!)
  const { rows } = await owner.query<{ address: Buffer | null }>(
    'select address from referral_link where id = $1',
    [link]
  )
  const address = rows[0]?.address
  const isAsked = address && letter.to === String(unseal(keys, addressAt(link!), address))
  return { ...letter, link: isAsked ? link : null }
}
