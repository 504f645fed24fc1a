import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import { seats } from '../../workflows/configuration/cell.ts'
import { isGiven, legalBasis, type LegalCode } from '../../workflows/law/register.ts'
import type { Minutes } from '../../workflows/meeting/minutes.ts'
import { itemRuleWords } from '../../workflows/meeting/quorum.ts'
import { withoutKinds } from '../../workflows/meeting/recusal.ts'
import { shownItemStates, toldState } from '../../workflows/meeting/states.ts'
import { insufficiencies } from '../../workflows/vocabulary/words.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/calendar/territories.ts'
import { showCode } from '../cases/code.ts'
import { partsIn } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import type { MinutesView } from '../views/meetings.ts'
import { dateFormat } from '../views/formats.ts'
import { followupsOf, followupView } from './followup.ts'
import { itemsOf, readMeeting } from './store.ts'
import { decidesByWord } from './view.ts'

const title = { fr: 'Relevé de décisions de la cellule', en: 'Record of decisions of the cell' }

const required = ({ rules: { quorum } }: Minutes, locale: Locale) => {
  const kinds = quorum.mustInclude.map((kind) => seats[kind][locale])
  const numbers =
    locale === 'fr'
      ? `${quorum.members} membres avec voix, de ${quorum.institutions} institutions`
      : `${quorum.members} voting members, of ${quorum.institutions} institutions`
  if (kinds.length === 0) return numbers
  return `${numbers}, ${locale === 'fr' ? 'dont' : 'including'} : ${kinds.join(', ')}`
}

/** Of the whole sitting; on each case it is counted again without those who do not vote there. */
const reachedBy = ({ quorum: { members, institutions, reached } }: Minutes, locale: Locale): string =>
  locale === 'fr'
    ? `${members} membres avec voix présents, de ${institutions} institutions : ${reached ? 'atteint' : 'non atteint'}`
    : `${members} voting members present, of ${institutions} institutions: ${reached ? 'reached' : 'not reached'}`

const hourIn = (code: string) => {
  const timeZone = zoneOf(isTerritory(code) ? code : '75')
  const clock = dateFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' })
  return (at: string) => clock.format(new Date(at))
}

const basisOf = (codes: readonly string[], on: string, locale: Locale) =>
  codes.map((code) => {
    const { label, status, inForceFrom, textAsOf } = legalBasis(code as LegalCode, on)
    return { code, label: label[locale], status, inForceFrom, textAsOf, given: isGiven(code as LegalCode) }
  })

const reasonWord = (reason: string | null, locale: Locale) =>
  insufficiencies[reason as keyof typeof insufficiencies]?.[locale] ?? null

const itemView = (
  { code, state, outcome, reason, tally, noted, without = [], rules, basis }: Minutes['items'][number],
  { day, locale, follows }: { day: string; locale: Locale; follows: boolean }
): MinutesView['items'][number] => ({
  code: showCode(code),
  state: shownItemStates[toldState(state, follows)][locale],
  decision: outcome !== null && isCommandType(outcome) ? commandRow(outcome).done[locale] : null,
  reason: reasonWord(reason, locale),
  tally,
  noted,
  without: withoutKinds(without)?.[locale] ?? null,
  rule: rules ? itemRuleWords(rules)[locale] : null,
  basis: basisOf(basis, day, locale)
})

/** `followed`: of which cases, by their codes, the reader is told what became of them when the meeting left them. */
type Beside = {
  followups?: MinutesView['followups']
  withheld?: ReadonlySet<string>
  followed?: ReadonlySet<string>
}

export const minutesView = (
  minutes: Minutes,
  locale: Locale,
  { followups = [], withheld = new Set(), followed = new Set() }: Beside = {}
): MinutesView => ({
  title: title[locale],
  territory: isTerritory(minutes.territory) ? territory(minutes.territory).name : minutes.territory,
  day: minutes.day,
  openedAt: minutes.openedAt,
  closedAt: minutes.closedAt,
  hours: {
    opened: hourIn(minutes.territory)(minutes.openedAt),
    closed: hourIn(minutes.territory)(minutes.closedAt)
  },
  version: minutes.rules.version,
  institutions: minutes.institutions,
  absent: minutes.absent,
  quorum: {
    required: required(minutes, locale),
    reached: reachedBy(minutes, locale),
    decidesBy: decidesByWord(minutes, locale)
  },
  followed: minutes.followed ?? 0,
  followups,
  withheld: minutes.items.filter(({ code }) => withheld.has(code)).length,
  items: minutes.items
    .filter(({ code }) => !withheld.has(code))
    .map((one) => itemView(one, { day: minutes.day, locale, follows: followed.has(one.code) }))
})

// Who withdrew from a case is not told what became of it.
const withheldLines = 'select withdrawn_lines($1) as code'

/** The codes of the cases that this reader still follows, of those of a meeting. */
const followedBy = async (tx: Tx, id: string, { actor }: Reader): Promise<ReadonlySet<string>> => {
  const items = await itemsOf(tx, id)
  const ids = items.map(({ caseId }) => caseId)
  const parts = await partsIn(tx, ids, actor)
  return new Set(items.filter(({ caseId }) => parts.has(caseId)).map(({ caseCode }) => caseCode))
}

/**
 * The minutes of a meeting that is closed. `forAll`: they are printed, and then sent to all who sat, whoever prints them.
 * @throws NotFound before that, and for whoever was not there to be.
 */
export const readMinutes = async (
  tx: Tx,
  id: string,
  reader: Reader,
  forAll = false
): Promise<MinutesView> => {
  const { locale } = reader
  const { minutes } = await readMeeting(tx, id)
  if (!minutes) throw new NotFound('not closed yet')
  const followups = (await followupsOf(tx, id)).map((one) => {
    const { code, subject, outcome } = followupView(one, locale)
    return { code, subject: subject.label, outcome: outcome?.label ?? null }
  })
  const lines = await runQuery<{ code: string }>(tx, withheldLines, [id])
  return minutesView(minutes, locale, {
    followups,
    withheld: new Set(lines.map(({ code }) => code)),
    followed: forAll ? new Set() : await followedBy(tx, id, reader)
  })
}
