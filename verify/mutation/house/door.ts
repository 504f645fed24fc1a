import { inFile } from './in-file.ts'

const auth = (name: string) => `server/auth/${name}.ts`
const test = (name: string) => `tests/server/auth/${name}.test.ts`

/** Who is let in, from which page, by which proof, and how often they may try. */
export const doorMistakes = [
  ...inFile(auth('origin'), test('origin'), [
    [
      'a page of another site could send a form in the person’s name',
      "if (site !== undefined && site !== 'none') return false",
      "if (site === 'never') return false"
    ],
    [
      'a request with a cookie and no origin would pass for one of ours',
      'return ours || (origin === undefined && site === undefined && !cookie)',
      'return ours || (origin === undefined && site === undefined)'
    ],
    [
      'a request that deletes could come from another site',
      "const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])",
      "const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE'])"
    ],
    [
      'a page of another port of the same host would pass for ours',
      'hostOf(origin) === host)',
      "hostOf(origin)?.split(':')[0] === host?.split(':')[0])"
    ]
  ]),
  ...inFile(auth('assurance'), test('assurance'), [
    [
      'one weak factor beside a strong one would be enough to sign in',
      '!amr.every((word) => rules.amr.includes(word))',
      '!amr.some((word) => rules.amr.includes(word))'
    ],
    [
      'a provider that says nothing of its level would let anybody in',
      "if (typeof acr !== 'string' || !rules.acr.includes(acr))",
      "if (typeof acr === 'string' && !rules.acr.includes(acr))"
    ],
    [
      'a session left open on a shared desk would sign the next person in',
      'claims.auth_time < earliest',
      'claims.auth_time < 0'
    ],
    ['an empty list of factors would be taken for proof', 'value.length > 0 && ', '']
  ]),
  ...inFile(auth('local-path'), 'tests/server/auth/local-path.test.ts', [
    [
      'after signing in, the person would be led to another site',
      "wanted.includes('\\\\')",
      "wanted.includes('\\\\\\\\\\\\')"
    ],
    [
      'after signing in, an address with two slashes would lead to another site',
      "url.pathname.startsWith('//') || ",
      ''
    ],
    [
      'after signing in, the person would be led to the way out',
      'ownPaths = /^\\/(auth|oidc|api)(\\/|$)/',
      'ownPaths = /^\\/(oidc|api)(\\/|$)/'
    ]
  ]),
  ...inFile(auth('sealing'), 'tests/server/auth/sealing.test.ts', [
    [
      'what was sealed for one purpose would open under another',
      'Buffer.alloc(0), purpose, 32',
      "Buffer.alloc(0), '', 32"
    ],
    [
      'a session would be kept in clear in the database',
      "createHash('sha256').update(value).digest('base64url')",
      'value'
    ],
    [
      'a sealed sign-in would be opened although it was altered',
      'Buffer.concat([body, decipher.final()])',
      'Buffer.concat([body])'
    ],
    [
      'any cookie would be taken for a token',
      'value !== undefined && tokenShape.test(value)',
      'value !== undefined'
    ]
  ]),
  ...inFile(auth('attempts'), test('sign-in'), [
    [
      'a sign-in begun in one browser could be finished in another',
      'where state_hash = $1 and browser_hash = $2',
      'where state_hash = $1 and $2::text is not null'
    ],
    [
      'a sign-in that was begun long ago could still be finished',
      'if (row.expires_at <= now)',
      'if (row.expires_at.getTime() + 3_600_000 <= now.getTime())'
    ]
  ]),
  ...inFile(auth('attempts'), test('attempts'), [
    [
      'a sign-in would be finished at the instant at which its time is over',
      'if (row.expires_at <= now)',
      'if (row.expires_at < now)'
    ]
  ]),
  ...inFile(auth('actor'), test('session'), [
    [
      'somebody whose organisation is not accredited would read its cases',
      'if (!actor.accredited && !openWhileWaiting.has(route))',
      'if (actor.accredited && !openWhileWaiting.has(route) && !actor.orgId)'
    ]
  ]),
  ...inFile('server/http/limits.ts', 'tests/server/http/limits.test.ts', [
    [
      'two persons behind one address would share one limit, and the second be refused for the first',
      'keyGenerator: (request) => `person:${personOf(request)}`',
      'keyGenerator: ({ ip }) => `person:${lineOf(ip)}`'
    ],
    [
      'whoever is attacked would be refused with the attacker, from any address',
      '`link:${lineOf(ip)}`',
      '`link:${ip.length > 0}`'
    ],
    [
      'a person could try without end by changing their address',
      'if (personOf(request) !== null) refuse(reply, await check(request))',
      'if (personOf(request) === null) refuse(reply, await check(request))'
    ]
  ]),
  ...inFile('server/http/limits.ts', 'tests/server/http/limits.test.ts', [
    [
      'somebody could try without end by taking another IPv6 address of their line',
      ".slice(0, 4).join(':')",
      ".slice(0, 8).join(':')"
    ],
    [
      'an attacker could be told to come back at once',
      "reply.header('retry-after', verdict.ttlInSeconds)",
      "reply.header('retry-after', 0)"
    ]
  ]),
  ...inFile('server/http/limits.ts', 'tests/server/links/renewal.test.ts', [
    [
      'somebody could guess links as fast as a whole office works',
      'const max = Math.ceil(perMinute / linkFactor)',
      'const max = perMinute * linkFactor'
    ]
  ]),
  ...inFile('server/http/headers.ts', 'tests/server/http/headers.test.ts', [
    [
      'a page about a person could be kept by a shared browser',
      "'cache-control': 'no-store'",
      "'cache-control': 'no-cache'"
    ],
    [
      'a page could be shown inside that of another site',
      "'x-frame-options': 'DENY'",
      "'x-frame-options': 'SAMEORIGIN'"
    ]
  ]),
  ...inFile('server/http/requested.ts', 'tests/server/http/cursor.test.ts', [
    [
      'a list would promise a page on which nothing stands',
      'lines.length > limit ? (page.at(-1)',
      'lines.length >= limit ? (page.at(-1)'
    ]
  ]),
  ...inFile('server/http/cursor.ts', 'tests/server/http/cursor.test.ts', [
    [
      'a list would be asked for by words that the server never wrote',
      "typeof key[index] === 'string' && parts[part](key[index])",
      "typeof key[index] === 'string'"
    ],
    [
      'a list would be continued by the key of another list',
      'key.length === order.length &&',
      'key.length >= order.length &&'
    ]
  ]),
  ...inFile('server/http/limits.ts', 'tests/server/http/limits.test.ts', [
    [
      'one noisy office would shut the door to every other where one socket serves both families',
      "if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip",
      "if (!ip.includes(':')) return ip"
    ]
  ]),
  ...inFile('server/exchange/htcds.ts', 'tests/server/exchange/htcds.test.ts', [
    [
      'a record from abroad that says nothing of consent would be taken over as if the person agreed',
      'if (record.con_Consent !== true) throw',
      'if (record.con_Consent === false) throw'
    ]
  ])
]
