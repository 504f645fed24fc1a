import type { LawMutant } from '../mistake.ts'

const stepped = 'tests/workflows/deadlines/running/stepped.test.ts'
const steppedWhich = 'tests/workflows/deadlines/running/stepped.which.test.ts'
const recount = 'workflows/deadlines/running/recount.ts'
const plain = 'workflows/deadlines/running/plain.ts'
const seen = 'tests/server/cases/notices/slips.test.ts'
const cut = {
  seen: 'tests/workflows/deadlines/running/worlds.cut.test.ts',
  named: 'no safe day is later than the end in any world'
} as const

/** What a day that is a slip did, and the right day of a time that the act does not count. */
export const slipsMutants: readonly LawMutant[] = [
  {
    why: 'What is said of a judgment on young adult support would leave in doubt the time against a refusal (CRPA L411-2).',
    file: 'workflows/regions/minor/young.adult.time.ts',
    text: 'ofOneDecision(ofPrior, decisions)',
    instead: 'ofOneDecision(ofPrior)',
    seen,
    named: 'leaves the time against a refusal of young adult support as it is'
  },
  {
    why: 'Legal aid to claim more from the CIVI would leave the appeal against its decision without an end (CPP 706-8).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "ofOneDecision(['D-CIVI-APPEAL'], ['D-CIVI-APPEAL', 'D-CIVI-CASSATION', ...toClaim])",
    instead: "ofOneDecision(['D-CIVI-APPEAL'])",
    seen,
    named: 'leaves the appeal against the CIVI as it is'
  },
  {
    why: 'Seven days that end on a Saturday would be told until Monday: no text moves them (CESEDA R921-3).',
    file: 'workflows/deadlines/legal-end.ts',
    text: '(row.extendToWorkingDay && !asIs)',
    instead: 'row.extendToWorkingDay',
    seen: cut.seen,
    named: 'on whatever day that is'
  },
  {
    why: 'A decision on legal aid is said to be counted and counts nothing where nobody wrote down that aid was asked for.',
    file: recount,
    text: 'if (!wasAsked && implied === null) return null',
    instead: 'if (!wasAsked) return null',
    seen: stepped,
    named: 'of aid of which nobody wrote down the request is the end in law'
  },
  {
    why: 'Once legal aid has moved a time, no appeal could be said to be against its decision (decree 2020-1717, art. 43).',
    file: recount,
    text: 'const moved = movedFrom(from, stands)',
    instead: 'const moved = {}',
    seen: stepped,
    named: 'of the eve of the first answer does'
  },
  {
    why: 'A correction would take away the later day that was told (CRPA L411-2).',
    file: recount,
    text: 'toldLater(recounting, from))',
    instead: '[])',
    seen: stepped,
    named: 'moved back by a correction keeps the later day'
  },
  {
    why: 'A request of the very day of the first answer would be taken to be of before it, and its own answer move the safe day (CRPA L411-2).',
    file: plain,
    text: 'const eve = addDays(on, -1)',
    instead: 'const eve = addDays(on, 0)',
    seen: stepped,
    named: 'of the very day of the first answer'
  },
  {
    why: 'A first answer of nobody knows which would leave nothing by which a second request is seen to come after it (CRPA L411-2).',
    file: recount,
    text: '...[...onceAnswered(recounting, counting), ...answeredBefore(recounting, counting)]',
    instead: '...answeredBefore(recounting, counting)',
    seen: steppedWhich,
    named: 'a first answer of nobody knows which lets a second request move no safe day'
  },
  {
    why: 'What was asked of one decision for certain would be taken for answered, by an answer of nobody knows which: its end in law would shrink (art. 43).',
    file: recount,
    text: 'unsure !== null && !isCertain',
    instead: 'unsure !== null',
    seen: steppedWhich,
    named: 'asked for of one for certain stays so for it'
  },
  {
    why: 'An answer would take the reserve that another question, still waiting, had left: two months too many told (art. 43; CRPA L411-2).',
    file: recount,
    text: 'isStillAsked(kept, leavesSome) ? kept :',
    instead: 'kept.length < 0 ? kept :',
    seen: steppedWhich,
    named: 'keeps its reserve where another question'
  },
  {
    why: 'A second prior appeal would interrupt the time that the first has already made run anew (CRPA L411-2: once).',
    file: plain,
    text: '!isOneMore(one, days, counting) &&',
    instead: '',
    seen: stepped,
    named: 'a second prior appeal, once the first was answered'
  },
  {
    why: 'One rejection that is written down again with a later day would move the safe day to the later (CRPA L411-2).',
    file: plain,
    text: "(isAsked(one, doubts) === undefined && typeof from === 'string' && one.on > from)",
    instead: '(mark !== undefined && days.length === 0)',
    seen: stepped,
    named: 'written down again with a later day'
  },
  {
    why: 'A rejection written eleven weeks after silence had rejected would give two months anew (CJA R421-2).',
    file: plain,
    text: 'isSilent(months, day, on)',
    instead: 'isSilent(months, on, day)',
    seen: stepped,
    named: 'a rejection that comes after silence had rejected'
  },
  {
    why: 'A prior appeal made after the first two months would count, because aid waits (CRPA L411-2).',
    file: plain,
    text: 'day > counting.dueOn ||',
    instead: '',
    seen: stepped,
    named: 'made after the first two months'
  },
  {
    why: 'Aid asked for months after silence had rejected what waited would give the time again (CJA R421-2; decree 2020-1717, art. 43).',
    file: plain,
    text: ' && stillWaits(one, day)',
    instead: '',
    seen: stepped,
    named: 'once silence has rejected what waited'
  },
  {
    why: 'Aid asked for after the safe day, in a time that only a doubt keeps open, would move it (decree 2020-1717, art. 43).',
    file: plain,
    text: "!has(doubts, 'maybeAskedLate') &&",
    instead: '',
    seen: stepped,
    named: 'aid asked for after the safe day of a time'
  },
  {
    why: 'An answer corrected to an earlier day would leave the safe day where the later one had moved it (CJA R421-1).',
    file: recount,
    text: "[{ id: 'maybeAnsweredBefore', from: on }]",
    instead: '[]',
    seen: stepped,
    named: 'holds the safe day by the earlier, and the end in law by the later'
  },
  {
    why: 'An answer to something else would take from the person the time that legal aid has given again (art. 43).',
    file: recount,
    text: 'isBefore && isOfItsKind',
    instead: 'isBefore',
    seen: stepped,
    named: 'is nothing to what another kind of answer made run anew'
  },
  {
    why: 'A second prior appeal would move the safe day where nobody wrote down the question of the first (CRPA L411-2).',
    file: recount,
    text: 'const marks = [...onceAnswered(recounting, counting), ',
    instead: 'const marks = [',
    seen: stepped,
    named: 'a request after an answer of which nobody wrote down the question'
  },
  {
    why: 'A request that is written down again would keep its first day alone, and its answer move the safe day by a slip (CJA R421-2).',
    file: recount,
    text: 'if (one.from === undefined || one.from === on) return one',
    instead: 'if (one.from !== null) return one',
    seen: stepped,
    named: 'by the earlier of two days that were written for one request'
  },
  {
    why: 'The first of two days written for one request would decide alone, be the later the right one (CRPA L411-2).',
    file: plain,
    text: '[asked, known?.from, known?.to]',
    instead: '[asked ?? known?.from]',
    seen: stepped,
    named: 'by the later of the days that were written for it'
  },
  {
    why: 'A prior appeal that was perhaps asked for too late would keep the time open to aid, and move its safe day (CRPA L411-2; art. 43).',
    file: recount,
    text: 'const isLate = isAgainLate ||',
    instead: 'const isLate =',
    seen: stepped,
    named: 'of which a day after the first end is written down as well'
  },
  {
    why: 'Aid recorded in time, and answered by a day after the first end, would move the safe day (decree 2020-1717, art. 43).',
    file: plain,
    text: '!isPerhapsLate(days, counting) &&',
    instead: '',
    seen: stepped,
    named: 'by a day after the first end, and not by the one that was written down'
  }
]
