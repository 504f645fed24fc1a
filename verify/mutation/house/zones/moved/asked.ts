import type { Mistake } from '../../../mistake.ts'
import { seenBy } from './seen-by.ts'

/** What is counted and listed of a house, what each row answers, and what is taken up. */
export const askedRowMistakes: readonly Mistake[] = [
  ...seenBy('counted')('organisation_holdings(uuid,uuid)', [
    [
      'who has left a house would be counted among whom merging it moves',
      'm.org_id = p_org and (m.until is null or m.until > wall_clock())',
      'm.org_id = p_org'
    ],
    [
      'what both houses follow would be counted by what the other has left',
      'and q.capacity = p.capacity and q.until is null)',
      'and q.capacity = p.capacity)'
    ],
    [
      'what both houses have in two different parts would be counted as one',
      'and q.capacity = p.capacity and',
      'and'
    ],
    [
      'a request that waits for the house would be missing from what it holds',
      '(r.recipient_org_id = p_org or r.awaits_org_id = p_org)',
      'r.recipient_org_id = p_org'
    ],
    [
      'a request that has ended would be counted among what the house holds',
      " and r.state in ('sent', 'questioned', 'escalated', 'accepted')",
      ''
    ]
  ]),
  ...seenBy('counted')('organisation_keepings(uuid)', [
    ['a handing that is settled would be counted as waiting', " and h.state = 'proposed'", ''],
    [
      'what is handed to the house would be missing from what waits in it',
      'p_org in (h.from_org_id, h.to_org_id)',
      'p_org = h.from_org_id'
    ],
    ['who is to be called no more would be counted', ' and r.removed_at is null', ''],
    ['a camp that was closed would be counted', ' and s.closed_at is null', ''],
    [
      'an emergency that the house is to confirm would be missing from what waits in it',
      'p_org in (g.org_id, g.confirm_org_id)',
      'p_org = g.org_id'
    ]
  ]),
  ...seenBy('counted')('merge_changes(uuid,uuid)', [
    [
      'a seat that has ended would be counted among those that merging ends',
      "m.role = 'cell_member' and (m.until is null or m.until > wall_clock())\n",
      "m.role = 'cell_member'\n"
    ],
    [
      'whoever manages both houses would be counted among those who lose it',
      's.person_id = m.person_id and s.manager and (s.until',
      's.person_id <> m.person_id and s.manager and (s.until'
    ],
    [
      'what the house has left would be counted among whom the other may not accompany',
      "p.capacity = 'referent' and p.until is null and not",
      "p.capacity = 'referent' and not"
    ],
    [
      'where both work in teams people would be told that they come as one',
      'and b.by_team and not a.by_team',
      'and b.by_team'
    ]
  ]),
  ...seenBy('counted')('access_beside(uuid,date)', [
    ['who manages a house would be shown the emergencies of another', ' and g.org_id = p_org and', ' and'],
    [
      'an emergency that stands since long would be missing from what is looked at',
      "(g.state = 'open' or g.opened_at >= p_since::timestamp at time zone 'Europe/Paris')",
      "g.opened_at >= p_since::timestamp at time zone 'Europe/Paris'"
    ],
    [
      'an emergency of the first hours of the half would be missing from what is looked at',
      "p_since::timestamp at time zone 'Europe/Paris'",
      "p_since::timestamp at time zone 'UTC'"
    ],
    ['a link that has expired would be looked at as open', ' and l.expires_at > wall_clock()', ''],
    ['who manages a house would be shown the links that others sent', ' and r.sender_org_id = p_org', ''],
    [
      'the oldest emergencies would stand first, and the newest be cut',
      'order by 1 desc, 4 desc',
      'order by 1 desc, 4'
    ]
  ]),
  ...seenBy('counted')('previews_of(uuid)', [
    [
      'a request that was answered would be counted among those that show something before',
      " and r.state in ('sent', 'questioned', 'escalated')",
      ''
    ],
    ['what other houses received would be counted here', ' and r.recipient_org_id = p_org', '']
  ]),
  ...seenBy('counted')('reviews_due(text)', [
    [
      'whoever no longer protects data would be told whose access is to be looked at',
      "d.role = 'dpo' and (d.until is null or d.until > wall_clock())",
      "d.role = 'dpo'"
    ],
    [
      'whoever works beside the data protection officer would be told whose access is to be looked at',
      'where d.person_id = ctx_person() and d.org_id',
      'where d.org_id'
    ],
    ['a house would be told as looked at because it was a half-year ago', ' and r.half = p_half', ''],
    ['who manages by two rights would be counted as two', 'count(distinct m.person_id)', 'count(m.person_id)']
  ]),
  ...seenBy('taken')('bind_invitation(uuid,integer,text)', [
    [
      'whoever managed access would lose it by taking up a second offer',
      'membership.manager or excluded.manager',
      'excluded.manager'
    ],
    [
      'who takes up an offer to stand in would go on in their own right',
      ', alternate = excluded.alternate',
      ''
    ],
    [
      'whoever works elsewhere would be written to at the address of the new house from then on',
      'and (email is null or not exists (',
      'and (true or not exists ('
    ],
    [
      'whoever has left another house would go on being written to at its address',
      ' and (m.until is null or m.until > wall_clock())));',
      '));'
    ],
    ['the address by which somebody signed in would be lost', ', provider_email = p_email', '']
  ]),
  ...seenBy('taken')('put_error_letters(uuid[])', [
    [
      'whoever received a request that stands would read that it was sent in error',
      'and r.id = any(p_referrals) and',
      'and'
    ],
    ['a letter would leave of a request of another act of who asked', ' and e.at = r.sent_at', ''],
    ['a letter would leave though the taking back was declined', " and u.state = 'asked'", ''],
    ['whoever has left the case would have letters written', 'and takes_part(r.case_id, null)\n', '\n']
  ]),
  ...seenBy('asked')('organisation_begun(uuid)', [
    [
      'a house to which an offer once withdrawn was made would keep its kind for ever',
      ' and i.withdrawn_at is null',
      ''
    ],
    [
      'a house into which another is to be merged would change its kind',
      'p_org in (p.org_id, p.into_org)',
      'p_org = p.org_id'
    ],
    ['a house of which something was refused would keep its kind for ever', " and p.state = 'waiting'", ''],
    ['a house that waits to be accredited would keep its kind', " and p.kind <> 'accredit'", '']
  ]),
  ...seenBy('asked')('house_today(uuid)', [
    [
      'whoever merged twice would be looked for in a house that is gone',
      'union select o.id, o.merged_into from later l join organisation o on o.id = l.merged_into)',
      'union select o.id, null::uuid from later l join organisation o on o.id = l.merged_into)'
    ]
  ]),
  ...seenBy('asked')('houses_before(uuid)', [
    [
      'what a house wrote before two mergings would not be found',
      'union select o.id from earlier e join organisation o on o.merged_into = e.id)',
      ')'
    ]
  ]),
  ...seenBy('asked')('place_owner(uuid)', [
    ['a bed that is closed would be asked for', ' and out_of_service is null', '']
  ]),
  ...seenBy('asked')('accompanies_anew(uuid)', [
    [
      'a house would accompany anew by a right that begins tomorrow',
      "\n      and h.since <= (wall_clock() at time zone 'Europe/Paris')::date",
      ''
    ]
  ])
]
