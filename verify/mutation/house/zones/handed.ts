import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const flagEnded = 'tests/server/organisations/flag-ended.test.ts'
const handing = 'tests/server/handing/before.test.ts'
const nobody = 'tests/server/organisations/ending/nobody.test.ts'
const lastAccess = 'tests/server/organisations/ending/last-access.test.ts'
const unread = 'tests/server/referrals/unread.test.ts'
const ofCell = 'tests/server/organisations/ending/cell.test.ts'
const programme = 'tests/server/handing/programme.test.ts'

/** What a cell leaves unread when its last access ends, and what waits for it when a house leaves a person. */
const cellMistakes: readonly Mistake[] = [
  inDatabase(
    'whoever accompanies would not hear that nobody of the cell reads any more',
    inFunction('last_access_ended()', 'perform leave_unread(new.org_id);', ''),
    ofCell
  ),
  inDatabase(
    'anybody would count what a cell reads',
    inFunction('would_leave_unread(uuid)', 'administers() or ctx_org() = p_org', 'true'),
    ofCell
  ),
  inDatabase(
    'a closed case would be counted among those that nobody of the cell reads',
    inFunction('unread_with(uuid)', " and c.closure not like 'closed\\_%'", ''),
    ofCell
  ),
  inDatabase(
    'whoever accompanies would hear twice that nobody of the cell reads',
    inFunction('leave_unread(uuid)', 'mine.left_told is distinct from mine.org_id', 'true'),
    ofCell
  ),
  inDatabase(
    'a cell would be asked to name another for whom another cell keeps the file',
    inFunction('left_to_cell()', 'and cell.org_id = ctx_org()', ''),
    ofCell
  ),
  inDatabase(
    'a cell would be asked to name another for whom somebody accompanies again',
    inFunction('left_to_cell()', 'and acts_today(p.org_id)', 'and false'),
    ofCell
  ),
  ...inFile('server/lists/left.ts', ofCell, [
    [
      'who names no association would be asked to',
      "if (!enters(actor.role, 'naming')) throw new NotFound('names no association')",
      ''
    ]
  ]),
  ...inFile('server/notices/lines.ts', ofCell, [
    [
      'whoever accompanies would read that nobody does, where it is the cell that nobody is in',
      "'left' : 'unread'",
      "'left' : 'left'"
    ]
  ])
]

/** Who comes to accompany a person: named, or handed the case. */
export const handedMistakes: readonly Mistake[] = [
  ...inFile('server/handing/propose.ts', handing, [
    [
      'a person would be proposed to another association on a page that is old',
      "if (version !== tagOf(gate.keys, follows)) throw new VersionConflict('the case has moved')",
      ''
    ],
    [
      'a person would be proposed by who does not accompany them',
      'if (!row || !mayHandOn(actor, held)) throw',
      'if (!row) throw'
    ],
    [
      'a case would be proposed to an association that is not accredited to flag',
      " and ${mayAccompany('organisation.id')}",
      ''
    ]
  ]),
  ...inFile('server/handing/settle.ts', handing, [
    [
      'an association whose accreditation ended since would take over a case',
      '(await accompanying(tx, [toOrgId])).length === 0',
      'false'
    ]
  ]),
  ...inFile('server/cases/habilitations.ts', nobody, [
    [
      'a person would be entrusted to an association in which nobody has access',
      ' and ${isStaffed(org)})`',
      ')`'
    ]
  ]),
  inDatabase(
    'who sits in the cell alone would be taken for somebody who accompanies',
    inFunction('acts_today(uuid)', "m.role <> 'cell_member' and ", ''),
    nobody
  ),
  inDatabase(
    'a suspended association would be taken for one that acts',
    inFunction('acts_today(uuid)', " and o.status = 'accredited'", ''),
    'tests/server/organisations/fallen.test.ts'
  ),
  ...inFile('server/cases/participation.ts', nobody, [
    [
      'an association that its last person left would stand between a person and their cell',
      "${isStaffed('p.org_id')} as acts",
      'true as acts'
    ]
  ]),
  ...inFile('server/cases/on-call.ts', 'tests/server/commands/flag-form.test.ts', [
    [
      'a flag that nobody in the cell could read would be said to be received',
      'there.get(code) === false',
      'false'
    ]
  ]),
  ...inFile('server/organisations/people.ts', lastAccess, [
    [
      'whoever ends the last access of a house would not read whom it leaves',
      'left: last?.id === one.id ? last.left : nothingLeft',
      'left: nothingLeft'
    ]
  ]),
  ...inFile('server/referrals/line.ts', unread, [
    [
      'whoever asks a service in which nobody has access would wait without a word',
      'names.isEmpty(recipientOrgId)',
      'false'
    ],
    [
      'of a request that was answered, it would be said that nobody reads it',
      'isUnanswered(row) && names',
      'names'
    ]
  ]),
  ...inFile('server/reading/lookups.ts', unread, [
    [
      'a service in which nobody has access would be chosen unwarned',
      'one.staffed ? null : nobodyReads[locale]',
      'null'
    ]
  ]),
  inDatabase(
    'whoever accompanies would wait for a cell in which nobody reads',
    inFunction('cell_unread(uuid)', ' and acts_today(p.org_id)', ''),
    nobody
  ),
  inDatabase(
    'the cell itself would be told that nobody of it reads',
    inFunction('cell_unread(uuid)', "takes_part(p_case, 'referent')", 'takes_part(p_case, null)'),
    nobody
  ),
  ...cellMistakes,
  ...inFile('server/organisations/store.ts', nobody, [
    [
      'whoever administers would not see in which houses nobody has access',
      "o.status = 'accredited' and not ${isStaffed('o.id')} as empty",
      'false as empty'
    ]
  ]),
  inDatabase(
    'a cell would not hear of those whom the last access of a house leaves',
    'drop trigger last_access_ended on membership',
    lastAccess
  ),
  inDatabase(
    'a cell would not hear of those who are left a second time',
    'drop trigger first_access_given on membership',
    lastAccess
  ),
  inDatabase(
    'a cell would hear that nobody accompanies a person while somebody has access there',
    inFunction('last_access_ended()', 'm.id <> new.id and', 'false and'),
    lastAccess
  ),
  inDatabase(
    'anybody would count whom a house accompanies',
    inFunction('would_leave_alone(uuid)', 'administers() or ctx_org() = p_org', 'true'),
    lastAccess
  ),
  inDatabase(
    'a house whose accreditation ended would be entrusted with a person past the page',
    'drop trigger accompanying_begins on participation',
    flagEnded
  ),
  inDatabase(
    'a person would lose whoever accompanies them, with the accreditation of that house',
    inFunction('accompanying_begins()', "p.capacity = 'referent'\n    and p.until is null", 'false'),
    flagEnded
  ),
  inDatabase(
    'a house that accompanied a person once would do so again under no accreditation',
    inFunction('accompanying_begins()', '\n    and p.until is null', ''),
    flagEnded
  ),
  inDatabase(
    'an accreditation that ended would entrust persons for ever',
    inFunction(
      'accompanies_anew(uuid)',
      "\n      and (h.until is null or h.until >= (wall_clock() at time zone 'Europe/Paris')::date)",
      ''
    ),
    flagEnded
  ),
  inDatabase(
    'whoever confirms a merge would not read whom a house without accreditation comes to accompany',
    inFunction('merge_changes(uuid,uuid)', 'not accompanies_anew(b.id)', 'false'),
    flagEnded
  ),
  ...inFile('server/disclosure/handing/travel.ts', programme, [
    [
      'somebody under an exit programme would be handed on, and nobody told that an approval does not go with them',
      "['asked', 'running'].includes(facts.exitProgramme)",
      'facts.archived'
    ]
  ]),
  ...inFile('server/handing/view.ts', programme, [
    [
      'an association would take a case over, and not be told that it is not approved for the exit programme',
      'waits && asked ? await warningOf(tx, reader) : null',
      'null'
    ],
    [
      'each association would be said to be approved for the exit programme',
      'lacking.includes(one.id) ?',
      'lacking.length < 0 ?'
    ]
  ]),
  ...inFile('server/commands/sharing.ts', 'tests/server/organisations/fallen.test.ts', [
    [
      'an association that is not accredited to flag would be named to accompany a person',
      "await accompanying(tx, await organisationsOf(tx, 'association', territory))",
      "await organisationsOf(tx, 'association', territory)"
    ]
  ]),
  // The code asks as well whether somebody accompanies the person.
  inDatabase(
    'a person whom somebody accompanies would be said to have been left alone',
    inFunction('lost_referent(uuid)', 'not is_accompanied(p_case)', 'true'),
    'tests/server/organisations/fallen.test.ts'
  )
]
