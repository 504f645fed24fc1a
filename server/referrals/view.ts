import { and, asc, eq } from 'drizzle-orm'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { applyReasons } from '../../workflows/configuration/forms.ts'
import { notesOf } from '../../workflows/fields.ts'
import type { Situation } from '../../workflows/guards.ts'
import { keptByLaw, passesOn } from '../../workflows/referral.kinds.ts'
import {
  openReferralStates,
  referralCommandTypes,
  referralRow,
  type ReferralState
} from '../../workflows/referral.machine.ts'
import { shownOf } from '../../workflows/referral.preview.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary.ts'
import { namesFor } from '../cases/names.ts'
import { capacitiesOf, readCase, situationOf } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import { configurationOf, pinnedVersion } from '../configuration/shelf.ts'
import type { Tx } from '../db/context.ts'
import { deadlines, referralEvents, referrals } from '../db/schema.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../http/locale.ts'
import type { ActionView, ReferralView } from '../views/schemas.ts'
import type { FollowUp } from '../../workflows/referral.refusal.ts'
import { localizeSchema, showValue, type Lookups } from '../views/words.ts'
import { showCode } from '../cases/code.ts'
import { linkOf, masksFor } from '../links/open.ts'
import { holdsStay, stayUnderWay } from '../places/stays.ts'
import { referralLine } from './line.ts'
import { offeredPlace } from './place.ts'
import { otherRecipients } from './recipients.ts'
import { eventViews } from './story.ts'
import { subjectOf } from './sides.ts'

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

const previewOf = (kind: ReferralKind, preview: Record<string, unknown>, locale: Locale) =>
  shownOf(kind, preview).map(({ value, schema }) => ({
    label: notesOf(schema)?.label[locale] ?? '',
    value: showValue(value, schema, locale)
  }))

const recipientsLike = async (tx: Tx, row: ReferralEntry): Promise<Lookups> => ({
  recipients: (await otherRecipients(tx, row)).map(({ id, name }) => ({ const: id, title: name }))
})

type Steps = {
  actor: Actor
  locale: Locale
  lookups: Lookups
  staying: boolean
  /** The case, where the reader takes part in it. */
  situation: Situation | null
  /** The version that the case is pinned to. */
  configuration: Configuration
}

const actionsOf = (
  row: ReferralEntry,
  { actor, locale, lookups, staying, situation, configuration }: Steps
): ActionView[] => {
  const policy = abilityFor(actor)
  const kind = row.kind as ReferralKind
  const standing = { state: row.state as ReferralState, situation }
  return referralCommandTypes
    .filter(
      (type) =>
        policy.can(type, subjectOf(row)) && referralRow(type).from.includes(row.state as ReferralState)
    )
    .filter((type) => type !== 'note' || row.followUp !== null)
    .filter((type) => type !== 'transfer' || lookups.recipients?.length)
    .map((type) => {
      const { label, input, duty } = referralRow(type)
      const held = staying && (type === 'end' || type === 'withdraw') ? stayUnderWay : null
      const reason = (held ?? keptByLaw(kind, type, standing))?.[locale] ?? null
      return {
        command: type,
        label: label[locale],
        region: null,
        enabled: reason === null,
        reason,
        primary: duty ?? false,
        refers: null,
        input: localizeSchema(
          type === 'decline' ? applyReasons(kind, configuration) : input(kind),
          locale,
          lookups
        ),
        basis: []
      }
    })
}

const noteOf = (row: ReferralEntry, mine: boolean, open: boolean) => {
  if (!mine && row.followUp !== null) return notes[row.followUp as FollowUp]
  if (!mine) return notes.sender
  if (row.state === 'accepted') return notes.accepted
  return open ? notes.before : notes.over
}

/**
 * A referral for one of its two sides. Before acceptance the recipient reads the preview; after a refusal or an end it
 * keeps its own answer and nothing of the person.
 * @throws NotFound for anyone else.
 */
export const viewReferral = async (tx: Tx, id: string, reader: Reader): Promise<ReferralView> => {
  const { actor, locale, now } = reader
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, id))
  if (!row || !abilityFor(actor).can('read', subjectOf(row))) throw new NotFound('no such referral')
  const mine = row.recipientOrgId === actor.orgId
  const open = isOpenReferral(row)
  const shown = !mine || showsItsStory(row)
  const passable = shown && passesOn(row.kind as ReferralKind, row.state as ReferralState)
  const events = await tx
    .select()
    .from(referralEvents)
    .where(eq(referralEvents.referralId, id))
    .orderBy(asc(referralEvents.seq))
  const [clock] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.referralId, id), eq(deadlines.state, 'running')))
  const takesPart = (await capacitiesOf(tx, row.caseId, actor)).length > 0
  const caseRow = takesPart ? await readCase(tx, row.caseId) : null
  const nameOf = await namesFor(
    tx,
    [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId, ...events.map(({ orgId }) => orgId)],
    { actor, locale, shelters: row.senderOrgId === actor.orgId ? 'all' : [] }
  )
  const line = referralLine(row, {
    orgId: actor.orgId,
    now,
    locale,
    nameOf,
    masks: await masksFor(tx, [row], actor),
    clock: clock ?? null,
    territory: caseRow?.territory ?? actor.territory ?? '75',
    caseCode: caseRow?.code ?? null
  })
  return {
    ...line,
    version: row.version,
    preview: shown
      ? [
          ...(await offeredPlace(tx, row, reader)),
          ...previewOf(row.kind as ReferralKind, row.preview, locale)
        ]
      : [],
    previewNote: noteOf(row, mine, open)[locale],
    escalatedTo: mine ? null : row.escalatedTo,
    // Once the referral is over it opens nothing, and is not renewed any more.
    link: showsItsStory(row) ? await linkOf(tx, row, actor) : null,
    events: eventViews(
      shown ? events : events.filter(({ orgId }) => orgId === actor.orgId),
      row.kind as ReferralKind,
      reader,
      nameOf
    ),
    case: caseRow ? { id: row.caseId, code: showCode(caseRow.code) } : null,
    actions: actionsOf(row, {
      actor,
      locale,
      lookups: mine && passable ? await recipientsLike(tx, row) : {},
      staying: await holdsStay(tx, row),
      situation: caseRow && situationOf(caseRow),
      configuration: await configurationOf(tx, await pinnedVersion(tx, row.id))
    })
  }
}
