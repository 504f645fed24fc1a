import type { Scene } from '../rows.ts'

// A case that is erased and one that is not: each thing of it, and what hangs on that.
const rows = {
  idempotency: {
    'sent for the case': { aggregate_id: 'case' },
    'sent for its request': { aggregate_id: 'sent' },
    'sent for its emergency': { aggregate_id: 'opened' },
    'sent for its handing': { aggregate_id: 'handed' },
    'sent for its link': { aggregate_id: 'linked' },
    'sent for its other link': { aggregate_id: 'linked below' },
    'sent for what was asked of it': { aggregate_id: 'asked back' },
    'sent for another case': { aggregate_id: 'another' },
    'sent for another request': { aggregate_id: 'another sent' },
    'sent for another emergency': { aggregate_id: 'another opened' },
    'sent for another handing': { aggregate_id: 'another handed' },
    'sent for another link': { aggregate_id: 'others linked' },
    'sent for what was asked of another': { aggregate_id: 'another asked back' }
  },
  case_handing: {
    handed: { case_id: 'case', state: 'proposed' },
    'handed before': { case_id: 'case', state: 'refused' },
    'another handed': { case_id: 'another', state: 'proposed' }
  },
  case_link: {
    linked: { low_id: 'case', high_id: 'another' },
    'linked below': { low_id: 'another', high_id: 'case', ended_at: '-1 day' },
    'others linked': { low_id: 'another', high_id: 'third' }
  },
  compartment: {
    'who she is': { case_id: 'case', data_class: 'B', seq: 1 },
    'where she is': { case_id: 'case', data_class: 'A', seq: 1 },
    'who another is': { case_id: 'another', data_class: 'B', seq: 1 }
  },
  deadline: {
    'her majority': { case_id: 'case', code: 'D-MAJORITY-18', computation: ['born'], state: 'stopped' },
    'another majority': { case_id: 'another', code: 'D-MAJORITY-18', computation: ['born'] },
    'until she would be too old': { case_id: 'case', code: 'D-LIMIT-MINOR', computation: ['born'] },
    'until another would be too old': { case_id: 'another', code: 'D-LIMIT-MINOR', computation: ['born'] },
    'until it is too late': { case_id: 'case', code: 'D-LIMIT', computation: ['day'] },
    'of a sealed day': {
      case_id: 'case',
      code: 'X',
      computation: ['day'],
      met_computation: ['day'],
      sealed: '\\x02'
    },
    'of a sealed day of another': {
      case_id: 'another',
      code: 'X',
      computation: ['day'],
      met_computation: ['day'],
      sealed: '\\x02'
    },
    'of an open day': { case_id: 'case', code: 'X', computation: ['day'], met_computation: ['day'] }
  },
  glass_opening: {
    opened: { case_id: 'case', words: '\\x01' },
    'another opened': { case_id: 'another', words: '\\x01' }
  },
  referral: {
    sent: { case_id: 'case', preview: { needs: 'a', zone: 'b' } },
    'another sent': { case_id: 'another', preview: { needs: 'a', zone: 'b' } }
  },
  referral_event: {
    asked: { referral_id: 'sent', input: { words: 'a' } },
    'another asked': { referral_id: 'another sent', input: { words: 'a' } }
  },
  case_event: {
    said: { case_id: 'case', seq: 1, command: 'said', input: { words: 'a', day: 'b' } },
    'said of another': { case_id: 'another', seq: 1, command: 'said', input: { words: 'a', day: 'b' } },
    'said otherwise': { case_id: 'case', seq: 2, command: 'otherwise', input: { words: 'a' } }
  },
  deadline_trace: {
    trace: { deadline_id: 'her majority', case_id: 'case', seq: 1 },
    'trace of another': { deadline_id: 'another majority', case_id: 'another', seq: 1 }
  },
  undo_request: {
    'asked back': { case_id: 'case', state: 'asked' },
    'another asked back': { case_id: 'another', state: 'asked' }
  }
} as const

const calls = {
  'who she is': 'erase_identity()',
  'what was proposed of it': 'erase_handings()',
  'what it is linked with': 'erase_links()',
  'why it was opened': 'erase_openings()',
  'what was sent for it': 'erase_requests()',
  'what was said in it': `erase_sealed('{"said": ["words"]}')`,
  'what its clocks keep': 'erase_traces()'
}

export const erased: Record<string, Scene> = Object.fromEntries(
  Object.entries(calls).flatMap(([what, call]): [string, Scene][] => [
    [what, { rows, as: { role: 'system', case: 'case' }, says: `select ${call}` }],
    [
      `${what}, asked by another than the clock`,
      { rows, as: { role: 'asso', case: 'case' }, says: `select ${call}` }
    ],
    [`${what}, of no case`, { rows, as: { role: 'system' }, says: `select ${call}` }]
  ])
)
