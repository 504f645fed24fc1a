import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/deadlines/running/found.test.ts'

const recount = 'workflows/deadlines/running/recount.ts'

/** What a reader of the law found upon the times to appeal. */
export const foundMutants: readonly LawMutant[] = [
  {
    why: 'A detention said of the obligation to leave would be taken, and cut nothing of one that a refusal bears as well (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "leavings.flatMap((all) => saidOfLeaving('removal', all, obligations))",
    instead: "leavings.slice(0, 1).flatMap((all) => saidOfLeaving('removal', all, obligations))",
    seen,
    named: 'that is said of the obligation'
  },
  {
    why: 'Legal aid said of the obligation to leave would be taken, and keep nothing open of one that a refusal bears as well (art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: '  removal: obligations,',
    instead: "  removal: ['D-APPEAL-LEAVE', 'D-APPEAL-LEAVE-7D', 'D-APPEAL-LEAVE-48H'],",
    seen,
    named: 'waits for aid that is said of the obligation'
  },
  {
    why: 'An answer corrected to an earlier day would leave the safe day where the later one had moved it (CJA R421-1).',
    file: recount,
    text: "[{ id: 'maybeAnsweredBefore', from: on }]",
    instead: '[]',
    seen,
    named: 'holds the safe day by the earlier, and the end in law by the later'
  },
  {
    why: 'An answer to something else would take from the person the time that legal aid has given again (art. 43).',
    file: recount,
    text: 'isBefore && isOfItsKind',
    instead: 'isBefore',
    seen,
    named: 'is nothing to what another kind of answer made run anew'
  },
  {
    why: 'Seven days would be held by a month that is counted no more, and told as over before they begin (CESEDA R921-1).',
    file: recount,
    text: "without(doubts, 'maybeAnsweredBefore')",
    instead: 'doubts',
    seen,
    named: 'holds a month no more once it is cut for certain'
  },
  {
    why: 'A second reconsideration would move the safe day where nobody wrote down the question of the first (CRPA L411-2).',
    file: recount,
    text: 'const marks = [...onceAnswered(recounting, counting), ',
    instead: 'const marks = [',
    seen,
    named: 'a request after an answer of which nobody wrote down the question'
  },
  {
    why: 'The end in law would come while legal aid keeps open the month of whoever was not told of the seven days (art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: "doubt: 'aidAsked', whenInput: said('aid_asked', about)",
    instead: "doubt: 'aidAsked', whenInput: said('none', about)",
    seen,
    named: 'has no end in law while aid waits, where %s'
  },
  {
    why: 'Legal aid would keep open seven days that are cut for certain, which allow no extension (CESEDA R921-3).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: ", where: ['maybeNotInformed', 'maybeOtherLeaving'] }",
    instead: ' }',
    seen,
    named: 'is cut for certain of whoever was told, and aid gives nothing'
  },
  {
    why: 'The fifteen days of aid that was decided before a house arrest would be lost to the month that may run (decree 2020-1717, art. 43).',
    file: recount,
    text: '...(isSure ? [] : monthOfAid(doubts))',
    instead: '',
    seen,
    named: 'ends so as well where aid was decided before it'
  },
  {
    why: 'The month after aid would count from its decision, fifteen days too soon for the end in law (decree 2020-1717, art. 43).',
    file: 'workflows/deadlines/legal-end.ts',
    text: 'since === null ? from : addDuration(from, since, territory)',
    instead: 'from',
    seen,
    named: 'ends in law a month and fifteen days after aid is decided, %s'
  },
  {
    why: 'A detention would cut the time against one decision, and leave a return ban or a transfer its seven days (CESEDA R921-1, L614-4).',
    file: 'workflows/regions/residence/contested.ts',
    text: ", 'D-BAN-7D', 'D-APPEAL-TRANSFER-7D'",
    instead: '',
    seen,
    named: 'so does a detention of %s'
  },
  {
    why: 'A prison said of one obligation would leave the safe day of another as it was, though the text is of the person (CESEDA R921-1).',
    file: 'workflows/regions/residence/contested.ts',
    text: '{ ...one, codes: months, whenInput: said(what) }',
    instead: '{ ...one, codes: [], whenInput: said(what) }',
    seen,
    named: 'of one leaves the other safe until %s, and its month in law'
  },
  {
    why: 'A house arrest of which the person was perhaps told would leave the month of another obligation safe to its end (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "{ ...one, codes: [month], on: 'notifiedOn', ...cutBeside }",
    instead: "{ ...one, codes: [], on: 'notifiedOn', ...cutBeside }",
    seen,
    named: 'a house arrest told perhaps'
  },
  {
    why: 'What cut a time would hold its own forty-eight hours to the day after, as if they were of another decision (CESEDA R921-1).',
    file: 'workflows/deadlines/running/concerned.ts',
    text: 'isOther(clock) && stoodOn(clock, recounting.on)',
    instead: 'stoodOn(clock, recounting.on)',
    seen,
    named: 'holds the hours of the one that is said by nothing'
  }
]
