import { inFile } from './in-file.ts'

const opening = 'tests/server/links/opening.test.ts'
const renewal = 'tests/server/links/renewal.test.ts'

/** What somebody without an account may do by the link that was sent to them. */
export const linkMistakes = [
  ...inFile('server/links/token.ts', 'tests/server/links/token.test.ts', [
    [
      'the link of one referral would open any other',
      "timingSafeEqual(Buffer.from(token, 'base64url').subarray(idBytes), proofOf(keys, link, purpose))",
      'proofOf(keys, link, purpose).length > 0'
    ],
    [
      'a link that was replaced by another would still open',
      '.update(`${id}|${generation}`)',
      '.update(`${id}|`)'
    ],
    ['an invitation would open a referral', 'keys.derive(purpose)', "keys.derive('referral link')"],
    [
      'a token with words behind it would be read as a token',
      'if (bytes.length !== idBytes + proofBytes)',
      'if (bytes.length < idBytes + proofBytes)'
    ]
  ]),
  ...inFile('server/links/enter.ts', opening, [
    [
      'a link would open after its last day',
      'if (entered.expired || !isLive(entered.referral))',
      'if (!isLive(entered.referral))'
    ],
    [
      'a link would open at the instant at which it runs out',
      'const expired = link.expiresAt <= now',
      'const expired = link.expiresAt < now'
    ]
  ]),
  ...inFile('server/links/view.ts', opening, [
    [
      'a link that has run out would still show what was asked of a person',
      "if (expired) return { ...nothing, state: 'expired' }",
      ''
    ],
    [
      'a letter would name the house that asks, where its name says where a person is',
      "if (sender?.type === 'association' && kindRow(kind).namesSender) return sender.name",
      "if (sender?.type === 'association') return sender.name"
    ],
    [
      'a house where people sleep would be named to the lawyer whom it asks',
      "if (sender?.type === 'association' && kindRow",
      'if (sender && kindRow'
    ]
  ]),
  ...inFile('server/links/enter.ts', renewal, [
    [
      'a link of an ended referral would lead somewhere',
      '(expired || link.replaced || referral.answeredAt === null)',
      '(expired || link.replaced)'
    ],
    [
      'whoever received an earlier letter would read by it',
      "if (link.replaced) throw new LinkReplaced('a later letter holds the link')",
      ''
    ],
    [
      'an earlier letter would have a new link sent',
      'if (!link || link.replaced) return',
      'if (!link) return'
    ],
    [
      'a link that still opens would be replaced by whoever asks',
      '!isLive(referral) || link.expiresAt > now',
      '!isLive(referral)'
    ],
    [
      'whoever asks at the instant at which their link runs out would be left without one',
      '!isLive(referral) || link.expiresAt > now',
      '!isLive(referral) || link.expiresAt >= now'
    ],
    [
      'the earlier letter would be forgotten at once, and its reader told nothing',
      'Array.from({ length: generation - 1 }',
      'Array.from({ length: 0 }'
    ]
  ]),
  ...inFile('server/links/routes.ts', opening, [
    [
      'a link that has run out would still take an answer',
      "if (expired) throw new NotFound('this link has run out')",
      ''
    ],
    [
      'a link would open where a person sleeps',
      "sealedClasses.filter((one) => one !== 'A')",
      "sealedClasses.filter((one) => (one as string) !== '')"
    ],
    [
      'whoever tries by a link what is closed to it would leave no trace',
      'if (error instanceof NotFound)',
      'if (error === null)'
    ],
    [
      'the address of a link would be told to the next site',
      "'referrer-policy': 'no-referrer'",
      "'referrer-policy': 'unsafe-url'"
    ]
  ]),
  ...inFile('server/referrals/by-link.ts', renewal, [
    [
      'a link asked for twice at once would be renewed twice, and the first letter open nothing',
      'where id = $1 and generation = $2 returning id',
      'where id = $1 and $2::int > 0 returning id'
    ],
    [
      'the whole address that was asked by mail would be shown',
      "address.replace(/^(.)[^@]*/, '$1•••')",
      'address'
    ]
  ]),
  ...inFile('server/links/mail.ts', renewal, [
    [
      'a letter would leave to an address of a referral that is over',
      'where l.address is not null`',
      'where true`'
    ]
  ]),
  ...inFile('server/referrals/close.ts', renewal, [
    [
      'the address of whoever was asked by mail would be kept after the referral is over',
      'update referral_link l set address = null from step where step.ended and',
      'update referral_link l set address = null from step where not step.ended and'
    ]
  ]),
  ...inFile('server/links/enter.ts', renewal, [
    [
      'an old letter would open for ever what was asked of a person and what was answered',
      '(expired || link.replaced || referral.answeredAt === null)',
      '(link.replaced || referral.answeredAt === null)'
    ]
  ]),
  ...inFile('server/links/mail.ts', 'tests/server/links/unsent.test.ts', [
    [
      'a letter whose link had run out would open again beside the one that is sent since',
      'const text = opens ? prolonged : renewed',
      'const text = prolonged'
    ]
  ])
]
