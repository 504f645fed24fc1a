import type { LawMutant } from '../mistake.ts'

const claiming = 'workflows/regions/judicial/claiming.ts'
const compensation = 'workflows/regions/judicial/compensation.ts'
const seen = 'tests/workflows/regions/judicial/compensation.test.ts'
const told = 'tests/server/cases/examples/civi.further.test.ts'

/** What may be asked beyond a first award, and of whoever joined or complained late (CPP 706-8, 2-22, 85, 464). */
export const furtherMutants: readonly LawMutant[] = [
  {
    why: 'Whoever was paid could not ask the CIVI for what the judgment awards beyond it (CPP 706-8).',
    file: compensation,
    text: "    warns: ['compensationOpen', 'listedNamed', 'compensationNotClaimed'],",
    instead: "    guards: ['compensationNotClaimed'],\n    warns: ['compensationOpen', 'listedNamed'],",
    seen,
    named: 'is never refused for having been asked or paid'
  },
  {
    why: 'Nobody counts the year from the final civil judgment to ask the CIVI for more (CPP 706-8).',
    file: claiming,
    text: "  { code: 'D-CIVI-COMPLEMENT', when: ['compensationClaimed'], doubts: [{ doubt: 'maybeCivilLater' }] }\n",
    instead: '',
    seen,
    named: 'runs from the final civil decision of whoever has'
  },
  {
    why: 'Whoever asked the CIVI after the judgment is told of no year to ask it for more (CPP 706-8).',
    file: compensation,
    text: "startsOn: 'receivedOn' }, ...complementOfFirst]",
    instead: "startsOn: 'receivedOn' }]",
    seen,
    named: 'runs from a decision that was final before the claim'
  },
  {
    why: 'A complement that is refused makes the file forget that the CIVI has paid (CPP 706-164).',
    file: compensation,
    text: "  stands === 'paid' ? {} : { compensation: 'none' }\n",
    instead: "  stands === 'paid' ? { compensation: 'none' } : { compensation: 'none' }\n",
    seen,
    named: 'stays paid, whatever becomes of what is asked beyond it'
  },
  {
    why: 'Whoever has asked the CIVI is told again of a year to ask it (CPP 706-5).',
    file: claiming,
    text: "startsOn, when: 'compensationNotClaimed' }",
    instead: 'startsOn }',
    seen: told,
    named: 'is not counted again once it is asked'
  },
  {
    why: 'A civil party written down twice is told again of what was asked already (CPP 706-15-2, 706-164).',
    file: claiming,
    text: "  was: 'notCivilParty',\n",
    instead: '',
    seen: told,
    named: 'written down twice reopens nothing'
  },
  {
    why: 'Of several convictions the last hides the year that the first began for a civil party (CPP 706-15-2).',
    file: claiming,
    text: "{ earliest: ['convictionsFinalOn', 'finalOn'], notAfter",
    instead: "{ earliest: ['finalOn'], notAfter",
    seen: told,
    named: 'counts from the first that followed their joining'
  },
  {
    why: 'An association that joins for itself would make the person a civil party (CPP 2-22).',
    file: 'workflows/regions/judicial/civil-party.ts',
    text: "who === 'association' ? {}",
    instead: "who === 'guardian' ? {}",
    seen: 'tests/workflows/regions/learning.judicial.test.ts',
    named: 'not for an association that joins beside them'
  },
  {
    why: 'A complaint against another author would take the place of the conviction (CPP 85).',
    file: 'workflows/case/machine.ts',
    text: "to === 'same' || (!records && keeps.includes(state))",
    instead: "to === 'same' || (records && keeps.includes(state))",
    seen: 'tests/workflows/regions/judicial.test.ts',
    named: 'against another author leaves'
  },
  {
    why: 'A final decision on the civil claim would leave the time to appeal against the judgments before it (CPP 464).',
    file: 'workflows/deadlines/clocks/civil-appeal.ts',
    text: "[...final, 'civil_interests.final']",
    instead: '[...final]',
    seen: 'tests/workflows/regions/judicial/appeals.test.ts',
    named: 'leaves no time to appeal against the judgments before it'
  }
]
