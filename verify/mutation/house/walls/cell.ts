import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const alone = 'tests/server/meetings/withdrawal/alone.test.ts'
const returning = 'tests/server/meetings/withdrawal/returning.test.ts'
const withdrawing = 'tests/server/meetings/withdrawal/withdrawing.test.ts'
const merged = 'tests/server/meetings/merged.test.ts'
const two = 'tests/server/meetings/two-houses.test.ts'
const ties = 'tests/server/meetings/withdrawal/ties.test.ts'

/** Who sits or works in two places, and seats that ended. */
const twoHouses: readonly Mistake[] = [
  inDatabase(
    'who sits for two houses would read the meeting of one as the other',
    inFunction('is_convened(uuid)', ' and org_id = ctx_org()', ''),
    two
  ),
  inDatabase(
    'PostgreSQL would take the voice of a seat that ended',
    inFunction('votes_where_called()', 'if not exists', 'if false and not exists'),
    two
  ),
  inDatabase(
    'a colleague would end alone a withdrawal of somebody who sits no more',
    opened('meeting_recusal_taken_back on meeting_recusal', 'with check'),
    returning
  ),
  ...inFile('server/meetings/sitting.ts', two, [
    [
      'the secretary would vote for the house for which they were convened',
      'isSelf(member, given.actor)',
      'member.personId === given.actor.personId'
    ]
  ]),
  ...inFile('server/meetings/store.ts', two, [
    [
      'a seat that ended would count in the quorum',
      'attended(member) && member.sits',
      'attended(member) && member.sits !== null'
    ]
  ]),
  inDatabase(
    'somebody would ask of a case that is not theirs whether a house of theirs is tied to it',
    inFunction('ties_of(uuid)', 'takes_part(p_case, null)', 'true'),
    ties
  ),
  ...inFile('workflows/meeting/recusal.ts', two, [
    [
      'a member would read by their other house where a hidden person went',
      'origin && (gone !== null || readsTies(member, close)) ? because.you : anotherVotes',
      'because.you || origin || gone || readsTies(member, close) || anotherVotes'
    ]
  ]),
  ...inFile('server/meetings/sitting.ts', two, [
    [
      'a voice that is refused would say more than the page',
      'recusedBecause(member, { ...close, origin }, told)',
      'recusedBecause(member, { ...close, origin: origin || told !== null }, told)'
    ]
  ]),
  inDatabase(
    'who works for a house that withdrew would vote for another past the page',
    inFunction('votes_where_called()', 'w.org_id = r.org_id', 'false'),
    ties
  ),
  inDatabase(
    'the secretary of another cell would note a voice',
    inPolicy('meeting_vote_own_or_cell on meeting_vote', 'm.org_id = ( SELECT ctx_org() AS ctx_org)', 'true'),
    ties
  ),
  inDatabase(
    'a return would be confirmed of a house whose asker sits no more',
    inPolicy('meeting_recusal_taken_back on meeting_recusal', 'seat_lives(back_by, org_id)', 'true'),
    returning
  ),
  ...inFile('server/meetings/recusal.ts', returning, [
    [
      'a return would be confirmed while the author of the withdrawal sits again',
      'and not seat_lives(person_id, org_id) returning',
      'returning'
    ]
  ]),
  ...inFile('server/disclosure/conflict-of-interest.ts', ties, [
    [
      'who works for the house that flagged would give an opinion between meetings',
      'ties.filter((one) => one.personId === personId)',
      '[]'
    ],
    [
      'who withdrew as a member would give an opinion as the secretary',
      'case_id = $1 and ended_at is null and (person_id = $3 or whole and org_id = $2)',
      'case_id = $1 and ended_at is null and whole and org_id = $2'
    ]
  ]),
  ...inFile('server/disclosure/snapshot.ts', ties, [
    ['the button of an opinion would know of one house alone', 'worksFor: found.ties', 'worksFor: []']
  ]),
  ...inFile('workflows/meeting/recusal.ts', ties, [
    [
      'who works for a house that withdrew would vote for another',
      "if (isTied(member, close, 'withdrew')) return withdrewElsewhere",
      ''
    ]
  ]),
  ...inFile('workflows/meeting/seats.ts', 'tests/workflows/meeting/seats.test.ts', [
    [
      'a seat taken by another would leave its holder without their own',
      'if (seats <= 0 || seated.has(personId)) return false\n    seated.add(personId)',
      'if (seated.has(personId)) return false\n    seated.add(personId)\n    if (seats <= 0) return false'
    ]
  ]),
  ...inFile('workflows/meeting/seats.ts', two, [
    [
      'a person of two seats would stop the convening of their cell',
      'seats <= 0 || seated.has(personId)',
      'seats <= 0'
    ]
  ]),
  ...inFile('workflows/meeting/recusal.ts', two, [
    [
      'who works for the association that flagged would vote as another house',
      'return elsewhere(member, close) ?? ',
      'return '
    ]
  ])
]

/** Who is too close to a case in the cell: what the database and the rules of a meeting ask of a withdrawal. */
export const cellMistakes: readonly Mistake[] = [
  ...twoHouses,
  inDatabase(
    'who withdrew from a case in the cell would go on reading it',
    inPolicy('participation_own_or_gate on participation', 'withdrew(case_id)', 'false'),
    alone
  ),
  inDatabase(
    'who withdrew from a case would read what the cell decided of it',
    inPolicy('meeting_item_read on meeting_item', 'withdrew(case_id)', 'false'),
    alone
  ),
  inDatabase(
    'who withdrew from a case would read its decision in the minutes',
    inFunction('withdrawn_lines(uuid)', 'withdrew(i.case_id)', 'false'),
    alone
  ),
  inDatabase(
    'a voice would be taken away by a colleague who withdraws the institution',
    'drop trigger meeting_recusal_voices on meeting_recusal',
    alone
  ),
  inDatabase(
    'a holder would vote beside the alternate who voted in their stead',
    inFunction('voices_stand()', "tg_op = 'UPDATE'", "tg_op = 'DELETE'"),
    alone
  ),
  inDatabase(
    'PostgreSQL would take the voice of who withdrew',
    'drop trigger meeting_vote_withdrawn on meeting_vote',
    withdrawing
  ),
  inDatabase(
    'a colleague would take back a withdrawal that somebody else said',
    inFunction('may_rejoin(uuid,boolean)', 'p_person = ctx_person()', 'true'),
    alone
  ),
  inDatabase(
    'a member would call people to a meeting',
    opened('meeting_member_called_in on meeting_member', 'with check'),
    alone
  ),
  inDatabase(
    'who withdrew would call a colleague who is no alternate',
    inFunction('may_call_in(uuid,uuid)', ' and m.alternate', ''),
    alone
  ),
  inDatabase(
    'a merge would give a case back to a house that withdrew from it',
    inFunction('keepings_follow()', 'r.org_id = here and r.whole and r.ended_at is null', 'false'),
    merged
  ),
  ...inFile('workflows/meeting/recusal.ts', alone, [
    [
      'a cell would decide without the association that may still vote',
      'of.every((one) => recusedBecause(one, close) !== null)',
      'of.some((one) => recusedBecause(one, close) !== null)'
    ],
    [
      'a cell would never decide where the association withdrew',
      'of.some((one) => isWithdrawn(one, close)) &&',
      'of.length === 0 &&'
    ],
    [
      'an alternate who was called for one case would vote on all',
      '(hasNoSeat(member, close) ? standsIn : null)',
      'null'
    ]
  ]),
  ...inFile('server/meetings/question.ts', merged, [
    [
      'a merge would take away a voice that was given',
      'recusedBecause(member, close) !== null && !stands(member)',
      'recusedBecause(member, close) !== null'
    ]
  ]),
  ...inFile('server/meetings/recusal.ts', alone, [
    [
      'who comes back to the cell would be let into a case that it decided',
      'if ((await runQuery(tx, stillWaits, [caseId, waitingStates, meeting.orgId])).length > 0)',
      ''
    ]
  ]),
  ...inFile('server/meetings/store.ts', alone, [
    [
      'an alternate would be counted twice in the quorum of a sitting',
      'isPresent(member) && !member.standsIn',
      'isPresent(member)'
    ]
  ]),
  ...inFile('server/cases/participation.ts', withdrawing, [
    [
      'a cell would call an institution again for the case from which it withdrew',
      'r.org_id = one.org_id and r.whole and r.ended_at is null',
      'false'
    ]
  ]),
  ...inFile('web/src/lib/shell/right.ts', 'tests/web/pages/right.test.ts', [
    [
      'a page would go on for the colleague who signs in after its reader',
      'now.person.id === shown.person.id &&',
      ''
    ],
    [
      'a page would go on in another house of the same name',
      'now.organisation.id === shown.organisation.id',
      "now.organisation.id !== ''"
    ]
  ])
]
