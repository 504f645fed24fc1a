import type { LawMutant } from '../../mistake.ts'

const found = 'tests/workflows/deadlines/running/found.test.ts'
const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const plain = 'tests/workflows/deadlines/running/plain.test.ts'
const rules = 'tests/workflows/deadlines/counted/rules.test.ts'
const acts = 'workflows/deadlines/counted/acts.ts'
const decisions = 'workflows/deadlines/counted/decisions.ts'
const ends = 'workflows/deadlines/counted/ends.ts'
const times = 'workflows/deadlines/counted/times.ts'

/** What is told of the worlds that may be, and what is heard of the acts and decisions on file. */
export const countedToldMutants: readonly LawMutant[] = [
  {
    why: 'A time would be told as cut by what is said of another obligation, and its month be lost to view (CESEDA R921-1).',
    file: times,
    text: 'const own = lives.filter(({ person }) => !person)',
    instead: 'const own = lives',
    seen: holes,
    named:
      'is bound by a detention that is said of another obligation, though its day was moved since (CESEDA R921-1)'
  },
  {
    why: 'What may end sooner than the time by which it is told would not bound its safe day (CESEDA R921-1).',
    file: times,
    text: '.filter((term) => ends(term, false).at < ends(row, false).at)',
    instead: '.filter((term) => term === row)',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  },
  {
    why: 'Seven days that may be the real time would not be told beside the hours, or the month that ends before them (CESEDA R921-1).',
    file: times,
    text: "if (length === 'week') return [{ id: own === 'hours' ? 'maybeOtherWeek' : 'maybeCutLate', from: term.from }]",
    instead: "if (length === 'week') return []",
    seen: holes,
    named:
      'ends in law no sooner than the seven days of an arrest of its last days, said of another (CESEDA R921-1)'
  },
  {
    why: 'Forty-eight hours of the last day would not be told beside the month that ends before them (CESEDA R921-1).',
    file: times,
    text: "return [{ id: 'maybeKeptLate', from: term.from }]",
    instead: 'return []',
    seen: rules,
    named: 'ends in law no sooner than the forty-eight hours of its last day'
  },
  {
    why: 'Of a month that may not have been cut, aid would give an end in law without its fifteen days (decree 2020-1717, art. 43).',
    file: times,
    text: "if (term.since === 'aid' || term.since === 'lawyer') return [{ id: 'maybeAidOfMonth', from: term.from }]",
    instead: "if (term.since === 'lawyer') return [{ id: 'maybeAidOfMonth', from: term.from }]",
    seen: found,
    named: 'a month that may not have been cut (CESEDA R921-1; decree 2020-1717, art. 43)'
  },
  {
    why: 'Of two kinds of answer, the end that one may give would be left out as the shorter of the other (CJA R421-1).',
    file: times,
    text: '!terms.some((other) => other.code === code && other.from === from && other.later > later)',
    instead: '!terms.some((other) => other.code === code && other.later > later)',
    seen: rules,
    named: 'what may be of either is the end in law, be it the later of two kinds'
  },
  {
    why: 'What waits would leave an end in law that is not there yet (decree 2020-1717, art. 43).',
    file: times,
    text: '    ...waits.map(([what, from]) => waitsFor(what, from, row)),\n',
    instead: '',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  },
  {
    why: 'That a recourse, or reasons, was answered once would not be said: another interrupts nothing (CRPA L411-2).',
    file: times,
    text: '      .filter((kind) => lives.some(({ once }) => once[kind]))',
    instead: "      .filter((kind) => lives.some(({ once }) => once[kind] && kind === 'aid'))",
    seen: rules,
    named: 'what is to be checked'
  },
  {
    why: 'That an act may be of another decision would not be said.',
    file: times,
    text: "const isOther = unsure.some((act) => act.does !== 'cuts' && act.lengthens.includes(decision.code))",
    instead: 'const isOther = unsure.length < 0',
    seen: rules,
    named: 'what may be of either is the end in law, be it the later of two kinds'
  },
  {
    why: 'That a request may have come too late would not be said.',
    file: times,
    text: 'const isLate = lives.some(({ late }) => late) && lives.some(({ kept }) => kept)',
    instead: 'const isLate = lives.length < 0',
    seen: rules,
    named: 'is said where one of two days that were written for a request is too late'
  },
  {
    why: 'Forty-eight hours of an unknown hour would be told as if they ran from midnight for certain (CESEDA R921-1).',
    file: times,
    text: "const isHourless = lengthOf(row.code) === 'hours' && row.hour === null",
    instead: 'const isHourless = row.code === null',
    seen: rules,
    named: 'says where its hour is unknown, from which forty-eight hours count'
  },
  {
    why: 'Once its time was moved, a decision would be known by the day of its notice no more (CJA R421-1).',
    file: times,
    text: 'const notice = decision.notice === row.from ? {} : { notice: decision.notice }',
    instead: 'const notice = {}',
    seen: found,
    named: 'a month that may not have been cut (CESEDA R921-1; decree 2020-1717, art. 43)'
  },
  {
    why: 'Where the meanings are too many to be lived, what may cut the time would not bound its safe day (CESEDA R921-1).',
    file: times,
    text: "act.does === 'cuts' && act.on >= notice && cutTo(code, act.to) !== null",
    instead: "act.does === 'cuts' && act.on < notice && cutTo(code, act.to) !== null",
    seen: holes,
    named: 'is the nearest, and has no end in law, where its meanings are too many to be lived'
  },
  {
    why: 'Where the meanings are too many to be lived, an end in law would be told that nobody has counted.',
    file: times,
    text: "const all = [...cuts, { id: 'tooManyMeanings' as const }]",
    instead: 'const all = [...cuts]',
    seen: holes,
    named: 'is the nearest, and has no end in law, where its meanings are too many to be lived'
  },
  {
    why: 'A detention said of no obligation would leave a return ban, alone on file, its seven days (CESEDA L614-4).',
    file: times,
    text: "act.among.includes(code) || (act.does === 'cuts' && act.beside.includes(code))",
    instead: 'act.among.includes(code)',
    seen: rules,
    named: 'by detention bounds a return ban that is alone on file (L614-4)'
  },
  {
    why: 'The day of a question, given again by its answer, would be a second request (CRPA L411-2).',
    file: acts,
    text: 'return all.filter((act) => !isTwice(act, all) && !isSaidBetter(act, all))',
    instead: 'return all.filter((act) => !isSaidBetter(act, all))',
    seen: plain,
    named:
      'an answer that gives the day of a question about another decision moves no safe day of the one that is left'
  },
  {
    why: 'An arrest that is told for certain would still be told perhaps (CESEDA R921-1).',
    file: acts,
    text: 'return all.filter((act) => !isTwice(act, all) && !isSaidBetter(act, all))',
    instead: 'return all.filter((act) => !isTwice(act, all))',
    seen: rules,
    named: 'told perhaps, and told since for certain, is told from that day'
  },
  {
    why: 'Once cut, a decision would be known as the shorter time that its notice never gave (CESEDA R921-1).',
    file: decisions,
    text: 'return rows.toSorted((one, other) => rank(one) - rank(other))[0]!',
    instead: 'return rows.toSorted((one, other) => rank(other) - rank(one))[0]!',
    seen: holes,
    named: 'are one where a time gave way to a shorter one, known by every day that it counted from'
  },
  {
    why: 'What an act left in doubt would be taken for what the notice left, and stay once the act is answered.',
    file: decisions,
    text: "(id === 'hourUnknown' ? isFirst : !leftByActs(row.code).includes(id))",
    instead: 'true',
    seen: holes,
    named: 'leave to their notice what it left in doubt, and not what acts did since'
  },
  {
    why: 'Once an appeal is lodged, what is asked for beside it would not be for it (decree 2020-1717, art. 43).',
    file: decisions,
    text: 'over: live === null,',
    instead: 'over: false,',
    seen: holes,
    named: 'are over where nothing counts them any more, and two where two of one day count'
  },
  {
    why: 'A decision would be known by the day of its notice alone, and not by that from which the case counts its time.',
    file: decisions,
    text: 'days: [...new Set([notice, ...all.map(({ startsOn }) => startsOn)])],',
    instead: 'days: [notice],',
    seen: holes,
    named: 'are one where a time gave way to a shorter one, known by every day that it counted from'
  },
  {
    why: 'The fifteen days after aid would be taken away, and not added (decree 2020-1717, art. 43).',
    file: ends,
    text: 'from: addDays(from, later),',
    instead: 'from: addDays(from, -later),',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  }
]
