import type { LawMutant } from '../mistake.ts'

const stepped = 'tests/workflows/deadlines/running/stepped.test.ts'
const steppedWhich = 'tests/workflows/deadlines/running/stepped.which.test.ts'
const concerned = 'workflows/deadlines/running/concerned.ts'
const which = 'tests/server/cases/notices/which.test.ts'
const served = 'tests/server/cases/notices/served.test.ts'
const contested = 'tests/server/cases/notices/contested.test.ts'
const cross = 'tests/server/cases/notices/cross-appeal.test.ts'
const judgments = 'workflows/regions/judicial/judgments.ts'

/** What is of one of several decisions, and which one a service or an appeal is of, as they were read before. */
export const whichMutants: readonly LawMutant[] = [
  {
    why: 'Legal aid before the court of appeal would be of the last decision of the CIVI, whichever it was asked for (CPC 538).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: '{ ...ofAppeal, on:',
    instead: '{ codes: ofAppeal.codes, on:',
    seen: which,
    named: 'is of the one that is said, before the court of appeal against the CIVI'
  },
  {
    why: 'Legal aid on points of law would be of the last decision of the asylum court (decree 2020-1717, art. 44).',
    file: 'workflows/regions/asylum.times.ts',
    text: ', ...ofOneDecision(times[is]) }',
    instead: ' }',
    seen: which,
    named: 'against the asylum court, and unsaid moves no safe day'
  },
  {
    why: 'A prior appeal about young adult support would be of the last refusal (CRPA L411-2).',
    file: 'workflows/regions/minor/young.adult.time.ts',
    text: "on: 'on', ...ofOneDecision(ofPrior, decisions) }",
    instead: "on: 'on' }",
    seen: which,
    named: 'each is left to be checked and no safe day moves'
  },
  {
    why: 'A judgment written down again without its service would count from its pronouncement: ten days told that are over (CPP 498).',
    file: 'server/deadlines/correcting.ts',
    text: "hasOne(row, ['notServed', 'maybeNotServed'])) return served",
    instead: 'hasOne(row, [])) return served',
    seen: served,
    named: 'keeps the ten days of the service'
  },
  {
    why: 'Of whoever may have been there, a judgment written down again would have no end in law though it was served (CPP 498).',
    file: 'server/deadlines/correcting.ts',
    text: "hasOne(entry, ['maybeServed'])",
    instead: 'hasOne(entry, [])',
    seen: served,
    named: 'of unknown presence keeps its safe day'
  },
  {
    why: 'Another party’s appeal of nobody knows which judgment would lengthen each for certain (CPP 500).',
    file: judgments,
    text: "whenInput: [{ field: 'against', is }], several }",
    instead: "whenInput: [{ field: 'against', is }] }",
    seen: cross,
    named: 'leaves both to be checked, and moves no safe day'
  },
  {
    why: 'The chief prosecutor’s appeal would be against a judgment that runs, though it may be against one that is over (CPP 505).',
    file: judgments,
    text: ', within: longest }',
    instead: ' }',
    seen: cross,
    named: 'that may be against the one whose ten days are over leaves the other to be checked'
  },
  {
    why: 'The service of a judgment that nobody recorded would begin no time while another runs (CPP 498 1°).',
    file: 'server/deadlines/giving-way.ts',
    text: 'isOfItself || mayBeServed(entry, row)',
    instead: "isOfItself || row.code !== ''",
    seen: served,
    named: 'begins ten days of its own, to be checked'
  },
  {
    why: 'Ten days from a service that contradicts the file would not be told to be checked (CPP 498 1°).',
    file: 'server/deadlines/giving-way.ts',
    text: 'withDoubt(doubts, { id: beside })',
    instead: 'doubts',
    seen: served,
    named: 'begins ten days of its own, to be checked'
  },
  {
    why: 'A house arrest said of an obligation of seven days would cut the month against another (CESEDA R921-1).',
    file: 'workflows/regions/residence/contested.ts',
    text: 'const obligations = leavings.flat()',
    instead: 'const obligations = leavings.map(([whole]) => whole)',
    seen: contested,
    named: 'said of another obligation, whatever its time, leaves it whole in law'
  },
  {
    why: 'Aid asked before the answer that moved a time, and written down after it, would be lost: an end told where none runs while it waits (art. 43).',
    file: concerned,
    text: '    clocks.find(hasBegun) ??\n    clocks.find((clock) => isOfOneMoved(recounting, clock))',
    instead: '    clocks.find(hasBegun)',
    seen: stepped,
    named: 'and was asked before it leaves no end in law'
  },
  {
    why: 'Legal aid of nobody knows which decision would move the safe day of the last: the person would go to court too late (art. 43).',
    file: concerned,
    text: 'isUnknown || decisions > 1 || own.length > 1 || wasUnsure || isOther',
    instead: 'isOther && wasUnsure && decisions > 99',
    seen: steppedWhich,
    named: 'aid of nobody knows which moves no safe day'
  },
  {
    why: 'Legal aid against the first decision would leave it as it is, and move the last day of the second (decree 2020-1717, art. 43).',
    file: concerned,
    text: 'said === null || noticeOf(clock) === said || clock.startsOn === said',
    instead: "said === null || clock.startsOn !== ''",
    seen: steppedWhich,
    named: 'aid asked for against the first leaves the second'
  },
  {
    why: 'What was asked of nobody knows which would be settled for the one that is left (decree 2020-1717, art. 43).',
    file: concerned,
    text: 'said === null || maybeAskedLate(',
    instead: "said === '' || maybeAskedLate(",
    seen: steppedWhich,
    named: 'is not settled for the one that is left by an answer unsaid'
  },
  {
    why: 'Of a judgment and a ruling, legal aid would pass for that of the one that is counted first, and move its safe day (art. 44).',
    file: concerned,
    text: 'amongSeveral(before.filter(isMeant), ',
    instead: 'amongSeveral(now.filter(isMeant), ',
    seen: steppedWhich,
    named: 'aid about a judgment or a ruling, unsaid'
  },
  {
    why: 'Legal aid asked for beside a pending appeal would move the safe day of the other decision (decree 2020-1717, art. 43).',
    file: concerned,
    text: '[...apt, ...others].map(noticeOf)',
    instead: 'apt.map(noticeOf)',
    seen: steppedWhich,
    named: 'aid beside an appeal moves no safe day of the other'
  },
  {
    why: 'Legal aid would not be for an appeal once the time against that decision was over, though the court has not ruled (art. 43).',
    file: concerned,
    text: '? noticeOf(clock) <= day :',
    instead: '? stoodOn(clock, day) :',
    seen: steppedWhich,
    named: 'asked for after the time against the contested one was over may still be for it'
  },
  {
    why: 'Another party’s appeal would be against the judgment that runs, and not against the one that the person appealed against (CPP 500).',
    file: 'server/deadlines/recounting.ts',
    text: "states: ['stopped']",
    instead: 'states: []',
    seen: contested,
    named: 'leaves the other to be checked'
  },
  {
    why: 'The rejection of what nobody wrote down was asked would be about the decision that runs, for certain, and never the one that is over (CRPA L411-2).',
    file: concerned,
    text: ' || isImplied(clock)',
    instead: '',
    seen: steppedWhich,
    named: 'an answer to what nobody wrote down may be of the one that is over'
  },
  {
    why: 'Legal aid said of a day on which nothing was notified would count for nothing: an end told where none runs while it waits (art. 43).',
    file: concerned,
    text: 'return { said: isUnknown ? null : said, isUnknown }',
    instead: 'return { said, isUnknown }',
    seen: steppedWhich,
    named: 'leaves the end in law open, and moves no safe day once'
  },
  {
    why: 'Legal aid said of a decision that nobody wrote down would move for certain the one that stands (decree 2020-1717, art. 43).',
    file: concerned,
    text: 'return { said: isUnknown ? null : said, isUnknown }',
    instead: 'return { said: isUnknown ? null : said, isUnknown: false }',
    seen: steppedWhich,
    named: 'leaves the end in law open, and moves no safe day once'
  },
  {
    why: 'Legal aid asked for, said of a day on which nothing was notified, would leave the end in law where it was (decree 2020-1717, art. 43).',
    file: concerned,
    text: 'said === null || decisions === undefined',
    instead: "said === null || decisions === undefined || several?.leaves === 'maybeOtherDecision'",
    seen: steppedWhich,
    named: 'leaves the end in law open, and moves no safe day once'
  },
  {
    why: 'Aid asked for too late would move the safe day, where an earlier request was said of a day on which nothing was notified (art. 43).',
    file: concerned,
    text: 'said === null || maybeAskedLate(clock, recounting)',
    instead: 'said === null',
    seen: steppedWhich,
    named: 'lets an answer after the safe day move none'
  },
  {
    why: 'Aid asked for after the safe day would move it, where nobody knows that it was asked for before (decree 2020-1717, art. 43).',
    file: concerned,
    text: '(asked ?? on) > dueOn',
    instead: 'asked !== null && on > dueOn',
    seen: steppedWhich,
    named: 'lets an answer after the safe day move none'
  },
  {
    why: 'An answer that gives the day of a question about another decision would move the safe day of the one that is left (art. 43).',
    file: concerned,
    text: ' || wasUnsure || isOther)',
    instead: ' || wasUnsure)',
    seen: steppedWhich,
    named: 'gives the day of a question about another'
  },
  {
    why: 'Legal aid said of the judgment would leave in doubt the time against the decision (decree 2020-1717, art. 43).',
    file: concerned,
    text: 'decisions.some((code) => code === clock.code) && isOfDay(said)(clock)',
    instead: 'several!.among.some((code) => code === clock.code) && isOfDay(said)(clock)',
    seen: steppedWhich,
    named: 'aid that is said of the judgment leaves the time against the refusal'
  }
]
