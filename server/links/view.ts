import { Type, type Static } from 'typebox'
import { accessTo } from '../../policies/data-classes.ts'
import { closed } from '../../workflows/fields.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import {
  openReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../../workflows/referral.machine.ts'
import {
  dataClasses,
  sealedClasses,
  type ReferralKind,
  type SealedClass
} from '../../workflows/vocabulary.ts'
import { readCase, type CaseRow } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { compartments } from '../db/schema.ts'
import type { Locale } from '../http/locale.ts'
import { viewReferral } from '../referrals/view.ts'
import { ReferralView } from '../views/schemas.ts'
import type { Entered } from './enter.ts'

const { preview, answerDue, actions, version } = ReferralView.properties

/** What a link shows. Over, it holds the day of the answer; run out, not even that. */
export const LinkView = closed({
  state: Type.String({ enum: ['waiting', 'accepted', 'over', 'expired'] }),
  version,
  kindLabel: Type.Union([Type.String(), Type.Null()]),
  answeredAt: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.Union([Type.String(), Type.Null()]),
  answerDue,
  preview,
  /** The question that was asked and its answer. */
  said: preview,
  refusals: Type.Array(Type.String()),
  actions,
  classes: Type.Array(closed({ class: Type.String(), label: Type.String() }))
})
export type LinkView = Static<typeof LinkView>

const nothing = {
  version: 0,
  kindLabel: null,
  answeredAt: null,
  expiresAt: null,
  answerDue: null,
  preview: [],
  said: [],
  refusals: [],
  actions: [],
  classes: []
}

/** The acts of who answers by link. Passing it on to another is not one: a link is for one address. */
export const linkCommands = ['accept', 'decline', 'ask', 'end'] as const satisfies readonly ReferralCommand[]

/** Classes that hold something and that the capacity may ask to read, each reading being noted. */
const askable = async (tx: Tx, row: CaseRow, kind: ReferralKind, locale: Locale) => {
  const held = await tx.selectDistinct({ dataClass: compartments.dataClass }).from(compartments)
  const { capacity } = kindRow(kind)
  return held
    .map(({ dataClass }) => dataClass as SealedClass)
    .filter((one) => sealedClasses.includes(one) && one !== 'A')
    .filter((one) => accessTo(one, capacity, row.facts).access !== 'closed')
    .map((one) => ({ class: one, label: dataClasses[one][locale] }))
}

/** What whoever holds the link reads now. Neither who sent it nor where is ever part of it. */
export const viewLink = async (tx: Tx, entered: Entered, locale: Locale): Promise<LinkView> => {
  const { referral, actor, expired, now, link } = entered
  const waiting = (openReferralStates as readonly string[]).includes(referral.state)
  const answeredAt = referral.answeredAt?.toISOString() ?? null
  if (expired) return { ...nothing, state: 'expired' }
  if (!waiting && (referral.state as ReferralState) !== 'accepted')
    return { ...nothing, state: 'over', answeredAt }
  const view = await viewReferral(tx, referral.id, { actor, locale, now })
  const kind = referral.kind as ReferralKind
  const row = await readCase(tx, referral.caseId)
  return {
    state: waiting ? 'waiting' : 'accepted',
    version: view.version,
    kindLabel: view.kindLabel,
    answeredAt,
    expiresAt: link.expiresAt.toISOString(),
    answerDue: view.answerDue,
    preview: view.preview,
    said: view.events
      .filter(({ command }) => ['ask', 'answer'].includes(command))
      .flatMap(({ fields }) => fields),
    refusals: waiting ? Object.values(kindRow(kind).refusals).map(({ label }) => label[locale]) : [],
    actions: view.actions.filter(({ command }) => (linkCommands as readonly string[]).includes(command)),
    classes: row ? await askable(tx, row, kind, locale) : []
  }
}
