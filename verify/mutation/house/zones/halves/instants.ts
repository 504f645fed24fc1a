import { inFile } from '../../in-file.ts'

const past = 'tests/server/deadlines/past.test.ts'
const exact = 'tests/server/figures/reports/exact.test.ts'
const emergency = 'tests/server/emergency/opening.test.ts'
const before = 'tests/server/handing/before.test.ts'
const ending = 'tests/server/handing/ending.test.ts'
const attempts = 'tests/server/auth/attempts.test.ts'
const previewed = 'tests/server/configuration/previewed.test.ts'
const readiness = 'tests/server/db/readiness.test.ts'
const invitations = 'tests/server/meetings/invitations.test.ts'
const agenda = 'tests/server/meetings/agenda.test.ts'
const teams = 'tests/server/teams/teams.test.ts'

/** A day or an instant of the server that is read one too early or too late: its eve, itself and its morrow are each asked. */
export const instantMistakes = [
  ...inFile('server/emergency/limits.ts', emergency, [
    [
      'who opened enough in an emergency would wait an instant longer than a day',
      'opened_at > $2::timestamptz',
      'opened_at >= $2::timestamptz'
    ],
    [
      'who opened enough in an emergency would open more before their day is over',
      "interval '24 hours'",
      "interval '23 hours 59 minutes'"
    ]
  ]),
  ...inFile('server/figures/reports/exact.ts', exact, [
    [
      'exact numbers that waited for two weeks could be allowed one instant more',
      'now.getTime() >= askedAt.getTime() + waitsFor * day',
      'now.getTime() > askedAt.getTime() + waitsFor * day'
    ],
    [
      'exact numbers would be said to have lapsed a day before they have',
      'now.getTime() >= askedAt.getTime() + waitsFor * day',
      'now.getTime() >= askedAt.getTime() + (waitsFor - 1) * day'
    ],
    [
      'exact numbers that lapsed could not be asked for anew for another day',
      'make_interval(days => $3::int)`',
      'make_interval(days => $3::int + 1)`'
    ]
  ]),
  ...inFile('server/handing/propose.ts', before, [
    [
      'a person could not be handed on anew on the instant at which nobody had answered',
      'expires_at <= $3',
      'expires_at < $3'
    ],
    [
      'a person would be proposed twice while the first proposal still waits',
      'expires_at <= $3',
      "expires_at <= $3::timestamptz + interval '1 day'"
    ]
  ]),
  ...inFile('server/handing/proposal/ending.ts', ending, [
    [
      'a proposal to hand somebody on would still be answered on the instant of its end',
      'expires_at <= wall_clock()',
      'expires_at < wall_clock()'
    ],
    [
      'a proposal to hand somebody on would end on its eve',
      'expires_at <= wall_clock()',
      "expires_at <= wall_clock() + interval '1 day'"
    ]
  ]),
  ...inFile('server/meetings/invitation.mail.ts', invitations, [
    [
      'members would be called to a meeting that has begun',
      'm.starts_at > wall_clock()',
      'm.starts_at >= wall_clock()'
    ],
    [
      'members would not be called to a meeting of the same day',
      'm.starts_at > wall_clock()',
      "m.starts_at > wall_clock() + interval '1 day'"
    ]
  ]),
  ...inFile('server/meetings/item.view.ts', agenda, [
    [
      'what is due on the day of a meeting would be said to come too late',
      'dueOn < civilDate(meeting.startsAt, zoneOf(territory))',
      'dueOn <= civilDate(meeting.startsAt, zoneOf(territory))'
    ],
    [
      'what is due on the eve of a meeting would be said to come in time',
      'dueOn < civilDate(meeting.startsAt, zoneOf(territory))',
      'dueOn < civilDate(new Date(meeting.startsAt.getTime() - 86_400_000), zoneOf(territory))'
    ]
  ]),
  ...inFile('server/deadlines/view.ts', past, [
    [
      'an indication would be said to be over on its very instant',
      '  dueAt < now && !(state',
      '  dueAt <= now && !(state'
    ],
    [
      'a right that may still be used would be said to be closed on its last instant',
      "(ends === 'never' || ends >= now)",
      "(ends === 'never' || ends > now)"
    ],
    [
      'what waits would be said to be late on the instant at which it is due',
      'late: entry.dueAt < now &&',
      'late: entry.dueAt <= now &&'
    ],
    [
      'what practice alone gives a length would be said to be over on its instant',
      'past: entry.dueAt < now &&',
      'past: entry.dueAt <= now &&'
    ]
  ]),
  ...inFile('server/reading/list.ts', past, [
    [
      'a case would stand in a list as late on the instant at which it is due',
      'at < now.getTime()',
      'at <= now.getTime()'
    ],
    [
      'a case of which the month alone is told would be late on the last day of that month',
      'ends < today',
      'ends <= today'
    ],
    [
      'a case of which the month alone is told would be late once its hidden day is over',
      'ends === on ? at < now.getTime() : ends < today',
      'at < now.getTime()'
    ],
    [
      'a case would stand in a list as late on the last instant of a right',
      'over && lateAt < now',
      'over && lateAt <= now'
    ],
    [
      'a case whose day is the last in law would be said to be past its safe day alone',
      'if (lateAt <= at) return',
      'if (lateAt < at) return'
    ]
  ]),
  ...inFile('server/directories/offers.ts', 'tests/server/directories/offers.test.ts', [
    [
      'what a service said half a year ago to the day would be said to be old',
      'row.saidOn < addMonths(',
      'row.saidOn <= addMonths('
    ],
    [
      'what a service said long ago would be shown as fresh for another month',
      '-offerStaleAfter)',
      '-offerStaleAfter - 1)'
    ]
  ]),
  ...inFile('server/directories/referents.ts', 'tests/server/directories/directories.test.ts', [
    [
      'a referent verified half a year ago to the day would be said to be unsure',
      'row.verifiedOn < staleBefore',
      'row.verifiedOn <= staleBefore'
    ],
    [
      'a referent whom nobody verified for long would be called as if they had been',
      '-verifiedMonths)',
      '-verifiedMonths - 1)'
    ]
  ]),
  ...inFile('server/auth/attempts.ts', attempts, [
    [
      'a sign-in would be taken up on the instant at which its time is over',
      'row.expires_at <= now',
      'row.expires_at < now'
    ],
    ['a sign-in that began would be forgotten before its hour', 'expires_at < $6', 'expires_at <= $6']
  ]),
  ...inFile('server/configuration/previewed.ts', previewed, [
    [
      'cases would be moved by a preview on the instant at which it is old',
      'Number(until) > now.getTime()',
      'Number(until) >= now.getTime()'
    ],
    [
      'cases could not be moved in the last minutes of the hour of a preview',
      'Number(until) > now.getTime()',
      'Number(until) > now.getTime() + 60_000'
    ]
  ]),
  ...inFile('server/drafts/routes.ts', 'tests/server/http/drafts.test.ts', [
    [
      'what somebody typed about a person would be shown on the instant of its end',
      'expires_at > $3',
      'expires_at >= $3'
    ],
    [
      'what somebody typed would be lost a day before it is said to be',
      'expires_at > $3',
      "expires_at > $3::timestamptz + interval '1 day'"
    ]
  ]),
  ...inFile('server/teams/acts.ts', teams, [
    [
      'somebody away for a single day could not be stood in for',
      'until < since || until < today',
      'until <= since || until < today'
    ],
    [
      'a colleague would read in somebody’s stead for a day more than a year',
      'until > addDays(today, longestDays)',
      'until > addDays(today, longestDays + 1)'
    ],
    [
      'somebody away for a whole year could not be stood in for on its last day',
      'until > addDays(today, longestDays)',
      'until >= addDays(today, longestDays)'
    ]
  ]),
  ...inFile('server/http/readiness.ts', readiness, [
    [
      'a database that is lost would be called slow for one instant more',
      'now() - last.at < lostAfterMs',
      'now() - last.at <= lostAfterMs'
    ],
    [
      'every look at whether the service answers would cost its database one more',
      'now() - last.at > freshMs',
      'now() - last.at >= freshMs'
    ]
  ])
]
