import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const world = 'tests/server/reading/ended.test.ts'

/** What has ended and is read as if it stood, and what was agreed on before it moved: drawn at chance, and seen by no test until then. */
export const endedMistakes = [
  ...inFile('server/meetings/followup.ts', world, [
    [
      'a cell would be led to a case that it looked at and takes no part in any more',
      "and p.capacity = 'cell' and p.until is null) as held",
      "and p.capacity = 'cell') as held"
    ]
  ]),
  ...inFile('server/organisations/review.ts', world, [
    [
      'whoever left a house would be confirmed in the review of who has access to it',
      'where m.org_id = $1 and (m.until is null or m.until > wall_clock()) order by p.display_name',
      'where m.org_id = $1 order by p.display_name'
    ]
  ]),
  inDatabase(
    'a person would count as accompanied by a house that has left them',
    inFunction(
      'is_accompanied(uuid)',
      "p.capacity = 'referent' and p.until is null and acts_today(p.org_id)",
      "p.capacity = 'referent' and acts_today(p.org_id)"
    ),
    world
  ),
  inDatabase(
    'a team to which a case was promised once, and then to others, could not be closed before that day',
    inFunction('team_closes_empty()', 'greatest(since, wall_clock())', 'wall_clock()'),
    'tests/server/teams/promised.test.ts'
  ),
  ...inFile('server/teams/close.ts', 'tests/server/teams/promised.test.ts', [
    [
      'a case would go to somebody to whom it was promised no more',
      'n.until is null and n.since > (select wall_clock())',
      'n.since > (select wall_clock())'
    ]
  ]),
  ...inFile('server/disclosure/snapshot.ts', 'tests/server/commands/merged.again.test.ts', [
    [
      'the page of a file that was merged twice would fail',
      "command = 'merge.propose' order by seq desc limit 1`",
      "command = 'merge.propose' order by seq desc`"
    ]
  ]),
  ...inFile('server/organisations/proposing/regime.ts', 'tests/server/organisations/ending/renewed.test.ts', [
    [
      'a second person would confirm another end of an approval than the one that was proposed',
      "const keys = ['since', 'until', 'askedOn', 'completeOn'] as const",
      "const keys = ['since', 'askedOn', 'completeOn'] as const"
    ]
  ]),
  inDatabase(
    'what is erased would take along every clock that its file ever had',
    inFunction('erase_sealed(jsonb)', " and (code like 'D-MAJORITY%' or code like 'D-LIMIT%MINOR')", ''),
    'tests/server/cases/erased.test.ts'
  ),
  inDatabase(
    'a seat that was left long ago would be said to be left today',
    inFunction('seats_end(uuid)', "capacity = 'cell_member' and until is null", "capacity = 'cell_member'"),
    'tests/server/meetings/seats.moved.test.ts'
  ),
  ...inFile('server/meetings/item.view.ts', 'tests/server/meetings/no-court.test.ts', [
    [
      'an agenda would ask for the court of a case where there is none to choose',
      'courts.length > 0 &&',
      'courts.length >= 0 &&'
    ]
  ]),
  inDatabase(
    'the flag with which a file begins could be struck',
    inFunction(
      'strike_act(integer, integer, text, timestamptz)',
      'seq > 1 and struck_by is null',
      'seq >= 1 and struck_by is null'
    ),
    'tests/server/repair/flag.walls.test.ts'
  )
]
