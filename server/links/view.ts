import type { Actor } from '../../policies/actor.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { isUnanswered, type ReferralCommand } from '../../workflows/referral/machine.ts'
import { dataClasses, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { readCase, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { sealedFor } from '../disclosure/sealed.ts'
import type { Locale } from '../locale.ts'
import { servicesOf } from '../disclosure/names.ts'
import { senderWord } from '../mail/sender.ts'
import { viewReferral } from '../referrals/view.ts'
import type { LinkView } from '../views/link.ts'
import type { Entered } from './enter.ts'

const nothing = {
  version: 0,
  kindLabel: null,
  reference: null,
  sender: null,
  sentAt: null,
  answeredAt: null,
  expiresAt: null,
  answerDue: null,
  preview: [],
  said: [],
  refusals: [],
  actions: [],
  classes: []
}

type Asking = { kind: ReferralKind; actor: Actor; locale: Locale }

/** The acts of who answers by link. Passing it on to another is not one: a link is for one address. */
export const linkCommands = ['accept', 'decline', 'ask', 'end'] as const satisfies readonly ReferralCommand[]

const sealed = `select distinct c.data_class as "dataClass", e.command, e.org_id as "orgId", e.role
  from compartment c join case_event e on e.case_id = c.case_id and e.seq = c.seq where c.case_id = $1`

type Holding = Parameters<typeof sealedFor>[2]['holding'][number]

/** Classes in which the capacity may ask to read something, each reading being noted. */
const askable = async (tx: Tx, { id, facts }: CaseRow, { kind, actor, locale }: Asking) => {
  const holding = await runQuery<Holding>(tx, sealed, [id])
  return sealedFor(kind, facts, { holding, actor }).map((one) => ({
    class: one,
    label: dataClasses[one][locale]
  }))
}

/** Who asks, as its kind lets it be told. A structure that houses people is never named: its name says where. */
const senderOf = async (tx: Tx, { senderOrgId, kind }: Entered['referral'], locale: Locale) => {
  const sender = (await servicesOf(tx, [senderOrgId])).get(senderOrgId)
  if (sender?.type === 'association' && kindRow(kind).namesSender) return sender.name
  return senderWord(sender?.type)[locale]
}

/** What whoever holds the link reads now; never where the person is. */
export const viewLink = async (tx: Tx, entered: Entered, locale: Locale): Promise<LinkView> => {
  const { referral, actor, expired, now, link } = entered
  const waiting = isUnanswered(referral)
  const answeredAt = referral.answeredAt?.toISOString() ?? null
  if (expired) return { ...nothing, state: 'expired' }
  if (!waiting && referral.state !== 'accepted') return { ...nothing, state: 'over', answeredAt }
  const view = await viewReferral(tx, referral.id, { actor, locale, now })
  const { kind } = referral
  const row = await readCase(tx, referral.caseId)
  return {
    state: waiting ? 'waiting' : 'accepted',
    version: view.version,
    kindLabel: view.kindLabel,
    reference: view.reference,
    sender: await senderOf(tx, referral, locale),
    sentAt: referral.sentAt.toISOString(),
    answeredAt,
    expiresAt: link.expiresAt.toISOString(),
    answerDue: view.answerDue,
    preview: view.preview,
    said: view.events
      .filter(({ command }) => ['ask', 'answer'].includes(command))
      .flatMap(({ fields }) => fields),
    refusals: waiting ? Object.values(kindRow(kind).refusals).map(({ label }) => label[locale]) : [],
    actions: view.actions.filter(({ command }) => (linkCommands as readonly string[]).includes(command)),
    classes: row ? await askable(tx, row, { kind, actor, locale }) : []
  }
}
