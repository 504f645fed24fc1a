import type { Mistake } from '../mistake.ts'
import { inDatabase, inFunction } from './in-database.ts'
import { inFile } from './in-file.ts'

const fallen = 'tests/server/organisations/fallen.test.ts'
const asleep = 'tests/server/organisations/asleep.test.ts'
const imported = 'tests/server/organisations/import.test.ts'
const merging = 'tests/server/organisations/merging.test.ts'
const people = 'tests/server/organisations/people.test.ts'
const peers = 'tests/server/referrals/peers.referrals.test.ts'
const journal = 'tests/server/audit/audit.test.ts'

const walls: readonly Mistake[] = [
  inDatabase(
    'the cell would not be offered to name another where an association acts no more',
    inFunction('is_accompanied(uuid)', ' and acts_today(p.org_id)', ''),
    'tests/server/organisations/ending/nobody.test.ts'
  ),
  inDatabase(
    'anybody could have the cells told that a person is accompanied no more',
    inFunction('tell_left_alone(uuid)', 'if not administers() then', 'if false then'),
    fallen
  ),
  inDatabase(
    'a cell would be told twice that a house left its case',
    inFunction('leave_alone(uuid)', ' and mine.left_told is distinct from mine.org_id', ''),
    fallen
  ),
  inDatabase(
    'a cell would not be told that a house left again',
    'drop trigger accompanies_again on organisation',
    fallen
  ),
  inDatabase(
    'anybody could have those around a person told that a house fell',
    inFunction('tell_fallen(uuid)', 'if not administers() then', 'if false then'),
    asleep
  ),
  inDatabase(
    'the desk that keeps places would not be told of a bed in a house that fell',
    inFunction('tell_fallen(uuid)', "when 'acse' then 'acse'", "when 'acse' then 'acse_none'"),
    asleep
  ),
  inDatabase(
    'whoever asked a house that fell would wait for its clock',
    inFunction('tell_fallen(uuid)', 'where pool is null', 'where false'),
    asleep
  ),
  inDatabase(
    'a place of a suspended house would be asked for',
    inFunction('place_owner(uuid,text)', " and o.status = 'accredited'", ''),
    peers
  ),
  inDatabase(
    'one person would make a team of another house, and give it the cases',
    inFunction('come_as_team(uuid,uuid)', "raise exception 'two persons merge organisations'", 'null'),
    merging
  ),
  inDatabase(
    'anybody would find a case by its code in the journal',
    inFunction('audited_chain(text)', "ctx_role() = 'dpo' and ", ''),
    journal
  )
]

/** Houses that close, are suspended, merge or come out of a directory; and what is searched for once something went wrong. */
export const houseMistakes: readonly Mistake[] = [
  ...walls,
  ...inFile('policies/organisations/regimes.ts', 'tests/server/organisations/regimes.test.ts', [
    [
      'two regimes that no association holds at once would be said of one alone',
      'living.some((one) => one === barring[regime]) && living.includes(regime)',
      'living.includes(regime)'
    ]
  ]),
  ...inFile('server/organisations/proposal.view.ts', merging, [
    [
      'whoever confirms a merge would read less than whoever proposes it',
      "return [line('into', intoName ?? ''), ...ending, ...counted]",
      "return [line('into', intoName ?? ''), ...ending]"
    ]
  ]),
  ...inFile('server/cases/participation.ts', fallen, [
    [
      'a closed association would stand between a person and their cell',
      '.filter(({ acts }) => acts)',
      '.filter(() => true)'
    ]
  ]),
  ...inFile('policies/separation.ts', fallen, [
    [
      'somebody would be named who could touch the place where a person sleeps',
      'return bereft || holds(told) ? null : reason',
      'return bereft || !holds(told) ? null : null'
    ]
  ]),
  ...inFile('server/commands/effects.ts', fallen, [
    [
      'a closed association would accompany the person beside the one that is named',
      'await endParts(tx, caseId, parts, at)',
      'void parts'
    ],
    [
      'what a closed association had asked would be answered to nobody',
      "for (const orgId of lost) await handOver(tx, caseId, [orgId, String(input['orgId'])])",
      ''
    ]
  ]),
  ...inFile('server/organisations/keep.ts', fallen, [
    [
      'the cell would not hear that a person is accompanied no more',
      "await runQuery(tx, 'select tell_left_alone($1)', [id])",
      ''
    ]
  ]),
  ...inFile('server/organisations/keep.ts', asleep, [
    [
      'nobody would hear that the house where somebody sleeps is closed',
      "if (status === 'accredited') await runQuery(tx, 'select tell_fallen($1)', [id])",
      ''
    ],
    ['of a bed in a house that fell all would be told twice', "if (status === 'accredited') await", 'await']
  ]),
  ...inFile('server/notices/words.ts', asleep, [
    [
      'a request that is over would still be said to wait for a house that fell',
      'if (!isLive(row)) return null',
      ''
    ]
  ]),
  ...inFile('server/reading/lookups.ts', peers, [
    [
      'a place of a suspended house would be listed to choose from',
      "p.out_of_service is null and o.status = 'accredited' and",
      'p.out_of_service is null and'
    ]
  ]),
  ...inFile('server/places/store.ts', peers, [
    [
      'a place of a suspended house would be counted as free',
      "p.out_of_service is null and o.status = 'accredited' then",
      'p.out_of_service is null then'
    ]
  ]),
  ...inFile('server/organisations/importing/plan.ts', imported, [
    [
      'the identifier of a homonym would be lost without a word',
      "as('none', found.id, otherIdentifier(line, found))",
      "as('none', found.id)"
    ],
    [
      'two lines would give one organisation two identifiers',
      "one.does === 'link' ? one.id : null",
      "one.does === 'none' ? one.id : null"
    ],
    ['what was closed would be given an identifier again', 'if (found.closed)', "if (found.name === '')"]
  ]),
  ...inFile('server/organisations/import.ts', imported, [
    [
      'what was imported would wait for nobody',
      'await putProposal(tx, by, accrediting(await organisationOf(tx, id)))',
      'void by'
    ]
  ]),
  ...inFile('server/organisations/proposing/several.ts', imported, [
    [
      'several would be confirmed under one line of the journal',
      'await audit(tx, asked.actor, at, {',
      'void ({'
    ]
  ]),
  ...inFile('server/organisations/applying.ts', merging, [
    [
      'whoever comes into a house in teams would read none of their own cases',
      "await runQuery(tx, 'select come_as_team($1, $2)', [orgId, intoOrg])",
      ''
    ]
  ]),
  ...inFile('server/organisations/invitations.ts', people, [
    [
      'one would be invited into a role of another kind of organisation',
      'if (!rolesFor(type).includes(role))',
      'if (!role)'
    ],
    [
      'an invitation that was taken back would be sent again',
      'if (row.usedAt || row.withdrawnAt)',
      'if (row.usedAt && row.withdrawnAt)'
    ],
    ['words that are no token would open an invitation', "!proves(keys, token, row, 'invitation')", '!keys'],
    ['who administers would name alone whom they like in another house', 'orgId !== row.id ||', '']
  ]),
  ...inFile('server/audit/search.ts', journal, [
    [
      'the name of who works in a shelter would find the cases that they know',
      "and (a.chain not like 'case:%' or o.type is null or o.type <> all(${housed}::text[]))",
      'and ${housed}::text[] is not null'
    ],
    [
      'a search by name would leave no trace',
      'if (Object.keys(named).length > 0)',
      'if (Object.keys(named).length > 9)'
    ]
  ]),
  ...inFile('server/teams/due.ts', 'tests/server/teams/due.test.ts', [
    ['every case of a team would be called late', "${byView.late.where('p')}", 'true']
  ]),
  ...inFile('server/takeover/form.ts', 'tests/server/takeover/refused.test.ts', [
    [
      'files would be brought by who has none to bring',
      "if (!bringsFiles(actor)) throw new NotFound('has no files to bring')",
      'void bringsFiles'
    ],
    [
      'anybody of an association would bring a hundred files',
      "if ((await whyNot(tx, actor, standing)) !== null) throw new NotAllowed('may not bring files')",
      'await whyNot(tx, actor, standing)'
    ]
  ]),
  ...inFile('server/repair/undo.ts', 'tests/server/repair/undo.test.ts', [
    [
      'what was asked of the wrong person would stay with whom it was asked of',
      'await runQuery(tx, emptied, [ids])',
      'void emptied'
    ]
  ]),
  inDatabase(
    'a house that moved to another département would go on reading cases here',
    inFunction(
      'seats_end(uuid)',
      "and capacity = 'cell_member' and until is null;",
      "and capacity = 'cell' and until is null;"
    ),
    'tests/server/organisations/seats.test.ts'
  ),
  inDatabase(
    'who waits for an answer that is late would not be told that the house fell',
    inFunction(
      'tell_fallen(uuid)',
      "r.state in ('sent', 'questioned', 'escalated')",
      "r.state in ('sent', 'questioned')"
    ),
    'tests/server/organisations/asleep.test.ts'
  )
]
