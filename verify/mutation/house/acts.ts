import { inFile } from './in-file.ts'

const gate = 'tests/server/commands/gate.test.ts'
const once = 'tests/server/commands/idempotency.test.ts'
const tags = 'tests/server/cases/tag.test.ts'
const audit = 'tests/server/audit/audit.test.ts'
const chain = 'tests/server/audit/audit.chain.test.ts'
const sealing = 'tests/server/db/sealing.test.ts'

/** The gate of every act, what is done once under a key, what is sealed, and what is written down of it. */
export const actMistakes = [
  ...inFile('server/acts/idempotency.ts', once, [
    [
      'one key of the same person in two roles would answer the one with what the other did',
      'const keptKey = ({ orgId, role }: Actor, key: string) => `${orgId} ${role} ${key}`',
      'const keptKey = ({ orgId }: Actor, key: string) => `${orgId} ${key}`'
    ],
    [
      'one key of the same person in two organisations would answer the one with what the other did',
      '=> `${orgId} ${role} ${key}`',
      '=> `${orgId.length} ${role} ${key}`'
    ],
    [
      'another act under the same key would be said to be done, and never be',
      "if (row.mac !== mac) throw new IdempotencyMismatch('another request under the same key')",
      ''
    ],
    [
      'what was asked could be found from the database by trying names',
      "keys.mark('idempotency:1', said)",
      'said'
    ],
    [
      'an act sent twice would be done twice',
      'if (first.length > 0) return null',
      'if (first.length >= 0) return null'
    ]
  ]),
  ...inFile('server/commands/decide.ts', once, [
    [
      'an act decided on another version would be said to be done under the same key',
      '{ caseId, command, input, version })\n  const claim',
      '{ caseId, command, input })\n  const claim'
    ]
  ]),
  ...inFile('server/worker/kept.ts', 'tests/server/worker/sweep.test.ts', [
    [
      'an act sent again after a weekend would be done twice',
      "fr: 'l’acte', days: 7,",
      "fr: 'l’acte', days: 1,"
    ],
    ['what somebody asked would be kept for months', "fr: 'l’acte', days: 7,", "fr: 'l’acte', days: 70,"],
    [
      'what an organisation was told of a person would be kept for a year',
      "fr: 'l’information donnée', days: 30,",
      "fr: 'l’information donnée', days: 365,"
    ]
  ]),
  ...inFile('server/commands/effects.ts', 'tests/server/commands/closing.test.ts', [
    [
      'the address that was asked by mail would be left, masked, after a person was erased',
      'update referral_link set masked = null where',
      'update referral_link set masked = masked where'
    ]
  ]),
  ...inFile('server/acts/command-validation.ts', gate, [
    ['somebody who asks for the case of another would leave no trace', 'error instanceof NotFound ||', ''],
    ['somebody refused an act would leave no trace', 'error instanceof NotAllowed ||', '']
  ]),
  ...inFile('server/commands/decide.ts', gate, [
    [
      'an act would be done by a capacity to which it is not given',
      'if (!allowing(policy, asked, capacities)) throw',
      'if (capacities.length === 0) throw'
    ],
    [
      'what only the server knows would be believed of whoever sends it',
      'filter(([field]) => computedBy(field) === null)',
      'filter(([field]) => computedBy(field) !== undefined)'
    ]
  ]),
  ...inFile('server/commands/decide.ts', 'tests/server/commands/tags.test.ts', [
    [
      'an act decided on an old page would be done on a case that has moved',
      "if (on === null) throw new VersionConflict('the case has moved')",
      "if (on === null && version === null) throw new VersionConflict('the case has moved')"
    ]
  ]),
  ...inFile('server/cases/tag.ts', tags, [
    [
      'two organisations would know from their tags that they follow one case alike',
      'JSON.stringify([caseId, orgId, counters.toSorted(), ...shown])',
      'JSON.stringify([caseId, counters.toSorted(), ...shown])'
    ],
    [
      'a tag would be the same in two cases',
      'JSON.stringify([caseId, orgId, counters.toSorted(), ...shown])',
      'JSON.stringify([orgId, counters.toSorted()])'
    ],
    [
      'a case would move and its tag stay',
      'JSON.stringify([caseId, orgId, counters.toSorted(), ...shown])',
      'JSON.stringify([caseId, orgId, counters.length, ...shown])'
    ],
    [
      'how often a case moved could be found from its tag',
      "createHmac('sha256', key)",
      "createHmac('sha256', 'tag')"
    ]
  ]),
  ...inFile('server/cases/code.ts', 'tests/server/cases/code.test.ts', [
    ['two swapped signs of a code would lead to the case of another', '* (index + 2)', '* 2'],
    [
      'a code with a wrong sign would be read',
      'return checkSign(signs.slice(0, length)) === signs[length] ? signs : null',
      'return signs'
    ]
  ]),
  ...inFile('server/cases/act-ref.ts', 'tests/server/cases/act-ref.test.ts', [
    [
      'the name of an act would say how many others there are',
      "keys.mark('act-ref:1', `${caseId}:${seq}`).slice(0, 22)",
      '`${caseId}:${seq}`'
    ],
    [
      'an act already taken back could be named again',
      'event.struckBy === null && event.traced',
      'event.traced'
    ],
    ['the act of another could be taken back', '&& isOwn(event) ?', '&& isOwn !== null ?']
  ]),
  ...inFile('server/db/sealing.ts', sealing, [
    [
      'a value of one class would open with the key of another',
      'keys.derive(`class:${dataClass}:1`)',
      "keys.derive('class:1')"
    ],
    [
      'the name of one person moved into the case of another would be read',
      'Buffer.from(`${table}|${id}|${dataClass}|${version}`)',
      'Buffer.from(`${table}|${dataClass}|${version}`)'
    ],
    [
      'a value moved to another table would be read',
      'Buffer.from(`${table}|${id}|${dataClass}|${version}`)',
      'Buffer.from(`${id}|${dataClass}|${version}`)'
    ],
    [
      'a value sealed as one class would be read as another',
      'Buffer.from(`${table}|${id}|${dataClass}|${version}`)',
      'Buffer.from(`${table}|${id}|${version}`)'
    ],
    [
      'two equal names would be known to be equal',
      'const nonce = randomBytes(nonceBytes)',
      'const nonce = Buffer.alloc(nonceBytes)'
    ]
  ]),
  ...inFile('server/keys.ts', sealing, [
    [
      'the keys of two purposes would be one',
      "hkdfSync('sha256', master, 'mnio', purpose, keyBytes)",
      "hkdfSync('sha256', master, 'mnio', '', keyBytes)"
    ],
    [
      'a mark would be found from the word it stands for',
      "createHmac('sha256', derive(purpose)).update(said)",
      "createHmac('sha256', purpose).update(said)"
    ],
    ['a short master key would be taken', 'if (master.length !== keyBytes)', 'if (master.length === 0)']
  ]),
  ...inFile('server/audit/chain.ts', chain, [
    [
      'a row taken out of the journal would not show',
      'if (BigInt(seq) !== expected)',
      'if (BigInt(seq) < expected)'
    ],
    [
      'a row of the journal that was changed would not show',
      "if (!computed.equals(hash)) return { chain, seq, fault: 'altered' }",
      ''
    ],
    [
      'the last row of the journal could be rewritten with its hash',
      'head.seq !== last.seq || !head.hash.equals(last.hash)',
      'head.seq !== last.seq'
    ],
    [
      'the end of the journal could be cut off',
      'head.seq !== last.seq || !head.hash.equals(last.hash)',
      'head.seq < last.seq'
    ],
    [
      'two chains could be joined by other rows',
      "if (!written.equals(previous)) return { chain, seq, fault: 'broken' }",
      ''
    ],
    ['a chain that lost all of its rows would not show', 'rows.length === 0 ? {', 'rows.length < 0 ? {']
  ]),
  ...inFile('server/acts/audit.ts', audit, [
    [
      'the journal would keep what was typed about a person',
      "Object.keys(input).sort().join(',')",
      'JSON.stringify(input)'
    ],
    [
      'a refusal would be written down as allowed',
      "{ ...entry, outcome: 'denied' }",
      "{ ...entry, outcome: 'allowed' }"
    ]
  ]),
  ...inFile('server/audit/routes.ts', audit, [
    [
      'the readings of the night would be missing from the journal of their day',
      "a.at >= $7::date::timestamp at time zone 'Europe/Paris'",
      "a.at >= $7::date::timestamp at time zone 'UTC'"
    ],
    [
      'the journal of a day would go on into the next night',
      "a.at < ($7::date + 1)::timestamp at time zone 'Europe/Paris'",
      "a.at < ($7::date + 1)::timestamp at time zone 'UTC'"
    ]
  ]),
  {
    why: 'a mistyped code would lead into the only case of an organisation',
    file: 'server/reading/list.page.ts',
    text: "where code between $5 and $5 || 'ZZZZ' and $5 <> '')",
    instead: "where code between $5 and $5 || 'ZZZZ')",
    seen: 'tests/server/commands/reach.test.ts',
    named: 'a code with a wrong sign'
  },
  ...inFile('server/commands/merging.ts', 'tests/server/commands/leaving.test.ts', [
    [
      'a day of the law would be lost with its file, for a later one in the file that stays',
      't.due_on <= d.due_on',
      't.due_on >= d.due_on'
    ]
  ])
]
