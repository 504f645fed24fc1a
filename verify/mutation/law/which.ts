import type { LawMutant } from '../mistake.ts'

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
  }
]
