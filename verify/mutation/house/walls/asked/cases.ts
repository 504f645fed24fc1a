import type { Mistake } from '../../../mistake.ts'
import { by, inState, ofCase, ofOrg, org, person, unasked } from './predicate.ts'

const cases = 'tests/server/db/walls/cases.test.ts'
const teams = 'tests/server/db/walls/teams.test.ts'
const emergency = 'tests/server/emergency/walls.test.ts'
const [leads, leadsSelf] = [
  '( SELECT ctx_leads() AS ctx_leads)',
  '((NOT leads) OR ( SELECT ctx_leads_self() AS ctx_leads_self))'
]
const ofRequest = '(EXISTS ( SELECT FROM undo_request u WHERE (u.id = notice.about_id)))'

const ofCases: readonly Mistake[] = [
  ...unasked('case_handing_proposed on case_handing', cases, [
    ['a person would be proposed to another house outside any act of her case', ofCase],
    ['a person would be proposed in the name of the house that accompanies her', `(from_org_id = ${org})`],
    ['a person would be proposed in the name of a colleague', by('proposed_by')],
    ['a person would be handed on without an answer', inState('proposed')],
    [
      'a person would be proposed by a house that does not accompany her',
      "takes_part(case_id, 'referent'::text)"
    ]
  ]),
  ...unasked('case_handing_settled on case_handing', cases, [
    ['what was refused of a person would be accepted afterwards', inState('proposed')],
    ['what was proposed of a person would be settled by a third house', `(${org} = to_org_id)`],
    [
      'whoever proposed a person would accept her for the other house',
      `WHEN 'accepted'::text THEN (to_org_id = ${org})`,
      "WHEN 'accepted'::text THEN true"
    ],
    [
      'what was proposed of a person would be taken back by whom it was proposed to',
      `ELSE (from_org_id = ${org})`,
      'ELSE true'
    ]
  ]),
  ...unasked('undo_request_asked on undo_request', cases, [
    ['that an act be undone would be asked outside any act of its case', ofCase],
    ['a request to undo an act would be born declined', inState('asked')],
    ['that an act be undone would be asked in the name of a colleague', by('asked_by')],
    ['that an act be undone would be asked by who takes part no more', 'takes_part(case_id, NULL::text)'],
    ['that an act be undone would be asked by who did not enter it', 'entered_act(case_id, seq)']
  ]),
  ...unasked('undo_request_of_either_side on undo_request', cases, [
    [
      'that an act may be wrong would be told to every house of the case',
      '(concludes_undo(case_id) OR entered_act(case_id, seq))'
    ]
  ]),
  ...unasked('undo_request_declined on undo_request', cases, [
    ['whoever asked that an act be undone would answer it', `(asked_by <> ${person})`],
    ['a request to undo an act would be answered by any house of the case', 'concludes_undo(case_id)'],
    ['a request to undo an act would be answered in the name of a colleague', by('settled_by')],
    ['an act would be said to be undone, and stand', inState('declined')]
  ]),
  ...unasked('glass_opening_settled_by_another on glass_opening', cases, [
    ['an emergency access would be settled outside any act of its case', 'using'],
    ['an emergency access would be confirmed by a house that nobody asked', `(confirm_org_id = ${org})`],
    ['whoever opened a case in an emergency would confirm it, as another house', `(person_id <> ${person})`],
    ['an emergency access would be confirmed in the name of a colleague', by('settled_by')],
    [
      'an emergency access would be said to have lapsed by who is to answer',
      "(state = ANY (ARRAY['confirmed'::text, 'refused'::text]))"
    ],
    [
      'an emergency access would be confirmed by nobody',
      `WHEN 'system'::text THEN ${inState('lapsed')}`,
      "WHEN 'system'::text THEN true"
    ]
  ]),
  ...unasked('compartment_in_emergency on compartment', emergency, [
    ['every sealed value would be opened without an emergency', 'using']
  ]),
  ...unasked('stay_in_emergency on stay', cases, [
    ['where every person sleeps would be opened without an emergency', 'using']
  ])
]

const ofTeams: readonly Mistake[] = [
  ...unasked('caseload_of_who_follows on caseload', teams, [
    ['who follows a case would be read by another house', ofOrg],
    [
      'who follows a case would be read by another team',
      '(team_id = ANY (( SELECT ctx_teams() AS ctx_teams)::uuid[]))'
    ]
  ]),
  ...unasked('caseload_given on caseload', teams, [
    ['a case would be given to a team outside any act of it', ofCase],
    ['a case would be given to a team of another house', ofOrg],
    ['a case would be given to a team in the name of a colleague', by('by_id')]
  ]),
  ...unasked('caseload_ended on caseload', teams, [
    ['a case would be taken from the team of another house', 'using']
  ]),
  ...unasked('team_added on team', teams, [
    ['a team would be made by whoever leads none', leads],
    ['a team would be made in another house', ofOrg]
  ]),
  ...unasked('team_kept on team', teams, [
    ['a team would be closed by any of its members', leads],
    [
      'a team would be closed by who stands in for a few days',
      '((closed_at IS NULL) OR ( SELECT ctx_leads_self() AS ctx_leads_self))'
    ]
  ]),
  ...unasked('team_member_added on team_member', teams, [
    ['anybody would put themselves into a team, and read its cases', leads],
    ['who stands in for a few days would name who leads for good', leadsSelf],
    ['somebody would be put into a team of another house', ofOrg]
  ]),
  ...unasked('team_member_kept on team_member', teams, [
    ['who leads would be taken off by whoever stands in for them', 'using'],
    ['who stands in for a few days would make somebody lead for good', 'with check'],
    [
      'who leads in one house would take people off the teams of another',
      `(${ofOrg} AND ${leads} AND`,
      `(${leads} AND`
    ],
    ['a colleague would be taken off a team by another of its members', leads]
  ]),
  ...unasked('team_cover_given on team_cover', teams, [
    ['a colleague would be said to be away, and their cases read', `(${by('absent_id')} OR ${leads})`],
    ['an absence would be said in the name of a colleague', by('by_id')],
    ['an absence would be said in another house', ofOrg]
  ]),
  ...unasked('notice_of_undo on notice', teams, [
    ['that an act may be wrong would be told to a team that does not follow the case', ofRequest],
    ['whoever reads what may be undone would read what else the house is told', "(about = 'undo'::text)"],
    ['that an act may be wrong would be read as another house is told it', ofOrg]
  ]),
  ...unasked('case_handing_of_either_side on case_handing', teams, [
    ['that a person is proposed would be read by a team that does not follow her', 'follows(case_id)']
  ]),
  ...unasked('referral_of_either_side on referral', teams, [
    ['what is asked of a house would be read by a team that does not follow the case', 'follows(case_id)']
  ]),
  ...unasked('team_of_own on team', teams, [['the teams of a house would be read by another', 'using']]),
  ...unasked('team_member_of_own on team_member', teams, [
    ['who works in which team would be read by another house', 'using']
  ]),
  ...unasked('team_cover_of_own on team_cover', teams, [
    ['who is away would be read by another house', 'using']
  ])
]

/** What the database asks in the course of a case, and of the teams that follow it. */
export const casePredicates: readonly Mistake[] = [...ofCases, ...ofTeams]
