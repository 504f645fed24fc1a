import { close } from './closure.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

export type CareEnd = 'assessed' | 'signed' | 'reviewed' | 'suspended' | 'resumed' | 'completed'

const found = ['safety', 'health', 'psychological', 'language', 'income', 'legal'] as const
const withHer = true

/** What she needs, and a plan with her: it waits for no complaint and for nobody’s confirmation. */
export const support = (script: Script, from: Hour, end: CareEnd): Hour => {
  const { chance } = script
  const who = script.cast.referent
  const needs = chance.sample(found, chance.whole(2, 4))
  const line = script.thread(from).wait(days(1), days(9))
  line.act(who, 'needs.assess', (day) => ({ on: day, domains: needs, urgent: needs.slice(0, 1), withHer }))
  if (end === 'assessed') return line.hour
  line.wait(days(2), days(20)).act(who, 'plan.sign', (day) => ({ on: day, goals: needs, withHer }))
  if (end === 'signed') return line.hour
  line.wait(days(20), days(70))
  if (end === 'reviewed')
    return line.act(who, 'plan.review', (day) => ({ on: day, goals: needs, withHer })).hour
  if (end === 'completed')
    return line.act(who, 'plan.complete', (day) => ({ on: day, outcomes: needs.slice(0, 2), withHer })).hour
  line.act(who, 'plan.suspend', { reason: chance.pick(['person', 'moved', 'health'] as const) })
  if (end === 'resumed') line.wait(days(3), days(15)).act(who, 'plan.resume', { withHer })
  return line.hour
}

export type HealthEnd = 'asked' | 'accepted' | 'declined'

/** Towards care, with her agreement (scope G): what it is about stays between her and whoever treats her. */
export const treat = (script: Script, from: Hour, end: HealthEnd): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(8, 90)
  if (!cast.referent) return line.hour
  line.act(cast.referent, 'health.refer', { destination: chance.pick(['general', 'psychological'] as const) })
  if (end === 'asked') return line.hour
  line.wait(10, 70)
  if (end === 'accepted')
    line
      .refer(cast.health, 'health', 'accept')
      .wait(days(1), days(6))
      .act(cast.health, 'care.begin', (day) => ({ on: day }))
  else line.refer(cast.health, 'health', 'decline', { reason: 'overloaded' })
  return line.hour
}

/** News of her: the clock that watches over silence starts anew. */
export const hearFrom = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(days(2), days(20))
  return line.act(script.cast.referent, 'contact.note', (day) => ({
    on: day,
    means: script.chance.pick(['phone', 'in_person'] as const)
  })).hour
}

/** What is settled and what is left, before she goes on by herself. */
export const planExit = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(days(5), days(30))
  return line.act(script.cast.referent, 'exit.plan', (day) => ({
    on: day,
    settled: ['housing', 'rights'],
    left: ['work', 'notices']
  })).hour
}

export type ReturnEnd = 'asked' | 'accepted' | 'gone' | 'iom'

/** A return that she wishes, once its risks are weighed with her (scope H). */
export const goBack = (script: Script, from: Hour, end: ReturnEnd): Hour => {
  const who = script.cast.referent
  const line = script.thread(from).wait(days(2), days(20))
  line.act(who, 'return.assess', (day) => ({ on: day, risks: ['debt', 'stigma'], wishes: true }))
  if (!who) return line.hour
  line.wait(8, 60)
  if (end === 'iom')
    return line.act(who, 'return.iom', { towards: 'origin', address: 'retour@oim.example' }).hour
  line.act(who, 'return.request', { towards: 'origin' })
  if (end === 'asked') return line.hour
  line.wait(10, 90).refer('ofii', 'voluntary_return', 'accept')
  if (end !== 'gone') return line.hour
  line.wait(days(8), days(25)).act(who, 'return.depart', (day) => ({ on: day, freely: true }))
  return close(script, line.hour, 'returned')
}

/** The focal point of another State is asked, who answers through a link: nobody goes there by that. */
export const referAbroad = ({ cast, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(days(2), days(20))
  return line.act(cast.referent, 'abroad.refer', {
    country: 'Espagne',
    travels: ['needs', 'safety'],
    notReturn: true,
    address: 'point.focal@trata.example'
  }).hour
}
