import type { LawMutant } from '../mistake.ts'

const file = 'workflows/regions/judicial/compensation.ts'
const seen = 'tests/workflows/regions/judicial/compensation.test.ts'

/** Old readings of the CIVI and of help in recovering (CPP 706-3, 706-5, 706-15-1). */
export const compensationMutants: readonly LawMutant[] = [
  {
    why: 'The CIVI is refused because the police wrote another offence: it qualifies the acts by itself (CPP 706-3).',
    file: 'workflows/regions/judicial/compensation.ts',
    text: "    warns: ['compensationOpen', 'listedNamed', 'compensationNotClaimed'],",
    instead: "    guards: ['listedNamed'],\n    warns: ['compensationOpen', 'compensationNotClaimed'],",
    seen: 'tests/server/cases/examples/dates.test.ts',
    named: 'the commission qualifies by itself'
  },
  {
    why: 'A claim would be refused by the file where the commission alone may refuse it (CPP 706-3).',
    file,
    text: "    warns: ['compensationOpen', 'listedNamed', 'compensationNotClaimed'],",
    instead: "    guards: ['compensationOpen'],\n    warns: ['listedNamed', 'compensationNotClaimed'],",
    seen,
    named: 'is never refused for the place of the acts'
  },
  {
    why: 'A victim of trafficking would be sent to the fund and miss the CIVI (CPP 706-15-1).',
    file,
    text: "'damagesFinal', 'recoveringOpen', 'compensationNotClaimed'],",
    instead: "'damagesFinal', 'compensationNotClaimed'],",
    seen,
    named: 'comes before help in recovering'
  },
  {
    why: 'A claim found inadmissible would leave no time to ask the fund (CPP 706-5, second paragraph).',
    file,
    text: '    opens: [...contestOpen, ...yearOfInadmissible, offenceCounted],',
    instead: '    opens: [...contestOpen, offenceCounted],',
    seen,
    named: 'found inadmissible, leaves a year'
  },
  {
    why: 'The file would refuse the request to the agency of whoever it does not know as a civil party (CPP 706-164).',
    file,
    text: "    warns: ['civilParty', 'damagesFinal', 'nothingPaid'],",
    instead: "    guards: ['civilParty', 'damagesFinal'],\n    warns: ['nothingPaid'],",
    seen,
    named: 'waits for nothing that the file knows'
  },
  {
    why: 'A month to appeal would be shown against what the court of appeal itself decided (CPP R50-23).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "{ ...appealTime, unlessGiven: 'decidedBy' },",
    instead: '{ ...appealTime },',
    seen: 'tests/server/cases/civi.recourse.test.ts',
    named: 'does not run against what the court of appeal decided'
  },
  {
    why: 'The month to appeal against the CIVI would end on a Sunday (CPC 642).',
    file: 'workflows/deadlines/clocks/recourse.ts',
    text: "    alerts: [15, 5],\n    extendToWorkingDay: true,\n    extendedBy: 'CPC.642',",
    instead: '    alerts: [15, 5],',
    seen: 'tests/server/cases/civi.recourse.test.ts',
    named: 'a Sunday moves it to Monday 21 December'
  },
  {
    why: 'Legal aid asked for before the CIVI would interrupt nothing (CPP R50-7).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: 'recounts: [...interrupted, {',
    instead: 'recounts: [{',
    seen: 'tests/server/cases/civi.recourse.test.ts',
    named: 'the year runs whole again in law from the request'
  },
  {
    why: 'The month of the request to the president would run from the notice of the refusal, and not from the decision (CPP 706-15-2).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "startsOn: 'on',\n        restarts: true,\n        whenInput: { field: 'ground', is: 'late' },",
    instead:
      "startsOn: 'notifiedOn',\n        restarts: true,\n        whenInput: { field: 'ground', is: 'late' },",
    seen: 'tests/server/cases/civi.recourse.test.ts',
    named: 'that day is safe, and of a later notice the end in law is said'
  },
  {
    why: 'An appeal on the civil claim alone would need the one against the conviction, which reopens the procedure (CPP 497).',
    file: 'workflows/deadlines/clocks/civil-appeal.ts',
    text: "      done: ['civil_interests.appealed'],\n      gone: ['civil_interests.final'],",
    instead: "      done: ['civil.appealed'],\n      gone: ['civil_interests.final'],",
    seen: 'tests/server/cases/civi.recourse.test.ts',
    named: 'an appeal leaves the conviction final and the procedure closed'
  }
]
