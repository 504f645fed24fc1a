import type { LawMutant } from '../../mistake.ts'

const lives = 'tests/workflows/deadlines/counted/lives.test.ts'
const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const order = 'tests/server/cases/examples/order.test.ts'
const life = 'workflows/deadlines/counted/life.ts'

/** What a second reading found beside the rules of the first: aid, reasons and the end of an obligation, each beside another act. */
export const countedAgainMutants: readonly LawMutant[] = [
  {
    why: 'Aid decided once the time was cut, and of which nobody says when it was asked for, would give nothing, though it stays valid (CESEDA R911-9).',
    file: life,
    text: 'return answeredOnceCut(state, act, decision, reading)',
    instead: 'return state',
    seen: lives,
    named: 'aid decided after prison, and nobody says when it was asked for (CESEDA R911-9)'
  },
  {
    why: 'Reasons would keep a time open for aid for ever, and of a decision that was given as well (CRPA L232-4; CE, opinion, 504677).',
    file: life,
    text: '!strict || isOfReasons(day, asked, decision)',
    instead: 'true',
    seen: lives,
    named: 'aid between reasons asked for and given, of a decision that was given (CRPA L232-4)'
  },
  {
    why: 'Aid that was asked for in the year of reasons would move the safe day beyond that year (CE, opinion, 504677).',
    file: life,
    text: 'reading.strict && waits.reasons !== undefined',
    instead: 'reading.strict && waits.reasons === law.from',
    seen: lives,
    named: 'aid on the last day of the year of reasons (CE, avis, 504677)'
  },
  {
    why: 'Reasons given late would leave two months for aid, though their year is over (CE, opinion, 504677).',
    file: life,
    text: 'law: reading.strict ? state.law : law',
    instead: 'law',
    seen: lives,
    named: 'reasons given late, and aid after their year (CE, avis, 504677)'
  },
  {
    why: 'Of aid asked for on one day against two decisions, an answer by that day alone would leave the second over (decree 2020-1717, art. 43).',
    file: life,
    text: '(notice <= asked && isIn(asked, ends(law, reading.longer)))',
    instead: 'notice > asked',
    seen: holes,
    named: 'may be that of another request of the same day, answered since by that day alone'
  },
  {
    why: 'Of two answers by one day, the first written down would keep its question, and that of a decision be lost (decree 2020-1717, art. 43).',
    file: 'workflows/deadlines/counted/acts.ts',
    text: 'one.group < other.group : one.said !== null',
    instead: 'one.group < other.group : one.group < other.group',
    seen: holes,
    named: 'may be that of another request of the same day, answered since by that day alone'
  },
  {
    why: 'A refusal notified on the day of an implied one would be one that silence made, and its reasons extend it (CRPA L232-4).',
    file: 'workflows/deadlines/counted/acts.ts',
    text: 'by.every((one) => isSilent(one, decision))',
    instead: 'by.some((one) => isSilent(one, decision))',
    seen: holes,
    named: 'are not of silence where what was refused was refused'
  },
  {
    why: 'The end of an obligation to leave would silence one notified since, though it may be of that of a refusal (CJA R421-1).',
    file: 'server/deadlines/stopping.ts',
    text: 'ofSameKind(decisions)',
    instead: 'decisions',
    seen: order,
    named: 'of that of the refusal perhaps, leaves the month of one notified since'
  }
]
