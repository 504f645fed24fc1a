import { inDatabase, inFunction } from './in-database.ts'
import { inFile } from './in-file.ts'

const session = 'tests/server/auth/session.test.ts'
const devices = 'tests/server/sessions/devices.test.ts'
const keys = 'tests/server/drafts/device.keys.test.ts'
const acting = 'tests/server/auth/acting.test.ts'
const leaving = 'tests/web/shell/leaving.test.ts'

/** How long somebody is signed in, on how many devices, and what ends with it. */
export const sessionMistakes = [
  ...inFile('server/organisations/command-line.ts', 'tests/server/organisations/command-line.test.ts', [
    [
      'a second key would be made for data that is there, which none of it opens to',
      'if (!existsSync(path) && embeddedDataExists(config.dataDir)) throw keyLost(path)',
      ''
    ],
    [
      'the first administrator would be named over an address by which nobody signs in',
      "if (!asked.issuer.startsWith('https://') && !isLoopback(asked.issuer)) throw plainIssuer",
      ''
    ]
  ]),
  ...inFile('server/auth/store.ts', session, [
    ['a desk left alone would stay open', '${table}.seen_at > ${idleSince}', '${table}.seen_at is not null'],
    [
      'a session would outlive its working day',
      '${table}.absolute_until > ${now}',
      '${table}.absolute_until is not null'
    ],
    [
      'a session would still open at the instant at which its day is over',
      '${table}.absolute_until > ${now}',
      '${table}.absolute_until >= ${now}'
    ],
    [
      'a desk left alone would still be open at the instant at which it closes',
      '${table}.seen_at > ${idleSince}',
      '${table}.seen_at >= ${idleSince}'
    ],
    [
      'a session that was closed would still open',
      '${table}.revoked_at is null and ${table}.waits_until',
      'true and ${table}.waits_until'
    ],
    [
      'somebody whose membership has ended would still work there',
      'on m.id = s.membership_id and (m.until is null or m.until > (select wall_clock()))',
      'on m.id = s.membership_id'
    ],
    [
      'a session could be moved back in time by a late request',
      'where id_hash = $1 and seen_at < $2',
      'where id_hash = $1'
    ]
  ]),
  ...inFile('server/auth/store.ts', 'tests/server/auth/choice.test.ts', [
    ['a sign-in that waits for a choice would open already', ' and ${table}.waits_until is null', '']
  ]),
  ...inFile('server/auth/session.ts', session, [
    [
      'a page that only listens would keep an abandoned desk signed in',
      'if (!passive && now.getTime()',
      'if (now.getTime()'
    ]
  ]),
  ...inFile('server/auth/opening.ts', 'tests/server/auth/choice.test.ts', [
    [
      'a person could be signed in on any number of devices',
      'rows[0]!.n >= sessionsPerPerson',
      'rows[0]!.n > sessionsPerPerson'
    ]
  ]),
  ...inFile('server/auth/opening.ts', session, [
    [
      'the session of whoever used this browser before would stay open',
      "set revoked_at = $2, ended_from = 'here' where id_hash = any($1::text[]) and revoked_at is null",
      "set revoked_at = $2, ended_from = 'here' where id_hash = any($1::text[]) and revoked_at is not null"
    ]
  ]),
  ...inFile('server/auth/choice.ts', 'tests/server/auth/choice.test.ts', [
    [
      'somebody could close the session of another person to make room',
      "const ofPerson = 'select from session where id = $1 and person_id = $2'",
      "const ofPerson = 'select from session where id = $1 and $2::uuid is not null'"
    ],
    [
      'a sign-in that waited too long could still be opened',
      's.waits_until > $2',
      's.waits_until is not null and $2::timestamptz is not null'
    ],
    [
      'a sign-in that waited would open at the instant at which its time is over',
      's.waits_until > $2',
      's.waits_until >= $2'
    ],
    [
      'the session that opens would have the token that waited',
      'const token = newToken()',
      'const token = waited'
    ]
  ]),
  ...inFile('server/auth/acting.ts', acting, [
    [
      'somebody could act by the membership of another person',
      'where m.person_id = $1 and (m.until',
      'where $1::uuid is not null and (m.until'
    ],
    [
      'somebody could act in the name of an organisation that is suspended',
      " and o.status = 'accredited'`",
      '`'
    ],
    [
      'the cookie of one role would go on in the other',
      'await tx.query(act, [hashOf(before), membershipId, hashOf(token), sealed])\n    await tx.query(remember',
      'await tx.query(act, [hashOf(before), membershipId, hashOf(before), sealed])\n    await tx.query(remember'
    ],
    [
      'a sign-in would not begin where its person last acted',
      'await tx.query(remember, [personId, membershipId])',
      ''
    ],
    [
      'that somebody acts in another role would be written nowhere',
      "await record({ kind: 'session.act_as', personId, as: one }, tx)",
      ''
    ]
  ]),
  inDatabase(
    'a session would act by a membership of somebody else, past the door',
    inFunction('session_acts_by_own()', 'm.person_id = new.person_id', 'true'),
    acting
  ),
  inDatabase(
    'a sign-in would begin in a role that is drawn',
    inFunction('acting_membership(uuid)', 'm.since, m.id', 'm.id'),
    acting
  ),
  inDatabase(
    'whoever signed in before they worked anywhere would have to sign in again',
    'drop trigger membership_opens_sessions on membership',
    acting
  ),
  inDatabase(
    'what was heard in one role would be heard on in the other',
    'drop trigger session_acts_by_another on session',
    acting
  ),
  inDatabase(
    'what was typed in one role would open in the other',
    'alter policy device_key_own on device_key using (person_id = ctx_person() and org_id = ctx_org())',
    acting
  ),
  inDatabase(
    'a flag that is written for one association would be read in another',
    'alter policy draft_own on draft using (person_id = ctx_person())',
    acting
  ),
  ...inFile('server/sessions/end.ts', devices, [
    [
      'somebody could end the session of another person by its name',
      'from session where id = $1 and person_id = $2',
      'from session where id = $1 and $2::uuid is not null'
    ]
  ]),
  ...inFile('server/sessions/end.ts', keys, [
    [
      'what a lost device holds would open after all other devices were closed',
      'if (here) await runQuery(tx, forgetDeviceKeys, [personId, here.id])',
      'if (here) await Promise.resolve()'
    ]
  ]),
  ...inFile('server/auth/devices.ts', devices, [
    [
      'closing the other devices would close this one',
      'and revoked_at is null and id_hash <> $3',
      'and revoked_at is null and $3::text is not null'
    ],
    [
      'closing one device would close all of them',
      '($4::uuid is null or id = $4)',
      '($4::uuid is null or id is not null)'
    ]
  ]),
  ...inFile('server/auth/devices.ts', devices, [
    [
      'a sign-in that waits on another machine would take a seat that its person has just freed',
      'where person_id = $1 and revoked_at is null and id_hash',
      'where person_id = $1 and revoked_at is null and waits_until is null and id_hash'
    ]
  ]),
  ...inFile('server/auth/opening.ts', keys, [
    [
      'what somebody typed would be lost where their session ran out',
      'await tx.query(carry, [personId, before, id])',
      'void carry'
    ]
  ]),
  inDatabase(
    'what a lost device holds would open after its session was ended by name',
    'drop trigger session_takes_its_keys on session',
    keys
  ),
  inDatabase(
    'who signs out would lose what somebody else typed in the same browser',
    inFunction('carry_device_keys(uuid,text[],uuid)', 'case when person_id = p_person then p_to end', 'p_to'),
    keys
  ),
  ...inFile('server/drafts/device.keys.ts', keys, [
    [
      'what is typed after a sign-out would be sealed for nobody',
      'device = $3 and private_half is not null and expires_at > $5',
      'device = $3 and expires_at > $5'
    ],
    [
      'what a device held would open again after its time was over',
      'device = $3 and private_half is not null and expires_at > $5',
      'device = $3 and private_half is not null and $5::timestamptz is not null'
    ]
  ]),
  ...inFile('server/auth/routes.ts', 'tests/server/auth/choice.test.ts', [
    [
      'whoever leaves before they chose would leave on the machine a sign-in that the next one goes on with',
      '[cookies[sessionCookie], cookies[waitingCookie]].filter(isToken)',
      '[cookies[sessionCookie]].filter(isToken)'
    ]
  ]),
  ...inFile('web/src/lib/shell/leaving.ts', leaving, [
    [
      'whoever goes in a hurry would stay on the page of a server that does not answer',
      'await Promise.race([told, new Promise((done) => setTimeout(done, atMost))])',
      'await told'
    ],
    [
      'whoever goes in a hurry would stay four seconds on the page of a server that does not answer',
      'const atMost = 400',
      'const atMost = 4000'
    ],
    [
      'the page would be left before its session is over, and whoever goes back be let in',
      'Promise.race([told, ',
      'Promise.race([null, '
    ],
    ['without a network nobody could leave the page in a hurry', 'ask().catch(() => undefined)', 'ask()'],
    [
      'a second press would leave the page before its session is over',
      'left = true\n  return first',
      'return first'
    ]
  ])
]
