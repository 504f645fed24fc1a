import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const foreseen = 'tests/policies/foreseen.test.ts'
const narrowed = 'tests/policies/words/narrowed.test.ts'

/** What is said before an act, by which words a list is asked, at which hour a letter leaves. */
export const aheadMistakes: readonly Mistake[] = [
  ...inFile('policies/foreseen.ts', foreseen, [
    [
      'a form would announce that times stop which do not run',
      '    .filter(isRunning)\n    .filter(',
      '    .filter('
    ],
    [
      'a time that counts anew would be said to be over',
      '!starts.includes(code) && !(maybeOther',
      '!(maybeOther'
    ],
    [
      'an appeal would be said to end both times that run, and ends one',
      ' && !(maybeOther && meant.includes(code))',
      ''
    ],
    [
      'an appeal would be said to end none where one time alone runs',
      '!(maybeOther && meant.includes(code))',
      '!meant.includes(code)'
    ],
    [
      'a time would be said to be interrupted which does not run',
      'sight.clock(code) && (!interrupts || isRunning(code))',
      'sight.clock(code)'
    ],
    [
      'a form would name times of which its reader may not know',
      'sight.clock(code) && (!interrupts || isRunning(code))',
      '(!interrupts || isRunning(code))'
    ],
    [
      'times that a record leaves alone would be said to end with it',
      "quiet: tells({ type }, told) ? null : 'kept'",
      'quiet: null'
    ],
    [
      'a time that has lost its reason before would be said to end now',
      '!had.includes(code) && livesWhile',
      'livesWhile'
    ],
    [
      'what surely starts would be said to start perhaps as well',
      'mayStart: [...new Set(maybe)].filter((code) => !starts.includes(code))',
      'mayStart: [...new Set(maybe)]'
    ],
    [
      'a time whose day is asked in a field that may stay empty would be promised',
      '!hangsOnAnswers(opening) && isAsked(before.type, opening)',
      '!hangsOnAnswers(opening)'
    ],
    [
      'a region would be said to move where the answers may leave it',
      'leaves === null ? led : [...new Set([...led, told.regions[region]])]',
      'led'
    ]
  ]),
  ...inFile('policies/lists/trade.ts', narrowed, [
    [
      'who learns in one word where she is would narrow their list by where she is',
      '((classes as readonly string[]).includes(dataClass) && !(coarse as readonly string[]).includes(dataClass))',
      '(classes as readonly string[]).includes(dataClass)'
    ],
    [
      'who never reads of what a person lived through would narrow their list by it',
      "held.some((one) => everSees(one, 'D')) ? formsListed : []",
      'formsListed'
    ],
    [
      'who speaks in two capacities would narrow their list by the first alone',
      'for (const one of held) if',
      'for (const one of held.slice(0, 1)) if'
    ],
    [
      'an act that waits in two capacities would stand twice in a list',
      '[...new Set(held.flatMap(dutiesListed))].sort()',
      'held.flatMap(dutiesListed).sort()'
    ],
    [
      'nobody would find the files in which an answer is due',
      '  ...dutiesOf[capacity],\n  ...(Object.keys(referralDuties) as (keyof typeof referralDuties)[])',
      '  ...dutiesOf[capacity]'
    ]
  ]),
  ...inFile('policies/calls/wish.ts', narrowed, [
    [
      'a letter would be kept back for the whole hour in which quiet hours end',
      'hour >= from || hour < until',
      'hour >= from || hour <= until'
    ],
    [
      'a letter would leave in the first of the quiet hours',
      'hour >= from || hour < until',
      'hour > from || hour < until'
    ],
    [
      'quiet hours of one day would last one hour more',
      'hour >= from && hour < until',
      'hour >= from && hour <= until'
    ],
    [
      'who wishes for one letter a day would have each of them',
      "wish.mode === 'at_once' &&\n  !isQuiet",
      '!isQuiet'
    ],
    [
      'who wishes for letters at once would have a summary as well',
      "const due = wish.mode === 'digest' && hour",
      'const due = hour'
    ],
    [
      'a summary would wait for the end of the quiet hours',
      "return mode === 'at_once' && isBetween(",
      'return isBetween('
    ],
    [
      'a day that comes in two days to the hour would be in no letter',
      'ahead <= pressingHours * 3_600_000',
      'ahead < pressingHours * 3_600_000'
    ],
    ['a day that is here already would be told as one that comes', 'ahead > 0 &&', 'ahead >= 0 &&']
  ])
]
