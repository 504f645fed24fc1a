import type { LawMutant } from '../mistake.ts'

const added = 'tests/server/cases/notices/added.test.ts'
const child = 'tests/server/cases/notices/child.test.ts'
const aid = 'tests/server/cases/notices/aid.test.ts'
const labour = 'tests/workflows/regions/judicial/labour.test.ts'
const lives = 'tests/workflows/deadlines/counted/lives.test.ts'
const life = 'workflows/deadlines/counted/life.ts'
const acts = 'workflows/deadlines/counted/acts.ts'
const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const clear = 'tests/workflows/deadlines/clear.test.ts'

/** Times that were told shorter, or as absolute, where the text read again gives more. */
export const rereadMutants: readonly LawMutant[] = [
  {
    why: 'The five days of a cross-appeal would run from the other party’s appeal, and end before the ten (CPP 500).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "whenInput: { field: 'against', is }, yieldsTo: code }",
    instead: "whenInput: { field: 'against', is } }",
    seen: added,
    named: 'within them adds five days to the ten'
  },
  {
    why: 'Another party’s appeal would add nothing to the ten days (CPP 500).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "(['crossAppeal', 'afterCrossAppeal'] as const)",
    instead: "(['afterCrossAppeal'] as const)",
    seen: added,
    named: 'within them adds five days to the ten'
  },
  {
    why: 'An appeal on the day that extends the ten would leave less than five days after it (CPP 500, 801).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "(['crossAppeal', 'afterCrossAppeal'] as const)",
    instead: "(['crossAppeal'] as const)",
    seen: added,
    named: 'on the working day that extends the ten'
  },
  {
    why: 'Limitation of what a child may claim for work would be told as over before eighteen (Civil Code 2235).',
    file: 'workflows/regions/judicial/wages.ts',
    text: "when: 'minorOrDoubt', doubts: [{ doubt: 'childAtWork' }]",
    instead: "when: 'minorOrDoubt', doubts: []",
    seen: labour,
    named: 'no end that is known in law before eighteen'
  },
  {
    why: 'The child whom the juvenile judge declares adult would have no appeal (CPC 1191).',
    file: 'workflows/regions/minor/age.ts',
    text: '    opens: declaredAdult,\n',
    instead: '',
    seen: child,
    named: 'has fifteen days from the notice, which an appeal stops'
  },
  {
    why: 'A prosecutor’s word on age would be told as a decision of the judge, open to appeal (CPC 1191).',
    file: 'workflows/regions/minor/child-appeal.ts',
    text: '  unlessInput: byOthers,\n',
    instead: '',
    seen: child,
    named: 'has no such appeal against the prosecutor'
  },
  {
    why: 'Legal aid would renew nothing against the judgment on a house arrest (decree 2020-1717, art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: "  house_arrest_judgment: ['D-ARREST-CAA', 'D-ARREST-CE'],\n",
    instead: '  house_arrest_judgment: [],\n',
    seen: aid,
    named: 'leaves its month without an end'
  },
  {
    why: 'Legal aid would renew nothing against the judgment on entry refused to an asylum seeker (decree 2020-1717, art. 43).',
    file: 'workflows/regions/asylum.times.ts',
    text: "  entry_judgment: ['D-ASYLUM-ENTRY-CAA', 'D-ASYLUM-ENTRY-CE'],\n",
    instead: '  entry_judgment: [],\n',
    seen: aid,
    named: 'leaves it so as well, and tells the prefecture nothing'
  },
  {
    why: 'The twelve months on the end of the contract would be told to whoever was harassed (CTRAV L1471-1, al. 3).',
    file: 'workflows/deadlines/clocks/labour.ts',
    text: "otherTimes({ fr: 'Ces douze mois ne valent', en: 'These twelve months are' })",
    instead: "{ fr: 'Passé ce jour, plus rien.', en: 'After that day nothing.' }",
    seen: labour,
    named: 'close bodily harm, harassment or pay'
  },
  {
    why: 'The opinion on the length of detention would close the time to contest it a day early (CESEDA L741-10, CPC 641).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "    doubted: ['firstDayOfContest'],\n",
    instead: '',
    seen: 'tests/workflows/deadlines/first-day.test.ts',
    named: 'may end a day later in law (CPC 641)'
  },
  {
    why: 'An appeal to the superior made within the first two months would not count once reconsideration is rejected (CRPA L411-2, al. 2).',
    file: life,
    text: "!strict && kindOf(what) === 'recourse'",
    instead: "!strict && kindOf(what) === 'aid'",
    seen: lives,
    named: 'the other recourse within the first time, rejected (CRPA L411-2, al. 2)'
  },
  {
    why: 'Imprisoned within the month and told by the registry once it is over, a person would be told that all is over (CESEDA R921-2).',
    file: life,
    text: 'return by === null ||',
    instead: 'return by !== null &&',
    seen: lives,
    named: 'in prison within the month, told once it is over (CESEDA R921-2)'
  },
  {
    why: 'A house arrest notified within the month would give no seven days to whoever is told of them once it is over (CESEDA R921-1).',
    file: life,
    text: '|| stands(state, by, decision, reading) ?',
    instead: '?',
    seen: lives,
    named: 'arrest notified within the month, told once it is over (CESEDA R921-1)'
  },
  {
    why: 'A shorter time told once the month is over would not be told as its end in law (CESEDA R921-1).',
    file: 'workflows/deadlines/counted/times.ts',
    text: '...(told === null ? [] : [told])',
    instead: '...(told === null ? [] : [])',
    seen: lives,
    named: 'detained within the month, told once it is over (CESEDA R921-1)'
  },
  {
    why: 'A return ban that alone is on file would be safe for its seven days, though the person is detained (CESEDA L614-4, R921-1).',
    file: 'workflows/deadlines/counted/readings.ts',
    text: 'act.beside.includes(code) && !act.among.includes(code)',
    instead: 'act.beside.includes(code) && act.among.includes(code)',
    seen: lives,
    named: 'detention, and a return ban alone on file (CESEDA L614-4, R921-1)'
  },
  {
    why: 'Told that the month is cut by a house arrest of two months, a person would be left the month as the safe day (CESEDA R921-1, L731-1).',
    file: 'workflows/regions/residence/contested.ts',
    text: "{ field: 'appealWithin', is: 'two_months' }",
    instead: "{ field: 'appealWithin', is: 'nothing' }",
    seen: lives,
    named: 'arrest of two months, told that the month is cut (CESEDA R921-1, L731-1)'
  },
  {
    why: 'Aid asked for before a house arrest, detention or prison would keep nothing open, and the person be told that all is over (CESEDA R911-9).',
    file: life,
    text: 'return longer && aid !== undefined',
    instead: 'return longer && aid === null',
    seen: lives,
    named: 'aid asked for before the arrest stays valid (CESEDA R911-9)'
  },
  {
    why: 'Aid asked for before prison would be told as any other, and not by the text that keeps it valid (CESEDA R911-9).',
    file: 'workflows/deadlines/counted/times.ts',
    text: '&& from <= row.from',
    instead: '&& from > row.from',
    seen: holes,
    named: 'may wait for what was asked before it was cut, and says by which text (CESEDA R911-9)'
  },
  {
    why: 'Of aid asked for on one day against two decisions, that of the second would give nothing (decree 2020-1717, art. 43).',
    file: acts,
    text: 'isSaidOfAnother(one, other) || `',
    instead: '`',
    seen: holes,
    named: 'though aid was asked for another decision on that day'
  },
  {
    why: 'Of aid asked for on one day against a refusal and an obligation to leave, that of the second would give nothing (decree 2020-1717, art. 43).',
    file: acts,
    text: '|| `${one.among}` !== `${other.among}`',
    instead: '',
    seen: holes,
    named: 'though aid was asked for on that day of another kind of decision (art. 43)'
  },
  {
    why: 'Reasons of a decision that was given would leave two months more as safe (CRPA L232-4).',
    file: life,
    text: 'silence && day !== null',
    instead: 'day !== null',
    seen: lives,
    named: 'reasons of a decision that was given extend nothing (CRPA L232-4)'
  },
  {
    why: 'Reasons given late would leave two months as safe, though a year from their request is over (CE, opinion, 504677).',
    file: life,
    text: 'day <= addMonths(asked, 12)',
    instead: 'day >= asked',
    seen: lives,
    named: 'reasons given less than two months before the year is over (CE, avis, 504677)'
  },
  {
    why: 'A refusal that silence made would be one that was given, and its reasons extend nothing (CRPA L232-4).',
    file: acts,
    text: "doubt === 'unacknowledged'",
    instead: "doubt === 'unstated'",
    seen: holes,
    named: 'are of silence by what wrote them down'
  },
  {
    why: 'The month of the asylum court would be told as over on a day on which its clear time still runs (CE 409579).',
    file: 'workflows/deadlines/clocks/refused.ts',
    text: "    doubted: ['clearMonthOfAsylumCourt'],\n",
    instead: '',
    seen: clear,
    named: 'the month to go to the asylum court ends in law'
  },
  {
    why: 'Its clear time would end on a Sunday (CE 472836).',
    file: 'workflows/deadlines/legal-end.ts',
    text: 'row.extendToWorkingDay || endsMoved(inLaw)',
    instead: 'row.extendToWorkingDay',
    seen: clear,
    named: 'the month to go to the asylum court ends in law'
  },
  {
    why: 'The annulment of an obligation to leave that was contested would end the month against one notified since (CJA R421-1).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "    ofOne: ['removal.ended'],\n",
    instead: '',
    seen: 'tests/server/cases/examples/order.test.ts',
    named: 'annulled once contested leaves the month of one notified since'
  }
]
