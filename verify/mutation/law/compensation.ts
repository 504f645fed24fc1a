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
    text: "startsOn: 'notifiedOn', when: ['civilParty', 'damagesFinal'], restarts: true",
    instead: "startsOn: 'notifiedOn', when: ['civilParty', 'compensationClaimed'], restarts: true",
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
  }
]
