import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/deadlines/running/found.test.ts'

const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const plain = 'tests/workflows/deadlines/running/plain.test.ts'
const order = 'tests/workflows/deadlines/running/order.test.ts'
const earlier = 'tests/server/cases/notices/earlier.test.ts'
const life = 'workflows/deadlines/counted/life.ts'
const worlds = 'workflows/deadlines/counted/worlds.ts'
const readings = 'workflows/deadlines/counted/readings.ts'
const times = 'workflows/deadlines/counted/times.ts'
const acts = 'workflows/deadlines/counted/acts.ts'

/** What a reader of the law found upon the times to appeal. */
export const foundMutants: readonly LawMutant[] = [
  {
    why: 'Legal aid said of the obligation to leave would be taken, and keep nothing open of one that a refusal bears as well (art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: '  removal: obligations,',
    instead: "  removal: ['D-APPEAL-LEAVE', 'D-APPEAL-LEAVE-7D', 'D-APPEAL-LEAVE-48H'],",
    seen,
    named: 'waits for aid that is said of the obligation'
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
    text: "  'D-BAN-7D',\n  'D-APPEAL-TRANSFER-7D',\n",
    instead: '',
    seen,
    named: 'so does a detention of'
  },
  {
    why: 'An answer of which nobody wrote down the question would move the safe day, though it may have been asked for too late (CRPA L411-2).',
    file: life,
    text: 'isImplied(state, act, decision, reading) ? { ...state, law, once }',
    instead: 'isImplied(state, act, decision, reading) ? { ...state, safe: term, law, once }',
    seen,
    named: 'a request after an answer of which nobody wrote down the question moves no safe day'
  },
  {
    why: 'A rejection after silence had rejected would give two months again (CJA R421-2).',
    file: life,
    text: "if (kind === 'recourse' && !isIn(on, ends(silent, false)))",
    instead: "if (kind === 'recourse' && on === asked)",
    seen: plain,
    named: 'a rejection that comes after silence had rejected'
  },
  {
    why: 'What waits would be kept open by a reconsideration for ever, though silence rejects it: aid asked for then gives nothing (CRPA L411-7).',
    file: readings,
    text: 'only(requests.some(isRecourse)).flatMap((silent) =>',
    instead: '[false].flatMap((silent) =>',
    seen: plain,
    named: 'once silence has rejected what waited, and is over as well'
  },
  {
    why: 'An appeal to the superior made after the first two months would give them again, because a reconsideration waits (CRPA L411-2).',
    file: life,
    text: "kind === 'recourse' && reading.strict &&",
    instead: "kind === 'recourse' && !reading &&",
    seen: plain,
    named: 'made after the first two months, though a reconsideration waits'
  },
  {
    why: 'A second reconsideration would interrupt the two months again (CRPA L411-2).',
    file: life,
    text: 'if (state.once[kind] && !isAgain) return state',
    instead: 'if (state.once.aid && !reading.again) return state',
    seen: plain,
    named: 'a second reconsideration, once the first was answered'
  },
  {
    why: 'Seven days that are cut for certain would be kept open by what was asked before: they allow no extension (CESEDA R921-3).',
    file: life,
    text: 'safe: term, law: term, waits: {}, once: {} }',
    instead: 'safe: term, law: term }',
    seen: holes,
    named: 'waits for nothing once it is cut to seven days, which allow no extension'
  },
  {
    why: 'Seven days would be cut again to seven days by a second arrest, which interrupts the month alone (CESEDA R921-1).',
    file: life,
    text: "length.at < (to === 'week' ? 1 : 2)",
    instead: 'length.at < 2',
    seen: 'tests/workflows/deadlines/running/worlds.cut.test.ts',
    named: 'no safe day is later than the end in any world'
  },
  {
    why: 'What cuts one obligation would leave another of the person safe to its end: the text is of the person (CESEDA R921-1).',
    file: worlds,
    text: 'const isBeside = reading.person &&',
    instead: 'const isBeside = !reading &&',
    seen,
    named: 'leaves the other safe until'
  },
  {
    why: 'What is said of nobody would be taken for an act upon a decision whose time was over, beside one that stood (CJA R421-1).',
    file: worlds,
    text: 'return of === null || isStanding(of) ||',
    instead: 'return of !== null || isStanding(of) ||',
    seen: holes,
    named: 'is what is asked of nobody, where the other was over that day'
  },
  {
    why: 'Where several may be meant, the first would be, and its safe day move later though it may be of the other (CJA R421-1).',
    file: worlds,
    text: '  return said === null && isOnFile ? apt : [...apt, null]',
    instead: '  return said === null && isOnFile ? apt.slice(0, 1) : [...apt, null]',
    seen,
    named: 'takes the first back to its first end, and no further'
  },
  {
    why: 'An act that was written down before a decision would be of it for certain, and cut it in law as well (CESEDA R921-1).',
    file: worlds,
    text: 'decisions[at]!.since <= act.group',
    instead: 'decisions[at]!.since < 1000',
    seen: earlier,
    named: 'is safe no longer than seven days after'
  },
  {
    why: 'The slip of a day would move the safe day: of two that are written for one request, the earlier may be the wrong one (decree 2020-1717, art. 43).',
    file: readings,
    text: '        ...some.map((one) => kept.filter((act) => act === one || !some.includes(act)))',
    instead: '        ...some.slice(0, 0).map((one) => kept.filter((act) => act === one))',
    seen: plain,
    named: 'aid of which another day is written down, after the first end'
  },
  {
    why: 'A request of the very day of an answer would be taken for one before it (CRPA L411-2).',
    file: readings,
    text: 'isShared ? orders : orders.slice(0, 1)',
    instead: 'orders.slice(0, 1)',
    seen: order,
    named: 'of the very day of that answer moves no safe day'
  },
  {
    why: 'A house arrest of which the person was perhaps not told would cut the month for certain (CESEDA R921-1).',
    file: readings,
    text: "act.does === 'cuts' && act.maybe ? [some, [...some, act]] : [[...some, act]]",
    instead: "act.does === 'cuts' && !act ? [some, [...some, act]] : [[...some, act]]",
    seen,
    named: 'has no end in law while aid waits, where'
  },
  {
    why: 'The month that was perhaps not cut would not be told beside the seven days: its end in law is lost (CESEDA R921-1).',
    file: times,
    text: '    ...laterDoubts(lives, row, decision, isUnsure),\n',
    instead: '    ...laterDoubts([], row, decision, isUnsure),\n',
    seen,
    named: 'ends in law a month and fifteen days after aid is decided,'
  },
  {
    why: 'What may cut a time beside the one it is said of would not bound its safe day (CESEDA R921-1).',
    file: times,
    text: '    ...soonerDoubts(lives, row, decision),\n',
    instead: '    ...soonerDoubts([], row, decision),\n',
    seen,
    named: 'leaves the other safe until'
  },
  {
    why: 'Aid decided would end in law without the fifteen days after which its decision stands (decree 2020-1717, art. 43).',
    file: life,
    text: "  if (!fifteen || what !== 'aid') return term",
    instead: '  if (later >= 0) return term',
    seen,
    named: 'holds the safe day by the earlier, and the end in law by the later'
  },
  {
    why: 'The day on which something was asked for is not heard, though its answer gives it (decree 2020-1717, art. 43).',
    file: acts,
    text: 'asked === null ? [] : [{ ...asks, on: asked }]',
    instead: 'asked === null ? [{ ...asks }] : []',
    seen: plain,
    named: 'by a day after the first end, and not by the one that was written down'
  },
  {
    why: 'Legal aid asked for in time would leave the time running out meanwhile (decree 2020-1717, art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: "whenInput: said(asks, about), does: 'asks' }",
    instead: "whenInput: said(answers, about), does: 'asks' }",
    seen,
    named: 'waits for aid that is said of the obligation'
  },
  {
    why: 'Reconsideration would be taken to extend the month against an obligation to leave, which it does not (CESEDA R911-1).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: 'return times[about].filter((code) => twoMonths.some((one) => one === code))',
    instead: 'return extensible(about)',
    seen: 'tests/workflows/deadlines/counted/judge.test.ts',
    named: 'is safe no longer than in any world, and ends in law no sooner'
  },
  {
    why: 'An act that is taken back would go on hiding what is on file beside it: aid that was asked for, behind a detention of another person.',
    file: 'server/deadlines/counted.ts',
    text: "(command === 'act.undone' && heardOf.some((one) => one === input['act']))",
    instead: 'false',
    seen: 'tests/server/repair/times.test.ts',
    named: 'leaves what it hid: aid that was asked for keeps the month open'
  },
  {
    why: 'An answer of nobody knows which would say for certain that two days are two requests, though it may be of another decision (CJA R421-1).',
    file: readings,
    text: '(act.said === null ? isAlone :',
    instead: '(act.said === null ? acts.length > 0 :',
    seen: 'tests/workflows/deadlines/running/worlds.asked.test.ts',
    named: 'do not by any of the days that are written down for one request'
  }
]
