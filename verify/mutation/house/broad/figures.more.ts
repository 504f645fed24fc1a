import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'

const administrative = 'tests/server/figures/administrative/administrative.test.ts'
const walls = 'tests/server/figures/walls.test.ts'
const read = 'tests/server/figures/releases.read.test.ts'
const reports = 'tests/server/figures/reports/reports.test.ts'
const sent = 'tests/server/figures/sent.test.ts'
const devices = 'tests/server/sessions/devices.test.ts'
const channels = 'tests/server/told/channels.test.ts'

const made: Mistake[] = [
  ...inFile('policies/figures/releases.ts', 'tests/server/figures/releases.test.ts', [
    [
      'anybody with an access would prepare what France publishes',
      "accredited && enters(role, 'releases')",
      'accredited'
    ]
  ]),
  ...inFile('server/figures/releases/making.ts', 'tests/server/figures/releases.failed.test.ts', [
    [
      'whoever prepares figures would be told that the machine stopped, whatever broke off',
      'await fail(stats, number, judgement)',
      "await fail(stats, number, 'stopped')"
    ]
  ]),
  ...inFile('figures/release/slice.ts', read, [
    [
      'a partner of one département would read the small counts of all',
      'if (own === null) return [...tables]',
      "if (own !== '') return [...tables]"
    ]
  ]),
  ...inFile('server/figures/releases/files.ts', read, [
    [
      'in whatever form a table is asked for, it would be taken away as bare lines',
      'const { ending, type, write } = formats[id]',
      'const { ending, type, write } = formats.csv'
    ]
  ]),
  inDatabase(
    'no place at all would be counted',
    inFunction('stat.beds()', "where p.kind <> 'dna'", 'where false'),
    'tests/server/figures/beds.test.ts'
  ),
  ...inFile('server/figures/store/cells.ts', 'tests/server/figures/store/drawn.test.ts', [
    [
      'whoever moved from one count to another would be counted in both',
      '...(before ? [{ ...before, key, sign: -1 as const }] : []),',
      ''
    ]
  ]),
  ...inFile('server/figures/releases/sent.ts', sent, [
    [
      'what had been sent before the store was lost would be held to be what nobody knows any more',
      'asOf: then < since ? asOf : then',
      'asOf: then'
    ]
  ]),
  inDatabase(
    'whoever serves pages, sends letters or shows addresses would read which exact numbers left',
    `grant usage on schema stat to mnio_app, mnio_worker, mnio_location;
     grant execute on function stat.sent_exact(integer) to mnio_app, mnio_worker, mnio_location`,
    sent
  ),
  inDatabase(
    'exact numbers would be read past the two persons who allow them',
    `grant usage on schema stat to mnio_app, mnio_worker, mnio_location;
     grant select on stat.exact_cell to mnio_app, mnio_worker, mnio_stats, mnio_location`,
    'tests/server/figures/reports/exact.test.ts'
  )
]

const beside: Mistake[] = [
  ...inFile('policies/figures/outside.ts', administrative, [
    [
      'anybody with an access would read what other bodies count, and what is still being entered of it',
      "accredited && enters(role, 'national')",
      'accredited'
    ]
  ]),
  ...inFile('policies/figures/outside.ts', reports, [
    [
      'anybody with an access would read the reports that France is about to send',
      "accredited && enters(role, 'national')",
      'accredited'
    ]
  ]),
  ...inFile('server/figures/administrative/entering.ts', administrative, [
    [
      'figures of others would be entered with whatever is wrong in them',
      'if (all.length > 0) throw new InvalidInput(all)',
      'if (all.length < 0) throw new InvalidInput(all)'
    ]
  ]),
  ...inFile('server/figures/administrative/lines.ts', administrative, [
    [
      'nothing would ever be said to be wrong in a file of figures',
      'problems: [...problems, ...(problems.length > 0 ? [] : twice(lines))]',
      'problems: []'
    ]
  ]),
  ...inFile('server/figures/administrative/read.ts', administrative, [
    [
      'a figure that was corrected would stand beside its correction',
      'where f.replaced_at is null and (',
      'where ('
    ]
  ]),
  ...inFile('server/figures/reports/taking.ts', reports, [
    [
      'that somebody took a report away would be written nowhere',
      "await audit(tx, actor, now, { chain: 'system', action: 'report.take', object })",
      'void object'
    ]
  ])
]

const stored: Mistake[] = [
  inDatabase(
    'whoever makes figures would read, change and remove all that there is of everybody',
    'grant select, update, delete on all tables in schema public to mnio_stats',
    walls
  ),
  inDatabase(
    'whoever serves pages, sends letters or shows addresses would read each row that figures are made of',
    `grant usage on schema stat to mnio_app, mnio_worker, mnio_location;
     grant select on all tables in schema stat to mnio_app, mnio_worker, mnio_location`,
    walls
  ),
  inDatabase(
    'all that was written of a person would reach whoever makes figures',
    inFunction('stat.life_of(uuid[])', 'where f.key in (', 'where f.key is not null or f.key in ('),
    walls
  ),
  inDatabase(
    'whoever makes figures would see by her acts that a person seeks asylum',
    inFunction(
      'stat.life_of(uuid[])',
      "and e.command !~ '^(asylum|reception|transfer|dna)[.]'",
      'and e.command is not null'
    ),
    walls
  )
]

const heard: Mistake[] = [
  ...inFile('server/notices/hints.ts', channels, [
    [
      'nobody would hear of what happens before they load the page again',
      'for (const listener of these) listener.write(said)',
      'void said'
    ]
  ]),
  ...inFile('server/mail/letter.ts', channels, [
    [
      'a letter would be headed in English first, and be taken for one from nobody known',
      'subject: `${subject.fr} · ${subject.en}`',
      'subject: `${subject.en} · ${subject.fr}`'
    ]
  ]),
  ...inFile('server/notices/hints.ts', devices, [
    [
      'a stream would go on after its session was ended',
      "if (said === sessions) return void lookAgain(listeners.ofPerson(payload ?? ''), look)",
      'if (said === sessions) return'
    ]
  ]),
  ...inFile('server/organisations/members.ts', devices, [
    [
      'anybody would sign anybody out',
      'if (!(own && row.personId === asked.actor.personId)) mustManage(asked.actor, row.orgId)',
      'void mustManage'
    ],
    [
      'whoever lost a device would be signed out on none',
      'await runQuery(tx, endAllOfPerson, [row.personId, at])',
      'void endAllOfPerson'
    ]
  ]),
  ...inFile('server/auth/origin.ts', devices, [
    [
      'a page of another site would end the sessions of whoever looks at it',
      "if (!fromOurPages(sender, settings.origins)) throw new ForeignOrigin('no page of ours')",
      'void fromOurPages(sender, settings.origins)'
    ]
  ]),
  ...inFile('server/worker/kept.ts', 'tests/server/worker/sweep.test.ts', [
    [
      'an unfinished flag would outlive its hour in the demonstration',
      "days: 0,\n    clock: 'told'",
      "days: 0,\n    clock: 'machine'"
    ]
  ])
]

/** Whole answers of the server taken away: what it publishes, what it keeps of it, who hears. */
export const broadFigureServer: Mistake[] = [...made, ...beside, ...stored, ...heard]

export const keptFigureServer: Kept = {
  'tests/server/figures/administrative/administrative.test.ts':
    'Oversight is refused twice, by the policy and by PostgreSQL, of which the second is made wrong; the others read the file of published values and the shape of the answer, in which a slip is one row.',
  'tests/server/figures/quarters.test.ts':
    'When a quarter is over is asked at the instant of Paris; the instant itself is made wrong in the test beside it.',
  'tests/server/figures/releases.noise.test.ts':
    'That nobody who makes figures decides on their noise, and that it is never too little, are a right and a constraint; the right is given in the list of rights.',
  'tests/server/figures/releases.refused.test.ts':
    'That a table is left out only after a refusal is a rule of figures, made wrong there; here it is asked that the refusal reaches whoever asks.',
  'tests/server/figures/releases.test.ts':
    'It holds the words of each refusal as they are read, at the field where they stand; the rules themselves are made wrong with their own tests.',
  'tests/server/figures/store/drawn.test.ts':
    'That the versions of one person never overlap is the work of the one statement that ends what was held: it has this test and no other.',
  'tests/server/figures/walls.test.ts':
    'The request role has no right to write what is published, given in the list of rights; the columns and the days of a request are read from the catalogue, each by its own name.',
  'tests/server/sessions/devices.test.ts':
    'Whoever has no session is refused at the door, which is tried there; that nobody signs themselves out in this way is one line.',
  'tests/server/told/acts.test.ts':
    'One asks that the table of circles names every act there is, so that a new one cannot be forgotten; the other is the control of the comparison that all others stand on.',
  'tests/server/told/channels.test.ts':
    'Two steps in which nobody hears anything: the circle of an act and the reading of a notice both keep her care and what she lives from, so that one mistake alone is not heard here.',
  'tests/server/figures/store/stories.test.ts':
    'Each is the whole road of a case to its coded row (refused, undone, merged, erased, come of age): the mistakes of the list are in the key of the row, and of the road in tests of the worker and of lives.'
}
