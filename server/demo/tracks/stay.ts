import { commandRow } from '../../../workflows/case/commands.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'
import { complaint, issued } from './residence.ts'

// Stays that are not the reflection period nor the one-year permit: exit programme, asylum, other grounds, the card of ten years.

/** The prefecture takes part from its acceptance on. */
export const askPrefecture = ({ cast, steps, thread }: Script, from: Hour): Hour => {
  const accepted = steps.some(
    (step) => step.type === 'referral' && step.kind === 'prefecture' && step.command === 'accept'
  )
  if (accepted) return from
  const line = thread(from).wait(2, 20)
  // An application for a permit has reached it already.
  const sent = steps.some(
    (step) =>
      step.type === 'act' &&
      commandRow(step.command).effects.some((effect) => effect.type === 'ensureReferral')
  )
  if (!sent) line.act(cast.referent ?? cast.cell, 'prefecture.request', { domiciliation: true })
  return line.wait(8, 60).refer(cast.prefecture, 'prefecture', 'accept').hour
}

export type ProgrammeEnd = 'asked' | 'authorised' | 'permit' | 'ended'

/** The programme out of prostitution: the commission, six months at a time, and a provisional permit for who has none. */
export const leave = (script: Script, from: Hour, end: ProgrammeEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(2), days(20))
  line.act(cast.referent, 'exit.request', { wishes: true })
  if (end === 'asked' || !cast.referent) return line.hour
  line.wait(days(3), days(14)).refer(cast.commission, 'exit_programme', 'accept')
  line
    .wait(days(10), days(40))
    .act(cast.commission, 'psp.decision', (day) => ({ heardOn: day, decidedOn: day }))
  if (end === 'authorised') return line.hour
  if (end === 'permit') {
    line.hour = askPrefecture(script, line.hour)
    line.wait(days(5), days(20)).act(cast.prefecture, 'psp.permit', (day, ahead) => ({
      ceased: true,
      issuedOn: day,
      validUntil: ahead(184)
    }))
    return line.hour
  }
  line.wait(days(160), days(175)).act(cast.commission, 'psp.renew', (day) => ({ decidedOn: day }))
  return line.wait(days(60), days(150)).act(cast.commission, 'psp.end', (day) => ({
    on: day,
    reason: chance.pick(['completed', 'by_person'] as const)
  })).hour
}

export type AsylumEnd = 'lodged' | 'invited' | 'protected' | 'refused'

/** Asylum: dates and status, told by who accompanies her. */
export const seekAsylum = (script: Script, from: Hour, end: AsylumEnd): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(days(2), days(15))
  line.act(cast.referent, 'asylum.lodged', (day) => ({ attestedOn: day, wishes: true }))
  if (end === 'lodged') return line.hour
  line.wait(1, 48).act(cast.referent, 'asylum.invited', (day) => ({ invitedOn: day }))
  if (end === 'invited') return line.hour
  line
    .wait(days(120), days(300))
    .act(cast.referent, 'asylum.decision', (day) => ({ decision: end, decisionOn: day }))
  // The card that follows is a permit like any other: the stay does not say why.
  if (end === 'protected')
    line
      .wait(days(5), days(30))
      .act(cast.referent, 'other_permit.record', (day) => ({ ground: 'other', issuedOn: day }))
  return line.hour
}

export type OtherEnd = 'asked' | 'granted' | 'refused' | 'appeal'

/** Whoever refuses to complain asks on humanitarian grounds; a refusal goes to court if she wishes. */
export const regularise = (script: Script, from: Hour, end: OtherEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(2), days(30))
  line.act(cast.referent, 'discretion.apply', (day) => ({
    on: day,
    grounds: 'victim',
    domiciliation: chance.chance(0.7)
  }))
  if (end === 'asked' || !cast.referent) {
    script.heldOpen = true
    return line.hour
  }
  line.hour = askPrefecture(script, line.hour)
  line.wait(days(30), days(100))
  if (end === 'granted') return line.act(cast.prefecture, 'discretion.issue', issued(script)).hour
  line.act(cast.prefecture, 'permit.refuse', (day) => ({
    reason: 'condition_missing',
    tenYears: false,
    decisionOn: day,
    notifiedOn: day,
    appealWithin: 'two_months'
  }))
  if (end === 'appeal')
    line.wait(days(5), days(40)).act(cast.referent, 'ta.filed', (day) => ({
      on: day,
      number: `26${chance.whole(10_000, 99_999)}`,
      wishes: true
    }))
  return line.hour
}

/** The procedure has closed under the permit: another route is prepared with her. */
export const prepareRoute = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(days(1), days(12))
  return line.act(script.cast.referent, 'residence.route', (day) => ({
    on: day,
    routes: ['dispute_dismissal', 'discretion']
  })).hour
}

/** Once a conviction is final, the card of ten years. */
export const residentCard = ({ cast, chance, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(days(3), days(20))
  line.act(cast.referent, 'resident.apply', (day) => ({ on: day }))
  return line.wait(days(10), days(50)).act(cast.prefecture, 'resident.issue', issued({ chance }, 'R')).hour
}

/** Kept in housing unfit to live in: a complaint about it opens a permit of its own. */
export const housedUnworthily = (script: Script, from: Hour): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(days(2), days(15))
  line.act(cast.referent, 'complaint.file', complaint(script, ['225-14']))
  line.wait(days(1), days(9)).act(cast.referent, 'unworthy_housing.apply', (day) => ({
    on: day,
    aboutHousing: true,
    domiciliation: true
  }))
  line.hour = askPrefecture(script, line.hour)
  return line.wait(days(20), days(60)).act(cast.prefecture, 'unworthy_housing.issue', issued(script)).hour
}

/** A permit on another ground, which whoever accompanies her writes down. */
export const otherPermit = ({ cast, chance, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(days(5), days(60))
  return line.act(cast.referent, 'other_permit.record', (day) => ({
    ground: chance.pick(['family', 'work'] as const),
    issuedOn: day
  })).hour
}
