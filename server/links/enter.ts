import type { Actor } from '../../policies/actor.ts'
import { isLive } from '../../workflows/referral/machine.ts'
import { runQuery, setCaseScope, inContext } from '../db/context.ts'
import { LinkReplaced, NotFound } from '../errors.ts'
import type { RouteDeps } from '../http/reading.ts'
import { askMail, renewLink } from '../referrals/by-link.ts'
import { referralOf, type ReferralEntry } from '../referrals/store.ts'
import { claimOf, proves } from './token.ts'

export type Link = {
  id: string
  referralId: string
  orgId: string
  generation: number
  expiresAt: Date
  /** The token is of an earlier letter: it opens nothing. */
  replaced: boolean
}
type Known = Pick<Link, 'id' | 'generation'>

/** Nobody yet: what may be asked before a link is recognised is one function. */
const nobody = { orgId: null, personId: null, role: 'external' } as const

/** Of who holds a link no person is known: in the journal and in what it asks twice, the link stands for them. */
export const actorOf = ({ id, orgId }: Link): Actor => ({
  personId: id,
  name: '',
  orgId,
  orgName: '',
  orgType: 'external',
  role: 'external',
  territory: null,
  accredited: true
})

const known = `select referral_id as "referralId", org_id as "orgId", generation, expires_at as "expiresAt" from link_known($1)`

/**
 * Whether the token is of an earlier letter of this link. It can be guessed no more than the current one, so it
 * proves that its holder received that letter.
 */
const provesEarlier = (keys: RouteDeps['keys'], token: string, { id, generation }: Known) =>
  Array.from({ length: generation - 1 }, (_, nth) => generation - 1 - nth).some((one) =>
    proves(keys, token, { id, generation: one })
  )

/** The link that a token opens, in time or not, or opened before a renewal replaced it; null for any other words. */
export const recognise = async ({ db, keys }: RouteDeps, token: string): Promise<Link | null> => {
  const id = claimOf(token)
  if (id === null) return null
  const [row] = await inContext(db.app, nobody, (tx) =>
    runQuery<Omit<Link, 'id' | 'replaced'>>(tx, known, [id])
  )
  if (!row) return null
  const link = { id, ...row }
  const replaced = !proves(keys, token, link)
  return replaced && !provesEarlier(keys, token, link) ? null : { ...link, replaced }
}

export type Entered = { link: Link; actor: Actor; referral: ReferralEntry; expired: boolean; now: Date }

/**
 * Whoever holds the token, as the organisation that it stands for.
 * @throws NotFound alike for a token that never was, or whose referral ended unanswered or long ago; LinkReplaced for one
 * that was renewed, as long as the referral lives.
 */
export const enter = async (deps: RouteDeps, token: string): Promise<Entered> => {
  const link = await recognise(deps, token)
  if (!link) throw new NotFound('no such link')
  const actor = actorOf(link)
  return inContext(deps.db.app, actor, async (tx, clock) => {
    const now = deps.now?.() ?? clock
    const referral = await referralOf(tx, link.referralId)
    const expired = link.expiresAt <= now
    if (!referral || (!isLive(referral) && (expired || link.replaced || referral.answeredAt === null)))
      throw new NotFound('this link leads nowhere any more')
    if (link.replaced) throw new LinkReplaced('a later letter holds the link')
    return { link, actor, referral, expired, now }
  })
}

/** In time, and of a referral that is not over. @throws NotFound */
export const enterLive = async (deps: RouteDeps, token: string): Promise<Entered> => {
  const entered = await enter(deps, token)
  if (entered.expired || !isLive(entered.referral)) throw new NotFound('this link opens nothing now')
  return entered
}

/** A new link for one that has run out, to the address that is known and to no other. Of any other token, nothing is said. */
export const renew = async (deps: RouteDeps, token: string): Promise<void> => {
  const link = await recognise(deps, token)
  if (!link || link.replaced) return
  await inContext(deps.db.app, actorOf(link), async (tx, clock) => {
    const now = deps.now?.() ?? clock
    const referral = await referralOf(tx, link.referralId)
    if (!referral || !isLive(referral) || link.expiresAt > now) return
    await setCaseScope(tx, referral.caseId)
    if (await renewLink(tx, { ...link, answerBy: referral.answerBy }, now)) await askMail(tx, link.id)
  })
}
