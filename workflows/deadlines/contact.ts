import type { Opening } from '../case/command.ts'
import type { CommandType } from '../case/commands.ts'

/**
 * Acts that cannot be done without her: what she wishes, agrees to or was told, face to face or in a language she speaks. Each
 * is news of her, whoever writes it down. An act of whoever accompanies her is not news by itself: that a plan is suspended
 * for want of news, that she left, that somebody else was asked or told. Nor is here what tells of asylum alone: to whoever
 * may not know of it, the clock would start again for no reason they can see.
 */
export const doneWithHer = [
  'person.inform',
  'consent.record',
  'consent.withdraw',
  'needs.assess',
  'plan.sign',
  'plan.review',
  'plan.resume',
  'plan.complete',
  'acse.request',
  'reflection.offer',
  'ta.filed',
  'reflection.appeal',
  'other.appeal',
  'psp.appeal',
  'exit.request',
  'protection.request',
  'civil_party.join',
  'civi.claim',
  'civi.advance',
  'sarvi.request',
  'return.assess',
  'exit.plan',
  'housing.recontacted'
] as const satisfies readonly CommandType[]

/** The time without news starts again. A closed case counts none. */
const news: Opening = { code: 'MNIO-CONTACT', restarts: true, when: ['adult', 'caseOpen'] }

export const newsOf = (command: CommandType): Opening[] =>
  (doneWithHer as readonly CommandType[]).includes(command) ? [news] : []
