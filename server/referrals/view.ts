import type { Actor } from '../../policies/actor.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { passesOn } from '../../workflows/referral/kinds/kinds.ts'
import { isUnanswered } from '../../workflows/referral/machine.ts'
import { shownOf } from '../../workflows/referral/preview.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { readCase, selectAll, situationOf, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { discloseReferral, stepsTold, type DisclosedReferral } from '../disclosure/referral.ts'
import { configurationOf, pinnedVersion } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines, referralEvents } from '../db/schema/schema.ts'
import type { Locale } from '../locale.ts'
import type { ReferralView } from '../views/schemas.ts'
import { showValue } from '../views/words.ts'
import { showCode } from '../cases/code.ts'
import { toldOver } from '../deadlines/disclosure.ts'
import { linkOf } from './by-link.ts'
import { holdsStay } from '../places/stays.ts'
import { actionsOf, recipientsLike } from './actions.ts'
import { referralLine, unreadBy, waitedFor } from './line.ts'
import { contextsOf } from './list.ts'
import { offeredPlace } from './place.ts'
import { eventViews } from './timeline.ts'
import { referralFor } from './store.ts'
import { whereaboutsIn } from './whereabouts.ts'

const notes = {
  before: {
    fr: 'Vous voyez ce qui est demandé et ce qu’il faut pour répondre, pas l’identité ni l’adresse. Le dossier s’ouvre à vous si vous acceptez.',
    en: 'You see what is asked and what it takes to answer, not the identity or the address. The case opens to you if you accept.'
  },
  sender: {
    fr: 'Ce que le destinataire voit avant de répondre.',
    en: 'What the recipient sees before answering.'
  },
  reoffer: {
    fr: 'Refusée : envoyez-la de nouveau depuis le dossier, ou dites ici ce qui est décidé.',
    en: 'Declined: send it again from the case, or say here what is decided.'
  },
  escalate: {
    fr: 'Refusée : une personne nommée décide de la suite, et le dit ici.',
    en: 'Declined: a person with a name decides what follows, and says it here.'
  },
  accepted: {
    fr: 'Orientation acceptée : le dossier vous est ouvert.',
    en: 'Referral accepted: the case is open to you.'
  },
  over: {
    fr: 'Cette orientation est terminée. Il n’en reste ici que la réponse.',
    en: 'This referral is over. Only the answer remains here.'
  }
} as const satisfies Record<string, Bilingual>

const previewOf = ({ kind, preview }: DisclosedReferral, locale: Locale) =>
  shownOf(kind, preview).map(({ value, schema }) => ({
    label: notesOf(schema)?.label[locale] ?? '',
    value: showValue(value, schema, locale)
  }))

const noteOf = (row: DisclosedReferral) => {
  if (!row.mine) return row.followUp === null ? notes.sender : notes[row.followUp]
  if (row.state === 'accepted') return notes.accepted
  return isUnanswered(row) ? notes.before : notes.over
}

type EventRow = typeof referralEvents.$inferSelect

const steps = `${selectAll(referralEvents)} where referral_id = $1 order by seq`
const answerClocks = `${selectAll(deadlines)} where referral_id = $1`

type Told = { clocks: readonly DeadlineEntry[]; told: (clock: DeadlineEntry) => DeadlineEntry }

/** What a clock did is told at the moment at which it was over by the count that its reader is told. */
const stepTold = <T extends EventRow>(event: T, { clocks, told }: Told): T => {
  const clock = clocks.find(({ id }) => id === event.deadlineId)
  return clock ? { ...event, at: toldOver(event.at, clock, told(clock)) } : event
}

type Behind = { passable: boolean; caseRow: CaseRow | null }

const actionsFor = async (
  tx: Tx,
  row: DisclosedReferral,
  { actor, locale, passable, caseRow }: Reader & Behind
) =>
  actionsOf(row, {
    actor,
    locale,
    lookups: passable ? await recipientsLike(tx, row, locale) : {},
    staying: await holdsStay(tx, row),
    situation: caseRow && situationOf(caseRow),
    configuration: await configurationOf(tx, await pinnedVersion(tx, row.id))
  })

/** A referral as one of its readers is told it. @throws NotFound for who is neither of its sides, nor waited for. */
export const toldReferral = async (tx: Tx, id: string, actor: Actor): Promise<DisclosedReferral> => {
  const row = await referralFor(tx, id, actor)
  const known = row.recipientOrgId === actor.orgId ? null : await whereaboutsIn(tx, [row.caseId], actor)
  return discloseReferral(row, known?.get(row.caseId), actor)
}

/**
 * A referral for one of its two sides. Before acceptance the recipient reads the preview; after a refusal or an end it
 * keeps its own answer and nothing of the person.
 * @throws NotFound for anyone else.
 */
export const viewReferral = async (tx: Tx, id: string, reader: Reader): Promise<ReferralView> => {
  const { actor, locale } = reader
  const row = await toldReferral(tx, id, actor)
  const { kind, state, caseId } = row
  const passable = row.mine && row.shown && passesOn(kind, state)
  const events = stepsTold(row, await runQuery<EventRow>(tx, steps, [id]))
  const clocks = await runQuery<DeadlineEntry>(tx, answerClocks, [id])
  const acting = events.map(({ orgId }) => orgId)
  const context = (await contextsOf(tx, [row], { reader, acting }))(row)
  const { names, told, caseCode } = context
  const caseRow = caseCode === null ? null : await readCase(tx, caseId)
  const heard = events.filter(({ theirs }) => theirs).map((event) => stepTold(event, { clocks, told }))
  return {
    ...referralLine(row, context),
    version: row.version,
    preview: row.shown ? [...(await offeredPlace(tx, row, reader)), ...previewOf(row, locale)] : [],
    previewNote: noteOf(row)[locale],
    escalatedTo: waitedFor(row, context),
    unread: unreadBy(row, context),
    // Once the referral is over it opens nothing, and is not renewed any more.
    link: isUnanswered(row) || (state === 'accepted' && row.follows) ? await linkOf(tx, row, actor) : null,
    events: eventViews(heard, kind, { locale, names }),
    case: caseCode === null ? null : { id: caseId, code: showCode(caseCode) },
    actions: await actionsFor(tx, row, { ...reader, passable, caseRow })
  }
}
