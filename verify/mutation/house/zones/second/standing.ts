import { inFile } from '../../in-file.ts'

const places = 'tests/server/places/second.test.ts'
const protocols = 'tests/server/protocols/several.test.ts'

/** What stands of several: nights, offers and declines of one search, protocols of one place, pages of one kind. */
export const standingMistakes = [
  ...inFile('server/places/ranking.ts', places, [
    ['an offer that waits for its answer would count as a refusal', "and r.state = 'declined' and", 'and'],
    [
      'a night of shelter that was entered in error would move somebody up the list',
      "e.command = 'danger.immediate' and e.struck_by is null\n",
      "e.command = 'danger.immediate'\n"
    ],
    [
      'the end of her first shelter would count, and not that of the one in which she is',
      'order by e.seq desc limit 1) as until',
      'order by e.seq limit 1) as until'
    ]
  ]),
  ...inFile('server/places/waiting.ts', places, [
    [
      'a desk would be told why the first house declined, and not the last',
      'order by r.answered_at desc limit 1',
      'order by r.answered_at limit 1'
    ]
  ]),
  ...inFile('server/places/inventory.ts', 'tests/server/places/places.inventory.test.ts', [
    [
      'the journal would not say that an address was written',
      "change.act === 'address' ? 'A' : fieldsFilled(change.input)",
      'fieldsFilled(change.input)'
    ],
    [
      'a place of Ac.Sé would bear a centre of the asylum scheme',
      "if (change.act === 'change') centreFits(kind, change.input.centre, false)",
      ''
    ],
    [
      'an asylum place would be of no centre',
      "kind === 'dna' && centre === undefined && required",
      "kind === 'dna' && centre === undefined && !required"
    ]
  ]),
  ...inFile('server/protocols/read.ts', protocols, [
    [
      'who signs a protocol would read as a change what the one before says already',
      'changesBetween(effective(national, earlier), ',
      'changesBetween(effective(national, null), '
    ],
    [
      'cases would be offered to be moved to a protocol that was given up',
      "move: row.state === 'signed' && ",
      'move: '
    ]
  ]),
  ...inFile('server/protocols/store.ts', protocols, [
    [
      'a protocol that is put off would be in force on the day first written',
      'effective_on = $3, revision',
      'effective_on = coalesce(effective_on, $3), revision'
    ]
  ]),
  ...inFile('server/referrals/boxes.ts', 'tests/server/referrals/counts.test.ts', [
    [
      'the second page of one kind of requests would not open',
      'and kind = $${3 + after.length}',
      'and kind = $3'
    ]
  ]),
  ...inFile('server/teams/hand.ts', 'tests/server/teams/teams.test.ts', [
    [
      'a case would pass to others in three years',
      'if (from > addDays(today, farthestDays))',
      'if (from > addDays(today, farthestDays * 9))'
    ]
  ]),
  ...inFile('server/teams/acts.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'a colleague would read for somebody who was away before it was said',
      'if (since < today) throw dayProblem(',
      'if (since < today && since > until) throw dayProblem('
    ],
    ['somebody away would be covered by themselves', 'if (absentId === coverId)\n', "if (absentId === '')\n"]
  ])
]
