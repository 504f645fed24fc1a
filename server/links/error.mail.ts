import { ordinal } from '../../workflows/vocabulary/ordinal.ts'
import { referenceOf } from '../cases/code.ts'
import { unseal } from '../db/sealing.ts'
import { addressAt } from '../referrals/by-link.ts'
import { dateFormat } from '../views/formats.ts'
import { checking } from './checking.ts'
import type { Letter, MailDeps, Post } from './mail.ts'

/** Of a letter that had left: its address, sealed as it was kept, and what it bore. */
type Sent = { link: string; address: string; referral: string; sentAt: string }

const day = (at: string, language: 'fr' | 'en') =>
  ordinal(
    dateFormat(language, { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }).format(new Date(at)),
    language
  )

/** Says that the letter was an error and opens nothing any more; nothing of whom nor of what. */
export const errorLetterOf = ({ keys, publicUrl, callBack }: Omit<MailDeps, 'db'>, sent: Sent): Letter => {
  const reference = referenceOf(sent.referral)
  const check = checking({ publicUrl, callBack }, reference)
  const text = [
    'Bonjour,',
    `La demande ${reference}, envoyée le ${day(sent.sentAt, 'fr')}, vous a été adressée par erreur : une erreur de saisie, à oublier.`,
    'Son lien n’ouvre plus rien et aucune réponse n’est attendue. Supprimez ce message et le précédent.',
    check.fr,
    '---',
    'Hello,',
    `Request ${reference}, sent on ${day(sent.sentAt, 'en')}, was sent to you by mistake: an entry made in error, please disregard it.`,
    'Its link opens nothing any more and no answer is awaited. Please delete this message and the one before.',
    check.en
  ].join('\n\n')
  const to = String(unseal(keys, addressAt(sent.link), Buffer.from(sent.address, 'base64')))
  return {
    to,
    subject: 'Erreur de saisie, à oublier · Entered in error, please disregard',
    text,
    url: publicUrl
  }
}

/** One job of the queue. */
export const mailError = ({ post, ...deps }: Omit<MailDeps, 'db'> & { post: Post }, sent: Sent) =>
  post(errorLetterOf(deps, sent))
