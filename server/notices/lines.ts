import { abilityFor } from '../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../policies/actor.ts'
import { seesWhole } from '../../policies/data-classes.ts'
import { referralClass } from '../../policies/told.ts'
import { glassStates } from '../../workflows/glass.ts'
import { meetingStates, type MeetingState } from '../../workflows/meeting/machine.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { sendingActs } from '../../workflows/referral.refusal.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary.ts'
import { referenceOf, showCode } from '../cases/code.ts'
import { capacitiesIn, selectAll, situationOf, type CaseRow } from '../cases/store.ts'
import { maskOf, sightIn, type Doer, type Sight } from '../cases/masked.ts'
import { timelineOf, type EventRow } from '../cases/timeline.ts'
import type { Reader } from '../cases/view.ts'
import { ask, together, type Tx } from '../db/context.ts'
import { caseEvents, cases, referralEvents, referrals, type notices } from '../db/schema.ts'
import { toldWord } from '../deadlines/told.ts'
import { openingRows, openingsKnown } from '../glass/view.ts'
import { isAwaited, subjectOf } from '../referrals/sides.ts'
import { steps } from '../referrals/story.ts'
import { showsItsStory } from '../referrals/view.ts'
import type { NoticeView } from '../views/notices.ts'

export type Notice = Pick<typeof notices.$inferSelect, 'id' | 'about' | 'aboutId' | 'seq' | 'at'>

/** What a notice says to one reader today. */
export type Said = Omit<NoticeView, 'id' | 'at' | 'fresh'>

/** What each of these notices says; one that this reader may not hear is not there. */
type Telling = (tx: Tx, told: readonly Notice[], reader: Reader) => Promise<Map<string, Said>>

const quiet = { by: null, fields: [], on: null, named: false, referral: null, caseCode: null }

const words = {
  reminder: { fr: 'Rappel : une réponse est attendue', en: 'Reminder: an answer is awaited' },
  meeting: { fr: 'Réunion de la cellule', en: 'Meeting of the cell' },
  opening: { fr: 'Accès d’urgence', en: 'Emergency access' }
} as const satisfies Record<string, Bilingual>

const aboutOf = (told: readonly Notice[]) => [...new Set(told.map(({ aboutId }) => aboutId))]
const numbered = (told: readonly Notice[]) => [told.map(({ aboutId }) => aboutId), told.map(({ seq }) => seq)]

const pairs = '(select * from unnest($1::uuid[], $2::int[]))'
const casesOf = `${selectAll(cases)} where id = any($1::uuid[])`
const actsOf = `${selectAll(caseEvents)} where (case_id, seq) in ${pairs}`
const referralsOf = `${selectAll(referrals)} where id = any($1::uuid[])`
const stepsOf = `${selectAll(referralEvents)} where (referral_id, seq) in ${pairs}`
const meetingsOf = `select id, starts_at as "startsAt", state from meeting where id = any($1::uuid[])`

const askedOf = `select case_id as "caseId", kind, recipient_org_id as "recipientOrgId", sender_org_id as "senderOrgId"
  from referral where case_id = any($1::uuid[])`
const flagsOf = `select case_id as "caseId", org_id as "orgId", command from case_event
  where case_id = any($1::uuid[]) and command = 'case.flag'`

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
const ofNotices = (told: readonly Notice[], say: (notice: Notice) => Said | null) =>
  new Map(
    told.flatMap((notice) => {
      const said = say(notice)
      return said ? [[notice.id, said] as const] : []
    })
  )

type ReferralRow = typeof referrals.$inferSelect
type Asked = Pick<ReferralRow, 'caseId' | 'kind' | 'recipientOrgId' | 'senderOrgId'>
type Flag = Pick<EventRow, 'caseId' | 'orgId' | 'command'>

/** What of these cases decides whose part a reader may know of. */
const partsIn = async (tx: Tx, ids: readonly string[], actor: Actor) => {
  const [sent, flags] = await together([ask<Asked>(tx, askedOf, [ids]), ask<Flag>(tx, flagsOf, [ids])])
  const [sentIn, flagsIn] = [
    Map.groupBy(sent, ({ caseId }) => caseId),
    Map.groupBy(flags, ({ caseId }) => caseId)
  ]
  return (caseId: string, told: Pick<Sight, 'capacity' | 'facts'>) => {
    const sight = sightIn({
      ...told,
      actor,
      sent: sentIn.get(caseId) ?? [],
      events: flagsIn.get(caseId) ?? []
    })
    return (one: Doer) => maskOf(one, sight)
  }
}

/** The acts of a case, in the words and by the right of its journal. Who did it is told by role: names have rules of their own there. */
const acts: Telling = async (tx, told, { actor, locale }) => {
  const ids = aboutOf(told)
  const [rows, events, held, maskedIn] = await together([
    ask<CaseRow>(tx, casesOf, [ids]),
    ask<EventRow>(tx, actsOf, numbered(told)),
    capacitiesIn(tx, ids, actor),
    partsIn(tx, ids, actor)
  ])
  const known = byId(rows)
  return ofNotices(told, ({ aboutId, seq }) => {
    const [row, capacity] = [known.get(aboutId), held.get(aboutId)?.[0]]
    const event = events.find((one) => one.caseId === aboutId && one.seq === seq)
    if (!row || !capacity || !event) return null
    const { facts } = situationOf(row)
    const word = toldWord(event, { placed: seesWhole('K', capacity, facts) })
    const [line] = timelineOf([word], {
      actor,
      capacity,
      facts,
      locale,
      nameOf: () => '',
      maskOf: maskedIn(aboutId, { capacity, facts }),
      origin: false
    })
    if (!line) return null
    // What the clock says is nothing without the clock it is.
    const fields = event.command.startsWith('clock.') ? line.fields : []
    const opens = { what: 'case', id: aboutId } as const
    return {
      ...quiet,
      label: line.label,
      by: line.by.role || null,
      fields,
      caseCode: showCode(row.code),
      opens
    }
  })
}

type StepRow = typeof referralEvents.$inferSelect

/** What a step says; of one that is over, its recipient learns how it ended and what it did itself. */
const stepWords = (row: ReferralRow, step: StepRow, { actor, locale }: Reader) => {
  const kept = showsItsStory(row) || step.seq === row.version || step.orgId === actor.orgId
  if (row.recipientOrgId === actor.orgId && !kept) return null
  return { label: steps[step.command as keyof typeof steps][locale], by: roles[step.role as Role][locale] }
}

/** Steps of referrals, for either side and for whoever sees them in the case. */
const moves: Telling = async (tx, told, reader) => {
  const { actor, locale } = reader
  const policy = abilityFor(actor)
  const rows = await ask<ReferralRow>(tx, referralsOf, [aboutOf(told)])
  const ids = [...new Set(rows.map(({ caseId }) => caseId))]
  const [events, held, caseRows, maskedIn] = await together([
    ask<StepRow>(tx, stepsOf, numbered(told)),
    capacitiesIn(tx, ids, actor),
    ask<CaseRow>(tx, casesOf, [ids]),
    partsIn(tx, ids, actor)
  ])
  const [known, opened] = [byId(rows), byId(caseRows)]
  return ofNotices(told, ({ about, aboutId, seq }) => {
    const row = known.get(aboutId)
    if (!row) return null
    const { caseId } = row
    const [capacity, caseRow] = [held.get(caseId)?.[0], opened.get(caseId)]
    const kind = row.kind as ReferralKind
    const side = policy.can('read', subjectOf(row))
    const follows =
      capacity && caseRow && seesWhole(referralClass(kind), capacity, situationOf(caseRow).facts)
    const step = events.find((one) => one.referralId === aboutId && one.seq === seq)
    const said =
      about === 'reminder'
        ? { label: words.reminder[locale], by: null }
        : step
          ? stepWords(row, step, reader)
          : null
    if (!said || !(side || follows)) return null
    // That a house asks would say that she is sheltered.
    const housing =
      step?.role === 'shelter' &&
      step.orgId !== actor.orgId &&
      !(capacity && caseRow && seesWhole('K', capacity, situationOf(caseRow).facts))
    const masked =
      row.senderOrgId !== actor.orgId &&
      row.recipientOrgId !== actor.orgId &&
      capacity &&
      caseRow &&
      step &&
      maskedIn(caseId, { capacity, facts: situationOf(caseRow).facts })({
        ...step,
        // Whatever its sender does of it is told as the act that sends one tells it.
        command: step.orgId === row.senderOrgId ? (sendingActs(kind)[0] ?? '') : step.command
      })
    return {
      ...quiet,
      ...said,
      ...((masked || housing) && { by: null }),
      label: `${kindRow(kind).label[locale]}. ${said.label}`,
      referral: { reference: referenceOf(row.id), sentAt: row.sentAt.toISOString() },
      named: isAwaited(row) && row.awaitsPersonId === actor.personId,
      caseCode: capacity && caseRow ? showCode(caseRow.code) : null,
      opens: side ? { what: 'referral', id: aboutId } : { what: 'case', id: caseId }
    }
  })
}

type MeetingRow = { id: string; startsAt: Date; state: MeetingState }

/** Where a meeting stands, for whoever holds it or was convened by name: row security knows both. */
const sittings: Telling = async (tx, told, { locale }) => {
  const known = byId(await ask<MeetingRow>(tx, meetingsOf, [aboutOf(told)]))
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
    const label = `${words.opening[reader.locale]}. ${glassStates[row.state].label[reader.locale]}`
    const opens = { what: 'opening', id: aboutId } as const
    return { ...quiet, label, caseCode: row.code && showCode(row.code), opens }
  })
}

const tellings: Record<Notice['about'], Telling> = {
  case: acts,
  referral: moves,
  reminder: moves,
  meeting: sittings,
  opening: emergencies
}

/** What a page of notices says to this reader, under the right they have today. */
export const saidBy = async (tx: Tx, page: readonly Notice[], reader: Reader): Promise<Map<string, Said>> => {
  const said = new Map<string, Said>()
  for (const tellsOf of new Set(page.map(({ about }) => tellings[about]))) {
    const these = page.filter(({ about }) => tellings[about] === tellsOf)
    for (const [id, one] of await tellsOf(tx, these, reader)) said.set(id, one)
  }
  return said
}
