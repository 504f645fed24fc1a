import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/deadlines/running/found.test.ts'

const recount = 'workflows/deadlines/running/recount.ts'
const before = 'workflows/deadlines/running/earlier.ts'
const plain = 'workflows/deadlines/running/plain.ts'
const plainly = 'tests/workflows/deadlines/running/plain.test.ts'
const unsettled = 'workflows/deadlines/running/unsettled.ts'
const earlier = 'tests/server/cases/notices/earlier.test.ts'
const writtenAfter = {
  seen: 'tests/workflows/deadlines/running/worlds.cut.test.ts',
  named: 'is held so too where one is written down after acts that came since'
} as const

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
    named: 'has no end in law while aid waits, where'
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
    named: 'ends in law a month and fifteen days after aid is decided,'
  },
  {
    why: 'A detention would cut the time against one decision, and leave a return ban or a transfer its seven days (CESEDA R921-1, L614-4).',
    file: 'workflows/regions/residence/contested.ts',
    text: ", 'D-BAN-7D', 'D-APPEAL-TRANSFER-7D'",
    instead: '',
    seen,
    named: 'so does a detention of'
  },
  {
    why: 'A prison said of one obligation would leave the safe day of another as it was, though the text is of the person (CESEDA R921-1).',
    file: 'workflows/regions/residence/contested.ts',
    text: '{ ...one, codes: months, whenInput: said(what) }',
    instead: '{ ...one, codes: [], whenInput: said(what) }',
    seen,
    named: 'of one leaves the other safe until'
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
  },
  {
    why: 'An obligation that is written down after a house arrest would keep a safe day of a month: 10 December told, 23 November real (CESEDA R921-1).',
    file: 'server/deadlines/openings.ts',
    text: 'of.mayRun ? await holdOpened(',
    instead: 'of.mayRun && caseId === fresh[0]!.id ? await holdOpened(',
    seen: earlier,
    named: 'is safe no longer than seven days after'
  },
  {
    why: 'Aid asked for before the decision was written down would leave it an end in law, though it waits (decree 2020-1717, art. 43).',
    file: before,
    text: 'if (!askedHere(held)) return null',
    instead: 'if (held !== null) return null',
    seen: earlier,
    named: 'has its safe day, and no end in law while aid waits'
  },
  {
    why: 'Aid that was said of one decision would leave without an end another that is written down after it (art. 43).',
    file: before,
    text: "return isOther ? 'another' : 'unsure'",
    instead: "return isOther ? 'unsure' : 'unsure'",
    seen: earlier,
    named: 'is not touched by what was said of another that is known'
  },
  {
    why: 'A month written down after an arrest of its last days would end in law before the seven days of that arrest (CESEDA R921-1).',
    file: before,
    text: 'return late === undefined ? null : {',
    instead: 'return late !== undefined || stands === null ? null : {',
    ...writtenAfter
  },
  {
    why: 'A detention after the known end would hold no more a month that is written down after it, and cut on a later day (CESEDA R921-1).',
    file: before,
    text: 'noticeOf(stands) <= row.recounting.on && !stoodOn(',
    instead: 'noticeOf(stands) > row.recounting.on && !stoodOn(',
    ...writtenAfter
  },
  {
    why: 'An arrest of nobody knows which obligation would leave to the first its later seven days, once another is written down (CESEDA R921-1).',
    file: unsettled,
    text: 'if (becomes !== undefined) return cutBy(row, clock, around)',
    instead: 'if (becomes !== undefined) return []',
    seen,
    named: 'takes the first back to its first end, and no further'
  },
  {
    why: 'Aid answered of nobody knows which would leave its later safe day to the first decision: 25 January told, 2 December real (art. 43).',
    file: unsettled,
    text: 'return implied !== undefined && isMovedBy(row, clock) ?',
    instead: 'return implied === undefined && isMovedBy(row, clock) ?',
    seen: earlier,
    named: 'takes back the later safe day of another'
  },
  {
    why: 'An answer said of one decision would move it after its first end, by a request that may have been of another found since (art. 43).',
    file: unsettled,
    text: 'isMovedBy(row, clock) && clock.startsOn > first ?',
    instead: 'isMovedBy(row, clock) && clock.startsOn < first ?',
    seen: 'tests/workflows/deadlines/running/worlds.asked.test.ts',
    named: 'do not where a decision is written down after what was asked of it'
  },
  {
    why: 'Aid asked for after the known end would count for nothing, though a reconsideration written down since had kept the time open (art. 43).',
    file: before,
    text: 'last === null || last > was',
    instead: 'last !== null && last < was',
    seen,
    named: 'leaves no end in law while it waits,'
  },
  {
    why: 'What was asked after the known end would not be read again once that end is found to be later (art. 43).',
    file: 'server/deadlines/earlier.ts',
    text: 'if (moved.length === 0) return []',
    instead: 'if (moved.length >= 0) return []',
    seen: earlier,
    named: 'keeps open what was asked after its known end'
  },
  {
    why: 'A request that is written down again would keep its first day alone, and its answer move the safe day by a slip (CJA R421-2).',
    file: recount,
    text: 'if (one.from === undefined || one.from === on) return one',
    instead: 'if (one.from !== null) return one',
    seen: plainly,
    named: 'by the earlier of two days that were written for one request'
  },
  {
    why: 'The first of two days written for one request would decide alone, be the later the right one (CRPA L411-2).',
    file: plain,
    text: '[asked, known?.from, known?.to]',
    instead: '[asked ?? known?.from]',
    seen: plainly,
    named: 'by the later of the days that were written for it'
  },
  {
    why: 'A reconsideration that was perhaps asked for too late would keep the time open to aid, and move its safe day (CRPA L411-2; art. 43).',
    file: recount,
    text: 'const isLate = isAgainLate ||',
    instead: 'const isLate =',
    seen: plainly,
    named: 'of which a day after the first end is written down as well'
  },
  {
    why: 'Aid recorded in time, and answered by a day after the first end, would move the safe day (decree 2020-1717, art. 43).',
    file: plain,
    text: '!isPerhapsLate(days, counting) &&',
    instead: '',
    seen: plainly,
    named: 'by a day after the first end, and not by the one that was written down'
  }
]
