import { inFile } from './in-file.ts'

const firing = 'tests/server/deadlines/firing.test.ts'
const clock = 'tests/server/deadlines/clock.test.ts'
const secret = 'tests/server/db/secret-days.test.ts'
const waking = 'tests/server/deadlines/sealed.waking.test.ts'
const standstill = 'tests/server/deadlines/standstill.test.ts'

/** Days that count for a person: when they are over, who is told, and what a day must not tell. */
export const clockMistakes = [
  ...inFile('server/deadlines/firing-time.ts', clock, [
    [
      'a right would be said to be over before its day has ended in Paris',
      'return inParis > over ? inParis : over',
      'return over'
    ],
    [
      'a right would be said to be over before its day has ended where she is',
      'return inParis > over ? inParis : over',
      'return inParis'
    ],
    [
      'a reminder would come on the very day, too late to act',
      'addDays(clock.dueOn, -(step.daysBefore ?? 0))',
      'addDays(clock.dueOn, 0)'
    ],
    [
      'after an outage the last step would be lost, and with it what it does',
      'Math.max(entry.nextStep, passed - 1)',
      'Math.max(entry.nextStep, passed)'
    ],
    [
      'after an outage every reminder would be sent at once',
      'Math.max(entry.nextStep, passed - 1)',
      'entry.nextStep'
    ]
  ]),
  ...inFile('server/deadlines/firing-time.ts', firing, [
    [
      'a clock that speaks late would not say so',
      'export const lateAfterSeconds = 15 * 60',
      'export const lateAfterSeconds = 15 * 60 * 1000'
    ]
  ]),
  ...inFile('server/deadlines/late.ts', 'tests/server/deadlines/past.test.ts', [
    [
      'somebody would be called late where practice alone gives a length',
      'if (isIndication(entry.code)) return null',
      ''
    ],
    ['somebody would be called late before the safe day', 'ends < entry.dueAt ? entry.dueAt : ends', 'ends']
  ]),
  ...inFile('server/deadlines/sealed.ts', secret, [
    [
      'a birth date would be read from the day of a clock',
      'dueOn: month, dueAt: new Date(',
      'dueOn, dueAt: new Date('
    ],
    ['a birth date would be read from where a clock starts', 'startsOn: firstOfMonth(startsOn)', 'startsOn']
  ]),
  ...inFile('server/deadlines/sealed.ts', 'tests/server/deadlines/sealed.kept.test.ts', [
    [
      'the length of a sealed day would narrow a birth date down',
      "'.'.repeat(sealedBytes - (length % sealedBytes))",
      "''"
    ],
    [
      'the instant at which a clock started would tell a birth date',
      '...monthly(clock, where), startedAt: null, sealed }',
      '...monthly(clock, where), sealed }'
    ]
  ]),
  ...inFile('server/deadlines/sealed.ts', waking, [
    [
      'a young person would be told to be of age on another day',
      'while (overOn(code, day, territory) <= at) day = addDays(day, 1)',
      'while (overOn(code, day, territory) <= at) day = addDays(day, 7)'
    ]
  ]),
  ...inFile('server/deadlines/suspension.ts', standstill, [
    [
      'the days during which a clock stood would be counted against the person',
      'stood: [...clock.stood, now] }',
      'stood: clock.stood }'
    ]
  ]),
  ...inFile('server/firing/taking.ts', firing, [
    [
      'a clock that cannot be fired would hold up all others',
      's.deadline_id = deadline.id and s.retry_at > now())',
      's.deadline_id = deadline.id and s.retry_at is null)'
    ],
    [
      'a clock that failed would be tried again without a pause',
      'values ($1, 1, now() + ${pause.firstSeconds}',
      'values ($1, 1, now() + 0 * ${pause.firstSeconds}'
    ],
    [
      'what failed would be kept in words that may name a person',
      "[name, code].join(' ').trim().slice(0, 60)",
      'String((error as Error).message).slice(0, 60)'
    ]
  ]),
  ...inFile('server/firing/taking.ts', 'tests/server/deadlines/firing.workers.test.ts', [
    [
      'two workers would take one case',
      'where firing_lease.leased_until <= now()',
      'where firing_lease.leased_until is not null'
    ],
    [
      'the order in which cases are told would say in which a clock has waited longest',
      'select distinct case_id as "caseId" from due order by case_id limit',
      'select case_id as "caseId" from due limit'
    ]
  ]),
  ...inFile('server/firing/fire.ts', 'tests/server/deadlines/reminders.test.ts', [
    [
      'who is waited for would not be reminded',
      "if (desk.telling) await tell(desk.tx, { about: 'referral', id: row.id, to: [row.recipientOrgId], line })",
      'if (!desk.telling) await Promise.resolve(line)'
    ]
  ]),
  ...inFile('server/firing/fire.ts', standstill, [
    [
      'a recipient that stays silent would be forgotten',
      "advanceReferral(row.state as ReferralState, 'expire') === null",
      "advanceReferral(row.state as ReferralState, 'expire') !== undefined"
    ]
  ]),
  ...inFile('server/deadlines/answer-day.ts', 'tests/server/referrals/order.test.ts', [
    [
      'the order of a list would tell in which département somebody is',
      "const anywhere = '75'",
      "const anywhere = '67'"
    ]
  ]),
  ...inFile('server/deadlines/deferral.ts', 'tests/server/commands/closing.test.ts', [
    [
      'a file would be archived while a clock of the law stands still',
      "(state = 'suspended' or (state = 'running' and (due_at > $3 or 'month' = any(computation))))",
      "(state = 'running' and (due_at > $3 or 'month' = any(computation)))"
    ],
    [
      'a file would be archived while a clock of the law runs',
      "(state = 'running' and (due_at > $3 or 'month' = any(computation)))",
      "(state = 'running' and ($3::timestamptz is null or 'month' = any(computation)))"
    ]
  ]),
  ...inFile('server/deadlines/moved.ts', 'tests/server/deadlines/moved.test.ts', [
    [
      'an answer that is late would be late by another day once the person is elsewhere',
      "and (referral_id is null or state <> 'fired') for update",
      'for update'
    ],
    [
      'once she is elsewhere, a clock would say again what it has said',
      'nextStep: Math.min(nextStep, now.length - 1) }',
      'nextStep: 0 }'
    ],
    [
      'a move to where the day ends earlier would cut a right short',
      'Date.parse(ended.at) > Date.parse(ends.at) ? ended : ends',
      'Date.parse(ended.at) < Date.parse(ends.at) ? ended : ends'
    ]
  ]),
  ...inFile('server/deadlines/anew.ts', 'tests/server/deadlines/moved.test.ts', [
    [
      'a clock that is counted again and comes to the same would say again what it has said',
      'return isSame ? { ...anew, state,',
      'return isSame && false ? { ...anew, state,'
    ]
  ]),
  ...inFile('server/deadlines/deferral.ts', 'tests/server/deadlines/moved.test.ts', [
    [
      'a file would be kept to the day of a clock that stands still, and no longer',
      "of.state === 'suspended' ? null : waited(of, day)",
      'waited(of, day)'
    ],
    [
      'a birth date would be read from the day to which a file is kept',
      '(inMonth ? lastOfMonth(day) : day)',
      'day'
    ],
    [
      'a file would be kept for a clock whose month is over',
      '(one) => !one.inMonth || new Date(',
      '(one) => one.inMonth || new Date('
    ],
    [
      'whoever knows nothing of where she is would be told to what day a file is kept there',
      'met: living.map((one) => daysOf(one, one.metDueOn))',
      'met: living.map((one) => daysOf(one, one.dueOn))'
    ]
  ]),
  ...inFile('server/deadlines/firing-time.ts', 'tests/server/deadlines/moved.test.ts', [
    [
      'a clock that spoke late would be told to have spoken before its hour',
      'Math.max(at.getTime(), other.getTime())',
      'at.getTime()'
    ],
    [
      'of two silences nobody would read which is over',
      'code === ownSilence ? { startsOn } : {}',
      'code === ownSilence ? {} : {}'
    ],
    [
      'a right would be said to be over on the safe day, and not on the last in law',
      '{ on: legalEnd(clock)?.on ?? clock.dueOn, ...whichOne(clock) }',
      '{ on: clock.dueOn, ...whichOne(clock) }'
    ]
  ])
]
