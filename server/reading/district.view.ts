import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtLabels, courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { pinName, pinOf } from '../../workflows/configuration/local/pin.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import { movePreview, type ClockMove } from '../../workflows/configuration/move.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { configurationOf, protocolAmong } from '../cases/configuration.ts'
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

/**
 * What naming each court of the place would move, of the clocks that this reader is told; null is no court. Those that lead to the
 * rules that the case has are left out. Writes nothing.
 */
export const districtMoves = async (tx: Tx, told: DisclosedCase): Promise<DistrictMove[]> => {
  const { inCharge, territory } = told
  const { locale, now } = told.reader
  const { met, at } = inCharge
  const { national, local: stands } = pinOf(told.configVersion)
  const from = await configurationOf(tx, told.configVersion)
  const clocks = told.clocks.filter(({ state }) => state === 'running').map(clockOf)
  const moves: DistrictMove[] = []
  for (const court of [...courtsOf(met), null]) {
    const local = await protocolAmong(tx, placesFor(met, court), civilDate(at, zoneOf(met)))
    if (local === stands) continue
    const to = await configurationOf(tx, pinName({ national, local }))
    const moved = movePreview({ territory, deciding: false, clocks }, { from, to, now })
    moves.push({
      court: (court === null ? noDistrict : courtLabels[court]!)[locale],
      protocol: local,
      lines: moved.clocks.map((one) => lineOf(one, locale))
    })
  }
  return moves
}
