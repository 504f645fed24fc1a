import type { LawMutant } from '../mistake.ts'

const stepped = 'tests/workflows/deadlines/running/stepped.test.ts'
const steppedWhich = 'tests/workflows/deadlines/running/stepped.which.test.ts'
const unsettledIn = 'workflows/deadlines/running/unsettled.ts'
const earlierIn = 'workflows/deadlines/running/earlier.ts'
const earlier = 'tests/server/cases/notices/earlier.test.ts'
const recourse = 'tests/server/cases/civi.recourse.test.ts'
const asylum = 'tests/server/cases/asylum.refusals.test.ts'

/** From which notice a time runs, and which decision ends it, as they were read before. */
export const noticesMutants: readonly LawMutant[] = [
  {
    why: 'The ten days on the civil claim would not begin with a later service (CPP 498, 380-9).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "  { code: 'D-APPEAL-INTERESTS', court: 'criminal', about: 'interests' },\n",
    instead: '',
    seen: recourse,
    named: 'begin with a service that comes later'
  },
  {
    why: 'The fund’s year would move with the ruling of the court of appeal (CPP 706-5, second paragraph).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: 'export const yearOfInadmissible: readonly Opening[] = appealOpen.map(',
    instead:
      "export const yearOfInadmissible: readonly Opening[] = [...appealOpen, { ...appealTime, whenInput: { field: 'decidedBy', is: 'appeal' } }].map(",
    seen: recourse,
    named: 'is not moved by the ruling of the court of appeal'
  },
  {
    why: 'The month against the CIVI would hold against whoever was told of no way of appeal (CPC 680, 693).',
    file: 'workflows/regions/residence/notice.ts',
    text: "    { doubt: 'civilUnstated', ...ifSaid('remediesStated', 'no') },\n",
    instead: '',
    seen: recourse,
    named: 'has no end in law where the notice states neither time nor way'
  },
  {
    why: 'A judgment served would start no time once that of an earlier judgment had run out (CPP 498).',
    file: 'server/deadlines/giving-way.ts',
    text: 'first.includes(row.code) && !isOverBefore(entry, row.startsOn)',
    instead: 'first.includes(row.code)',
    seen: 'tests/server/cases/examples/justice.test.ts',
    named: 'starts a time of its own where the one of an earlier judgment was over before'
  },
  {
    why: 'A decision final for somebody else would end ten days that are not over (CPP 497, 498).',
    file: 'server/deadlines/stopping.ts',
    text: 'stood.filter((entry) => !isOverBefore(entry, finalOn))',
    instead: 'stood.filter((entry) => entry.startsOn > finalOn)',
    seen: 'tests/server/cases/examples/justice.test.ts',
    named: 'are over by a decision final after them'
  },
  {
    why: 'A decision of an earlier day would end a time to appeal that began since (CESEDA L532-1, CPP 498).',
    file: 'server/deadlines/stopping.ts',
    text: '[...latest, ...goneByDay(act.command)]',
    instead: 'latest',
    seen: asylum,
    named: 'is not over by an older decision'
  },
  {
    why: 'Another accused’s conviction would end the civil party’s time to appeal (CPP 497, 498).',
    file: 'workflows/deadlines/running/stopping.ts',
    text: '(spared !== undefined && says(input, spared))',
    instead: "(spared !== undefined && says(input, spared) && spared.is === '')",
    seen: 'tests/server/cases/still/accused.test.ts',
    named: 'of another stops no time against the last judgment'
  },
  {
    why: 'The shorter time that a notice of OFPRA states would pass unseen behind the month of the code (2024/1348, art. 67).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "code: 'D-APPEAL-CNDA-STATED', endsOn: 'lastDay'",
    instead: "code: 'D-APPEAL-CNDA-STATED', endsOn: 'notifiedOn'",
    seen: asylum,
    named: 'that states less than a month has that day as the safe one'
  },
  {
    why: 'A closed file would be kept thirty years for a limitation that closes nothing.',
    file: 'workflows/deadlines/clocks/limitation.ts',
    text: '    outlivesFile: true,\n',
    instead: '',
    seen: 'tests/workflows/deadlines/patience.test.ts',
    named: 'waits for no limitation'
  }
]

const order = 'tests/server/cases/notices/order.test.ts'

/** What is written down in another order than that of its days. */
export const orderMutants: readonly LawMutant[] = [
  {
    why: 'Of two that are written down late, the later would bound the safe day, though the first ran before it (CESEDA R921-1).',
    file: 'workflows/deadlines/doubting.ts',
    text: 'isLater === (boundOf(one) === null)',
    instead: 'isLater',
    seen: order,
    named: 'and a later day no more'
  },
  {
    why: 'A cut that is written down late would take the end in law that was told: where it was not told to the person, they have it still.',
    file: 'workflows/deadlines/count.ts',
    text: ' ?? ownEnd',
    instead: '',
    seen: order,
    named: 'leaves the end of the 48 hours as the end in law'
  },
  {
    why: 'An arrest after a month that is over would say once more that it is over.',
    file: 'server/deadlines/anew.ts',
    text: '`${clock.computation}` === `${anew.computation}`',
    instead: '`${clock.computation}` === `${anew.id}`',
    seen: order,
    named: 'of a month that was over wakes nobody again'
  },
  {
    why: 'An answer said of a decision that is written down after it would be lost, as another had a request: an end too soon (art. 43).',
    file: earlierIn,
    text: 'isSaid || !answersAnother(held)',
    instead: '!answersAnother(held)',
    seen: steppedWhich,
    named: 'has an answer that was said of it, though another had a request'
  },
  {
    why: 'Aid asked for before a judgment is written down would not be read again as that opens: an end told where none runs (art. 43).',
    file: 'server/deadlines/openings.ts',
    text: 'of.mayRun ? await holdOpened(',
    instead: 'of.mayRun && caseId === fresh[0]!.id ? await holdOpened(',
    seen: earlier,
    named: 'that is written down after aid was asked for'
  },
  {
    why: 'Aid asked for before the decision was written down would leave it an end in law, though it waits (decree 2020-1717, art. 43).',
    file: earlierIn,
    text: 'if (!askedHere(held)) return null',
    instead: 'if (held !== null) return null',
    seen: steppedWhich,
    named: 'has no end in law while aid waits'
  },
  {
    why: 'Aid that was said of one decision would leave without an end another that is written down after it (art. 43).',
    file: earlierIn,
    text: "return isOther ? 'another' : 'unsure'",
    instead: "return isOther ? 'unsure' : 'unsure'",
    seen: steppedWhich,
    named: 'is not touched by what was said of another'
  },
  {
    why: 'Aid answered of nobody knows which would leave its later safe day to the first decision (decree 2020-1717, art. 43).',
    file: unsettledIn,
    text: 'return implied !== undefined && isMovedBy(row, clock) ?',
    instead: 'return implied === undefined && isMovedBy(row, clock) ?',
    seen: steppedWhich,
    named: 'takes back the later safe day of another'
  },
  {
    why: 'An answer said of one decision would move it after its first end, by a request that may have been of another found since (art. 43).',
    file: unsettledIn,
    text: 'isMovedBy(row, clock) && clock.startsOn > first ?',
    instead: 'isMovedBy(row, clock) && clock.startsOn < first ?',
    seen: steppedWhich,
    named: 'takes back what was answered after the first end of another'
  },
  {
    why: 'Aid asked for after the known end would count for nothing, though a prior appeal written down since had kept the time open (art. 43).',
    file: earlierIn,
    text: 'last === null || last > was',
    instead: 'last !== null && last < was',
    seen: stepped,
    named: 'keeps open what was asked after the end that was known'
  },
  {
    why: 'What was asked after the known end would not be read again once that end is found to be later (art. 43).',
    file: 'server/deadlines/earlier.ts',
    text: 'if (moved.length === 0) return []',
    instead: 'if (moved.length >= 0) return []',
    seen: earlier,
    named: 'has what was asked after its known end as well'
  }
]
