import type { LawMutant } from '../mistake.ts'

const seen = 'tests/server/cases/examples/judgments.test.ts'
const social = 'tests/server/cases/social.appeals.test.ts'
const contested = 'tests/server/cases/contested.test.ts'
const beside = 'tests/server/cases/residence.beside.test.ts'
const recourse = 'tests/server/cases/civi.recourse.test.ts'

/** What a court rejects, and what is ended against the person's will, as they were read before. */
export const judgmentsMutants: readonly LawMutant[] = [
  {
    why: 'The court rejects the claim about the other permit, and nobody is told that it may be appealed (CJA R811-2).',
    file: 'workflows/regions/residence/other.ts',
    text: "      ...higherCourt(otherCourts, [{ field: 'outcome', is: 'rejected' }]),\n",
    instead: '',
    seen,
    named: 'rejected, opens two months from its notice, which the appeal stops'
  },
  {
    why: 'The month against a judgment on an obligation to leave alone would be counted by no act (CESEDA R911-8, R922-27).',
    file: 'workflows/regions/residence/removal.ts',
    text: "    opens: afterLeavingRejection({ judgment: 'D-APPEAL-LEAVE-CAA', ruling: 'D-APPEAL-LEAVE-CE' }),\n",
    instead: '',
    seen,
    named: 'rejected, opens one month from its notice, and leaves the stay as it was'
  },
  {
    why: 'A rejection would stop the time against an obligation notified since (CESEDA L614-2).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "done: ['removal.appeal'],",
    instead: "done: ['removal.appeal', 'removal.judged'],",
    seen,
    named: 'leaves the forty-eight hours of another obligation'
  },
  {
    why: 'An obligation carried out would end the time to contest it, which no text read says (CESEDA L614-1).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "    sparedBy: { 'removal.ended': carriedOutIs }\n",
    instead: '',
    seen,
    named: 'carried out, takes no time to appeal away'
  },
  {
    why: 'What the court of appeal ruled would be brought before that court again (CJA R821-1).',
    file: 'workflows/regions/residence/judgment.ts',
    text: "const ofAppeal = { field: 'court', is: 'appeal' } as const",
    instead: "const ofAppeal = { field: 'court', is: 'nobody' } as const",
    seen,
    named: 'opens two months to the Conseil d’État, and no appeal to the court that ruled'
  },
  {
    why: 'A judgment on an obligation to leave alone would make of the stay a permit refused (CESEDA L614-1).',
    file: 'workflows/regions/residence/appeal.ts',
    text: ", 'unknown', 'irregular'],",
    instead: '],',
    seen,
    named: 'rejected, opens one month from its notice, and leaves the stay as it was'
  },
  {
    why: 'Legal aid asked for before the court of appeal, where a lawyer must act, would count nothing (decree 2020-1717, art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: "  judgment: ['D-APPEAL-CAA', 'D-APPEAL-CAA-OQTF', 'D-APPEAL-CE'],\n",
    instead: '  judgment: [],\n',
    seen,
    named: 'leaves the time without an end, which runs whole again from the decision'
  },
  {
    why: 'Distance would lengthen no appeal against a judgment (CJA R811-5).',
    file: 'workflows/regions/residence/notice.ts',
    text: "  { doubt: 'distanceOfAppeal', ...ifSaid('livesFar', 'overseas') },\n",
    instead: '',
    seen,
    named: 'by one month overseas, and by two abroad'
  },
  {
    why: 'What is ended would be contested from the day of the end, and not of the notice (CJA R421-1).',
    file: 'workflows/regions/residence/notice.ts',
    text: "{ code, startsOn: 'notifiedOn', whenInput: { field, is }, ...ofTwoMonths },",
    instead: "{ code, startsOn: 'on', whenInput: { field, is }, ...ofTwoMonths },",
    seen: social,
    named: 'ended because its conditions are not met any more'
  },
  {
    why: 'A programme that the prefect ends would leave no time to go to court (CJA R421-1).',
    file: 'workflows/regions/residence/programme.ts',
    text: "    opens: endedAgainst('D-APPEAL-PSP', 'reason', ['no_longer_met']),\n",
    instead: '',
    seen: social,
    named: 'ended because its conditions are not met any more'
  },
  {
    why: 'A contract ended because the département finds means enough would leave no time to go to court (CJA R421-1).',
    file: 'workflows/regions/minor/young.adult.ts',
    text: "['departement', 'own_means']",
    instead: "['departement']",
    seen: social,
    named: 'whose end is notified before it, is contested from the notice'
  },
  {
    why: 'A rejected claim about the exit programme would be the last word (CJA R811-2, R821-1).',
    file: 'workflows/regions/residence/programme.ts',
    text: ",\n    opens: afterRejection('D-APPEAL-PSP-AGAIN')\n",
    instead: '',
    seen: social,
    named: 'a claim that the court rejects leaves two months, before whichever court is next'
  },
  {
    why: 'A rejected claim about young adult support would be the last word (CJA R811-1, R821-1).',
    file: 'workflows/regions/minor/young.adult.ts',
    text: "    opens: afterRejection('D-APPEAL-YOUNG-ADULT-AGAIN'),\n",
    instead: '',
    seen: social,
    named: 'a claim that the court rejects leaves two months from the notice'
  },
  {
    why: 'What the court of appeal decides after the CIVI would be the last word (CPC 612).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "  { ...contested('D-CIVI-CASSATION'), whenInput: { field: 'decidedBy', is: 'appeal' } }\n",
    instead: '',
    seen: recourse,
    named: 'is contested on points of law in two months of its notice'
  },
  {
    why: 'A claim found inadmissible would end the three years in which another may be made (CPP 706-5, C. civ. 2243).',
    file: 'workflows/regions/judicial/compensation.ts',
    text: ', offenceCounted],',
    instead: '],',
    seen: recourse,
    named: 'leaves the three years to claim again'
  },
  {
    why: 'An appeal of which nobody says what it is against would stop the time against every decision (CJA R421-1).',
    file: 'workflows/deadlines/running/contested.ts',
    text: 'return new Set(meant.map(decisionOf)).size === 1 ? meant : []',
    instead: 'return meant',
    seen: contested,
    named: 'notified twice, keeps both times where nobody says which is contested'
  },
  {
    why: 'An appeal against one obligation to leave would stop the time against another (CESEDA L614-1).',
    file: 'workflows/deadlines/running/contested.ts',
    text: 'some((day) => day === noticeOn)',
    instead: 'some(() => true)',
    seen: contested,
    named: 'notified twice, is contested by its own appeal'
  },
  {
    why: 'A judgment on a transfer would leave its six months over while they run whole again (2024/1351, art. 46).',
    file: 'workflows/regions/asylum.transfer.judged.ts',
    text: "implied: [{ doubt: 'transferJudged', from: 'prefectOn' }]",
    instead: 'implied: []',
    seen: 'tests/server/cases/examples/texts.removal.test.ts',
    named: 'rejected on an appeal that nobody had written down'
  },
  {
    why: 'A last day stated beyond the month would be the safe one (CESEDA L532-1).',
    file: 'workflows/deadlines/stated.ts',
    text: 'if (oddLastDay(input) === null) return input',
    instead: "if (oddLastDay(input) !== 'before') return input",
    seen: 'tests/server/cases/asylum.refusals.test.ts',
    named: 'that states a last day beyond the month'
  },
  {
    why: 'A judgment served, of which nobody says on what it is, would start no time (CPP 464, 498).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "[{ ...one, about: 'unknown', left: maybeOther }]",
    instead: '[]',
    seen: contested,
    named: 'starts both times, and neither has a certain end'
  },
  {
    why: 'Legal aid decided, of which nobody says against which, would move the safe day of both times (decree 2020-1717, art. 43).',
    file: 'workflows/regions/minor/young.adult.time.ts',
    text: "unlessGiven: 'about', keepsDay: true",
    instead: "unlessGiven: 'about'",
    seen: contested,
    named: 'legal aid of which nobody says against which leaves both safe days'
  },
  {
    why: 'Another permit that is issued would end the silence on the renewal of the one held (CESEDA R432-2).',
    file: 'workflows/regions/residence/issuing.ts',
    text: 'return renewal ? [',
    instead: 'return renewal === undefined ? [',
    seen: beside,
    named: 'is not answered by another permit that is issued'
  },
  {
    why: 'A refusal annulled while reflection runs would leave the prefecture no silence to keep (CESEDA R432-2).',
    file: 'workflows/regions/residence/appeal.ts',
    text: "      { ...otherSilence, startsOn: 'within', unless: 'beingExamined' }\n",
    instead: '',
    seen: beside,
    named: 'sends the application back to the prefecture beside reflection'
  },
  {
    why: 'The silence on one permit would call the prefecture for another that nobody asked for (CESEDA R432-2).',
    file: 'workflows/regions/residence/routes.ts',
    text: ",\n    answersWhile: 'housingPermitAwaited'",
    instead: '',
    seen: 'tests/policies/awaited.every.test.ts',
    named: 'the silence on one permit calls for no other that nobody asked for'
  }
]
