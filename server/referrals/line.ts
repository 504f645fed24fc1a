import { referralDuties } from '../../policies/duties.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { isUnanswered, referralStates } from '../../workflows/referral/machine.ts'
import { dangers } from '../../workflows/vocabulary/words.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { dueView, type Due } from '../deadlines/view.ts'
import type { DisclosedReferral } from '../disclosure/referral.ts'
import type { Locale } from '../locale.ts'
import type { ReferralLine } from '../views/schemas.ts'
import { badgeTone } from '../views/words.ts'
import { needsOf } from '../disclosure/badges.ts'
import { nobodyReads } from '../cases/staff.ts'
import type { Names } from '../disclosure/names.ts'
import { referenceOf, showCode } from '../cases/code.ts'

export type LineContext = {
  now: Date
  locale: Locale
  names: Names
  /** Of its own recipients by link, the address it typed, masked. */
  masks: ReadonlyMap<string, string>
  /** The running answer clock, if one runs. */
  clock: Due | null
  territory: string
  /** Whether the reader may know where she is. */
  placed: boolean
  /** The case's code, for those who may open the case. */
  caseCode: string | null
}

const escalation = {
  escalated: { fr: 'Sans réponse. Signalé à', en: 'No answer. Raised with' },
  declined: { fr: 'À décider par', en: 'To be decided by' }
} as const satisfies Record<string, Bilingual>

/** A recipient by link is known to who asked it by the address typed. */
const recipientName = (row: DisclosedReferral, { names, masks }: LineContext) =>
  masks.get(row.id) ?? names.of(row.recipientOrgId)

const someone: Bilingual = { fr: 'une personne de la structure', en: 'someone of the structure' }

/**
 * The person who is waited for, by name. A name tells in which département its bearer works; a reader who may not
 * know where the person lives reads only the names of their own colleagues, in every case alike. Where the
 * organisation's name is hidden, its people's names are too.
 */
export const waitedFor = (
  { escalatedTo, awaitsOrgId, senderOrgId, awaitsOwn }: DisclosedReferral,
  { names, locale, placed }: Pick<LineContext, 'names' | 'locale' | 'placed'>
): string | null => {
  const known = awaitsOwn || (placed && names.isNamed(awaitsOrgId ?? senderOrgId))
  return escalatedTo && (known ? escalatedTo : someone[locale])
}

/** To who waits for an answer that nobody there can give here. */
export const unreadBy = (
  { mine, recipientOrgId, ...row }: DisclosedReferral,
  { names, locale }: Pick<LineContext, 'names' | 'locale'>
): string | null =>
  !mine && isUnanswered(row) && names.isEmpty(recipientOrgId)
    ? `${nobodyReads[locale].replace(/^./, (first) => first.toUpperCase())}.`
    : null

/** The answer where there is one; before it, what the recipient weighs: needs, never who or where. */
const summaryOf = (row: DisclosedReferral, context: LineContext): string => {
  const { locale } = context
  const waited = waitedFor(row, context)
  const refusal = row.reason && (row.reasonAdded ?? kindRow(row.kind).refusals[row.reason]?.label)?.[locale]
  const decides = row.followUp === 'escalate' && waited ? `. ${escalation.declined[locale]} ${waited}.` : ''
  if (refusal) return `${refusal}${decides}`
  if (row.state === 'escalated' && waited) return `${escalation.escalated[locale]} ${waited}.`
  return isUnanswered(row) ? (unreadBy(row, context) ?? needsOf(row.preview, locale)) : ''
}

/** Immediate danger as its preview tells it, while an answer is awaited. */
const dangerOf = (row: DisclosedReferral, locale: Locale) =>
  isUnanswered(row) && row.preview['danger'] === 'immediate' ? dangers.immediate[locale] : null

/** What whoever moves it next has to do, where that is not its recipient, who reads its own answer and no more. */
const settlingOf = (row: DisclosedReferral, locale: Locale) => {
  if (row.mine) return null
  if (row.state === 'questioned') return referralDuties['referral.question'][locale]
  if (row.followUp !== null) return referralDuties['referral.declined'][locale]
  return row.state === 'escalated' ? referralDuties['referral.silent'][locale] : null
}

/** A referral in a list: to whom, where it stands, until when an answer is due. */
export const referralLine = (row: DisclosedReferral, context: LineContext): ReferralLine => {
  const { now, locale, clock, territory, caseCode } = context
  const kind = kindRow(row.kind)
  const state = referralStates[row.state]
  return {
    id: row.id,
    reference: referenceOf(row.id),
    kind: row.kind,
    kindLabel: kind.label[locale],
    sender: context.names.of(row.senderOrgId),
    recipient: recipientName(row, context),
    direction: row.mine ? 'in' : 'out',
    state: row.state,
    stateLabel: state.label[locale],
    tone: badgeTone(state.tone),
    sentAt: row.sentAt.toISOString(),
    answerDue: clock && dueView(clock, { territory, now, locale }),
    summary: summaryOf(row, context),
    danger: dangerOf(row, locale),
    toSettle: settlingOf(row, locale),
    caseCode: caseCode && showCode(caseCode),
    caseId: caseCode === null ? null : row.caseId
  }
}
