import type { LawMutant } from './law-mutant.ts'

const seen = 'tests/workflows/configuration/protocol.test.ts'

/** What a territory would take from people, were its protocol less closed. */
export const localMutants: readonly LawMutant[] = [
  {
    why: 'A département would decide how long a period that a text founds lasts.',
    file: 'workflows/configuration/local/protocol.ts',
    text: '!statuteIn([(deadlineRegister[code] as DeadlineRow).basis]) &&',
    instead: '',
    seen,
    named: 'has one length in the whole country'
  },
  {
    why: 'A département would end consents, archive and erase sooner than the others.',
    file: 'workflows/configuration/local/protocol.ts',
    text: "(firing(code) === null || firing(code) === 'expire')",
    instead: 'firing(code) !== undefined',
    seen,
    named: 'has one length in the whole country'
  },
  {
    why: 'A child in danger would be answered later there than elsewhere.',
    file: 'workflows/configuration/local/problems.ts',
    text: 'daysIn(here) > daysIn(there)',
    instead: 'daysIn(here) > daysIn(there) * 10',
    seen,
    named: 'answered sooner than elsewhere, never later'
  },
  {
    why: 'A prefecture would have a reason of its own to refuse what a text gives.',
    file: 'workflows/configuration/added.ts',
    text: '!kindRow(kind).opensAtOnce && !decidedByLaw.includes(kind)',
    instead: '!kindRow(kind).opensAtOnce',
    seen,
    named: 'no refusal that a text founds'
  },
  {
    why: 'A permit would be refused for a reason that no text knows.',
    file: 'workflows/configuration/added.ts',
    text: '!statuteIn(commandRow(command).basis)',
    instead: 'commandRow(command) !== undefined',
    seen,
    named: 'no refusal that a text founds'
  },
  {
    why: 'The length of a clock, told to all, would say to which département somebody fled.',
    file: 'workflows/configuration/local/moving.ts',
    text: 'met === moving.territory && local',
    instead: 'local',
    seen,
    named: 'a move changes one part of it alone'
  },
  {
    why: 'A member of the cell where somebody was moved to would read in which département the person was met.',
    file: 'workflows/configuration/local/told.ts',
    text: 'origin ? pin : pinName(',
    instead: 'origin !== undefined ? pin : pinName(',
    seen,
    named: 'whoever may not know where the person was met'
  },
  {
    why: 'A form would offer there the reasons of the place from which the person was moved.',
    file: 'workflows/configuration/local/told.ts',
    text: '!bearsPlace(code)',
    instead: 'code !== ``',
    seen,
    named: 'whoever may not know where the person was met'
  }
]
