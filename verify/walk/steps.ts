import { commandRow, commandTypes, sentBy } from '../../workflows/case/commands.ts'
import { isExpected } from '../../workflows/case/advance.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { referralCommandTypes, referralRow, type ReferralState } from '../../workflows/referral/machine.ts'
import { isLive, type Dossier, type Step } from '../dossier.ts'
import { keptAsLapsed } from '../../workflows/regions/clock.ts'
import { inputsOf, samples } from '../inputs.ts'
import { starts } from './starts.ts'

/** At most this many referrals live side by side in what is explored: two desks and the place that each has found. */
const atMost = 4
const places = [0, 1]

export const acts = (dossier: Dossier): Step[] =>
  commandTypes
    .filter((type) => {
      const { region, apply } = commandRow(type)
      // What the clock says moves no region, but the case may keep it: silence that has lasted makes a refusal.
      return (region !== null || apply !== null) && isExpected(dossier.situation, type)
    })
    .flatMap((type) => {
      const refers = sentBy(type).length > 0
      if (refers && dossier.referrals.filter(isLive).length >= atMost) return []
      const offers = sentBy(type).some((kind) => kindRow(kind).route === 'placeOwner')
      return inputsOf(type).flatMap((input) =>
        (offers ? places : [0]).map((place): Step => ({
          type: 'act',
          command: type,
          input: offers ? { ...input, place } : input
        }))
      )
    })

export const answers = (dossier: Dossier): Step[] =>
  dossier.referrals.flatMap(({ kind, state }, index) =>
    referralCommandTypes
      .filter(
        // Passing on makes another referral; noting a refusal changes none.
        (command) =>
          !['transfer', 'note'].includes(command) &&
          referralRow(command).from.includes(state as ReferralState)
      )
      .flatMap((command) =>
        (command === 'decline' ? Object.keys(kindRow(kind).refusals) : ['']).map((reason): Step => ({
          type: 'referral',
          index,
          command,
          input: reason ? { reason } : {}
        }))
      )
  )

/** It does an act, starts again, or the case keeps that it lapsed; of the others only the list of clocks would tell. */
const movesSomething = (code: DeadlineCode) => {
  const { fires, repeats }: DeadlineRow = deadlineRegister[code]
  return fires !== null || repeats || keptAsLapsed.includes(code)
}

export const rings = ({ clocks }: Dossier): Step[] =>
  (Object.keys(clocks) as DeadlineCode[])
    .filter((code) => clocks[code] === 'running' && movesSomething(code))
    .map((code): Step => ({ type: 'clock', code, on: samples.date }))

/** Everything that may be tried where a composed case stands. */
export const stepsFrom = (dossier: Dossier): Step[] => [
  ...acts(dossier),
  ...answers(dossier),
  ...rings(dossier)
]

export const beginnings = (): Dossier[] =>
  starts().map((situation) => ({ situation, referrals: [], held: {}, bed: null, clocks: {} }))
