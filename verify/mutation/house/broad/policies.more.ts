import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const duties = 'tests/policies/duties.test.ts'
const awaited = 'tests/policies/awaited.test.ts'
const classes = 'tests/policies/disclosure/data-classes.test.ts'
const names = 'tests/policies/disclosure/names.test.ts'
const lifting = 'tests/policies/next/lifting.test.ts'

/** Of what a reader may see and do, and of what is said of it. */
export const broadRights: readonly Mistake[] = [
  ...inFile('policies/data-classes.ts', classes, [
    [
      'whoever takes part would read all of every file, whatever she agreed to',
      'export const sight: Record<Capacity, Sight> = capacities',
      "export const sight = Object.fromEntries(Object.entries(capacities).map(([one, row]) => [one, { ...row, classes: [...'ABCDEFGHIJK'], coarse: [], consent: {} }]))"
    ],
    [
      'what is sealed would be read without a trace, and all else one noted reading after another',
      "askedFor.includes(dataClass) ? 'masked' : 'open'",
      "askedFor.includes(dataClass) ? 'open' : 'masked'"
    ]
  ]),
  ...inFile('policies/data-classes.ts', 'tests/policies/disclosure/several.test.ts', [
    [
      'a review would say that nobody sees anything of every case',
      'return minorsOnly ? [] : classes.filter((one) => consent[one] === undefined)',
      'return []'
    ],
    [
      'one agreement of hers would open all that any agreement opens',
      '!agreedTo(facts, scope)',
      'facts.consents.length === 0'
    ]
  ]),
  ...inFile('policies/names.ts', names, [
    [
      'nobody would be told by name who works for a person, be it who houses her',
      'const placed = isPlaced(looking, sides)',
      'const placed = false'
    ],
    [
      'the names of services would tell where a person is to whoever may not know it',
      'const placed = isPlaced(looking, sides)',
      'const placed = true'
    ]
  ]),
  ...inFile('policies/emergency-access.ts', names, [
    [
      'of all who flag, one trade alone would be taken for those who speak for their house',
      'filter((role) => answerable(role) && holds(role, capacity))',
      'filter((role) => answerable(role) && holds(role, capacity)).slice(0, 1)'
    ]
  ]),
  ...inFile('policies/disclosure.ts', duties, [
    [
      'whoever takes part would be told of every time that runs, the one of an emergency access among them',
      "if (dataClass === 'opening') return 'L'\n  if (dataClass !== 'referral') return dataClass",
      "if (dataClass !== 'referral') return null"
    ]
  ]),
  ...inFile('policies/awaited.ts', duties, [
    [
      'all would be waited for to do what nobody has to, and nobody for what somebody must',
      'mayBeAwaited(type) && !spared',
      '!mayBeAwaited(type) && !spared'
    ],
    [
      'whoever gave the first opinion would be waited for to give the second as well',
      'firstVoices(facts).some(({ orgId }) => isHouseOf(party, orgId))',
      'firstVoices(facts).some(({ personId }) => isHouseOf(party, personId))'
    ],
    [
      'people would be called late for a time that ends by itself, or for a right that is over',
      "(fires === null || fires === 'opp.lapsed') && !forecloses && answered",
      'answered'
    ],
    ['people would be waited for in closed cases, and before their turn', ' && isExpected(told, type)', '']
  ]),
  ...inFile('policies/awaited.ts', awaited, [
    [
      'a day would be said to be the day of an act that has nothing to do with it',
      'answers.includes(clock.code) && stands(clock)',
      'stands(clock)'
    ],
    [
      'what nobody did by its day would be waited for no more from the next day on',
      "state === 'running' || (state === 'fired' && staysLate(code))",
      "state === 'running'"
    ],
    [
      'people would be called to act on the first day of a time of years',
      'clock !== null && calls(clock) && (',
      'clock !== null && ('
    ]
  ]),
  ...inFile('policies/awaited.ts', 'tests/policies/awaited.every.test.ts', [
    [
      'an adult’s acts would be waited for in the file of a child, though no button does them',
      ' && isExpected(told, type)',
      ''
    ]
  ]),
  ...inFile('workflows/deadlines/running/stopping.ts', 'tests/policies/awaited.every.test.ts', [
    [
      'nobody would be called to begin what a time waits for and others finish',
      'return [...done, ...begun]',
      'return [...done]'
    ]
  ]),
  ...inFile('workflows/case/machine.ts', lifting, [
    [
      'nothing that is entered would be known of the person afterwards',
      'const learn = commandRow(type).apply',
      'const learn = null'
    ]
  ]),
  ...inFile('policies/next/lifting.ts', lifting, [
    [
      'nobody would be led from a closed act to the one that opens it',
      "if (closed?.guard) return liftsOf(closed.guard)\n  return closed?.consent ? ['consent.record'] : []",
      'return []'
    ]
  ]),
  ...inFile('policies/next/next-step.ts', 'tests/policies/next/next-step.test.ts', [
    [
      'what has a day would be proposed without it, and after what has none',
      'const clock = act && clockOf(told, act.command)',
      'const clock = null as ToldClock | null'
    ]
  ]),
  ...inFile('policies/duties.ts', 'tests/policies/offered.test.ts', [
    [
      'acts of which the file has no object, or has it already, would be offered among the first',
      'return idle || lastResorts.includes(type) ? 2 : 1',
      'return lastResorts.includes(type) ? 2 : 1'
    ]
  ]),
  ...inFile('policies/foreseen.ts', 'tests/policies/foreseen.test.ts', [
    [
      'nobody would read what an unexpected record will change',
      'if (unusualFor(type, situation, sight) === null) return null',
      'if (sight.held.length > 0) return null'
    ]
  ]),
  ...inFile('policies/organisations/prolonging.ts', 'tests/policies/organisations/prolonging.test.ts', [
    [
      'what is given again while it runs would be written over it, whatever it stops',
      "const begun = standing?.state === 'inForce' || standing?.state === 'ended'",
      "const begun = standing?.state === 'ended'"
    ]
  ]),
  ...inFile('workflows/case/replay.ts', 'tests/policies/repair/asked.test.ts', [
    [
      'nothing that the police entered in error could be asked to be taken back',
      'effects.length === 0 && opens.length === 0',
      'effects.length > 0 && opens.length === 0'
    ]
  ]),
  ...inFile('policies/requirements/voices.ts', 'tests/policies/separation.test.ts', [
    [
      'one person alone would conclude that somebody is a victim, or is none',
      'if (said.length === 0) return null',
      'if (said.length >= 0) return null'
    ],
    [
      'no second opinion would ever be heard but of who gave the first one',
      'one.personId !== actor.personId && !isHouseOf(actor, one.orgId)',
      'one.personId === actor.personId'
    ],
    [
      'whoever flagged a person, or follows them, would vote on them between two meetings',
      'const recused = recusedBecause(actor, { ...close, origin })',
      'const recused = null as { fr: string; en: string } | null'
    ],
    [
      'two institutions would conclude of which none is the one that must be heard',
      'return pairs.includes(null) ? null : (pairs[0] ?? null)',
      'return null'
    ]
  ])
]
