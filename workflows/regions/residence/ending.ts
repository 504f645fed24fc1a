import type { Facts } from '../../facts/facts.ts'
import { regularTo } from './words.ts'

/** What the thirty days, or the receipt of an application, still give where no permit gives more. */
const rightsLeft = ({ removalBar, rights }: Facts, residence: string) => {
  if (removalBar) return rights
  return residence === 'cst_recepisse' ? rights.filter((right) => right === 'work') : []
}

/** The stay ends on a day. */
export const stayEnds = (facts: Facts, on: string): Partial<Facts> => ({
  ...regularTo(facts, on),
  stay: 'irregular',
  rights: rightsLeft(facts, 'irregular')
})

/** A permit ends that stood behind what was asked for, refused or proposed since: the receipt of an application goes on. */
export const permitEnds = (facts: Facts, on: string, residence: string): Partial<Facts> => ({
  ...(residence !== 'cst_recepisse' && stayEnds(facts, on)),
  rights: rightsLeft(facts, residence),
  permitOverOn: on
})
