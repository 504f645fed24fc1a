import type { Mistake } from '../../../mistake.ts'
import { seenBy } from './seen-by.ts'

/** What ends with a right, a session, an agreement or a house, and nothing else. */
export const endedRowMistakes: readonly Mistake[] = [
  ...seenBy('seats')('seats_end(uuid)', [
    [
      'whoever loses a seat would be signed out of their other work',
      'revoked_at is null and (membership_id is null or membership_id = one.id)',
      'revoked_at is null'
    ],
    [
      'whoever loses a seat and acts by no right yet would stay signed in',
      '(membership_id is null or membership_id = one.id)',
      'membership_id = one.id'
    ],
    [
      'a session that was over would be told as ended by the loss of a seat',
      'person_id = one.person_id and revoked_at is null and',
      'person_id = one.person_id and'
    ],
    [
      'what is typed on a device would stay readable after a seat is lost',
      'perform forget_device_keys(one.person_id);',
      ''
    ],
    [
      'nobody would read that a seat ended as its house went to another territory',
      "perform append_audit('organisation:' || p_org::text, at, ctx_person(), p_org, 'system', 'membership.moved',\n      'membership:' || one.id::text, 'allowed', 'cell_member');",
      ''
    ],
    [
      'an offer of another role would end with the seats',
      "where org_id = p_org and role = 'cell_member' and used_at is null",
      'where org_id = p_org and used_at is null'
    ],
    [
      'an offer that was taken up would be written as withdrawn with the seats',
      "role = 'cell_member' and used_at is null and withdrawn_at",
      "role = 'cell_member' and withdrawn_at"
    ],
    [
      'what was proposed of another role would be withdrawn with the seats',
      "where org_id = p_org and role = 'cell_member' and state = 'waiting'",
      "where org_id = p_org and state = 'waiting'"
    ],
    [
      'what a house works on would end with its seats',
      "where org_id = p_org and capacity = 'cell_member' and until is null",
      'where org_id = p_org and until is null'
    ]
  ]),
  ...seenBy('seats')('offers_end_with_manager()', [
    ['what a colleague offered would end with who managed access', 'i.invited_by = new.person_id and ', ''],
    [
      'what was offered in another house would end with who managed access here',
      'i.org_id = new.org_id and ',
      ''
    ],
    [
      'an offer that was taken up would be written as withdrawn with who made it',
      'i.used_at is null and ',
      ''
    ],
    [
      'what two persons offered would end with one of them',
      'and not seat_offered_by_two(i) and not exists',
      'and not exists'
    ],
    [
      'what was offered by who manages by another right still would end',
      'and m.id <> new.id and m.manager and',
      'and m.id <> new.id and not m.manager and'
    ],
    [
      'what was offered would stand because who made it works on without managing',
      'and m.id <> new.id and m.manager and',
      'and m.id <> new.id and'
    ]
  ]),
  ...seenBy('seats')('offers_of_one_end()', [
    [
      'what two administrators offered would end as a second one comes',
      'and not seat_offered_by_two(i) returning',
      'returning'
    ],
    ['an offer to another role would end as a second administrator comes', "i.role = 'admin' and ", '']
  ]),
  ...seenBy('seats')('administered_by_two()', [
    [
      'one administrator who comes after another would be taken for the second of two',
      "b.since < coalesce(a.until, 'infinity') and ",
      ''
    ]
  ]),
  ...seenBy('seats')('seat_offered_by_two(invitation)', [
    ['a seat that was refused would stand as offered by two', " and p.state = 'confirmed'", ''],
    ['a seat would stand that two persons offered of another house', 'p.org_id = p_one.org_id and ', '']
  ]),
  ...seenBy('alone')('alone_with(uuid)', [
    [
      'a case that the house had left would be counted as left alone',
      ' and mine.until is null\n    and not exists',
      '\n    and not exists'
    ],
    [
      'a case that a second house had left would be taken for accompanied',
      "p.capacity = 'referent' and p.until is null\n",
      "p.capacity = 'referent'\n"
    ]
  ]),
  ...seenBy('alone')('leave_alone(uuid)', [
    [
      'a cell that reads a case no more would be told that nobody accompanies her',
      " and cell.capacity = 'cell' and cell.until is null",
      " and cell.capacity = 'cell'"
    ],
    [
      'a cell would be told twice because another house that sleeps accompanies as well',
      'mine.case_id = gone.case_id and mine.org_id = p_org',
      'mine.case_id = gone.case_id'
    ],
    [
      'a cell would be told twice because the house flagged the case as well',
      "and mine.capacity = 'referent' and",
      'and'
    ],
    [
      'another part of the cell would move in its list',
      "and p.org_id = a.org_id and p.capacity = 'cell' returning",
      'and p.org_id = a.org_id returning'
    ]
  ]),
  ...seenBy('alone')('leave_unread(uuid)', [
    [
      'who accompanies no more would be told that no cell reads the case',
      ' and r.until is null and acts_today(r.org_id)',
      ' and acts_today(r.org_id)'
    ],
    [
      'a house that sleeps would be told that no cell reads the case',
      ' and r.until is null and acts_today(r.org_id)',
      ' and r.until is null'
    ],
    [
      'who accompanies would be told twice that no cell reads',
      'mine.case_id = gone.case_id and mine.org_id = p_org',
      'mine.case_id = gone.case_id'
    ],
    [
      'a case would move for a house that sleeps and was told nothing',
      'where p.case_id = l.case_id and p.org_id = l.org_id and',
      'where p.case_id = l.case_id and'
    ]
  ]),
  ...seenBy('alone')('left_to_cell()', [
    [
      'a cell that has left a case would have it among those left to it',
      " and cell.capacity = 'cell' and cell.until is null\n",
      " and cell.capacity = 'cell'\n"
    ]
  ]),
  ...seenBy('fallen')('tell_fallen(uuid)', [
    [
      'who accompanies no more would be told that a request fell',
      'p.case_id = f.case_id and p.until is null',
      'p.case_id = f.case_id'
    ],
    [
      'nobody would say to the child protection that the bed of a minor fell',
      " when 'minor' then 'child_protection'",
      ''
    ],
    ['nobody would say to the Ofii that a bed of theirs fell', " when 'dna' then 'ofii'", ''],
    [
      'a house that is suspended would be told of what fell',
      " and o.status = 'accredited'\n    where h.org_id",
      '\n    where h.org_id'
    ],
    ['a bed of another house would be told as fallen', ' and p.org_id = p_org limit 1', ' limit 1'],
    [
      'a request to another house would be told as fallen',
      ' or r.recipient_org_id = p_org and r.state in',
      ' or r.state in'
    ]
  ]),
  ...seenBy('fallen')('end_handings(timestamp with time zone)', [
    [
      'a handing that was refused would be told as withdrawn with the agreement',
      " and h.state = 'proposed'",
      ''
    ],
    ['a handing that had lapsed would be told as withdrawn', ' and h.expires_at > p_at', '']
  ]),
  ...seenBy('fallen')('undo_requests_lapse()', [
    [
      'a request to take an act back that was declined would be told as lapsed',
      " and state = 'asked' returning",
      ' returning'
    ]
  ])
]
