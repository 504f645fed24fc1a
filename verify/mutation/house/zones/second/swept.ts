import { inFile } from '../../in-file.ts'

/** Directories, the journal and what a worker does: said anew, told in order, gone in time. */
export const sweptMistakes = [
  ...inFile('server/directories/referents.ts', 'tests/server/directories/directories.test.ts', [
    [
      'whom to call would bear the day and the name of a check made long before',
      'verified_on = $5, verified_by = $6, verified_org = $7\n  where id = $1`',
      'verified_on = case when $5::date is null then $5::date else verified_on end, verified_by = case when $6::uuid is null then $6 else verified_by end, verified_org = case when $7::uuid is null then $7 else verified_org end\n  where id = $1`'
    ],
    [
      'nobody would know who took a contact out',
      'verified_by = $2, verified_org = $3 where id = $1`',
      'verified_by = coalesce(verified_by, $2), verified_org = coalesce(verified_org, $3) where id = $1`'
    ]
  ]),
  ...inFile('server/directories/occupancy.ts', 'tests/server/directories/directories.test.ts', [
    [
      'how full asylum is would be told of one region alone',
      'distinct on (centre, region) centre',
      'distinct on (centre) centre'
    ],
    [
      'counts of months ago would be said to be of today',
      'since: days[0] ?? null',
      'since: days.at(-1) ?? null'
    ],
    [
      'a corrected count would bear the name of who was wrong',
      'recorded_by = excluded.recorded_by, recorded_at',
      'recorded_by = asylum_occupancy.recorded_by, recorded_at'
    ],
    [
      'fewer than no bed would be said to be free',
      'free: Math.max(0, row.places - row.occupied)',
      'free: row.places - row.occupied'
    ]
  ]),
  ...inFile('server/directories/offers.ts', 'tests/server/directories/offers.test.ts', [
    [
      'a service that receives everybody would be found by nobody who says whom',
      "s.receives = '{}' or $5",
      '$5'
    ],
    [
      'hours that were said anew would stay as they were',
      'hours = $5, note = $6, said_on',
      'hours = service_offer.hours, note = $6, said_on'
    ],
    [
      'what was said anew today would be marked as said long ago',
      'said_on = $7, said_by = $8`',
      'said_on = service_offer.said_on, said_by = $8`'
    ]
  ]),
  ...inFile('server/directories/settlements.ts', 'tests/server/directories/settlements.test.ts', [
    [
      'a place could not bear the name of one in another département',
      'and territory = $6 and lower(label)',
      'and lower(label)'
    ]
  ]),
  ...inFile('server/audit/extract.ts', 'tests/server/audit/extract.test.ts', [
    [
      'a breach would be declared of as many cases as there are lines',
      'cases: new Set(rows.flatMap(({ code }) => code ?? [])).size',
      'cases: rows.flatMap(({ code }) => code ?? []).length'
    ],
    [
      'a breach would be declared of as many persons as there are lines',
      'persons: new Set(rows.flatMap(({ person }) => person ?? [])).size',
      'persons: rows.flatMap(({ person }) => person ?? []).length'
    ],
    [
      'the journal drawn out would tell a breach from its end',
      'order by a.at, a.chain, a.seq`',
      'order by a.at desc, a.chain, a.seq`'
    ],
    ['a name could run as a formula for whoever opens the journal', '/^[=+\\-@\\t\\r]/', '/^[=+@\\t\\r]/'],
    ['a semicolon in a name would move each cell after it by one', '/[";\\r\\n]/', '/[\\r\\n]/'],
    [
      'a person would not be found by the account that was stolen',
      'p.subject, p.display_name)',
      'p.display_name)'
    ]
  ]),
  ...inFile('server/audit/search.ts', 'tests/server/audit/audit.test.ts', [
    [
      'what somebody of a shelter did beside cases would be found by nobody',
      "(a.chain not like 'case:%' or o.type is null",
      '(o.type is null'
    ],
    [
      'a name copied with a blank after it would find nothing that its person did',
      'person?.trim() || null',
      'person || null'
    ]
  ]),
  ...inFile('server/audit/reviews.ts', 'tests/server/organisations/review.test.ts', [
    [
      'a review that was refused would pass for one that was confirmed',
      "and e.outcome = 'allowed' and e.detail",
      'and e.detail'
    ],
    [
      'what one house confirmed would pass for confirmed of another',
      "where e.chain = 'organisation:' || r.org_id and e.action",
      'where e.action'
    ]
  ]),
  ...inFile('server/exchange/htcds.ts', 'tests/server/exchange/htcds.test.ts', [
    [
      'a minor who comes from abroad would be taken for of age',
      "fromHtcds(record, civilDate(now, 'Europe/Paris'))",
      "fromHtcds(record, '2999-12-31')"
    ]
  ]),
  ...inFile('server/worker/deliver.ts', 'tests/server/http/outbox.test.ts', [
    ['what happened would be told last first', 'Number(a.id) - Number(b.id)', 'Number(b.id) - Number(a.id)'],
    [
      'a letter that waits would be overtaken by all that come after it',
      'order by run_at, id limit $3',
      'order by run_at desc, id desc limit $3'
    ],
    [
      'a letter that another worker is sending would be sent twice',
      'and (locked_until is null or locked_until <= now())',
      ''
    ]
  ]),
  ...inFile('server/worker/kept.ts', 'tests/server/worker/sweep.test.ts', [
    [
      'passing time in the demonstration would sign everybody out',
      "days: 1, clock: 'machine'",
      "days: 1, clock: 'told'"
    ],
    [
      'an unfinished flag would be unreadable on its device before its day is over',
      "session ouverte`,\n    days: 0,\n    clock: 'machine'",
      "session ouverte`,\n    days: 0,\n    clock: 'told'"
    ],
    [
      'a session would be kept for a week after its end',
      "days: 1, clock: 'machine'",
      "days: 7, clock: 'machine'"
    ]
  ]),
  ...inFile('server/worker/sweep.ts', 'tests/server/worker/sweep.test.ts', [
    [
      'exact numbers would be kept after the day for which they are open',
      "await worker.query('select forget_exact_cells()')",
      ''
    ],
    [
      'the cases of a worker that works would be free for another',
      'leased_until < now()',
      'leased_until is not null'
    ],
    [
      'a round that is to be tried again would be given up',
      'where attempts >= max_attempts and task_identifier',
      'where task_identifier'
    ]
  ]),
  ...inFile('server/worker/worker.ts', 'tests/server/worker/sweep.test.ts', [
    [
      'a case would be proposed for ever to a house that does not answer',
      'await lapseHandings(db.worker)',
      ''
    ],
    [
      'nobody would be told that a review is due, nor any access end',
      'await keepAccess(db.worker, inactivity)',
      ''
    ]
  ]),
  ...inFile('server/firing/fire.ts', 'tests/server/deadlines/firing.test.ts', [
    [
      'a clock would say that it spoke an hour late, whatever it was',
      '{ lateHours: Math.floor(seconds / 3600) }',
      '{ lateHours: 1 }'
    ]
  ]),
  ...inFile('server/audit/routes.ts', 'tests/server/audit/audit.test.ts', [
    [
      'whoever looks for an act would not find it where its words stand',
      'a.label.localeCompare(b.label, locale)',
      'b.label.localeCompare(a.label, locale)'
    ]
  ]),
  ...inFile('server/audit/sign-ins.ts', 'tests/server/audit/audit.claims.test.ts', [
    [
      'the journal would not say by which proof somebody came in',
      "act.kind === 'sign_in' ? act.acr : ''",
      "''"
    ]
  ])
]
