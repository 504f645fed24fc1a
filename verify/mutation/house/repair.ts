import type { Mistake } from '../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from './in-database.ts'
import { inFile } from './in-file.ts'

const walls = 'tests/server/repair/asked.walls.test.ts'
const asked = 'tests/server/repair/asked.test.ts'
const rules = 'tests/policies/repair/asked.test.ts'
const merged = 'tests/server/repair/merged.test.ts'
const withdrawn = 'tests/server/repair/withdrawn.test.ts'

/** What others ask to have taken back, and who concludes. */
export const repairMistakes: readonly Mistake[] = [
  inDatabase(
    'what a house entered would be nobody’s once it is another',
    inFunction('strike_act(integer,integer,text,timestamptz)', 'house_today(org_id)', 'org_id'),
    merged
  ),
  inDatabase(
    'whoever asked for an undoing would answer it by taking it back',
    opened('undo_request_declined on undo_request', 'with check'),
    withdrawn
  ),
  inDatabase(
    'whoever asked for an undoing would not hear that its file was left',
    inFunction('undo_requests_lapse()', 'from lapsed l', 'from (select * from lapsed where false) l'),
    withdrawn
  ),
  ...inFile('policies/repair.ts', merged, [
    [
      'the page would leave what a house entered to nobody once it is another',
      '!isHouseOf(actor, orgId)',
      'orgId !== actor.orgId'
    ]
  ]),
  ...inFile('policies/repair.ts', rules, [
    [
      'whoever follows too little of a case would conclude on an act of others',
      'sight.hearsOf(event) && followsAll(event.command, sight)',
      'sight.hearsOf(event)'
    ],
    [
      'a recipient would conclude on what another entered in error',
      'sight.held.some(isConcluder) && sight.hearsOf(event)',
      'sight.hearsOf(event)'
    ],
    [
      'others could be asked to take back what cannot be given back',
      '!alwaysLasting(command) &&',
      "command !== '' &&"
    ]
  ]),
  ...inFile('workflows/case/replay.ts', rules, [
    [
      'an act of which justice alone is told would be lost with another one',
      'const elsewhere = alone ? learnt(before, row, event, by) : before',
      'const elsewhere = alone ? before : before'
    ]
  ]),
  ...inFile('workflows/case/replay.ts', walls, [
    [
      'whoever accompanies would read that an act they are not told of rests on another',
      "sees === 'G' && to === 'same'",
      "sees === null && to === 'same'"
    ]
  ]),
  ...inFile('server/repair/requests.ts', withdrawn, [
    [
      'a request would be taken back by a colleague behind the back of whoever asked',
      'await tellAsking(tx, { event, request, but: null })',
      'await tellAsking(tx, { event, request, but: actor.orgId })'
    ]
  ]),
  ...inFile('server/repair/look.ts', asked, [
    [
      'an act of others would be looked at where nobody asks',
      "if (!own && request?.state !== 'asked')",
      'if (!own && !concludes)'
    ]
  ]),
  ...inFile('server/repair/look.ts', 'tests/server/repair/undo.refusals.test.ts', [
    [
      'an error would stand for ever where the only colleague may not take it back',
      'and person_id <> $2 and role = $3',
      'and person_id <> $2 and $3::text is not null'
    ]
  ]),
  ...inFile('server/repair/look.ts', walls, [
    [
      'whoever asked would take the act back as another house',
      "request?.askedBy === actor.personId ? 'asker' : null",
      "request === null ? 'asker' : null"
    ]
  ]),
  ...inFile('server/repair/waiting.ts', walls, [
    [
      'what waits would be hidden behind what asks nothing of a reader',
      'and exists (select from case_event e where',
      'or exists (select from case_event e where'
    ]
  ]),
  inDatabase(
    'PostgreSQL would let whoever asked say no, as another house',
    inPolicy(
      'undo_request_declined on undo_request',
      '(asked_by <> ( SELECT ctx_person() AS ctx_person))',
      'true'
    ),
    walls
  ),
  inDatabase(
    'PostgreSQL would let whoever asked strike the act, as another house',
    inFunction('strike_act(integer,integer,text,timestamptz)', 'and u.asked_by <> ctx_person()', ''),
    walls
  ),
  inDatabase(
    'what was asked of an archived file would wait for ever',
    'drop trigger undo_requests_lapse on "case"',
    withdrawn
  ),
  ...inFile('server/repair/ask.ts', walls, [
    [
      'what was not read would be asked about',
      'if (version !== tagOf(gate.keys, follows))',
      "if (version === '')"
    ],
    [
      'whoever concludes would be told that they are to undo it, where they ask for others',
      "if (!own) throw new NotFound('not theirs to ask')",
      "if (own === undefined) throw new NotFound('not theirs to ask')"
    ]
  ]),
  ...inFile('server/repair/requests.ts', asked, [
    ['whoever asked would not learn that it was answered', 'id is distinct from $2', 'id = $2'],
    [
      'every organisation of the case would be told that an act was entered in error',
      '.filter(({ capacity }) => concludesIn(capacity, event, facts))',
      '.filter(({ capacity }) => capacity.length > 0)'
    ]
  ]),
  ...inFile('server/repair/waiting.ts', asked, [
    [
      'an act that was answered would go on waiting',
      "request.state === 'asked' && event.struckBy === null",
      'request.id !== event.command'
    ]
  ]),
  inDatabase(
    'a request to take an act back could be written for the act of another',
    opened('undo_request_asked on undo_request', 'with check'),
    walls
  ),
  inDatabase(
    'whoever asked could answer themselves',
    inPolicy('undo_request_declined on undo_request', 'concludes_undo(case_id)', 'true'),
    walls
  ),
  inDatabase(
    'an act of others could be struck by any who take part, once it is asked',
    inFunction(
      'strike_act(integer,integer,text,timestamp with time zone)',
      'concludes_undo(ctx_case())',
      'true'
    ),
    walls
  ),
  inDatabase(
    'an act of others could be struck though nobody asked',
    inFunction(
      'strike_act(integer,integer,text,timestamp with time zone)',
      "u.state = 'asked'",
      "u.state <> ''"
    ),
    walls
  ),
  inDatabase(
    'what a person needs would be read in a request after their file was erased',
    inFunction(
      'erase_sealed(jsonb)',
      "update referral set preview = preview - 'needs' where case_id = ctx_case();",
      ''
    ),
    'tests/server/commands/closing.test.ts'
  ),
  ...inFile('workflows/case/closing.problems.ts', 'tests/workflows/regions/closure.test.ts', [
    [
      'somebody whom a cell has weighed would be closed as if they had never been flagged',
      "['flagged', 'under_triage'].includes(regions.identification)",
      "regions.identification !== 'presumed'"
    ],
    [
      'somebody who was told of their rights would be closed as flagged in error',
      "regions.consent === 'not_informed'",
      'regions.consent.length > 0'
    ]
  ])
]
