import { pinName, pinOf } from '../../workflows/configuration/local/pin.ts'
import { configurationOf } from '../cases/configuration.ts'
import { courtNamedBefore, protocolOfDistrict } from '../cases/district.ts'
import type { EffectContext } from './effects.ts'
import { runQuery } from '../db/context.ts'
import { keepAnswerDays } from '../deadlines/answer-day.ts'
import { RuleRefused } from '../errors.ts'
import { moveClocks } from '../deadlines/move-clocks.ts'

const nothingNew = () =>
  new RuleRefused('that district is said already', {
    fr: 'Ce ressort est déjà dit, et aucun autre protocole signé n’y est en vigueur : le dossier garde les règles qu’il a.',
    en: 'That district is said already, and no other signed protocol is in force there: the case keeps the rules it has.'
  })

/**
 * Puts a case under the protocol of the district that was said, else of the département, else of the country alone; the national part
 * of its pair stays. A court named by mistake is put right by naming another, or none. One without a protocol is kept all the same, for the
 * day on which one is signed there. @throws RuleRefused
 */
export const pinToDistrict = async ({ tx, caseId, at, after, input, version }: EffectContext) => {
  const { met, territory } = after.facts
  const { national, local: stands } = pinOf(version)
  const district = typeof input['district'] === 'string' ? input['district'] : null
  const local = await protocolOfDistrict(tx, { met, at }, district)
  if (local === stands) {
    if ((await courtNamedBefore(tx, caseId)) === district) throw nothingNew()
    return
  }
  const to = pinName({ national, local })
  const [was, will] = [await configurationOf(tx, version), await configurationOf(tx, to)]
  const moved = await moveClocks(tx, { id: caseId, territory }, { from: was, to: will, at, met })
  await runQuery(tx, `update "case" set config_version = $2 where id = $1`, [caseId, to])
  if (moved.length > 0) await keepAnswerDays(tx, caseId)
}
