import { inFile } from './in-file.ts'

const offer = 'tests/server/places/places.offer.test.ts'
const inventory = 'tests/server/places/places.inventory.test.ts'
const places = 'tests/server/places/places.test.ts'
const whose = 'tests/server/places/whose.test.ts'
const housing = 'tests/server/places/housing.test.ts'

/** Beds: who keeps them, who is offered one, who reads where it is. */
export const placeMistakes = [
  ...inFile('server/cases/child.place.ts', 'tests/server/cases/minor.flight.test.ts', [
    [
      'a child would be searched for by the police of a place that was an error',
      'and struck_by is null and (command',
      'and (command'
    ]
  ]),
  ...inFile('server/places/inventory.ts', inventory, [
    [
      'a place would be closed under somebody who sleeps there',
      'return place.taken ? taken : null',
      'return null'
    ],
    [
      'a place of another structure would be changed',
      'where p.id = $1 and p.org_id = $2`',
      'where p.id = $1 and $2::uuid is not null`'
    ],
    [
      'a shelter would keep places of the asylum scheme',
      'if (!poolsOf(actor).includes(input.kind))',
      'if (poolsOf(actor).length === 0)'
    ],
    [
      'a place would be closed until a day that has passed',
      'if (until !== null && until < today)',
      'if (until !== null && until < today && until === today)'
    ],
    [
      'a change on an old page would undo that of a colleague',
      'if (version !== null && place.version !== version)',
      'if (version !== null && place.version < version)'
    ],
    ['a place out of service would be closed again', 'if (place.out) return closedAlready', '']
  ]),
  ...inFile('server/places/stays.ts', 'tests/server/commands/races.places.test.ts', [
    [
      'a place taken in the meantime would be promised to a second person',
      "if (brokenConstraint(cause)?.startsWith('stay_one_')) throw new PlaceTaken(cause)",
      "if (brokenConstraint(cause)?.startsWith('stay_two_')) throw new PlaceTaken(cause)"
    ]
  ]),
  ...inFile('server/places/stays.ts', offer, [
    [
      'the other offers would go on after one was accepted, and keep beds from others',
      'kinds: offersIn(doing.pools),\n    except: bed ?',
      'kinds: [],\n    except: bed ?'
    ]
  ]),
  ...inFile('server/places/stays.ts', inventory, [
    [
      'a place taken out of service meanwhile would be promised',
      'if ((await placeOwner(tx, kind as PlaceOffer, placeId)) === null)',
      'if ((await placeOwner(tx, kind as PlaceOffer, placeId)) === placeId)'
    ]
  ]),
  ...inFile('server/places/stays.ts', housing, [
    [
      'a person could be said to have arrived before the place was offered',
      "if (on < addDays(civilDate(held.offeredAt, 'Europe/Paris'), -1))",
      "if (on < addDays(civilDate(held.offeredAt, 'Europe/Paris'), -9))"
    ],
    [
      'the eve of the offer, which is the day of the offer overseas, would be refused',
      "if (on < addDays(civilDate(held.offeredAt, 'Europe/Paris'), -1))",
      "if (on < civilDate(held.offeredAt, 'Europe/Paris'))"
    ]
  ]),
  ...inFile('server/places/stays.ts', whose, [
    [
      'one house would give back the place that waits at another',
      'if (held === null || !isTheirs(held, actor, await accompaniesIn(tx, caseId, actor))) return null',
      'if (held === null) return null'
    ],
    [
      'the bed she sleeps in would be withdrawn with the place that waits',
      'const except = bed ? [bed.referralId] : []',
      'const except: string[] = []'
    ]
  ]),
  ...inFile('server/places/address.ts', 'tests/server/audit/audit.test.ts', [
    [
      'where she sleeps would be read and nobody know that it was',
      "action: 'read',\n    object: `stay:${stay.id}`",
      "action: 'seen',\n    object: `stay:${stay.id}`"
    ]
  ]),
  ...inFile('server/places/address.ts', places, [
    [
      'where she slept would be read after she has left',
      'where s.id = $1 and s.state = any($2::text[])',
      'where s.id = $1 and $2::text[] is not null'
    ]
  ]),
  ...inFile('server/places/ranking.ts', 'tests/server/places/places.children.test.ts', [
    [
      'a desk would rank people who are no longer its own',
      'where p.org_id = $1 and p.until is null and p.capacity',
      'where p.org_id = $1 and p.capacity'
    ]
  ]),
  ...inFile('server/places/holder.ts', whose, [
    [
      'a bed in which somebody sleeps would be said to lapse on a day',
      "if (state !== 'reserved') return null",
      'if (state === null) return null'
    ]
  ]),
  ...inFile('server/places/internal-transfer.ts', offer, [
    [
      'a house would learn by trying which beds of another exist and are slept in',
      'if (!(await isOwn(tx, placeId, doing))) throw notOurs()',
      ''
    ]
  ])
]
