/** Rows past a check, and within it: only what the check reads is said. */
export type Examples = Record<string, { refused: object[]; taken: object[] }>

export const [day, morrow] = ['2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z']
export const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
/** Both or neither. */
export const whole = (first: object, second: object) => ({
  refused: [first, second],
  taken: [{}, { ...first, ...second }]
})

/** Of a case, its acts, its parts, its meetings. */
export const ofCases: Examples = {
  case_event_struck_later: {
    refused: [{ seq: 3, struck_by: 3 }],
    taken: [{ seq: 3, struck_by: 4 }]
  },
  case_event_struck_whole: {
    refused: [{ struck_by: 4 }, { struck_at: day }, { struck_by: 4, struck_at: day }],
    taken: [{}, { seq: 1, struck_by: 4, struck_at: day, struck_for: 'wrong_person' }]
  },
  case_handing_expires: {
    refused: [{ proposed_at: day, expires_at: day }],
    taken: [{ proposed_at: day, expires_at: morrow }]
  },
  case_handing_of_two: {
    refused: [{ from_org_id: one, to_org_id: one }],
    taken: [{ from_org_id: one, to_org_id: two }]
  },
  case_handing_settled_whole: {
    refused: [{ state: 'proposed', settled_at: day }, { state: 'accepted' }],
    taken: [{ state: 'proposed' }, { state: 'accepted', settled_at: day }]
  },
  case_link_class_of_kind: {
    refused: [
      { kind: 'operation', data_class: 'D' },
      { kind: 'family', data_class: 'F' }
    ],
    taken: [
      { kind: 'operation', data_class: 'F' },
      { kind: 'family', data_class: 'D' }
    ]
  },
  case_link_ended_whole: whole({ ended_at: day }, { ended_by: one }),
  case_link_of_two: {
    refused: [
      { low_id: one, high_id: one },
      { low_id: two, high_id: one }
    ],
    taken: [{ low_id: one, high_id: two }]
  },
  caseload_ends: {
    refused: [{ since: morrow, until: day, person_id: one }],
    taken: [{ since: day, until: day, person_id: one }]
  },
  caseload_of_somebody: { refused: [{}], taken: [{ team_id: one }, { person_id: one }] },
  deadline_setback_attempts_check: { refused: [{ attempts: 0 }], taken: [{ attempts: 1 }] },
  deadline_setback_error_check: {
    refused: [{ error: 'x'.repeat(61) }],
    taken: [{ error: 'x'.repeat(60) }]
  },
  deadline_suspended_since: {
    refused: [{ state: 'suspended' }],
    taken: [{ state: 'running' }, { state: 'suspended', suspended_at: day }]
  },
  glass_opening_place_for_police: {
    refused: [{ role: 'cell_secretary', classes: ['A'], capacity: 'police' }],
    taken: [{ role: 'police', classes: ['A'], capacity: 'police' }]
  },
  glass_opening_settled: {
    refused: [{ state: 'open', settled_at: day }, { state: 'lapsed' }],
    taken: [{ state: 'open' }, { state: 'lapsed', settled_at: day }]
  },
  glass_opening_two_people: {
    refused: [{ person_id: one, settled_by: one }],
    taken: [{ person_id: one }, { person_id: one, settled_by: two }]
  },
  glass_opening_within_sight: {
    refused: [
      { capacity: 'cell', classes: [] },
      { capacity: 'flagger', classes: ['C'] },
      { capacity: 'prefecture', classes: ['B'] }
    ],
    taken: [{ capacity: 'cell', classes: ['B', 'C'] }]
  },
  identity_mark_of_identity: { refused: [{ data_class: 'C' }], taken: [{ data_class: 'B' }] },
  meeting_followup_noted: whole({ outcome: 'settled' }, { noted_at: day }),
  meeting_recusal_back: whole({ back_by: one }, { back_reason: 'over' }),
  meeting_recusal_ended: {
    refused: [{ ended_at: day, ended_by: one }, { ended_at: day, reason: 'over' }, { ended_by: one }],
    taken: [{}, { ended_at: day, ended_by: one, reason: 'over' }]
  },
  place_out_until_with_reason: {
    refused: [{ out_until: '2026-11-24' }],
    taken: [{ out_of_service: 'works' }, { out_of_service: 'works', out_until: '2026-11-24' }]
  },
  referral_answer_numbered: whole({ answer: 'yes' }, { answer_seq: 1 }),
  undo_request_settled_whole: {
    refused: [
      { state: 'asked', settled_at: day },
      { state: 'declined', settled_at: day },
      { state: 'lapsed', settled_at: day, settled_by: one }
    ],
    taken: [
      { state: 'asked' },
      { state: 'lapsed', settled_at: day },
      { state: 'declined', settled_at: day, settled_by: one }
    ]
  }
}
