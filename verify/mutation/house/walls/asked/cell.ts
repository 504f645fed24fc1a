import type { Mistake } from '../../../mistake.ts'
import { by, inRole, ofOrg, org, unasked } from './predicate.ts'

const cell = 'tests/server/db/walls/cell.test.ts'
const ofCell = `(cell_org_id = ${org})`

/** What the database asks of meetings, voices and withdrawals. */
export const cellPredicates: readonly Mistake[] = [
  ...unasked('meeting_vote_own_or_cell on meeting_vote', cell, [
    ['how each member voted would be read by the others', 'using'],
    ['any member would give the voice of another', 'with check'],
    [
      'a voice would be given in the name of a colleague',
      `(recorded_by = 'member'::text) AND ${by('person_id')}`,
      "(recorded_by = 'member'::text)"
    ],
    ['a member would give a voice as if the secretary had recorded it', "(recorded_by = 'member'::text)"],
    ['the secretary would give a voice as if the member had', "(recorded_by = 'secretary'::text)"]
  ]),
  ...unasked('meeting_member_of_cell_or_convened on meeting_member', cell, [
    [
      'who sits in a cell would be read by the secretary of another',
      `WHEN 'cell_secretary'::text THEN ${ofCell}`,
      "WHEN 'cell_secretary'::text THEN true"
    ],
    ['who was convened would be read by a member who was not', 'is_convened(meeting_id)'],
    ['a member would convene whom they please', 'with check']
  ]),
  ...unasked('meeting_recusal_read on meeting_recusal', cell, [
    ['who is too close to a case would be read by the other members', by('person_id')],
    [
      'who withdrew for a house would be read there in another role',
      `${inRole('cell_member')} AND whole`,
      'whole'
    ],
    ['which house withdrew would be read by those who sit for another', ofOrg],
    ['who withdrew in a cell would be read by the secretary of another', ofCell]
  ]),
  ...unasked('meeting_recusal_said on meeting_recusal', cell, [
    ['a colleague would be withdrawn, and lose their voice', by('person_id')],
    ['a member would withdraw another house', ofOrg],
    ['a withdrawal would be born over', '(ended_at IS NULL)'],
    [
      'a member would withdraw from another case than the line is of',
      '(i.case_id = meeting_recusal.case_id)'
    ],
    ['a withdrawal would be told to another cell', '(m.org_id = meeting_recusal.cell_org_id)']
  ]),
  ...unasked('meeting_followup_read on meeting_followup', cell, [
    ['what a cell follows would be read by another', 'using']
  ]),
  ...unasked('meeting_followup_written on meeting_followup', cell, [
    ['what a cell follows would be written by anybody', 'with check']
  ]),
  ...unasked('meeting_followup_noted_once on meeting_followup', cell, [
    ['what came of a follow-up would be noted by a member', 'using']
  ]),
  ...unasked('meeting_followup_removed on meeting_followup', cell, [
    ['what a cell follows would be taken off by a member', 'using']
  ]),
  ...unasked('meeting_item_written on meeting_item', cell, [
    ['a member would put a case on the agenda', inRole('cell_secretary')]
  ]),
  ...unasked('meeting_item_changed on meeting_item', cell, [
    ['the agenda of a cell would be rewritten by another cell', 'using'],
    ['a member would rewrite the agenda, and what came of each case', 'with check']
  ]),
  ...unasked('meeting_item_removed on meeting_item', cell, [
    ['a member would take a case off the agenda', inRole('cell_secretary')]
  ])
]
