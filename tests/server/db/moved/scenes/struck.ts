import type { Scene } from '../rows.ts'

const act = (case_id: string, seq: number, org_id: string, more: object = {}) => ({
  ...{ case_id, seq, org_id, command: 'housing.note', traced: true, role: 'asso', input: {} },
  ...more
})
const rows = (
  of: { house?: string; asked_by?: string; state?: string; more?: object; part?: object } = {}
) => ({
  organisation: {
    mine: { type: 'association', status: 'accredited' },
    theirs: { type: 'shelter', status: 'accredited' },
    merged: { type: 'association', status: 'closed', merged_into: 'mine' }
  },
  participation: {
    accompanies: { case_id: 'case', org_id: 'mine', capacity: 'referent', ...of.part },
    hosts: { case_id: 'case', org_id: 'theirs', capacity: 'shelter' }
  },
  case_event: {
    flag: act('case', 1, 'mine', { command: 'case.flag' }),
    'the act': act('case', 2, of.house ?? 'mine', of.more),
    'a later act': act('case', 3, of.house ?? 'mine'),
    'taken back': act('case', 5, 'mine', { command: 'act.undone', input: { of: '2' }, person_id: 'me' }),
    'of another case': act('another', 2, 'mine')
  },
  undo_request: {
    asked: { case_id: 'case', seq: 2, state: of.state ?? 'asked', asked_by: of.asked_by ?? 'host' },
    'declined before': {
      case_id: 'case',
      seq: 2,
      state: 'declined',
      asked_by: 'host',
      settled_by: 'me',
      settled_at: '-2 days'
    },
    'asked of a later act': { case_id: 'case', seq: 3, state: 'asked', asked_by: 'host' },
    'asked of another case': { case_id: 'another', seq: 2, state: 'asked', asked_by: 'host' }
  },
  compartment: {
    'written by it': { case_id: 'case', data_class: 'B', seq: 2 },
    'written by a later act': { case_id: 'case', data_class: 'B', seq: 3 },
    'written of another case': { case_id: 'another', data_class: 'B', seq: 2 }
  },
  consent: {
    'agreed in it': { case_id: 'case', scope: 'A', seq: 2 },
    'agreed in a later act': { case_id: 'case', scope: 'A', seq: 3 },
    'agreed of another case': { case_id: 'another', scope: 'A', seq: 2 }
  },
  deadline: {
    'opened by it': { case_id: 'case', state: 'running' },
    'opened by it for a request': { case_id: 'case', referral_id: 'request', state: 'running' },
    'stopped by it': { case_id: 'case', state: 'stopped' },
    'stopped by it for a request': { case_id: 'case', referral_id: 'request', state: 'stopped' },
    'opened by a later act': { case_id: 'case', state: 'running' },
    'stopped by a later act': { case_id: 'case', state: 'stopped' },
    'opened in another case': { case_id: 'another', state: 'running' },
    'stopped in another case': { case_id: 'another', state: 'stopped' }
  },
  deadline_trace: {
    t1: { deadline_id: 'opened by it', case_id: 'case', seq: 2 },
    t2: { deadline_id: 'opened by it for a request', case_id: 'case', seq: 2 },
    t3: { deadline_id: 'stopped by it', case_id: 'case', seq: 2 },
    t4: { deadline_id: 'stopped by it for a request', case_id: 'case', seq: 2 },
    t5: { deadline_id: 'opened by a later act', case_id: 'case', seq: 3 },
    t6: { deadline_id: 'stopped by a later act', case_id: 'case', seq: 3 },
    t7: { deadline_id: 'opened in another case', case_id: 'another', seq: 2 },
    t8: { deadline_id: 'stopped in another case', case_id: 'another', seq: 2 }
  }
})

const asked = {
  as: { person: 'me', org: 'mine', role: 'asso', case: 'case' },
  first: `update deadline_trace t set was = to_jsonb(d) || '{"state": "running"}' from deadline d where d.id = t.deadline_id and d.state = 'stopped'`,
  says: `select strike_act(2, 5, 'wrong_entry', wall_clock()); set constraints all immediate`
}
const theirs = { house: 'theirs' }

export const struck: Record<string, Scene> = {
  'an act of its own': { ...asked, rows: rows({ state: 'withdrawn' }) },
  'an act of a house that came to it': { ...asked, rows: rows({ house: 'merged', state: 'withdrawn' }) },
  'an act of another, who asked for it': { ...asked, rows: rows(theirs) },
  'an act of another, asked by oneself': { ...asked, rows: rows({ ...theirs, asked_by: 'me' }) },
  'an act of another, which was declined': { ...asked, rows: rows({ ...theirs, state: 'declined' }) },
  'an act of another, by a house that does not conclude': {
    ...asked,
    rows: rows({ ...theirs, part: { capacity: 'flagger' } })
  },
  'an act in a case that one has left': { ...asked, rows: rows({ part: { until: '-1 day' } }) },
  'an act that left no trace': { ...asked, rows: rows({ more: { traced: false } }) },
  'an act that was taken back': { ...asked, rows: rows({ more: { struck_by: 4 } }) },
  'the first act': { ...asked, rows: rows(), says: asked.says.replace('strike_act(2', 'strike_act(1') },
  'an act of no case': { ...asked, rows: rows(), as: { person: 'me', org: 'mine', role: 'asso' } }
}

const alone = (of: object, of_asked: object = {}): Scene => {
  const all = rows(theirs)
  return {
    rows: {
      ...all,
      case_event: { ...all.case_event, 'taken back': { ...all.case_event['taken back'], ...of } },
      undo_request: { asked: { ...all.undo_request.asked, state: 'undone', settled_by: 'me', ...of_asked } }
    },
    says: `update case_event set struck_by = 5 where row_name = 'the act'; set constraints all immediate`
  }
}
Object.assign(struck, {
  'by an act that does not say so': alone({ command: 'housing.note' }),
  'by an act that says so of another': alone({ input: { of: '3' } }),
  'by an act of another case': alone({ case_id: 'another' }),
  'by another number': alone({ seq: 6 }),
  'by another house, asked and settled': alone({}),
  'by another house, and another settled it': alone({}, { settled_by: 'colleague' }),
  'by another house, and another case was settled': alone({}, { case_id: 'another' }),
  'by another house, and another act was settled': alone({}, { seq: 3 }),
  'by another house, still asked': alone({}, { state: 'asked' }),
  'by its own house': alone({ org_id: 'theirs' }, { state: 'declined' })
})
