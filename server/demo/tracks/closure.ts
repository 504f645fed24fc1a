import type { InputOf } from '../../../workflows/case/commands.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

type Reason = InputOf<'case.close'>['reason']

export const close = (script: Script, from: Hour, reason: Reason): Hour => {
  const { cast, chance } = script
  const line = script.thread(from)
  line.act(cast.referent ?? cast.cell, 'closing.ask', { because: reason })
  return line.act(cast.referent ? cast.cell : cast.secondSecretary, 'case.close', {
    reason,
    notificationsPlanned: chance.chance(0.8)
  }).hour
}

export const reopen = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(days(10), days(60))
  return line.act(script.cast.referent ?? script.cast.cell, 'case.reopen', {
    reason: 'Elle est revenue : les menaces ont repris.'
  }).hour
}

/** She takes back what she agreed to: sharing stops from then on. */
export const withdraw = (
  script: Script,
  from: Hour,
  scopes: readonly ('A' | 'B' | 'E' | 'F' | 'G')[]
): Hour => {
  const given = scopes.filter((scope) => script.consents.has(scope))
  const line = script.thread(from).wait(days(3), days(40))
  if (given.length === 0) return line.hour
  line.act(script.cast.referent ?? script.cast.cell, 'consent.withdraw', {
    scopes: [...given],
    language: script.met.flag.language,
    means: 'in_person'
  })
  for (const scope of given) script.consents.delete(scope)
  return line.hour
}

export const closingReason = (script: Script): Reason =>
  script.adult
    ? script.chance.weighted<Reason>({
        lost: 0.4,
        inserted: 0.3,
        by_person: 0.17,
        transferred_abroad: 0.07,
        returned: 0.05,
        deceased: 0.01
      })
    : script.chance.weighted<Reason>({ inserted: 0.75, transferred_abroad: 0.15, returned: 0.1 })
