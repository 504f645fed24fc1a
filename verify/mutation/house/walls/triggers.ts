import type { Mistake } from '../../mistake.ts'
import { inDatabase } from '../in-database.ts'

const kept = 'tests/server/db/moved/kept.test.ts'
const merging = 'tests/server/db/moved/merging.test.ts'
const teams = 'tests/server/db/moved/teams.test.ts'

/** Triggers of which one is missing: what would then happen, and which test sees it. */
const missing: readonly (readonly [why: string, trigger: string, seen?: string])[] = [
  ['a meeting would be rewritten after it was closed', 'meeting_frozen on meeting'],
  ['what came of a follow-up would be rewritten', 'meeting_followup_frozen on meeting_followup'],
  ['what was left out of figures would be rewritten', 'release_report_kept on release_report'],
  ['a release would vanish, and its number be given again', 'release_not_removed on release'],
  ['all releases would be emptied at once', 'release_not_emptied on release'],
  ['all reports of releases would be emptied at once', 'release_report_not_emptied on release_report'],
  ['all tables of releases would be emptied at once', 'release_table_not_emptied on release_table'],
  ['all noise would be drawn anew, and averaged away', 'noise_not_emptied on stat.noise'],
  [
    'a side would sign a protocol that was rewritten since, or its own',
    'local_protocol_signed_as_written on local_protocol_signature'
  ],
  ['the police would give somebody the role of a prefecture', 'membership_of_kind on membership'],
  ['somebody would be put into a team that is closed', 'team_member_of_open_team on team_member'],
  ['a house that has a team would read its cases as one that has none', 'team_begun on team'],
  [
    'a part that begins again would show the line that it had when it ended',
    'participation_begins_again on participation'
  ],
  ['a case that moved would be counted as it was', 'case_counted on "case"'],
  ['a referral that moved would be counted as it was', 'referral_counted on referral'],
  ['a clock that stopped would be counted as running', 'deadline_counted on deadline'],
  ['a clock would stay that an act began which was taken back', 'deadline_opened_by on deadline'],
  ['a clock would stay stopped by an act that was taken back', 'deadline_touched_by on deadline'],
  ['an access that ended would be held open by who is signed in', 'membership_changed on membership'],
  [
    'a house that was suspended would be held open by who is signed in',
    'organisation_changed on organisation'
  ],
  ['a page would go on telling what is new to a session that ended', 'session_ended on session'],
  [
    'what was allowed to leave exactly would not be what leaves',
    'exact_export_frozen on exact_export',
    'tests/server/figures/reports/exact.test.ts'
  ],
  [
    'what one administrator offered alone would make another although there are two',
    'second_administers on membership',
    'tests/server/organisations/left-alone.test.ts'
  ],
  [
    'an act would be struck by none that takes it back',
    'case_event_struck_by_its_own on case_event',
    'tests/server/repair/strike.walls.test.ts'
  ],
  [
    'the identifier of a house would be lost as it goes into another',
    'identifier_followed on organisation',
    merging
  ],
  [
    'meetings of a house would stay with nobody as it goes into another',
    'keepings_followed on organisation',
    merging
  ],
  [
    'teams of a house would stay with nobody as it goes into another',
    'organisation_brings_teams on organisation',
    teams
  ],
  [
    'where people live would stay with nobody as a house goes into another',
    'settlements_followed on organisation',
    merging
  ],
  [
    'what somebody wrote offline would be lost as a house goes into another',
    'unsent_followed on organisation',
    merging
  ]
]

/** What a trigger keeps or brings about. */
export const triggerMistakes: readonly Mistake[] = missing.map(([why, trigger, seen = kept]) =>
  inDatabase(why, `drop trigger ${trigger}`, seen)
)
