import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'
import { keptOfCases } from './cases.kept.ts'
import { moreCases } from './cases.more.ts'
import type { Kept } from './kept.ts'

const at = (name: string) => `tests/server/${name}.test.ts`

const onCases = [
  ...inFile('server/configuration/previewed.ts', at('configuration/previewed'), [
    [
      'cases would be moved by whoever has read another move, or none',
      'if (same && Number(until) > now.getTime()) return',
      'if (same || Number(until) > now.getTime()) return'
    ]
  ]),
  ...inFile('server/cases/code.ts', at('cases/code'), [
    [
      'whatever is typed would be looked for as if it were the code of a case',
      '!alphabet.includes(sign))) return null',
      '!alphabet.includes(sign))) return signs'
    ],
    [
      'no case would be found by its code, however rightly it is typed',
      'checkSign(signs.slice(0, length)) === signs[length]',
      'checkSign(signs.slice(0, half)) === signs[length]'
    ],
    [
      'a case would not be found by the half of its code that people say, and be found by less',
      'signs.length === half &&',
      'signs.length !== half &&'
    ]
  ]),
  ...inFile('server/cases/tag.ts', at('cases/tag'), [
    [
      'whoever comes to see more of a case, or less, would act on it as they had read it before',
      'counters.toSorted()',
      'counters[0]'
    ]
  ]),
  ...inFile('server/disclosure/snapshot.ts', at('cases/judicial'), [
    [
      'a prosecution that is not competent would read of a fault where nothing is there for it',
      "throw new NotFound('no such case for this organisation')",
      "throw new RangeError('no such case for this organisation')"
    ]
  ]),
  ...inFile('server/cases/child.place.ts', at('cases/minor.flight'), [
    [
      'nobody would search for a child who has run away',
      "organisationsOfFirst(tx, 'police',",
      "organisationsOfFirst(tx, 'ofii',"
    ]
  ]),
  ...inFile('server/referrals/close.ts', at('cases/minor.placement'), [
    [
      'a bed would stay taken once the offer on which it rests is over',
      'frees: frees && row.placeId !== null',
      'frees: false'
    ]
  ]),
  ...inFile('server/commands/effects.ts', at('cases/prefecture'), [
    [
      'a prefecture would learn of her application against her will, and not where she agreed',
      'if (ifAgreed && !consented(',
      'if (ifAgreed && consented('
    ]
  ])
]

const onCommands = [
  ...inFile('server/http/me.ts', at('commands/flag-form'), [
    [
      'a service would fill in a flag that it may not make, and promise a shelter that it may not give',
      'shelters: shelters(actor),\n      refused: flagRefusedTo(actor, regimes, locale)',
      'shelters: true,\n      refused: null'
    ]
  ]),
  ...inFile('server/commands/decide.ts', at('commands/gate'), [
    [
      'who acts in no case would be answered by whether the case is there',
      "if (!policy.can(command, 'Case'))",
      'if (!policy)'
    ]
  ]),
  ...inFile('server/commands/flag.ts', at('commands/gate'), [
    ['whoever signs in would open a file on a person', 'await mustFlag(tx, actor)', 'void mustFlag']
  ]),
  ...inFile('server/acts/command-validation.ts', at('commands/gate'), [
    [
      'a name would be kept without her agreement, and a day that has not come',
      'if (problems.length > 0) throw new InvalidInput(',
      'if (problems.length < 0) throw new InvalidInput('
    ],
    [
      'one person alone would find that somebody is a victim, and no rule stop an act',
      'if (refused === null) return',
      'if (refused !== undefined) return'
    ]
  ]),
  inDatabase(
    'what was asked of a person would be kept when her file is erased',
    inFunction(
      'erase_requests()',
      "raise exception 'only the clock erases'; end if;",
      "raise exception 'only the clock erases'; end if; return;"
    ),
    at('commands/idempotency')
  ),
  ...inFile('server/commands/merging.ts', at('commands/leaving'), [
    [
      'two files would be made one whatever still lives in them, or none of them',
      'const { caseId, before } = merge',
      'if (merge) return\n  const { caseId, before } = merge'
    ]
  ]),
  ...inFile('server/cases/participation.ts', at('commands/leaving'), [
    [
      'whoever has left a case, or handed it over, would go on reading it',
      'if (parts.length === 0) return',
      'if (parts.length >= 0) return'
    ]
  ]),
  ...inFile('server/referrals/move.ts', at('commands/leaving'), [
    [
      'a refusal would leave the case waiting for whoever has refused',
      'const moves = command !== null && isExpected(situationOf(caseRow), command)',
      'const moves = false'
    ]
  ])
]

const onPeople = [
  ...inFile('server/conversation/hold.ts', at('conversation/refused'), [
    [
      'of a conversation that is refused nobody would learn by which of its answers',
      'Promise.reject(refusalIn(command, error))',
      'Promise.reject(error)'
    ]
  ]),
  ...inFile('server/directories/referents.ts', at('directories/directories'), [
    [
      'who refers nobody to a prosecutor would be shown whom to speak to there',
      "if (!readsReferents(actor)) throw new NotFound('no directory of referents for this reader')",
      ''
    ]
  ]),
  ...inFile('server/directories/offers.ts', at('directories/offers'), [
    [
      'who works on no case would be shown which service helps whom',
      "const { actor, locale } = reader\n  if (!readsOffers(actor)) throw new NotFound('no directory of services for this reader')",
      'const { actor, locale } = reader'
    ],
    [
      'the police would stand among those who receive whoever seeks help',
      "if (!keepsOffer(actor)) throw new NotAllowed('who manages access says what is offered')",
      ''
    ]
  ]),
  ...inFile('server/directories/settlements.ts', at('directories/settlements'), [
    [
      'whoever signs in would be shown that settlements are kept, with the words for them',
      "if (!readsSettlements(actor)) throw new NotFound('no settlements for this reader')",
      ''
    ]
  ])
]

/** Whole answers taken away. */
export const broadCases: Mistake[] = [...onCases, ...onCommands, ...onPeople, ...moreCases]

/** Why tests stay that no mistake brought down. */
export const keptCases: Kept = keptOfCases
