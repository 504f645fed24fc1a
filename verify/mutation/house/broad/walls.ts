import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'
import type { Kept } from './kept.ts'
import { apartWalls, wallsOf } from './walls.more.ts'

const [access, cases, cell] = [wallsOf('access'), wallsOf('cases'), wallsOf('cell')]
const [figures, rules, teams] = [wallsOf('figures'), wallsOf('rules'), wallsOf('teams')]
const [beside, processes] = [wallsOf('policies/beside'), wallsOf('policies/processes')]
const returns = wallsOf('policies/returns')

/** Policies that a migration did not write again: PostgreSQL shows nothing by them and takes nothing. */
const gone = (why: string, seen: string, policies: readonly string[]) =>
  inDatabase(why, policies.map((policy) => `drop policy ${policy}`).join('; '), seen)
/** Several statements, one after the other. */
const all = (...statements: string[]) => statements.join('; ')

const ofHouses: readonly Mistake[] = [
  gone('a house would invite nobody, nor read or renew what it sent', access, [
    'invitation_read on invitation',
    'invitation_changed on invitation',
    'invitation_made on invitation'
  ]),
  gone('nothing would be proposed of a house, read by a second person or settled', access, [
    'organisation_proposal_made on organisation_proposal',
    'organisation_proposal_read on organisation_proposal',
    'organisation_proposal_settled on organisation_proposal'
  ]),
  gone('that a house looked at its access would be said and read by nobody', access, [
    'access_review_made on access_review',
    'access_review_read on access_review'
  ]),
  inDatabase(
    'whoever asks would invite anybody, into any house and any role',
    opened('invitation_made on invitation', 'with check'),
    access
  ),
  gone('rules and protocols would be drafted, read and signed by nobody', rules, [
    'config_version_drafted on config_version',
    'config_version_decided on config_version',
    'config_move_of_admin on config_move',
    'local_protocol_drafted on local_protocol',
    'local_protocol_read on local_protocol',
    'local_protocol_decided on local_protocol',
    'local_protocol_signature_given on local_protocol_signature'
  ]),
  gone('the directories of courts, centres, settlements and services would be kept by nobody', rules, [
    'court_referent_added on court_referent',
    'court_referent_verified on court_referent',
    'asylum_occupancy_recorded on asylum_occupancy',
    'asylum_occupancy_corrected on asylum_occupancy',
    'settlement_added on settlement',
    'settlement_closed on settlement',
    'service_offer_said on service_offer'
  ]),
  inDatabase(
    'any house would name the referent of a court, and close the settlements of another',
    all(
      opened('court_referent_added on court_referent', 'with check'),
      opened('settlement_closed on settlement', 'using')
    ),
    rules
  )
]

const ofCases: readonly Mistake[] = [
  gone('no person would be proposed to another house, and no act said to be wrong', cases, [
    'case_handing_proposed on case_handing',
    'case_handing_settled on case_handing',
    'undo_request_asked on undo_request',
    'undo_request_of_either_side on undo_request',
    'undo_request_declined on undo_request'
  ]),
  gone('an emergency access would be settled by nobody, and show no bed', cases, [
    'glass_opening_settled_by_another on glass_opening',
    'stay_in_emergency on stay'
  ]),
  inDatabase(
    'what waits for an answer would be found outside any act of its case',
    all(
      opened('case_handing_settled on case_handing', 'using'),
      opened('undo_request_declined on undo_request', 'using')
    ),
    cases
  ),
  inDatabase(
    'that an act may be wrong would be told to houses of no case of theirs',
    opened('undo_request_of_either_side on undo_request', 'using'),
    cases
  ),
  gone('what is beside a case would be read by nobody: proposals, requests, traces of its clocks', beside, [
    'case_handing_of_either_side on case_handing',
    'undo_request_withdrawn on undo_request',
    'deadline_trace_with_clock on deadline_trace'
  ]),
  gone('places, signatures and directories would be added and read by nobody', beside, [
    'place_added_by_owner on place',
    'local_protocol_signature_read on local_protocol_signature',
    'court_referent_read on court_referent',
    'service_offer_read on service_offer',
    'service_offer_said_again on service_offer'
  ])
]

const readBySecretary = inPolicy(
  'meeting_member_of_cell_or_convened on meeting_member',
  "WHEN 'cell_member'::text THEN is_convened(meeting_id)",
  "WHEN 'cell_member'::text THEN false"
)
const stillPlanned = (table: string) =>
  `exists (select from meeting m where m.id = ${table}.meeting_id and m.state = 'planned')`

const ofTheCell: readonly Mistake[] = [
  gone('a cell would have no voices and no withdrawals', cell, [
    'meeting_vote_own_or_cell on meeting_vote',
    'meeting_recusal_read on meeting_recusal',
    'meeting_recusal_said on meeting_recusal'
  ]),
  gone('a cell would follow nothing up, and never put its agenda in order', cell, [
    'meeting_followup_read on meeting_followup',
    'meeting_followup_written on meeting_followup',
    'meeting_followup_noted_once on meeting_followup',
    'meeting_followup_removed on meeting_followup',
    'meeting_item_changed on meeting_item',
    'meeting_item_removed on meeting_item'
  ]),
  inDatabase(
    'whoever was convened would not read who else was',
    all(
      readBySecretary,
      'alter policy meeting_member_of_cell_or_convened on meeting_member rename to meeting_member_of_cell'
    ),
    cell
  ),
  inDatabase(
    'who was convened would be read by every house in any other role',
    inPolicy('meeting_member_of_cell_or_convened on meeting_member', 'ELSE false', 'ELSE true'),
    cell
  ),
  inDatabase(
    'nobody and no case would come to a meeting once it is called',
    all(
      `alter policy meeting_member_of_cell_or_convened on meeting_member with check (ctx_role() = 'cell_secretary'
        and cell_org_id = ctx_org() and (presence <> 'absent' or ${stillPlanned('meeting_member')}))`,
      `alter policy meeting_item_written on meeting_item with check (ctx_role() = 'cell_secretary' and ${stillPlanned('meeting_item')})`
    ),
    cell
  ),
  inDatabase(
    'anybody would withdraw a member of a cell from a case',
    opened('meeting_recusal_said on meeting_recusal', 'with check'),
    cell
  ),
  inDatabase(
    'the meetings of every cell would be those of every secretary',
    inPolicy(
      'meeting_of_cell_or_convened on meeting',
      "WHEN 'cell_secretary'::text THEN (org_id = ( SELECT ctx_org() AS ctx_org))",
      "WHEN 'cell_secretary'::text THEN true"
    ),
    cell
  ),
  gone('nobody would come back to a case from which they withdrew', returns, [
    'meeting_recusal_taken_back on meeting_recusal'
  ]),
  inDatabase(
    'any member would ask back to a case a house for which they do not sit',
    all(
      opened('meeting_recusal_read on meeting_recusal', 'using'),
      opened('meeting_recusal_taken_back on meeting_recusal', 'using')
    ),
    returns
  )
]

const ofTeams: readonly Mistake[] = [
  inDatabase(
    'PostgreSQL would take every case for one that no team follows',
    inFunction('follows(uuid)', 'return exists', 'return false and exists'),
    teams
  ),
  inDatabase(
    'anybody of a house would end the absence of a colleague',
    opened('team_cover_ended on team_cover', 'using'),
    teams
  ),
  gone('no case would be given to a team, taken from one or seen with it', teams, [
    'caseload_of_who_follows on caseload',
    'caseload_given on caseload',
    'caseload_ended on caseload'
  ]),
  gone('no house would have teams: none is made, joined, left or read', teams, [
    'team_added on team',
    'team_kept on team',
    'team_of_own on team',
    'team_member_added on team_member',
    'team_member_kept on team_member',
    'team_member_of_own on team_member',
    'team_cover_given on team_cover',
    'team_cover_of_own on team_cover'
  ])
]

const ofProcesses: readonly Mistake[] = [
  gone('exact counts and releases would be asked for, settled and read by nobody', figures, [
    'exact_export_asked on exact_export',
    'exact_export_read on exact_export',
    'exact_export_settled on exact_export',
    'release_asked on release',
    'release_answered on release',
    'release_report_read on release_report'
  ]),
  gone('figures of others would be entered, replaced and read by nobody', figures, [
    'administrative_figure_entered on administrative_figure',
    'administrative_figure_read on administrative_figure',
    'administrative_figure_replaced on administrative_figure'
  ]),
  inDatabase(
    'a figure of others would be entered by any house, in any name',
    opened('administrative_figure_entered on administrative_figure', 'with check'),
    figures
  ),
  gone('whoever sends letters would know of nothing that waits', processes, [
    'case_handing_known_to_worker on case_handing',
    'case_handing_lapses on case_handing',
    'meeting_of_letters on meeting',
    'organisation_proposal_counted on organisation_proposal'
  ]),
  gone('whoever makes figures would find nothing to count and write no release', processes, [
    'outbox_counted on outbox',
    'release_made on release',
    'release_report_made on release_report',
    'release_table_made on release_table'
  ]),
  gone('the clock would take up no case, put off none and move none to other rules', processes, [
    'firing_lease_of_clock on firing_lease',
    'deadline_setback_of_clock on deadline_setback',
    'config_move_case_read on config_move_case',
    'config_move_case_written on config_move_case',
    'config_move_case_undone on config_move_case'
  ])
]

/** Whole answers taken away. */
export const broadWalls: Mistake[] = [
  ...ofHouses,
  ...ofCases,
  ...ofTheCell,
  ...ofTeams,
  ...ofProcesses,
  ...apartWalls
]

/** Why tests stay that no mistake brought down. */
export const keptWalls: Kept = {
  [wallsOf('once')]:
    'Each unique index and each foreign key has rows of its own, and falls alone where it is taken away: most foreign keys were not. That what differs is taken is the control.',
  [wallsOf('rights')]:
    'Five rows add a right and ask whether the test sees it; three try to empty tables, which no role was given; one asks for what the functions of the owner alone write.'
}
