import { acquainted } from '../../policies/names.ts'
import { kept as keptWords } from '../../workflows/case/repair.ts'
import { notMet } from '../../workflows/case/advance.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { regions as regionWords } from '../../workflows/vocabulary/vocabulary.ts'
import { undoReasons } from '../../workflows/vocabulary/words.repair.ts'
import { partsOf, readCase, situationOf, type DeadlineEntry, type EventRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { discloseClock } from '../disclosure/clocks.ts'
import { discloseEvents } from '../disclosure/events.ts'
import { namesFor, servicesOf, type Names } from '../disclosure/names.ts'
import type { Reader } from '../disclosure/reader.ts'
import { discloseRegions } from '../disclosure/regions.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { timelineOf } from '../reading/timeline.ts'
import type { UndoView } from '../views/repair.ts'
import { lookAt, type Looked } from './look.ts'

type Telling = { sight: Sight; reader: Reader; names: Names; looked: Looked }

const labelOf = (code: string, locale: Locale) => deadlineRegister[code as DeadlineCode].label[locale]

/** As many lines as are told of them, each as its reader may follow it. */
const linesOf = (events: readonly EventRow[], { sight, reader, names }: Telling) =>
  timelineOf(discloseEvents(events, { sight, actor: reader.actor }), { reader, names })

const keptOf = ({ looked: { kept, resting }, sight, reader: { locale } }: Telling): string | null => {
  if (kept === null) return null
  return (kept === 'resting' && !resting.every(sight.hearsOf) ? notMet : keptWords[kept])[locale]
}

const regionsOf = ({ looked: { repair }, sight, reader: { locale } }: Telling): UndoView['regions'] => {
  const after = new Map(discloseRegions(repair.after, sight).map((one) => [one.id, one]))
  return discloseRegions(repair.before, sight).flatMap(({ id, label }) => {
    const to = after.get(id)?.label[locale] ?? label[locale]
    return to === label[locale] ? [] : [{ label: regionWords[id][locale], from: label[locale], to }]
  })
}

const clocksOf = (tx: Tx, { looked: { past, begun }, sight, reader: { locale, now } }: Telling) => {
  const told = discloseClock(sight, openedIn(tx), now)
  const seen = ({ code }: DeadlineEntry) => sight.clock(code)
  return {
    again: past
      .filter((one) => seen(one) && isDated(one.state))
      .map((one) => ({ label: labelOf(one.code, locale), dueOn: told(one).dueOn })),
    annulled: begun.filter(seen).map(({ code }) => labelOf(code, locale))
  }
}

/**
 * What taking back an act comes to, before it is done.
 * @throws NotFound where it is not this reader's to take back.
 */
export const viewUndo = async (
  tx: Tx,
  { id, ref }: { id: string; ref: string },
  reader: Reader
): Promise<UndoView> => {
  const { actor, locale, now: at } = reader
  const keys = keysUnder(poolOf(tx))
  const row = await readCase(tx, id)
  const { held, follows } = await partsOf(tx, id, actor)
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  const looked = await lookAt(tx, ref, { keys, actor, held, row, at })
  const { event, resting, sent } = looked
  const sight = sightOf(held, situationOf(row).facts)
  const services = await servicesOf(tx, [
    ...[event, ...resting].map(({ orgId }) => orgId),
    ...sent.map(({ recipientOrgId }) => recipientOrgId)
  ])
  const names = namesFor(services, acquainted({ actor, part: sight }, sent, null), locale)
  const telling = { sight, reader, names, looked }
  return {
    version: tagOf(keys, follows),
    act: linesOf([event], telling)[0]!,
    kept: keptOf(telling),
    resting: linesOf(resting, telling).reverse(),
    regions: regionsOf(telling),
    ...clocksOf(tx, telling),
    withdrawn: sent
      .filter(({ kind }) => sight.referral(kind))
      .map(({ kind, recipientOrgId }) => ({
        label: kindRow(kind).label[locale],
        value: names.of(recipientOrgId)
      })),
    reasons: Object.entries(undoReasons).map(([one, label]) => ({ id: one, label: label[locale] }))
  }
}
