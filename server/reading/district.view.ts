import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { rulesChanged } from '../../workflows/configuration/local/changed.ts'
import { originsOf, type RuleOrigin } from '../../workflows/configuration/local/origins.ts'
import { pinName, pinOf, placeOfProtocol } from '../../workflows/configuration/local/pin.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import { movePreview, type ClockMove } from '../../workflows/configuration/move.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { configurationOf, conventionAmong, protocolOf } from '../cases/configuration.ts'
import { districtsOf, shownDistricts, type MetAt } from '../cases/district.ts'
import type { Tx } from '../db/context.ts'
import { clockOf } from '../deadlines/move-clocks.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { Locale } from '../locale.ts'
import type { DistrictMove } from '../views/actions.ts'
import { longDate } from '../views/words.ts'

const noDistrict: Bilingual = { fr: 'aucun ressort', en: 'no district' }

const lineOf = ({ code, before, after, over, kept }: ClockMove, locale: Locale): string => {
  const label = deadlineRegister[code].label[locale]
  if (kept) return `${label} : ${{ fr: 'garde son jour', en: 'keeps its day' }[locale]}`
  const days = `${label} : ${longDate(before.dueOn, locale)} → ${longDate(after.dueOn, locale)}`
  return over ? `${days} (${{ fr: 'déjà passé', en: 'over already' }[locale]})` : days
}

/** The rules of a case under a pair, with the convention for minors that it would be read by: a court’s protocol without one leaves that of the département. */
const rulesUnder = async (
  tx: Tx,
  { met, at }: MetAt,
  { national, local: name }: { national: string; local: string | null }
): Promise<RuleOrigin[]> => {
  const local = name === null ? null : await protocolOf(tx, name)
  const places = placesFor(met, name === null ? null : placeOfProtocol(name))
  const minors = await conventionAmong(tx, places, civilDate(at, zoneOf(met)))
  const { minors: _own, ...rules } = local?.rules ?? {}
  return originsOf({
    national: await configurationOf(tx, national),
    local: { name: name ?? '', rules: { ...rules, ...(minors && { minors }) } }
  })
}

export type Districts = {
  moves: DistrictMove[]
  /** What was read in them: part of the version on which the act is done. */
  shown: string[]
}

/**
 * What naming each court of the place would change, of the rules of the case and of the clocks that this reader is told; null is no court.
 * Those that lead to the rules that the case has are left out. Writes nothing.
 */
export const districtMoves = async (tx: Tx, told: DisclosedCase): Promise<Districts> => {
  const { inCharge, territory, configVersion } = told
  const { locale, now, actor } = told.reader
  const there = { met: inCharge.met, at: inCharge.at }
  const { national, local: stands } = pinOf(configVersion)
  const from = await configurationOf(tx, configVersion)
  const rules = await rulesUnder(tx, there, { national, local: stands })
  const clocks = told.clocks.filter(({ state }) => state === 'running').map(clockOf)
  const districts = await districtsOf(tx, there)
  const moves: DistrictMove[] = []
  for (const { court, protocol } of districts.filter((one) => one.protocol !== stands)) {
    const pair = { national, local: protocol }
    const to = await configurationOf(tx, pinName(pair))
    const moved = movePreview({ territory, deciding: false, clocks }, { from, to, now })
    moves.push({
      court: (court === null ? noDistrict : courtLabels[court]!)[locale],
      protocol,
      changes: rulesChanged(rules, await rulesUnder(tx, there, pair)).map((one) => one[locale]),
      lines: moved.clocks.map((one) => lineOf(one, locale))
    })
  }
  return { moves, shown: shownDistricts(actor.personId, configVersion, districts) }
}
