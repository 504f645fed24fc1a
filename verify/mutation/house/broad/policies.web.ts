import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const closure = 'tests/workflows/regions/closure.test.ts'
const draft = 'tests/web/flag/draft.test.ts'
const unknown = 'tests/web/flag/unknown.test.ts'

/** Of the words of a list and of a case, of what is typed, and of the end of a case. */
export const broadWords: readonly Mistake[] = [
  ...inFile('policies/lists/trade.ts', 'tests/policies/words/narrowed.test.ts', [
    [
      'nobody could narrow a list by where its cases stand',
      'stage: [...regions].flatMap(stagesOf),',
      'stage: [],'
    ]
  ]),
  ...inFile('server/disclosure/badges.ts', 'tests/policies/words/badges.test.ts', [
    [
      'dangers and needs would be colours without a word',
      'Badge => ({ key, label: capital(label), tone })',
      "Badge => ({ key, label: '', tone })"
    ]
  ]),
  ...inFile('server/lists/trade.ts', 'tests/policies/words/trade.test.ts', [
    [
      'every person of a list would be said to have to leave the country',
      'one ? [words[one]] : []',
      "[words[one || 'leave']]"
    ],
    [
      'every person would be said to be kept away from somewhere',
      'forbiddenZones.length > 0 ? [both(words.away, placeNames(forbiddenZones))] : []',
      '[both(words.away, placeNames(forbiddenZones))]'
    ]
  ]),
  ...inFile('server/reading/classes.view.ts', 'tests/policies/words/told.test.ts', [
    [
      'nobody would read why something is shown to them, or is not',
      'scope ? opensWith(scope, locale) : why[access][locale]',
      "scope ? opensWith(scope, locale) : ''"
    ]
  ]),
  ...inFile('server/referrals/line.ts', 'tests/policies/words/referral-line.test.ts', [
    [
      'every request would be said to be without an answer, on the day it is sent',
      "return row.state === 'escalated' ? referralDuties['referral.silent'][locale] : null",
      "return referralDuties['referral.silent'][locale]"
    ]
  ]),
  ...inFile('server/outbox/worklist.ts', 'tests/policies/words/waits.test.ts', [
    [
      'a refusal would be left unsettled in open cases, and called for in closed ones',
      'guards.caseOpen.holds(situation) && mine',
      '!guards.caseOpen.holds(situation) && mine'
    ]
  ]),
  ...inFile('web/src/lib/flag/answers.ts', draft, [
    [
      'of ten persons met at one place, each would be flagged from an empty form',
      'if (!operation) return emptyDraft(key)',
      'return emptyDraft(key)'
    ],
    [
      'signs that were ticked would be lost from one screen to the next',
      'signs: step.dimension ? signsAfter(draft, step, form) : draft.signs',
      'signs: draft.signs'
    ],
    [
      'what was answered would be asked again as if nobody had',
      '[name, draft.typed[name] ?? proposed[name] ?? []]',
      '[name, []]'
    ]
  ]),
  ...inFile('web/src/lib/flag/lane.ts', 'tests/web/flag/lane.test.ts', [
    [
      'whoever flags in danger would be asked one question more, and held up by it',
      "['ageGroup', 'localDanger', 'forms']",
      "['ageGroup', 'sex', 'localDanger', 'forms']"
    ]
  ]),
  ...inFile('web/src/lib/flag/linking.ts', 'tests/web/flag/linking.test.ts', [
    [
      'a link that stands already would be told as one that was refused',
      "if (sent.ok || sent.problem.code === 'stands_already') linked += 1",
      'if (sent.ok) linked += 1'
    ]
  ]),
  ...inFile('web/src/lib/form/parse.ts', unknown, [
    [
      'no answer would be sent to a question that may stay without one',
      '(field.mayBeUnknown && first === unknown)',
      'field.mayBeUnknown'
    ]
  ]),
  ...inFile('web/src/lib/flag/review.ts', unknown, [
    [
      'a name would be asked of whoever wrote it, and of nobody else who agreed',
      '!agreed(draft) || written',
      '!agreed(draft) || !written'
    ]
  ]),
  ...inFile('web/src/lib/conversation/said.ts', 'tests/web/help/conversation.test.ts', [
    [
      'whatever the person said of an agreement would be written down as a yes, a no and a withdrawal',
      "name.startsWith('accord.') && value === answer",
      "name.startsWith('accord.')"
    ],
    [
      'who wants to think about it would be written down as refusing the thirty days',
      "said['souhait'] === 'yes' || said['souhait'] === 'no'",
      "said['souhait'] !== undefined"
    ]
  ]),
  ...inFile('workflows/meeting/seats.ts', 'tests/workflows/meeting/seats.test.ts', [
    [
      'who stands in for somebody would be called before who holds the seat',
      'Number(a.alternate) - Number(b.alternate) ||\n  ',
      ''
    ]
  ]),
  ...inFile('workflows/regions/closure.ts', closure, [
    [
      'a case would be closed over a shelter in use, a permit asked for, and a request that is being answered',
      "guards: ['notHoused', 'residenceSettled'],\n  requires: ['noneTaken'],",
      'guards: [],\n  requires: [],'
    ],
    [
      'a case would be closed halfway, and why be forgotten',
      'apply: (_facts, input) => ({ closure: input.reason, closing: null })',
      'apply: () => ({ closing: null })'
    ],
    ['a case that was closed would be reopened as if it never had been', "to: 'reopened',", "to: 'open',"]
  ]),
  ...inFile('workflows/case/machine.ts', closure, [
    [
      'acts would go on in a case that is closed',
      "(['inThisFile', 'caseOpen'] as const)",
      "(['inThisFile'] as const)"
    ]
  ]),
  ...inFile('workflows/deadlines/running/stopping.ts', closure, [
    [
      'no act would stop a time of the law, and whoever acted in time be told that they are late',
      'return [...done, ...gone, ...(register[code].endsWithCase ? closings : [])]',
      'return register[code].endsWithCase ? closings : []'
    ]
  ])
]
