import type { Role } from '../../policies/actor.ts'
import { managesAccess, secondRefused } from '../../policies/organisations.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { endAllOfPerson, forgetDeviceKeys } from '../auth/store.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { poolOf, runQuery, whenCommitted, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused, wrongField } from '../errors.ts'
import { wake } from '../outbox/wake.ts'
import { warnByHand, type Inactivity } from './access/unseen.ts'
import { mustManage } from './invitations.ts'
import { putProposal } from './proposals.ts'
import { administratorsNow } from './store.ts'
import { todayOf } from './today.ts'

type Member = {
  id: string
  personId: string
  orgId: string
  role: Role
  manager: boolean
  alternate: boolean
  ended: boolean
}

const member = `select id, person_id as "personId", org_id as "orgId", role, manager, alternate, coalesce(until <= wall_clock(), false) as ended
  from membership where id = $1`
const managersLeft = `select count(*)::int as n from membership where org_id = $1 and manager and id <> $2
  and (until is null or until > wall_clock())`

/** Whose absence gives their voice in the cell to another. */
export const holdsSeat = ({ role, alternate }: Pick<Member, 'role' | 'alternate'>): boolean =>
  role === 'cell_member' && !alternate

/** @throws NotFound, as for one that ended. */
const memberOf = async (tx: Tx, id: string): Promise<Member> => {
  const [row] = await runQuery<Member>(tx, member, [id])
  if (!row || row.ended) throw new NotFound('no such membership')
  return row
}

const lastOfAll: Bilingual = {
  fr: 'Plus personne n’administrerait la plateforme : invitez d’abord quelqu’un d’autre.',
  en: 'Nobody would administer the platform any more: first invite somebody else.'
}
const mustAdminister = async (tx: Tx) => {
  const there = await administratorsNow(tx)
  if (there.now < 2) throw new RuleRefused('the last administrator', secondRefused(there) ?? lastOfAll)
}
const lastManager = () =>
  new RuleRefused('the last manager', {
    fr: 'Plus personne ne gérerait les accès de votre organisation : nommez d’abord quelqu’un d’autre.',
    en: 'Nobody would manage the access of your organisation any more: first name somebody else.'
  })

/** The administration may leave an organisation without anybody; whoever manages it may not do so by leaving. */
const mustLeaveSomebody = async (tx: Tx, { id, orgId, role, manager, personId }: Member, self: string) => {
  if (role === 'admin') await mustAdminister(tx)
  if (!manager || personId !== self) return
  const [left] = await runQuery<{ n: number }>(tx, managersLeft, [orgId, id])
  if (left!.n === 0) throw lastManager()
}

type Deed = { action: string; id: string; request: object; own?: boolean }

/** An act on one membership: by who manages the organisation, the administration, or, where it is their own absence, the person. */
const onMember = (
  gate: Gate,
  asked: Keyed,
  { action, id, request, own = false }: Deed,
  work: (tx: Tx, row: Member, at: Date) => Promise<unknown>
) =>
  acting(
    gate,
    asked,
    { action, aggregate: 'membership', id, request: { id, ...request } },
    async (tx, at) => {
      const row = await memberOf(tx, id)
      if (!(own && row.personId === asked.actor.personId)) mustManage(asked.actor, row.orgId)
      await work(tx, row, at)
      return { orgId: row.orgId, detail: row.role }
    }
  )

const end = 'update membership set until = $2 where id = $1'
const signOut = `${endAllOfPerson} and (membership_id is null or membership_id = $3)`

/** At once: the next request of this person finds nothing, and what they listen to ends. */
export const endMembership = (gate: Gate, asked: Keyed, id: string) =>
  onMember(gate, asked, { action: 'membership.end', id, request: {} }, async (tx, row, at) => {
    await mustLeaveSomebody(tx, row, asked.actor.personId)
    await runQuery(tx, end, [id, at])
    // The cells of those whom nobody accompanies any more are told by it.
    whenCommitted(tx, () => wake(poolOf(tx)))
    await runQuery(tx, signOut, [row.personId, at, id])
    await runQuery(tx, forgetDeviceKeys, [row.personId, null])
  })

const ownAccount = () =>
  new RuleRefused('one’s own sessions', {
    fr: 'Vos propres appareils se déconnectent depuis votre compte.',
    en: 'Your own devices are signed out from your account.'
  })

/** Every session of this person, wherever they work: what was lost or lent is the device, whichever organisation it was opened for. */
export const signOutMember = (gate: Gate, asked: Keyed, id: string) =>
  onMember(gate, asked, { action: 'membership.sign_out', id, request: {} }, async (tx, row, at) => {
    if (row.personId === asked.actor.personId) throw ownAccount()
    await runQuery(tx, endAllOfPerson, [row.personId, at])
    await runQuery(tx, forgetDeviceKeys, [row.personId, null])
  })

const notByHand: Bilingual = {
  fr: 'On ne prévient à la main que quelqu’un d’autre, sans adresse de courriel, qui ne s’est pas connecté depuis longtemps, et une fois.',
  en: 'One warns by hand somebody else alone, who has no e-mail address and has not signed in for long, and once.'
}

/** Written down of who cannot be mailed, on the day on which it is written: their access then closes as after a letter. */
export const sayWarned = (gate: Gate, asked: Keyed, id: string, { warnedDays }: Inactivity) =>
  onMember(gate, asked, { action: 'membership.warned', id, request: {} }, async (tx, row) => {
    const { personId } = asked.actor
    const done = row.personId !== personId && (await runQuery(tx, warnByHand, [id, personId, warnedDays]))
    if (!done || done.length === 0) throw new RuleRefused('not warned by hand', notByHand)
  })

/** Who sits in the cell waits for a second person. @throws RuleRefused where it waits already. */
const putOfSeat = (tx: Tx, row: Member, by: { personId: string; at: Date }, { kind, ...said }: OfSeat) =>
  putProposal(tx, by, { kind, orgId: row.orgId, body: { role: row.role, membership: row.id, ...said } })

type OfSeat = { kind: 'seat'; alternate: boolean } | ({ kind: 'absence' } & Absence)

const away = 'update membership set absent_from = $2, absent_until = $3 where id = $1'

export type Absence = { from: string; until: string | null }

/** Said by another than who holds a seat of the cell, it gives their voice to the alternate: two persons say it. */
export const sayAbsence = (gate: Gate, asked: Keyed, id: string, { from, until }: Absence) =>
  onMember(
    gate,
    asked,
    { action: 'membership.absence', id, request: { from, until }, own: true },
    async (tx, row, at) => {
      if (until !== null && until < from)
        throw wrongField('until', 'before', {
          fr: 'Le retour précède le départ',
          en: 'The return precedes the leaving'
        })
      if (until !== null && until < todayOf(at))
        throw wrongField('until', 'past', { fr: 'Ce jour est passé', en: 'This day is past' })
      const { personId } = asked.actor
      if (holdsSeat(row) && row.personId !== personId)
        await putOfSeat(tx, row, { personId, at }, { kind: 'absence', from, until })
      else await runQuery(tx, away, [id, from, until])
    }
  )

export const sayReturn = (gate: Gate, asked: Keyed, id: string) =>
  onMember(gate, asked, { action: 'membership.return', id, request: {}, own: true }, (tx) =>
    runQuery(tx, away, [id, null, null])
  )

const onlyManagers = () =>
  new RuleRefused('another manager names', {
    fr: 'La personne qui gère les accès de cette organisation en nomme une autre ; l’administration invite à deux.',
    en: 'Whoever manages the access of this organisation names another; the administration invites by two.'
  })

/** Gives or takes the right to say who has access; it is given by who has it there. */
export const setManager = (gate: Gate, asked: Keyed, id: string, manager: boolean) =>
  onMember(gate, asked, { action: 'membership.manager', id, request: { manager } }, async (tx, row) => {
    const { actor } = asked
    if (manager && !(managesAccess(actor) && actor.orgId === row.orgId)) throw onlyManagers()
    if (!manager) await mustLeaveSomebody(tx, { ...row, role: 'asso' }, actor.personId)
    await runQuery(tx, 'update membership set manager = $2 where id = $1', [id, manager])
  })

/** Who holds a seat of the cell, and who sits where they are away: two persons say either. */
export const setAlternate = (gate: Gate, asked: Keyed, id: string, alternate: boolean) =>
  onMember(gate, asked, { action: 'membership.seat', id, request: { alternate } }, async (tx, row, at) => {
    if (row.role !== 'cell_member')
      throw wrongField('alternate', 'no_seat', {
        fr: 'Seul un siège de la cellule a un suppléant',
        en: 'Only a seat of the cell has an alternate'
      })
    if (row.alternate === alternate) return
    await putOfSeat(tx, row, { personId: asked.actor.personId, at }, { kind: 'seat', alternate })
  })
