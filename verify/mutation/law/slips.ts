import type { LawMutant } from '../mistake.ts'

const seen = 'tests/server/cases/notices/slips.test.ts'
const concerned = 'workflows/deadlines/running/concerned.ts'
const recount = 'workflows/deadlines/running/recount.ts'
const plain = 'workflows/deadlines/running/plain.ts'
const plainly = 'tests/workflows/deadlines/running/plain.test.ts'
const beside = 'workflows/regions/residence/beside-leaving.ts'
const cut = {
  seen: 'tests/workflows/deadlines/running/worlds.cut.test.ts',
  named: 'no safe day is later than the end in any world'
} as const
const asked = {
  seen: 'tests/workflows/deadlines/running/worlds.asked.test.ts',
  named: 'move no safe day beyond the end in any world'
} as const

/** What a day that is a slip did, and the right day of a time that the act does not count. */
export const slipsMutants: readonly LawMutant[] = [
  {
    why: 'Aid asked for too late would move the safe day, where an earlier request was said of a day on which nothing was notified (art. 43).',
    file: concerned,
    text: 'said === null || maybeAskedLate(clock, recounting)',
    instead: 'said === null',
    seen,
    named: 'moves no safe day later by aid asked for too late'
  },
  {
    why: 'Seven clear days that a late house arrest may have given would not be told beside the month (CESEDA R921-1).',
    file: 'server/deadlines/recounting.ts',
    text: 'return inLaw !== null && goesOn({ inLaw })',
    instead: 'return inLaw === null && goesOn({})',
    seen,
    named: 'leaves the month its safe day, and seven clear days its end in law'
  },
  {
    why: 'A detention centre of nobody knows which obligation would take the month from whoever was never told of the seven days (CESEDA R921-1).',
    file: recount,
    text: 'const isSure = staying(recounting).length === 0',
    instead: 'const isSure = recounting !== null',
    seen,
    named: 'keeps the month to whoever may never have been told'
  },
  {
    why: 'Reasons asked of a refusal with an obligation would leave in doubt the two months of another (CRPA L232-4).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: 'ofOneDecision([whole], times[about])',
    instead: 'ofOneDecision([whole])',
    seen,
    named: 'leaves the months against a refusal as they are'
  },
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
    why: 'An answer would take the reserve that another question, still waiting, had left: 15 March told, 25 January real (art. 43; CRPA L411-2).',
    file: recount,
    text: 'isStillAsked(kept, leavesSome) ? kept :',
    instead: 'kept.length < 0 ? kept :',
    ...asked
  },
  {
    why: 'Aid asked for after the safe day would move it, where nobody knows that it was asked for before (decree 2020-1717, art. 43).',
    file: concerned,
    text: '(asked ?? on) > dueOn',
    instead: 'asked !== null && on > dueOn',
    ...asked
  },
  {
    why: 'That the person was informed, of nobody knows which obligation, would be of the one in doubt for certain (CESEDA R921-1).',
    file: concerned,
    text: 'implied === undefined ? [] : meant.filter(isAsked)',
    instead: 'meant.filter(isAsked)',
    ...cut
  },
  {
    why: 'An arrest that may carry out an obligation of seven days would take the month from another (CESEDA R921-1).',
    file: beside,
    text: '{ late, ...ofOneLeaving(obligations), whenInput',
    instead: '{ late, ...ofOneLeaving(times.map(([whole]) => whole), obligations), whenInput',
    seen: cut.seen,
    named: 'keeps its own end in law beside another obligation'
  },
  {
    why: 'A second arrest would give seven days anew, though those of the first may run: it interrupts the month alone (CESEDA R921-1).',
    file: recount,
    text: '(sameDay === undefined || dayIn(input, sameDay) === from)',
    instead: '(sameDay === undefined || from !== null)',
    ...cut
  },
  {
    why: 'The prison would give seven days anew, though those of an arrest may run (CESEDA R921-2).',
    file: beside,
    text: "whenInput: said('prison'), ...again('on') }",
    instead: "whenInput: said('prison'), settles }",
    ...cut
  },
  {
    why: 'What comes after the safe day would move it to a later one, for a time that is open in law alone (CESEDA R921-1).',
    file: recount,
    text: ' || counting.dueOn < one.on',
    instead: '',
    ...cut
  },
  {
    why: 'Of what may have been cut, nobody would be told that the month may have been interrupted later (CESEDA R921-1).',
    file: beside,
    text: "where: [settles, 'maybeOtherLeaving']",
    instead: 'where: []',
    ...cut
  },
  {
    why: 'The 48 hours of a detention that comes late, of nobody knows which obligation, would not be told beside the month (CESEDA R921-1).',
    file: beside,
    text: "late: 'maybeKeptLate',",
    instead: '',
    ...cut
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
    why: 'A reserve about a late cut would outlive the cut that is certain and came before (CESEDA R921-1).',
    file: recount,
    text: 'isSure ? without(without(whole, settles), recount.late)',
    instead: 'isSure ? without(whole, settles)',
    seen: cut.seen,
    named: 'forgets what may have come late'
  },
  {
    why: 'A house arrest that carries out one obligation would leave the seven days of another to be checked (CESEDA R921-1).',
    file: 'workflows/deadlines/running/concerned.ts',
    text: 'decisions.some((code) => code === clock.code) && isOfDay(said)(clock)',
    instead:
      'decisions.some((code) => code === clock.code) && recount.codes.includes(clock.code) && isOfDay(said)(clock)',
    seen,
    named: 'leaves the seven days of another obligation as they are'
  },
  {
    why: 'A second reconsideration would interrupt the time that the first has already made run anew (CRPA L411-2: once).',
    file: plain,
    text: '!isOneMore(one, days, counting) &&',
    instead: '',
    seen: plainly,
    named: 'a second reconsideration'
  },
  {
    why: 'One rejection that is written down again with a later day would move the safe day to the later (CRPA L411-2).',
    file: plain,
    text: "(isAsked(one, doubts) === undefined && typeof from === 'string' && one.on > from)",
    instead: '(mark !== undefined && days.length === 0)',
    seen: plainly,
    named: 'written down again with a later day'
  },
  {
    why: 'A rejection written eleven weeks after silence had rejected would give two months anew (CJA R421-2).',
    file: plain,
    text: 'isSilent(months, day, on)',
    instead: 'isSilent(months, on, day)',
    seen: plainly,
    named: 'a rejection that comes after silence had rejected'
  },
  {
    why: 'An appeal to the superior made after the first two months would count, because a reconsideration waits (CRPA L411-2).',
    file: plain,
    text: 'day > counting.dueOn ||',
    instead: '',
    seen: plainly,
    named: 'made after the first two months'
  },
  {
    why: 'Aid asked for months after silence had rejected what waited would give the time again (CJA R421-2; decree 2020-1717, art. 43).',
    file: plain,
    text: ' && stillWaits(one, day)',
    instead: '',
    seen: plainly,
    named: 'once silence has rejected what waited'
  },
  {
    why: 'Aid asked for after the safe day, in a time that only a doubt keeps open, would move it (decree 2020-1717, art. 43).',
    file: plain,
    text: "!has(doubts, 'maybeAskedLate') &&",
    instead: '',
    seen: plainly,
    named: 'aid asked for after the safe day'
  },
  {
    why: 'Aid answered would give a whole month again to a month that may have been cut to seven days (CESEDA R921-3).',
    file: plain,
    text: '!doubts.some(({ id }) => id in lateCuts) &&',
    instead: '',
    seen: plainly,
    named: 'aid answered of a month that may have been cut'
  },
  {
    why: 'An answer that gives the day of a question about another decision would move the safe day of the one that is left (art. 43).',
    file: concerned,
    text: ' || wasUnsure || isOther)',
    instead: ' || wasUnsure)',
    seen: plainly,
    named: 'gives the day of a question about another decision'
  }
]
