import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const channels = 'tests/server/told/channels.test.ts'
const acts = 'tests/server/told/acts.test.ts'

/** Who is told, whose turn it is, and which of several is meant. */
export const heardMistakes = [
  ...inFile('server/outbox/notify-participants.ts', acts, [
    [
      'every house of a case would be told of every act',
      'told: hears(one.capacity) ||',
      'told: hears(one.capacity) || settles(one) ||'
    ],
    [
      'the hour of a notice would tell where a person lives to whoever may not know it',
      'at: countedFor(told(one.capacity), at, () => metAt),',
      'at,'
    ]
  ]),
  inDatabase(
    'whoever does not lead a team would hear of no protocol that was signed',
    'drop policy notice_of_protocol on notice',
    channels
  ),
  ...inFile('server/handing/settle.ts', channels, [
    [
      'an association to which a case was proposed would not be told that it was taken back',
      "[step === 'withdraw' ? row.toOrgId : row.fromOrgId]",
      '[row.fromOrgId]'
    ]
  ]),
  inDatabase(
    'no cell would hear that a house fell where who accompanies the person fell before',
    inFunction('tell_fallen(uuid)', "and h.status = 'accredited' and h.id <> p_org", 'and h.id <> p_org'),
    'tests/server/organisations/asleep.test.ts'
  ),
  ...inFile('server/calls/awaited.ts', 'tests/server/calls/turn.test.ts', [
    [
      'who asked a question would be written to that an answer is awaited of them',
      ".filter(({ state }) => state !== 'questioned')",
      ''
    ]
  ]),
  ...inFile('policies/calls/wish.ts', 'tests/server/calls/wish.test.ts', [
    ['who wants letters on holidays too would have none', '(!works && !daysOff)', '!works']
  ]),
  ...inFile('server/links/mail.ts', 'tests/server/first.test.ts', [
    [
      'a letter would not say that the question was answered',
      'order by e.seq desc limit 1',
      'order by e.seq limit 1'
    ]
  ]),
  ...inFile('server/organisations/review.ts', 'tests/server/organisations/review.test.ts', [
    [
      'whoever confirmed a review once would never be asked for the next',
      'due: !before.some((one) => one.half === half)',
      'due: before.length === 0'
    ]
  ]),
  ...inFile('server/meetings/followup.ts', 'tests/server/meetings/followup.test.ts', [
    [
      'what a meeting noted of a case would be written over',
      'where id = $1 and meeting_id = $2 and outcome is null returning id',
      'where id = $1 and meeting_id = $2 returning id'
    ]
  ]),
  ...inFile('server/protocols/store.ts', 'tests/server/protocols/protocols.test.ts', [
    [
      'a protocol would be taken back on its first day, under which cases live',
      'row.effectiveOn <= todayIn(row.place, at)',
      'row.effectiveOn < todayIn(row.place, at)'
    ]
  ]),
  ...inFile('server/teams/caseload.ts', 'tests/server/teams/teams.test.ts', [
    [
      'a case that passes on a later day would be followed by nobody until then',
      'runQuery(tx, ending, [ids(left), from])',
      'runQuery(tx, ending, [ids(left), at])'
    ]
  ]),
  ...inFile('server/repair/look.ts', 'tests/server/repair/asked.test.ts', [
    [
      'an error would stand for ever because another act of its name let somebody in',
      'basis = $2 and since = $3 limit 1',
      'basis = $2 and $3::timestamptz is not null limit 1'
    ]
  ]),
  ...inFile('server/emergency/view.ts', 'tests/server/emergency/second.test.ts', [
    [
      'whoever may confirm an emergency no more would still be offered it',
      'row.dueAt !== null && row.dueAt > now &&',
      'row.dueAt !== null &&'
    ]
  ]),
  ...inFile('server/directories/referents.ts', 'tests/server/directories/directories.test.ts', [
    [
      'whom to speak to in an interregional court would be read in its own département alone',
      " or o.type = 'jirs')",
      ')'
    ]
  ]),
  ...inFile('server/deadlines/contested.ts', 'tests/server/deadlines/appeals.test.ts', [
    [
      'an appeal against one decision would stop the time against another',
      'const ids = contestedIn(command, clocks, input, stoodOn).map(({ id }) => id)',
      'const ids = clocks.map(({ id }) => id)'
    ]
  ]),
  ...inFile('server/sessions/end.ts', 'tests/server/sessions/devices.test.ts', [
    ['somebody would end the session in which they are typing', 'if (row.here) throw thisOne()', '']
  ]),
  ...inFile('server/places/holder.ts', 'tests/server/places/housing.asylum.test.ts', [
    [
      'until when a bed is held would be the day of another clock',
      "one.code === clockOf[pool] && one.state === 'running'",
      "one.state === 'running'"
    ]
  ]),
  ...inFile('server/takeover/alike.ts', 'tests/server/takeover/takeover.test.ts', [
    [
      'a file that was merged would be shown as maybe the same person',
      '!heldBack.includes(identification) && ',
      ''
    ]
  ]),
  ...inFile('web/src/routes/(app)/lieux-de-vie/+page.server.ts', 'tests/web/pages/careful.test.ts', [
    ['a flag would begin in a place that is closed', 'one.id === id && one.open', 'one.id === id']
  ]),
  ...inFile('server/figures/administrative/entering.ts', 'tests/server/standing.test.ts', [
    [
      'the preview of a file would compare with figures that were replaced',
      'where replaced_at is null and subject',
      'where subject'
    ]
  ])
]
