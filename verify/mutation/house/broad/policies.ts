import type { Mistake } from '../../mistake.ts'
import type { Kept } from './kept.ts'
import { broadRights } from './policies.more.ts'
import { broadWords } from './policies.web.ts'

/** Whole answers taken away. */
export const broadPolicies: Mistake[] = [...broadRights, ...broadWords]

/** Why tests stay that no mistake brought down. */
export const keptPolicies: Kept = {
  'tests/policies/awaited.every.test.ts':
    'That she finds a roof, or seeks asylum, moves nobody’s list is held by several walls at once (the class of the act, of its guard and of its clock, the case as it is told): with one taken away, the others still answer, and these two look at all of them together.',
  'tests/policies/awaited.test.ts':
    'Each of those left holds one rule of the order on one case (danger before any day, the law before our own count, the prosecutor for whom a placement is spared, an association without its designation): a mistake of one rule brings down its own test alone.',
  'tests/policies/disclosure/data-classes.test.ts':
    'Left are the other directions, which a matrix opened wide leaves true: that what has no class is for all, that an agreement stands only beside a class that is seen, and that who rests on an agreement reads it.',
  'tests/policies/disclosure/names.test.ts':
    'What is left are the exceptions, one test each: houses, whose name says where she sleeps, the association that accompanies her, and referrals of which a reader is not told.',
  'tests/policies/duties.test.ts':
    'They hold the tables themselves: the class of each region, words for each duty, a reader for each clock; one row of them read otherwise brings down one expectation, and five ranks are five lines of one function.',
  'tests/policies/next/lifting.test.ts':
    'Rows whose reason is lifted by where a region stands rather than by a fact stay up when facts are forgotten; and one test reads the words of all reasons, for a row that somebody forgets to write.',
  'tests/policies/next/next-step.test.ts':
    'Each is one rule by which something is not proposed (a closed act, the end of a case, another’s refusal) or is proposed early; the one of clocks and referrals that the reader is not told of would fall only if a name were made up.',
  'tests/policies/offered.test.ts':
    'Two rules of their own: what may be done in several cases at one go, which is one row and may never weigh or consent, and that a place is asked for first unless one is sought already.',
  'tests/policies/organisations/prolonging.test.ts':
    'That a regime is written as it was given where nothing runs is what is left true when nothing is prolonged any more.',
  'tests/policies/repair/asked.test.ts':
    'The seventh day, the roles that have the room, and that the protection of a witness is asked of nobody are three lines of three files, each with its own test.',
  'tests/policies/requirements/theirs.test.ts':
    'One holds the last day of a permit, the other which of two sentences is said: each is one line of its own, and nothing broader goes through both.',
  'tests/policies/separation.test.ts':
    'That a house whose first voice counts no more may give another is the one case that neither an unheard nor an unchecked second voice touches.',
  'tests/policies/words/badges.test.ts':
    'That a person of whom nothing is known has no badge but an age is the other direction: it falls by a badge too many, of which each has its own line.',
  'tests/policies/words/named.test.ts':
    'A service by its own name, and time that is nobody’s act, are the two plain answers beside which the file holds the exceptions; each is one branch.',
  'tests/policies/words/referral-line.test.ts':
    'One holds that an answered request bears no word of the person any more, the other that the steps of a kind are followed by who may read that kind: two lines that no other test of the file goes through.',
  'tests/policies/words/told.test.ts':
    'The protection of a child in one word is one row of three that a coarse reader is told; the rows of housing and of justice fall by mistakes of their own.',
  'tests/policies/words/trade.test.ts':
    'The zones from which a person is kept away are told by their names: the row that holds it stays when they are told of everybody, and no other test reads a name of a département.',
  'tests/policies/words/weighed.test.ts':
    'Both hold that nothing is said where nothing stands or nothing is told: one line of each of two views, which the tests of what is said do not go through.',
  'tests/web/flag/draft.test.ts':
    'Those left hold one thing each that the screens do: danger first, the link from an error to its control, answers of other screens kept, signs of the form first, a broken draft that counts as none.',
  'tests/web/flag/unknown.test.ts':
    'Left are words and tables: the number of children as a question that may be passed over, and a language or a form nobody knows, which is an answer of the form and held against no place.',
  'tests/web/help/conversation.test.ts':
    'That somebody interpreted is one answer with the means of speaking, read by one line.',
  'tests/web/lists/drafted.test.ts':
    'Each holds where one form puts its fields, or which control bears an error: a version and a protocol have their own modules, and within them a line for each field, so that no mistake goes through two of these tests.',
  'tests/web/lists/instants.test.ts':
    'Two helpers of one line each: how long ago something was, and that a count stopped at its bound.',
  'tests/web/lists/sought.test.ts':
    'What is kept of a list, where it leads, and the door of each kind of notice are three functions of one line, each with one test that names all its rows.',
  'tests/workflows/meeting/seats.test.ts':
    'That a kind without a seat is called all the same is the default of one table of seats, which no mistake of their order touches.',
  'tests/workflows/regions/closure.test.ts':
    'From which states a case is closed is one row of the table, and that « not trafficking » is refused to who is presumed a victim one line of the problems of its form.'
}
