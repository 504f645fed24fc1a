import { abilityFor } from '../../policies/abilities.ts'
import type { Sides } from '../../policies/names.ts'
import { emergencyStates } from '../../workflows/case/emergency-access.ts'
import { meetingStates, type MeetingState } from '../../workflows/meeting/states.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { referenceOf, showCode } from '../cases/code.ts'
import { namesFor, servicesOf } from '../disclosure/names.ts'
import { partsIn, selectAll, type EventRow } from '../cases/store.ts'
import { timelineOf } from '../reading/timeline.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import { discloseReferral, stepsTold, type DisclosedReferral } from '../disclosure/referral.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { caseEvents, referralEvents, referrals, type notices } from '../db/schema/schema.ts'
import { openingRows, openingsKnown } from '../emergency/view.ts'
import { isAwaited, subjectOf } from '../referrals/store.ts'
import { stepWord } from '../referrals/timeline.ts'
import { acquaintedBy, whereaboutsIn } from '../referrals/whereabouts.ts'
import { protocolsTold } from '../protocols/telling.ts'
import { followsTold } from '../teams/telling.ts'
import { handingsTold } from '../handing/proposal/telling.ts'
import { undoingTold } from '../repair/waiting.ts'
import type { NoticeView } from '../views/notices.ts'
import { withoutLine, words } from './words.ts'

export type Notice = Pick<typeof notices.$inferSelect, 'id' | 'about' | 'aboutId' | 'seq' | 'at'>

/** What a notice says to one reader today. */
export type Said = Omit<NoticeView, 'id' | 'at' | 'fresh'>

/** What each of these notices says; one that this reader may not hear is not there. */
type Telling = (tx: Tx, told: readonly Notice[], reader: Reader) => Promise<Map<string, Said>>

const quiet = { by: null, fields: [], on: null, named: false, referral: null, caseCode: null }

const aboutOf = (told: readonly Notice[]) => [...new Set(told.map(({ aboutId }) => aboutId))]
const numbered = (told: readonly Notice[]) => [told.map(({ aboutId }) => aboutId), told.map(({ seq }) => seq)]

const pairs = '(select * from unnest($1::uuid[], $2::int[]))'
const actsOf = `${selectAll(caseEvents)} where (case_id, seq) in ${pairs}`
const referralsOf = `${selectAll(referrals)} where id = any($1::uuid[])`
const stepsOf = `${selectAll(referralEvents)} where (referral_id, seq) in ${pairs}`
const meetingsOf = `select id, starts_at as "startsAt", state from meeting where id = any($1::uuid[])`

const askedOf = `select case_id as "caseId", kind, recipient_org_id as "recipientOrgId", sender_org_id as "senderOrgId"
  from referral where case_id = any($1::uuid[])`

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
const ofNotices = (told: readonly Notice[], say: (notice: Notice) => Said | null) =>
  new Map(
    told.flatMap((notice) => {
      const said = say(notice)
      return said ? [[notice.id, said] as const] : []
    })
  )

type ReferralRow = typeof referrals.$inferSelect
type Asked = Sides & { caseId: string }

/** The acts of a case, in the words and by the right of its journal. Who did it is told by role, where it has a name there. */
const acts: Telling = async (tx, told, reader) => {
  const { actor, locale } = reader
  const ids = aboutOf(told)
  const [events, places, sent] = await settleAll([
    runQuery<EventRow>(tx, actsOf, numbered(told)),
    whereaboutsIn(tx, ids, actor),
    runQuery<Asked>(tx, askedOf, [ids])
  ])
  const sides = Map.groupBy(sent, ({ caseId }) => caseId)
  const services = await servicesOf(
    tx,
    events.map(({ orgId }) => orgId)
  )
  return ofNotices(told, ({ aboutId, seq }) => {
    const where = places.get(aboutId)
    const event = events.find((one) => one.caseId === aboutId && one.seq === seq)
    if (!where || !event) return null
    const names = namesFor(services, acquaintedBy(where, sides.get(aboutId) ?? [], actor), locale)
    const [line] = timelineOf(where.story([event]), { reader, names })
    if (!line) return null
    // A notice shows an act by its label alone. Of what a clock says it shows the fields as well, since they name the
    // clock.
    const fields = event.command.startsWith('clock.') ? line.fields : []
    const opens = { what: 'case', id: aboutId } as const
    return {
      ...quiet,
      label: line.label,
      by: line.by.role || null,
      fields,
      caseCode: showCode(where.code),
      opens
    }
  })
}

type StepRow = typeof referralEvents.$inferSelect
type ToldStep = ReturnType<typeof stepsTold<StepRow>>[number]

/** What a step says; of one that is over, its recipient learns how it ended and what it did itself. */
const stepWords = (row: DisclosedReferral, step: ToldStep, locale: Locale, by: string) =>
  step.theirs || step.seq === row.version
    ? { label: stepWord(step, locale), by: (step.byWhom && by) || null }
    : null

/** Steps of referrals, for either side and for whoever sees them in the case. */
const moves: Telling = async (tx, told, reader) => {
  const { actor, locale } = reader
  const policy = abilityFor(actor)
  const rows = await runQuery<ReferralRow>(tx, referralsOf, [aboutOf(told)])
  const ids = [...new Set(rows.map(({ caseId }) => caseId))]
  const [events, places] = await settleAll([
    runQuery<StepRow>(tx, stepsOf, numbered(told)),
    whereaboutsIn(tx, ids, actor)
  ])
  const known = byId(rows)
  const services = await servicesOf(
    tx,
    events.map(({ orgId }) => orgId)
  )
  return ofNotices(told, ({ about, aboutId, seq }) => {
    const kept = known.get(aboutId)
    if (!kept) return null
    const { caseId } = kept
    const where = places.get(caseId)
    const row = discloseReferral(kept, where, actor)
    const kind = row.kind as ReferralKind
    const side = policy.can('read', subjectOf(row))
    const step = stepsTold(row, events).find((one) => one.seq === seq)
    const names = namesFor(services, acquaintedBy(where, [row], actor), locale)
    const still = about === 'reminder' || about === 'fallen' ? withoutLine(about, row) : null
    const said = still
      ? { label: still[locale], by: null }
      : step && about === 'referral'
        ? stepWords(row, step, locale, names.by(step).role)
        : null
    if (!said || !(side || where?.referral(kind))) return null
    return {
      ...quiet,
      ...said,
      label: `${kindRow(kind).label[locale]}. ${said.label}`,
      referral: { reference: referenceOf(row.id), sentAt: row.sentAt.toISOString() },
      named: isAwaited(row) && row.awaitsPersonId === actor.personId,
      caseCode: where ? showCode(where.code) : null,
      opens: side ? { what: 'referral', id: aboutId } : { what: 'case', id: caseId }
    }
  })
}

type MeetingRow = { id: string; startsAt: Date; state: MeetingState }

/** Where a meeting stands, for whoever holds it or was convened by name: row security knows both. */
const sittings: Telling = async (tx, told, { locale }) => {
  const known = byId(await runQuery<MeetingRow>(tx, meetingsOf, [aboutOf(told)]))
  return ofNotices(told, ({ aboutId }) => {
    const row = known.get(aboutId)
    if (!row) return null
    const label = `${words.meeting[locale]}. ${meetingStates[row.state].label[locale]}`
    return { ...quiet, label, on: row.startsAt.toISOString(), opens: { what: 'meeting', id: aboutId } }
  })
}

const emergencies: Telling = async (tx, told, reader) => {
  const rows = await openingRows(tx, { where: 'where g.id = any($1::uuid[])', values: [aboutOf(told)] })
  const known = byId(openingsKnown(rows, reader))
  return ofNotices(told, ({ aboutId }) => {
    const row = known.get(aboutId)
    if (!row) return null
    const label = `${words.opening[reader.locale]}. ${emergencyStates[row.state].label[reader.locale]}`
    const opens = { what: 'opening', id: aboutId } as const
    return { ...quiet, label, caseCode: row.code && showCode(row.code), opens }
  })
}

type Says = (id: string, seq: number) => (Pick<Said, 'label' | 'opens'> & Partial<Said>) | null

/** As what keeps these rows says each of them. */
const as =
  (saysOf: (tx: Tx, ids: readonly string[], reader: Reader) => Promise<Says>): Telling =>
  async (tx, told, reader) => {
    const says = await saysOf(tx, aboutOf(told), reader)
    return ofNotices(told, ({ aboutId, seq }) => {
      const one = says(aboutId, seq)
      return one ? { ...quiet, ...one } : null
    })
  }

/** That a case is followed by others from now on: to those who do, and to those who did. */
const follows = as(followsTold)

/** That nobody accompanies the person any more: to the cell, which names another. That nobody of the cell reads the case: to whoever accompanies. */
const left: Telling = async (tx, told, { actor, locale }) => {
  const ids = aboutOf(told)
  const [places, parts] = await settleAll([whereaboutsIn(tx, ids, actor), partsIn(tx, ids, actor)])
  return ofNotices(told, ({ aboutId }) => {
    const where = places.get(aboutId)
    const opens = { what: 'case', id: aboutId } as const
    const { [locale]: label } = words[parts.get(aboutId)?.held.includes('cell') ? 'left' : 'unread']
    return where ? { ...quiet, label, caseCode: showCode(where.code), opens } : null
  })
}

/** A protocol of the territory is signed, or taken back: what is signed is for everybody to read. */
const signatures = as(protocolsTold)

/** That a case is proposed to another association, and what became of it: to its two sides. */
const handings = as(handingsTold)

/** That others ask to undo an act, to whoever concludes; and what was concluded, to whoever asked. */
const undoing = as(undoingTold)

const tellings: Record<Notice['about'], Telling> = {
  caseload: follows,
  case: acts,
  left,
  referral: moves,
  reminder: moves,
  fallen: moves,
  meeting: sittings,
  opening: emergencies,
  protocol: signatures,
  handing: handings,
  undo: undoing
}

/** Of these PostgreSQL or the policy knows persons (whoever was convened, opened or confirms), and not all of a role alike. */
export const ofPersons: readonly Notice['about'][] = ['meeting', 'opening', 'caseload', 'handing']

/** What a page of notices says to this reader, under the right they have today. */
export const saidBy = async (tx: Tx, page: readonly Notice[], reader: Reader): Promise<Map<string, Said>> => {
  const said = new Map<string, Said>()
  for (const tellsOf of new Set(page.map(({ about }) => tellings[about]))) {
    const these = page.filter(({ about }) => tellings[about] === tellsOf)
    for (const [id, one] of await tellsOf(tx, these, reader)) said.set(id, one)
  }
  return said
}
