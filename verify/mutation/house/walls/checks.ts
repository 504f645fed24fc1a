import type { Mistake } from '../../mistake.ts'
import { inDatabase } from '../in-database.ts'

const checks = 'tests/server/db/walls/checks.test.ts'

/** What a row could say, were one bond of its table gone: the table, the bond, and what it would do. */
const loosened: [table: string, check: string, why: string][] = [
  ['case_event', 'case_event_struck_later', 'an act would be struck by one that came before it'],
  ['case_handing', 'case_handing_of_two', 'a person would be handed to the association that has her'],
  [
    'case_handing',
    'case_handing_expires',
    'what is proposed of a person would have run out as it is proposed'
  ],
  ['case_link', 'case_link_of_two', 'a person would be linked to herself'],
  ['caseload', 'caseload_of_somebody', 'a case would be followed by nobody, and count as followed'],
  ['deadline', 'deadline_suspended_since', 'a clock would stand still since no day'],
  ['glass_opening', 'glass_opening_settled', 'an emergency access would be settled and stay open'],
  ['habilitation', 'habilitation_given_or_asked', 'an association would hold a regime that nobody gave'],
  ['invitation', 'invitation_used_by_somebody', 'an invitation would be used by nobody'],
  [
    'local_protocol',
    'local_protocol_of_its_territory',
    'a protocol would bear the name of another territory'
  ],
  ['local_protocol', 'local_protocol_signed_says_when', 'a protocol would be signed on no day'],
  [
    'meeting_recusal',
    'meeting_recusal_ended',
    'who withdrew would come back and nobody would know who said it'
  ],
  [
    'organisation_proposal',
    'organisation_proposal_settled_by_somebody',
    'a house would be accredited by nobody'
  ],
  ['release', 'release_of_what_is_over', 'figures would count days that are still to come'],
  ['session', 'session_ends_after_it_begins', 'a session would have no end'],
  ['team_cover', 'team_cover_of_two', 'somebody would stand in for themselves'],
  ['undo_request', 'undo_request_settled_whole', 'that an act be undone would be declined by nobody']
]

export const checkMistakes: readonly Mistake[] = loosened.map(([table, check, why]) =>
  inDatabase(why, `alter table ${table} drop constraint ${check}`, checks)
)
