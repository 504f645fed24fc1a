import { inFile } from '../../in-file.ts'

/** Which of several comes first, how many there are, and what a card says of why. */
export const orderedMistakes = [
  ...inFile('server/reading/actions.ts', 'tests/server/reading/listed-acts.test.ts', [
    [
      'a reader would be told that no act is closed, where some are and each says why',
      'closedActs: buttons.filter(isClosed).length',
      'closedActs: 0'
    ],
    [
      'records that nobody expects would be counted among acts that are closed',
      'unexpectedActs: buttons.filter(isUnexpected).length',
      'unexpectedActs: buttons.filter(isClosed).length'
    ],
    ['the first act of a case would stand before the first place', 'rank: before + 1', 'rank: before']
  ]),
  ...inFile('server/disclosure/snapshot.ts', 'tests/server/reading/ordered.test.ts', [
    [
      'the request that was sent last would stand below all of before',
      'order by sent_at desc, kind, id',
      'order by sent_at, kind, id'
    ],
    [
      'the time that is over soonest would stand below all others',
      'order by due_at, code, id',
      'order by due_at desc, code, id'
    ]
  ]),
  ...inFile('server/reading/lookups.ts', 'tests/server/reading/ordered.test.ts', [
    [
      'those who may be asked would stand in no order by which they are found',
      'order by name limit 300',
      'order by name desc limit 300'
    ]
  ]),
  ...inFile('server/disclosure/duplicates.ts', 'tests/server/reading/ordered.test.ts', [
    [
      'the newest file of a person would be the one that is left out',
      'order by opened_at desc, id limit 200',
      'order by opened_at, id limit 200'
    ]
  ]),
  ...inFile('server/disclosure/door.ts', 'tests/server/emergency/two-beds.test.ts', [
    [
      'the police would be led in an emergency to where she is awaited, and not to where she sleeps',
      "sleeps.find(({ shown }) => shown.state === 'admitted') ?? sleeps[0]",
      'sleeps[0]'
    ]
  ]),
  ...inFile('server/reading/next.view.ts', 'tests/server/reading/next-step.test.ts', [
    [
      'the card of a case would not say that the danger is immediate',
      "...(told.facts.danger === 'immediate' ?",
      "...(told.facts.danger === 'possible' ?"
    ],
    ['the card of a case would not say since when a time runs', '    ...clockWords(told, clock),\n', ''],
    [
      'what is waited for would be said to be waited for by nobody',
      '...(awaited ? [] : [words.early[locale]])',
      '...(awaited ? [words.early[locale]] : [])'
    ]
  ]),
  ...inFile('server/reading/judicial.detail.ts', 'tests/policies/words/weighed.test.ts', [
    [
      'what was entered in error would stand as what became of what was seized',
      '({ row }) => row?.struckBy === null && assetActs',
      '({ row }) => row !== undefined && assetActs'
    ],
    [
      'what was confiscated would be told as seized or confiscated',
      'const { fr, en } = stand ?? eitherWay',
      'const { fr, en } = eitherWay'
    ],
    [
      'what she only claimed would be told as paid',
      "compensation === 'paid' ? paid : null",
      "compensation === 'claimed' ? paid : null"
    ],
    [
      'an inspection that has ended would be told as one that goes on',
      "last && last !== 'inspection.ended' ?",
      'last ?'
    ],
    [
      'any act could say what was seized',
      'assetActs.includes(row.command) && row.input[field]',
      'row.input[field]'
    ]
  ]),
  ...inFile('server/reading/evidence.view.ts', 'tests/policies/words/weighed.test.ts', [
    [
      'a sign would be told as said by the person because of an entry that was an error',
      "(row?.struckBy === null ? (row.input['indicators']",
      "(row ? (row.input['indicators']"
    ],
    [
      'whoever weighs would look for means that no law asks of a child',
      'minor ? noMeansAsked[locale] : null',
      'null'
    ],
    [
      'a form that was flagged would read as a sign that somebody saw',
      'source: flaggedForm[locale]',
      'source: null'
    ]
  ]),
  ...inFile('server/referrals/boxes.ts', 'tests/server/referrals/counts.test.ts', [
    [
      'what waits to be settled would be counted as all that was asked',
      'settle: counted(found!.settle)',
      'settle: counted(found!.out)'
    ],
    [
      'answers of years ago would be counted as what waits today',
      "box, view: 'open' }))} as",
      "box, view: 'all' }))} as"
    ]
  ]),
  ...inFile('server/disclosure/handing/travel.ts', 'tests/policies/words/travel.test.ts', [
    [
      'the next association would be told of acts that were an error',
      'one.struckBy === null && sight.hearsOf(one)',
      'sight.hearsOf(one)'
    ],
    [
      'the next association would be told that nothing sealed comes with the case',
      '[actClass(command), ...sealed] : sealed',
      '[actClass(command)] : sealed'
    ],
    [
      'whoever asks for an exit programme would be handed to one that may not accompany it',
      "['asked', 'running'].includes",
      "['running'].includes"
    ]
  ]),
  ...inFile('server/outbox/worklist.ts', 'tests/policies/words/waits.test.ts', [
    [
      'a question put to one service would be waited for from everybody in the case',
      "state === 'questioned' && senderOrgId === one.orgId",
      "state === 'questioned'"
    ],
    [
      'whoever sits in the cell would be waited for to settle what their organisation asked',
      '  if (!settles(one)) return null\n',
      ''
    ],
    [
      'a silence would be chased by everybody in the case',
      "mine.some(({ state }) => state === 'escalated')",
      "referrals.some(({ state }) => state === 'escalated')"
    ],
    [
      'no other place would be offered to whom a house has refused one',
      'referral.kind === kind && referral.followUp === null',
      'referral.kind === kind'
    ]
  ]),
  ...inFile('server/reading/classes.view.ts', 'tests/policies/words/told.test.ts', [
    [
      'who sleeps nowhere would read as somebody whose bed is kept from the reader',
      '    if (empty) return { ...shown, why: why.noStay[locale] }\n',
      ''
    ],
    [
      'whoever opened a case in an emergency would not read that each reading is noted',
      '    if (broken) return { ...shown, why: inEmergency[locale] }\n',
      ''
    ],
    [
      'nobody would read which agreement of the person opens a class to them',
      'scope ? opensWith(scope, locale) : why[access][locale]',
      'why[access][locale]'
    ]
  ]),
  ...inFile('server/reading/consents.view.ts', 'tests/policies/words/told.test.ts', [
    [
      'an agreement that holds would be told as withdrawn',
      "state: given ? 'given' : (last?.state ?? 'none')",
      "state: last?.state ?? 'none'"
    ],
    [
      'nobody would read until when an agreement holds',
      'expiresOn: last?.expiresOn ?? null',
      'expiresOn: null'
    ],
    [
      'an agreement given through an interpreter would be told as given without',
      'interpreter: last?.interpreter ?? false',
      'interpreter: false'
    ]
  ]),
  ...inFile('server/places/internal-transfer.ts', 'tests/server/places/second.test.ts', [
    [
      'the house where she sleeps could change nothing while another holds a place for her',
      'for (const stay of [held, bed])',
      'for (const stay of [held])'
    ],
    [
      'the house that holds a place for her could change nothing while she sleeps in another',
      'for (const stay of [held, bed])',
      'for (const stay of [bed ?? held])'
    ]
  ]),
  ...inFile('server/disclosure/names.ts', 'tests/policies/words/named.test.ts', [
    [
      'a service whose name is kept would be told by its role',
      "role: as === 'another' ? '' : roles[doing.role as Role][locale]",
      'role: roles[doing.role as Role][locale]'
    ],
    [
      'of a service whose name is kept it would be told that nobody reads there',
      "told(orgId).as === 'name' && services.get(orgId)!.empty === true",
      'services.get(orgId)!.empty === true'
    ],
    [
      'the cell would stand in no list of whom a reader knows',
      "told(orgId).as !== 'another'",
      "told(orgId).as === 'name'"
    ]
  ]),
  ...inFile('server/disclosure/ownership.ts', 'tests/policies/words/named.test.ts', [
    [
      'a house that accompanies her could not end what another holds for her',
      "(role === 'shelter' && !accompanies)",
      "role === 'shelter'"
    ],
    [
      'a desk could give back the place of another scheme',
      'desk === null ? house === actor.orgId : pool === desk',
      'desk === null ? house === actor.orgId : desk !== null'
    ]
  ])
]
