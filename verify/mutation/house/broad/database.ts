import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import { keptBeside } from './database.kept.ts'
import { broadSearches } from './database.more.ts'
import { broadRows } from './database.rows.ts'
import type { Kept } from './kept.ts'

const auth = (name: string) => `server/auth/${name}.ts`
const tests = (name: string) => `tests/server/auth/${name}.test.ts`

/** Whole answers taken away. */
export const broadDatabase: Mistake[] = [
  ...inFile('server/http/readiness.ts', 'tests/server/db/readiness.test.ts', [
    [
      'a service whose database keeps nothing would be said to be ready',
      '(because) => ({ because }),',
      '() => ({ because: null }),'
    ]
  ]),
  ...inFile(auth('oidc'), tests('assurance'), [
    [
      'no proof would be too weak to sign in',
      'const assurance = requireAssurance(claims, settings.assurance)',
      'const assurance = claims as unknown as Assurance'
    ],
    [
      'whoever comes with a word of the provider that does not hold would be told that they gave up',
      ".authorizationCodeGrant(config, callback, checks)\n    .catch((cause: unknown) => Promise.reject(new SignInRefused('fournisseur', cause)))",
      ".authorizationCodeGrant(config, callback, checks)\n    .catch((cause: unknown) => Promise.reject(new SignInRefused('acces', cause)))"
    ],
    [
      'who somebody is would be left open wherever it could not be read, and they be let in',
      ".fetchUserInfo(config, tokens.access_token, claims.sub)\n        .catch((cause: unknown) => Promise.reject(new SignInRefused('fournisseur', cause)))",
      '.fetchUserInfo(config, tokens.access_token, claims.sub)\n        .catch(() => ({ sub: claims.sub }))'
    ]
  ]),
  ...inFile(auth('attempts'), tests('attempts'), [
    [
      'a sign-in under way would stand in clear in the database, and never be taken up',
      'const sealed = seal(secrets.browser, purpose, JSON.stringify(attempt))',
      'const sealed = JSON.stringify(attempt)'
    ]
  ]),
  ...inFile(auth('local-path'), tests('local-path'), [
    [
      'after signing in, the person would be led wherever a link says',
      'export function localPath(wanted: string | undefined): string {',
      'export function localPath(wanted: string | undefined): string {\n  return wanted as string'
    ],
    [
      'after signing in, the person would be led to a host that is nowhere',
      'return url.pathname + url.search',
      'return url.href'
    ]
  ]),
  ...inFile(auth('origin'), tests('origin'), [
    [
      'any page of the world could send a form in the person’s name',
      "if (!fromOurPages(sender, settings.origins)) throw new ForeignOrigin('no page of ours')",
      ''
    ]
  ]),
  ...inFile(auth('session'), tests('origin'), [
    [
      'whoever has signed in would be let do nothing, and who has not would meet a fault',
      'if (!isToken(token)) return null',
      'if (isToken(token)) return null'
    ]
  ]),
  ...inFile(auth('sealing'), tests('sealing'), [
    [
      'the token of each browser, and what is drawn for each seal, would be the same for all',
      "import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'",
      "import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'\n\nconst randomBytes = (length: number) => Buffer.alloc(length, 7)"
    ]
  ]),
  ...inFile(auth('actor'), tests('session'), [
    [
      'whoever is not signed in would be told that their organisation is not accredited',
      "throw new SignedOut('closed by who manages access')\n  throw new Unauthenticated('no session')",
      "throw new SignedOut('closed by who manages access')\n  throw new NotAccredited('no session')"
    ]
  ]),
  ...inFile(auth('routes'), tests('session'), [
    [
      'a link on any page would sign the person out, and the button would not',
      "app.post('/auth/logout', {",
      "app.get('/auth/logout', {"
    ]
  ]),
  ...inFile(auth('routes'), tests('sign-in'), [
    [
      'whoever could not sign in would be led back without a word of why',
      'reply.redirect(`/connexion?erreur=${code}`, 303)',
      "reply.redirect('/connexion', 303)"
    ],
    [
      'the way back from the provider would be taken from a link as it stands',
      "const returnTo = localPath(query.get('retour') ?? undefined)",
      "const returnTo = query.get('retour') ?? '/'"
    ]
  ]),
  ...inFile(auth('opening'), tests('sign-in'), [
    [
      'the cookie of each session would stand in the database, and open nothing',
      'const values = [hashOf(token), personId, now, at(absoluteMs)',
      'const values = [token, personId, now, at(absoluteMs)'
    ]
  ]),
  ...inFile(auth('settings'), tests('sign-in'), [
    [
      'whoever comes by another of our names could not sign in there',
      'settings.origins.find((origin) => new URL(origin).host === host)',
      'settings.origins.find((origin) => origin !== host)'
    ]
  ]),
  ...broadSearches,
  ...broadRows
]

/** Why tests stay that no mistake brought down. */
export const keptDatabase: Kept = {
  ...keptBeside,
  'tests/server/auth/assurance.test.ts':
    'What is left holds that an e-mail names nobody: a mistake that took it for the identity would bring down this one test alone.',
  'tests/server/auth/attempts.test.ts':
    'What is left holds that a sign-in is taken out with the statement that reads it, is sealed for one browser, and is swept an hour after its end: each is one clause of one statement, and one test.',
  'tests/server/auth/sealing.test.ts':
    'What is left holds that what was sealed comes back letter by letter, and that no cookie at all is no token: each has one test.',
  'tests/server/auth/session.test.ts':
    'What is left holds that health needs no session, and what a hurried exit leaves on the screen: each is one line of its own.',
  'tests/server/auth/sign-in.test.ts':
    'What is left holds one sentence each of the request to the provider, of the cookie, of two tabs, and of what the record does not keep: each is one option that no other test reads.',
  'tests/server/audit/audit.test.ts':
    'What is left has twelve acts at once written into two chains: that a chain is locked is a clause of PostgreSQL whose absence shows by chance alone, and the test is there for that chance.',
  'tests/server/audit/audit.claims.test.ts':
    'What is left holds that no reading of a page leaves a line, and the English of the footer: what would add such a line is code that nobody wrote.',
  'tests/server/audit/extract.test.ts':
    'What is left holds that a mistyped code draws no journal and that drawing one is a line of it: each is one statement of the one command.',
  'tests/server/calendar/feed.test.ts':
    'What is left holds that a calendar is made once for one key, and that its code is drawn from the key and never kept.',
  'tests/server/calls/mail.none.test.ts':
    'What is left holds that a mail goes to no house that was not told, and to nobody without a right to what was: the sweep asks for the one and the reader’s own right for the other, so that one mistake alone sends nothing.',
  'tests/server/calls/mail.test.ts':
    'What is left holds that the role of the worker reads to whom something was told and not of what: it is a grant of one column, and grants are asked one by one elsewhere.',
  'tests/server/calls/second.test.ts':
    'What is left is held twice: the sweep leaves out whoever proposed, and the list of what waits does so again under the reader’s own right; one mistake alone sends nothing.',
  'tests/server/calls/wish.test.ts':
    'What is left holds the hour and the day of a digest, and what is worth one: two functions of a few lines, with one test each.',
  'tests/server/calls/wishes.test.ts':
    'What is left holds the bounds of each field of a wish, which its schema states, and how much of an address is shown: one line each.'
}
