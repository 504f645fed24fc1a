import type { LawMutant } from '../mistake.ts'

const twice = 'tests/server/cases/notices/judgments.test.ts'
const cross = 'tests/server/cases/notices/cross-appeal.test.ts'
const aid = 'tests/server/cases/notices/aid.test.ts'
const said = 'tests/workflows/law/said.test.ts'
const child = 'tests/server/cases/notices/child.test.ts'
const judgments = 'workflows/regions/judicial/judgments.ts'

/** Two judgments of one procedure, another party’s appeal against one of them, and what legal aid gives by the court. */
export const twiceMutants: readonly LawMutant[] = [
  {
    why: 'A second judgment would end the ten days against the first: she would appeal too late (CPP 498).',
    file: judgments,
    text: "{ notice: 'pronouncedOn', corrects: true }",
    instead: "{ notice: 'pronouncedOn', restarts: true }",
    seen: twice,
    named: 'the second leaves the last day of the first'
  },
  {
    why: 'The ten days against a second judgment would not be counted while the first ones run (CPP 498).',
    file: 'workflows/deadlines/clocks/civil-appeal.ts',
    text: "  'D-APPEAL-JUDGMENT': clock({\n    each: 'last first',\n",
    instead: "  'D-APPEAL-JUDGMENT': clock({\n",
    seen: twice,
    named: 'the second leaves the last day of the first'
  },
  {
    why: 'A second order of no case would end the ten days against the first (CPP 186).',
    file: 'workflows/regions/judicial/no-case.ts',
    text: "startsOn: 'notifiedOn', whenInput: { field: 'by', is: 'judge' } }",
    instead: "startsOn: 'notifiedOn', restarts: true, whenInput: { field: 'by', is: 'judge' } }",
    seen: twice,
    named: 'have each their ten days from their notice'
  },
  {
    why: 'An appeal would end the ten days against another judgment than the one it is said to be against (CPP 498).',
    file: 'workflows/deadlines/running/contested.ts',
    text: ': `${stageOf(clock.code)} ${noticeOf(clock)}`',
    instead: ': stageOf(clock.code)',
    seen: twice,
    named: 'of which nobody says which one is appealed against keep both times'
  },
  {
    why: 'A judgment served since would be counted twice, once from its pronouncement (CPP 498 1°).',
    file: judgments,
    text: "{ notice: 'pronouncedOn', corrects: true }",
    instead: "{ notice: 'pronouncedOn' }",
    seen: twice,
    named: 'stays one time, from its service'
  },
  {
    why: 'A judgment written down again would lose the five days of another party’s appeal (CPP 500).',
    file: 'server/deadlines/correcting.ts',
    text: 'learnt.includes(id))',
    instead: 'learnt === undefined && id === null)',
    seen: twice,
    named: 'keeps what another party’s appeal has added'
  },
  {
    why: 'The service of one judgment would begin the time of another, and settle it (CPP 498 1°).',
    file: judgments,
    text: "whenInput: isOf(one), which: 'noticeOn' }",
    instead: 'whenInput: isOf(one) }',
    seen: twice,
    named: 'begins the time of that one alone'
  },
  {
    why: 'A service of which nobody says which judgment would settle the end of both (CPP 498).',
    file: judgments,
    text: "settles: 'notServed', leaves: left, unsure }",
    instead: "settles: 'notServed', leaves: left }",
    seen: twice,
    named: 'counts for both, and leaves both to be checked'
  },
  {
    why: 'An earlier judgment, over before what is final, would be called late for ever (CPP 498).',
    file: 'server/deadlines/stopping.ts',
    text: ' and not (id = any($8::uuid[])))',
    instead: ' and $8::uuid[] is not null)',
    seen: twice,
    named: 'are over with it'
  },
  {
    why: 'Another party’s appeal against one judgment would add five days to another (CPP 500).',
    file: judgments,
    text: "which: 'noticeOn', doubt }",
    instead: 'doubt }',
    seen: cross,
    named: 'lengthens in law the time against that one alone'
  },
  {
    why: 'The chief prosecutor’s appeal against a judgment whose ten days are over would count no five days beside another (CPP 505).',
    file: 'server/deadlines/giving-way.ts',
    text: 'meant.every((entry) => stands(entry, row))',
    instead: 'meant.some((entry) => stands(entry, row))',
    seen: cross,
    named: 'gives five of their own beside the other'
  },
  {
    why: 'The five days of a recorded judgment would be told as fifteen that may come: she would appeal too late (CPP 500, 505).',
    file: 'server/deadlines/giving-way.ts',
    text: 'doubts: doubts.filter(({ id }) => id !== doubt)',
    instead: 'doubts',
    seen: cross,
    named: 'are all there is once the ten are over'
  },
  {
    why: 'A judgment of a year ago would pass for the one that another party appeals against (CPP 505).',
    file: 'server/deadlines/giving-way.ts',
    text: ' && (stoodOn(entry, startsOn) || startsOn <= longest(from, territory))',
    instead: '',
    seen: cross,
    named: 'may come after ten that nobody counts'
  },
  {
    why: 'A lawyer designated after the decision on aid would give nothing before a court of appeal (art. 44; CE 426203).',
    file: 'workflows/regions/residence/aid.ts',
    text: '  leaves: [lawyer],\n',
    instead: '  leaves: [],\n',
    seen: aid,
    named: 'counts from the lawyer’s designation'
  },
  {
    why: 'The child whom the département says to be adult would be told of an appeal against the judge (CPC 1191).',
    file: 'workflows/regions/minor/child-appeal.ts',
    text: "(['prosecutor', 'departement'] as const)",
    instead: "(['prosecutor'] as const)",
    seen: child,
    named: 'has no such appeal against the prosecutor or the département'
  },
  {
    why: 'Of a child said to be adult the form would say that nothing is counted without a notice (CPC 1191).',
    file: 'workflows/regions/minor/age.ts',
    text: '      ...noticeOfRefusal,\n',
    instead: "      ...(await import('./child-appeal.ts')).noticeToChild,\n",
    seen: said,
    named: 'says that without those days the safe date counts from the decision'
  }
]
