import { inFile } from '../../in-file.ts'

/** Of which there are two in one case, one place or one list: the last that counts, the first that waits, and the one that was taken back. */
export const twiceMistakes = [
  ...inFile('server/repair/requests.ts', 'tests/server/repair/withdrawn.test.ts', [
    [
      'whoever asked twice would read the first answer as the last',
      "order by state = 'asked' desc, asked_at desc, id limit 1",
      "order by state = 'asked' desc, asked_at, id limit 1"
    ],
    [
      'a house that accompanied the person before would hear that an act of the case is asked back',
      'org_id <> $2 and until is null order by',
      'org_id <> $2 order by'
    ]
  ]),
  ...inFile('server/repair/view.ts', 'tests/server/repair/withdrawn.test.ts', [
    [
      'an answer would bear the day on which it was asked for',
      'on: (request.settledAt ?? request.askedAt)',
      'on: request.askedAt'
    ]
  ]),
  ...inFile('server/repair/waiting.ts', 'tests/server/repair/withdrawn.test.ts', [
    [
      'whoever has waited longest for an answer would stand last',
      'order by asked_at, id limit 100`',
      'order by asked_at desc, id limit 100`'
    ]
  ]),
  ...inFile('server/configuration/versions.ts', 'tests/server/configuration/in-force.test.ts', [
    [
      'of two versions of one day the older would stand on top',
      'order by effective_on desc, created_at desc`',
      'order by effective_on desc, created_at`'
    ]
  ]),
  ...inFile('server/configuration/read.ts', 'tests/server/configuration/in-force.test.ts', [
    [
      'of two versions of one day the one that was replaced would be said to be in force',
      'a.effectiveOn.localeCompare(b.effectiveOn) || Number(a.publishedAt ?? 0) - Number(b.publishedAt ?? 0)',
      'a.effectiveOn.localeCompare(b.effectiveOn)'
    ],
    [
      'a version that was taken back would be said to be in force',
      "rows.filter(({ state }) => state === 'published').toSorted(byEffect)",
      "rows.filter(({ state }) => state !== 'draft').toSorted(byEffect)"
    ],
    [
      'on its first day a version would not be said to be in force',
      'findLast(({ effectiveOn }) => effectiveOn <= today)',
      'findLast(({ effectiveOn }) => effectiveOn < today)'
    ],
    [
      'the administration would read its first moves, and not the last',
      'order by m.started_at desc limit',
      'order by m.started_at limit'
    ]
  ]),
  ...inFile('server/cases/configuration.ts', 'tests/server/configuration/in-force.test.ts', [
    [
      'a case would be opened under the version that another of the same day replaced',
      'order by effective_on desc, published_at desc nulls last limit 1`',
      'order by effective_on desc, published_at limit 1`'
    ]
  ]),
  ...inFile('server/linked/store.ts', 'tests/server/linked/origin.test.ts', [
    [
      'a link that was taken back would stand above one that holds',
      'order by ended_at is not null, made_at desc, id limit',
      'order by made_at desc, id limit'
    ],
    [
      'the last link that was made would stand under the first',
      'order by ended_at is not null, made_at desc, id limit',
      'order by ended_at is not null, made_at, id limit'
    ]
  ]),
  ...inFile('server/linked/view.ts', 'tests/server/linked/origin.test.ts', [
    [
      'a link that was taken back would be said to have ended as it was made',
      'endedOn: one.endedAt && civilDate(one.endedAt, zone)',
      'endedOn: one.endedAt && civilDate(one.madeAt, zone)'
    ]
  ]),
  ...inFile('server/cases/configuration.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'a case would go under a younger protocol of the département instead of that of its court',
      'array_position($1, place), effective_on desc, signed_at desc, name limit 1`',
      'effective_on desc, signed_at desc, name limit 1`'
    ],
    [
      'of two protocols signed for one day the one that was replaced would hold',
      'effective_on desc, signed_at desc, name limit 1`',
      'effective_on desc, signed_at, name limit 1`'
    ]
  ]),
  ...inFile('server/cases/district.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'a court that was named in error would still be that of the case',
      "e.command = 'district.name' and e.struck_by is null and",
      "e.command = 'district.name' and"
    ],
    [
      'the first court that was named would be that of the case for good',
      'order by e.seq desc limit 1)`',
      'order by e.seq limit 1)`'
    ],
    [
      'naming a court again would be refused as said already',
      "'e.seq < (select max(seq) from case_event where case_id = $1)'",
      "'true'"
    ]
  ]),
  ...inFile('server/cases/habilitations.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'on the last day of its habilitation an association could not act any more',
      'until >= ${today})`',
      'until > ${today})`'
    ],
    [
      'on the first day of its habilitation an association could not act yet',
      'since <= ${today} and',
      'since < ${today} and'
    ],
    [
      'an association that may flag would be taken to be approved for the exit programme',
      "and regime = 'psp'`",
      '`'
    ]
  ]),
  ...inFile('server/cases/participation.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'a house that comes again would be said to have followed the person all along',
      'else excluded.since end`',
      'else p.since end`'
    ],
    [
      'a house that is invited again would lose the day since which it follows',
      'since = case when p.until is null then p.since else excluded.since end`',
      'since = excluded.since`'
    ],
    [
      'a house that left would keep the day by which it was awaited',
      "'until = $2, waits_for = null, due_at = null, clock_at = null, line = null'",
      "'until = $2, waits_for = null, clock_at = null, line = null'"
    ],
    [
      'a house of which nobody sits in the cell any more would be let into its cases',
      "and o.status = 'accredited' and (m.until is null or m.until > (select wall_clock()))`",
      "and o.status = 'accredited'`"
    ]
  ]),
  ...inFile('server/cases/child.place.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'a child would be searched for where she was found first',
      'order by seq desc limit 1`',
      'order by seq limit 1`'
    ]
  ]),
  ...inFile('server/commands/readings.ts', 'tests/server/commands/let-in.test.ts', [
    [
      'the receipt would be held against the first offer of reflection',
      "and command = 'reflection.offer' order by seq desc limit 1`",
      "and command = 'reflection.offer' order by seq limit 1`"
    ],
    [
      'an offer of reflection that was taken back would still count',
      "struck_by is null and command = 'reflection.offer'",
      "command = 'reflection.offer'"
    ],
    [
      'the age would be taken to be said by who said it first',
      "and input ? 'ageGroup' order by seq desc limit 1`",
      "and input ? 'ageGroup' order by seq limit 1`"
    ],
    [
      'an age that was said in error would still count as the last that was said',
      "and struck_by is null and input ? 'ageGroup'",
      "and input ? 'ageGroup'"
    ]
  ]),
  ...inFile(
    'server/configuration/migration-job.ts',
    'tests/server/configuration/configuration.undo.test.ts',
    [
      [
        'a case that could not be put back would be counted as one that could not be moved',
        'failed = failed + $4 where id = $1 and state = $3`',
        'failed = failed + 1 + 0 * $4 where id = $1 and state = $3`'
      ],
      [
        'the log of a case would say that who moved it put it back',
        "case when state = 'undoing' then undone_by else started_by end",
        'started_by'
      ]
    ]
  ),
  ...inFile('server/linked/make.ts', 'tests/server/linked/origin.test.ts', [
    [
      'a case that a house reads in another role would be linked by somebody who does not read it',
      'const held = row ? await capacitiesOf(tx, row.id, actor) : []',
      'const held = row ? await capacitiesOf(tx, caseId, actor) : []'
    ]
  ]),
  ...inFile('server/law/references.ts', 'tests/server/law/law.test.ts', [
    [
      'an article that sets a length alone would be said to have nothing resting on it',
      '...named(set, (one) => lengths[one].label, locale)',
      ''
    ]
  ])
]
