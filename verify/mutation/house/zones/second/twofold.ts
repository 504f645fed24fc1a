import { inFile } from '../../in-file.ts'

/** Houses of one name, proposals and regimes of one house, accesses of one person, letters, and one of them is over: what no fixture had two of. */
export const twofoldMistakes = [
  ...inFile('server/organisations/list.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'a house of the same name as the last of a page would be on no page',
      '(lower(o.name), o.id) > (select lower(c.name), c.id from',
      'lower(o.name) > (select lower(c.name) from'
    ],
    ['a house would not be found by its SIRET', 'or o.siret = $4)', 'or false)'],
    [
      'the end of one house’s regime would be told of every house',
      'held.filter(({ orgId }) => orgId === row.id)',
      'held'
    ]
  ]),
  ...inFile(
    'server/organisations/access/reviews-due.ts',
    'tests/server/organisations/several/houses.test.ts',
    [
      [
        'a house of the same name as the last of a page would never be asked for its review',
        '(lower(o.name), o.id) > (select lower(name), id from organisation where id = $2)',
        'lower(o.name) > (select lower(name) from organisation where id = $2)'
      ]
    ]
  ),
  ...inFile('server/organisations/keep.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'no house could bear the name of one that has closed',
      "where status <> 'closed' and id <> $1\n  and ((lower",
      'where id <> $1\n  and ((lower'
    ],
    [
      'no house could bear the name of one of another département',
      'type = $3 and territory is not distinct from $4) or',
      'type = $3 and ($4::text is null or true)) or'
    ]
  ]),
  ...inFile('server/organisations/directory.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'two lines of one SIRET that stand apart would both be imported',
      'if (first === undefined) {\n        seen.set(value, one.line)\n        return []\n      }',
      'if (first === undefined || one.line - first > 1) {\n        seen.set(value, one.line)\n        return []\n      }'
    ]
  ]),
  ...inFile('server/organisations/read.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'a regime that ended long ago would be said to be lost by a merge',
      '(await regimesGiven(tx, [id])).filter((one) => isLiving(one, today))',
      'await regimesGiven(tx, [id])'
    ]
  ]),
  ...inFile('server/organisations/proposals.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'a second regime of a house could not be proposed while one waits',
      'regime is not distinct from $3 and',
      '($3::text is null or true) and'
    ],
    [
      'what else waits for a house would be taken back with a change of its name',
      "and kind = 'accredit' and state = 'waiting' and not body @> $4",
      "and state = 'waiting' and not body @> $4"
    ],
    [
      'whoever saves a house without a change would be said to have proposed it, and could not confirm it',
      "and kind = 'accredit' and state = 'waiting' and not body @> $4",
      "and kind = 'accredit' and state = 'waiting' and $4::jsonb is not null"
    ]
  ]),
  ...inFile('server/organisations/store.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'whoever left the cell would be named among those who lose a seat',
      "m.role = 'cell_member' and (m.until is null or m.until > (select wall_clock()))\n      and case",
      "m.role = 'cell_member'\n      and case"
    ],
    [
      'a new name of a house would be said to end the seats of its people',
      "when 'move' then (p.body ->> 'territory') is distinct from o.territory",
      "when 'move' then true"
    ],
    [
      'a merge within one département would be said to end the seats of its people',
      "when 'merge' then into_it.territory is distinct from o.territory",
      "when 'merge' then true"
    ]
  ]),
  ...inFile('server/organisations/proposal.view.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'whoever proposed something would be offered to refuse it',
      'row.proposedBy === actor.personId || !settles(actor, row) ? refused : null',
      '!settles(actor, row) ? refused : null'
    ],
    [
      'whoever confirms an invitation would not read that it gives the managing of access',
      "...(body['manager'] ? [line('manager', words.yes[locale])] : [])",
      "...(body['alternate'] ? [line('manager', words.yes[locale])] : [])"
    ]
  ]),
  ...inFile('server/organisations/access/beside.ts', 'tests/server/organisations/several/houses.test.ts', [
    [
      'what was opened in an emergency in the summer would be in no review',
      "half.replace('-1', '-01-01').replace('-2', '-07-01')",
      "half.replace('-1', '-01-01').replace('-2', '-12-01')"
    ]
  ]),
  ...inFile('server/organisations/people.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'after fifty invitations the newest would not be shown',
      'where i.org_id = $1 order by i.invited_at desc, i.id limit 50',
      'where i.org_id = $1 order by i.invited_at, i.id limit 50'
    ],
    [
      'an invitation that was accepted would be said to have run out',
      "if (usedAt) return 'used'\n  if (withdrawnAt) return 'withdrawn'\n  if (expiresAt <= now) return 'expired'",
      "if (expiresAt <= now) return 'expired'\n  if (usedAt) return 'used'\n  if (withdrawnAt) return 'withdrawn'"
    ],
    [
      'one mailbox written in capitals would be said to be another',
      'personEmail.toLowerCase() !== email.toLowerCase()',
      'personEmail !== email'
    ],
    [
      'the administration would not be offered to take the managing of access away',
      'manager: own || (all && row.manager)',
      'manager: own'
    ],
    [
      'whoever says their own absence would be told that it takes two',
      'absenceByTwo: !you && holdsSeat(row)',
      'absenceByTwo: holdsSeat(row)'
    ]
  ]),
  ...inFile('server/organisations/inviting.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'whoever accepted an invitation would not be invited again',
      'and used_at is null and withdrawn_at is null and expires_at > $4',
      'and withdrawn_at is null and expires_at > $4'
    ]
  ]),
  ...inFile('server/organisations/mail.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'a letter would leave with a link that has run out',
      '`${invitation} and id = $1 and expires_at > wall_clock()`',
      '`${invitation} and id = $1`'
    ],
    [
      'whoever administers and managed a house once would be led to a page that is not theirs',
      'm.org_id = h.org_id and m.manager and (m.until is null or m.until > wall_clock())) as own',
      'm.org_id = h.org_id and m.manager) as own'
    ],
    [
      'whoever came back meanwhile would be written to that their access ends',
      'and m.warned_at >= greatest(p.seen_at, m.since)`',
      '`'
    ]
  ]),
  ...inFile('server/organisations/read.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'whoever left would be named as managing access',
      'where m.org_id = $1 and m.manager and (m.until is null or m.until > wall_clock()) order by 1',
      'where m.org_id = $1 and m.manager order by 1'
    ]
  ]),
  ...inFile('server/organisations/members.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'the last who manages could leave where another had left before',
      'where org_id = $1 and manager and id <> $2\n  and (until is null or until > wall_clock())`',
      'where org_id = $1 and manager and id <> $2`'
    ],
    [
      'an absence whose last day is today would be refused',
      'if (until !== null && until < todayOf(at))',
      'if (until !== null && until <= todayOf(at))'
    ],
    [
      'a seat that stands so already would wait for a second person',
      'if (row.alternate === alternate) return\n',
      '\n'
    ]
  ]),
  ...inFile('server/organisations/sweep.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'colleagues who manage nothing would be written to of the end of a regime',
      "where m.manager and ${live} and p.email is not null and (m.org_id = $1 or o.type = 'platform')",
      "where ${live} and p.email is not null and (m.org_id = $1 or o.type = 'platform')"
    ]
  ]),
  ...inFile('server/organisations/proposals.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'the seat of a colleague could not be asked for while another waits',
      "($5::text is null or body ->> 'membership' = $5)",
      '($5::text is null or true)'
    ]
  ]),
  ...inFile('server/organisations/access/unseen.ts', 'tests/server/organisations/several/people.test.ts', [
    [
      'whoever came to a second house yesterday would be warned there of a long absence',
      "const lastSeen = 'greatest(p.seen_at, m.since)'",
      "const lastSeen = 'coalesce(p.seen_at, m.since)'"
    ],
    [
      'whoever loses an access in which they were not seen would be signed out of the other',
      '(membership_id is null or membership_id = $2)`',
      '$2::uuid is not null`'
    ],
    [
      'who warned by hand would be named beside a letter that left later',
      'by: byHand ? warnedBy : null',
      'by: warnedBy'
    ]
  ]),
  ...inFile('server/organisations/review.ts', 'tests/server/organisations/review.test.ts', [
    [
      'the second part of the case that ends a page would be in no review',
      '($2::text is null or (code, capacity) > ($2, $3))',
      '($2::text is null or ($3::text is not null and code > $2))'
    ],
    [
      'two parts of one case would be counted as one, and the pages said to be fewer',
      'casesInAll: cases.reduce((sum, { parts, n }) => sum + parts.length * n, 0)',
      'casesInAll: sumOf(cases)'
    ]
  ]),
  ...inFile('server/organisations/sweep.ts', 'tests/server/organisations/review-mail.test.ts', [
    [
      'from the second half-year on nobody would be reminded of the review in its last month',
      'o.review_told = $1 and o.review_told_again is distinct from $1',
      'o.review_told = $1 and o.review_told_again is null'
    ],
    [
      'whoever reviewed access once would never be told to again',
      'from access_review r where r.org_id = o.id and r.half = $1',
      "from access_review r where r.org_id = o.id and $1 <> ''"
    ]
  ])
]
