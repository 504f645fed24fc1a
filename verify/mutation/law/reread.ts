import type { LawMutant } from '../mistake.ts'

const added = 'tests/server/cases/notices/added.test.ts'
const several = 'tests/server/cases/notices/several.test.ts'
const child = 'tests/server/cases/notices/child.test.ts'
const aid = 'tests/server/cases/notices/aid.test.ts'
const labour = 'tests/workflows/regions/judicial/labour.test.ts'

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
    why: 'A house arrest would cut the month from its own notice, and not from the information (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "[{ on: 'informedOn' },",
    instead: "[{ on: 'notifiedOn' },",
    seen: several,
    named: 'from the day on which the authority told the person so'
  },
  {
    why: 'A house arrest of which the person was told nothing would cut the month (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "{ ...some, whenInput: [ofSevenDays], unlessGiven: 'informed' }",
    instead: '{ ...some, whenInput: [ofSevenDays] }',
    seen: several,
    named: 'by no notice that tells the person nothing of it'
  },
  {
    why: 'Where nobody says whether the person was told, the month would be lost with the seven days (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: ', stays: settles }',
    instead: ' }',
    seen: several,
    named: 'has the seven days for safe, and the month for its end in law'
  },
  {
    why: 'A time that is cut would lose what left it in doubt: a notice that states no way of appeal (CJA R421-5).',
    file: 'workflows/deadlines/running/recount.ts',
    text: 'joinedTo(stay, [',
    instead: 'joinedTo([], [',
    seen: several,
    named: 'leaves in doubt what was in doubt before it'
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
  }
]
