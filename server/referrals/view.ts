import { asc, eq } from 'drizzle-orm'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { passesOn } from '../../workflows/referral/kinds.ts'
import { openReferralStates, type ReferralState } from '../../workflows/referral/machine.ts'
import { shownOf } from '../../workflows/referral/preview.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { namesFor, servicesOf } from '../reading/names.ts'
import { capacitiesOf, readCase, situationOf, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { configurationOf, pinnedVersion } from '../configuration/version-cache.ts'
import type { Tx } from '../db/context.ts'
import { deadlines, referralEvents, referrals } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../http/locale.ts'
import type { ReferralView } from '../views/schemas.ts'
import type { FollowUp } from '../../workflows/referral/refusal.ts'
import { showValue } from '../views/words.ts'
import { showCode } from '../commands/code.ts'
import { toldOver } from '../deadlines/disclosure.ts'
import { linkOf, masksFor } from '../links/open.ts'
import { holdsStay } from '../places/stays.ts'
import { actionsOf, recipientsLike } from './actions.ts'
import { referralLine, waitedFor, type LineContext } from './line.ts'
import { offeredPlace } from './place.ts'
import { eventViews } from './timeline.ts'
import { subjectOf } from './parties.ts'
import { acquaintedBy, answerIn, whereaboutsIn, type Whereabouts } from './whereabouts.ts'

type ReferralEntry = typeof referrals.$inferSelect

const isOpenReferral = ({ state }: Pick<ReferralEntry, 'state'>) =>
  (openReferralStates as readonly string[]).includes(state)

/** After a refusal or an end, its recipient keeps its own answer and nothing else. */
export const showsItsStory = (row: Pick<ReferralEntry, 'state'>) =>
  isOpenReferral(row) || row.state === 'accepted'

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

/** Whoever sent it, or is waited for, reads what it asks, and of the person only what it may read in the case as well. */
const previewOf = (
  { kind, preview }: ReferralEntry,
  { where, mine, locale }: { where: Whereabouts | undefined; mine: boolean; locale: Locale }
) =>
  shownOf(kind as ReferralKind, preview)
    .filter(({ from, dataClass }) => mine || from !== 'case' || dataClass === null || where?.whole(dataClass))
    .map(({ value, schema }) => ({
      label: notesOf(schema)?.label[locale] ?? '',
      value: showValue(value, schema, locale)
    }))

const noteOf = (row: ReferralEntry, mine: boolean, open: boolean) => {
  if (!mine && row.followUp !== null) return notes[row.followUp as FollowUp]
  if (!mine) return notes.sender
  if (row.state === 'accepted') return notes.accepted
  return open ? notes.before : notes.over
}

/** @throws NotFound for whoever is neither of its two sides. */
const referralFor = async (tx: Tx, id: string, actor: Actor): Promise<ReferralEntry> => {
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, id))
  if (!row || !abilityFor(actor).can('read', subjectOf(row))) throw new NotFound('no such referral')
  return row
}

/** Its steps, and the clocks of its answer. */
const storyOf = async (tx: Tx, id: string) => {
  const events = await tx
    .select()
    .from(referralEvents)
    .where(eq(referralEvents.referralId, id))
    .orderBy(asc(referralEvents.seq))
  const clocks = await tx.select().from(deadlines).where(eq(deadlines.referralId, id))
  return { events, clocks }
}

type Story = Awaited<ReturnType<typeof storyOf>>

/** What a clock did is told at the moment at which it was over by the count that its reader is told. */
const stepTold = <E extends Story['events'][number]>(
  event: E,
  clocks: Story['clocks'],
  told: (clock: DeadlineEntry) => DeadlineEntry
): E => {
  const clock = clocks.find(({ id }) => id === event.deadlineId)
  return clock ? { ...event, at: toldOver(event.at, clock, told(clock)) } : event
}

/** The case, where the reader takes part in it. */
const caseBehind = async (tx: Tx, { caseId }: ReferralEntry, actor: Actor): Promise<CaseRow | null> =>
  (await capacitiesOf(tx, caseId, actor)).length > 0 ? readCase(tx, caseId) : null

const servicesIn = (tx: Tx, row: ReferralEntry, { events }: Story) =>
  servicesOf(tx, [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId, ...events.map(({ orgId }) => orgId)])

const actionsFor = async (
  tx: Tx,
  row: ReferralEntry,
  { actor, locale }: Reader,
  { passable, caseRow }: { passable: boolean; caseRow: CaseRow | null }
) =>
  actionsOf(row, {
    actor,
    locale,
    lookups: passable ? await recipientsLike(tx, row) : {},
    staying: await holdsStay(tx, row),
    situation: caseRow && situationOf(caseRow),
    configuration: await configurationOf(tx, await pinnedVersion(tx, row.id))
  })

/**
 * A referral for one of its two sides. Before acceptance the recipient reads the preview; after a refusal or an end it
 * keeps its own answer and nothing of the person.
 * @throws NotFound for anyone else.
 */
export const viewReferral = async (tx: Tx, id: string, reader: Reader): Promise<ReferralView> => {
  const { actor, locale, now } = reader
  const row = await referralFor(tx, id, actor)
  const kind = row.kind as ReferralKind
  const mine = row.recipientOrgId === actor.orgId
  const shown = !mine || showsItsStory(row)
  const passable = mine && shown && passesOn(kind, row.state as ReferralState)
  const story = await storyOf(tx, id)
  const caseRow = await caseBehind(tx, row, actor)
  const known = await whereaboutsIn(tx, [row.caseId], actor)
  const where = known.get(row.caseId)
  const answer = answerIn(where, actor)
  const running = story.clocks.find((clock) => clock.state === 'running')
  const names = namesFor(await servicesIn(tx, row, story), acquaintedBy(where, [row], actor), locale)
  const context: LineContext = {
    orgId: actor.orgId,
    placed: where?.placed ?? false,
    now,
    locale,
    names,
    masks: await masksFor(tx, [row], actor),
    clock: running ? answer.told(running) : null,
    territory: answer.territory,
    caseCode: caseRow?.code ?? null
  }
  const told = story.events
    .filter(({ orgId }) => shown || orgId === actor.orgId)
    .map((event) => stepTold(event, story.clocks, answer.told))
  return {
    ...referralLine(row, context),
    version: row.version,
    preview: shown
      ? [...(await offeredPlace(tx, row, reader)), ...previewOf(row, { where, mine, locale })]
      : [],
    previewNote: noteOf(row, mine, isOpenReferral(row))[locale],
    escalatedTo: mine ? null : waitedFor(row, context),
    // Once the referral is over it opens nothing, and is not renewed any more.
    link: showsItsStory(row) ? await linkOf(tx, row, actor) : null,
    events: eventViews(told, kind, { locale, names }),
    case: caseRow && { id: row.caseId, code: showCode(caseRow.code) },
    actions: await actionsFor(tx, row, reader, { passable, caseRow })
  }
}
