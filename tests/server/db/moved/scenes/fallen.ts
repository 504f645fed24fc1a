import type { Scene } from '../rows.ts'

const sent = (case_id: string, more: object = {}) => ({
  ...{ case_id, kind: case_id, recipient_org_id: 'goes', sender_org_id: 'asks', state: 'sent' },
  ...more
})
const part = (case_id: string, org_id: string, capacity: string, more: object = {}) => ({
  case_id,
  org_id,
  capacity,
  ...more
})
const bed = (of: string, pool: string, more: object = {}) => ({
  case_id: of,
  referral_id: of,
  place_id: 'bed',
  pool,
  state: 'reserved',
  ...more
})
const cases = [
  'asked',
  'questioned',
  'escalated',
  'answered',
  'over',
  'of another',
  'reserved',
  'admitted',
  'left',
  'elsewhere',
  'for a child',
  'for an asylum seeker',
  'accompanied',
  'accompanied by asleep',
  'accompanied by it',
  'asked by asleep'
] as const

const rows = (status: string) => ({
  organisation: {
    platform: { type: 'platform', status: 'accredited' },
    ...Object.fromEntries(
      ['asks', 'cell', 'accompanies', 'desk', 'other', 'accompanied', 'minors', 'asylum'].map((name) => [
        name,
        { type: 'association', status: 'accredited' }
      ])
    ),
    goes: { type: 'association', status },
    asleep: { type: 'association', status: 'suspended' }
  },
  membership: { administers: { person_id: 'admin', org_id: 'platform', role: 'admin' } },
  case: Object.fromEntries(
    cases.map((name) => [name, { closure: name === 'over' ? 'closed_lost' : 'open' }])
  ),
  place: { bed: { org_id: 'goes' }, 'bed elsewhere': { org_id: 'other' } },
  referral: {
    ...Object.fromEntries(cases.map((name) => [name, sent(name)])),
    questioned: sent('questioned', { state: 'questioned' }),
    escalated: sent('escalated', { state: 'escalated' }),
    answered: sent('answered', { state: 'accepted' }),
    'of another': sent('of another', { recipient_org_id: 'other' }),
    reserved: sent('reserved', { state: 'accepted' }),
    admitted: sent('admitted', { state: 'accepted', recipient_org_id: 'desk' }),
    left: sent('left', { state: 'accepted' }),
    elsewhere: sent('elsewhere', { state: 'accepted' }),
    'for a child': sent('for a child', { state: 'accepted' }),
    'for an asylum seeker': sent('for an asylum seeker', { state: 'accepted' }),
    accompanied: sent('accompanied', { state: 'accepted' }),
    'accompanied by asleep': sent('accompanied by asleep', { state: 'accepted' }),
    'accompanied by it': sent('accompanied by it', { state: 'accepted' }),
    'asked by asleep': sent('asked by asleep', { sender_org_id: 'asleep' })
  },
  stay: {
    s1: bed('reserved', 'acse'),
    s2: bed('admitted', 'acse', { state: 'admitted', place_id: 'bed 2' }),
    s3: bed('left', 'acse', { state: 'ended' }),
    s4: bed('elsewhere', 'acse', { place_id: 'bed elsewhere' }),
    s5: bed('for a child', 'minor', { place_id: 'bed 3' }),
    s6: bed('for an asylum seeker', 'dna', { place_id: 'bed 4' }),
    s7: bed('accompanied', 'acse', { place_id: 'bed 5' }),
    s8: bed('accompanied by asleep', 'acse', { place_id: 'bed 6' }),
    s9: bed('accompanied by it', 'acse', { place_id: 'bed 7' })
  },
  participation: {
    ...Object.fromEntries(
      cases.flatMap((name) => [
        [`cell of ${name}`, part(name, 'cell', 'cell')],
        [`desk of ${name}`, part(name, 'desk', 'acse')],
        [`ofii of ${name}`, part(name, 'asylum', 'ofii')],
        [`ase of ${name}`, part(name, 'minors', 'child_protection')]
      ])
    ),
    a: part('asked', 'accompanies', 'referent'),
    b: part('asked', 'other', 'referent', { until: '-1 day' }),
    c: part('asked', 'other', 'flagger'),
    d: part('asked', 'asleep', 'referent'),
    e: part('asked', 'goes', 'shelter'),
    f: part('accompanied', 'accompanied', 'referent'),
    g: part('accompanied by asleep', 'asleep', 'referent'),
    h: part('accompanied by it', 'goes', 'referent'),
    i: part('reserved', 'accompanied', 'referent', { until: '-1 day' }),
    j: part('admitted', 'accompanied', 'flagger')
  }
})
const beds = Object.fromEntries(
  ['bed 2', 'bed 3', 'bed 4', 'bed 5', 'bed 6', 'bed 7'].map((name) => [
    name,
    { org_id: 'goes', label: name }
  ])
)
const scene = (status: string, as: Record<string, string>): Scene => {
  const all = rows(status)
  return {
    rows: { ...all, place: { ...all.place, ...beds } },
    as,
    says: `select tell_fallen(md5('goes')::uuid)`
  }
}
const admin = { person: 'admin', org: 'platform', role: 'admin' }

const ending = (as: Record<string, string>): Scene => ({
  rows: {
    participation: { p: part('case', 'mine', 'referent') },
    case_handing: {
      proposed: {
        case_id: 'case',
        from_org_id: 'mine',
        to_org_id: 'b',
        state: 'proposed',
        expires_at: '+1 day'
      },
      'proposed too': {
        case_id: 'case',
        from_org_id: 'c',
        to_org_id: 'b',
        state: 'proposed',
        expires_at: '+1 day'
      },
      lapsed: { case_id: 'case', from_org_id: 'd', to_org_id: 'b', state: 'proposed', expires_at: 'now' },
      refused: { case_id: 'case', from_org_id: 'e', to_org_id: 'b', state: 'refused', expires_at: '+1 day' },
      'of another case': {
        case_id: 'another',
        from_org_id: 'mine',
        to_org_id: 'b',
        state: 'proposed',
        expires_at: '+1 day'
      }
    }
  },
  as,
  says: `select from_org_id, to_org_id from end_handings(wall_clock()) order by 1`
})

export const fallen: Record<string, Scene> = {
  'a house is suspended': scene('suspended', admin),
  'a house is not suspended': scene('accredited', admin),
  'somebody else says it': scene('suspended', { person: 'ana', org: 'asks', role: 'asso' }),
  'an agreement ends': ending({ person: 'ana', org: 'mine', role: 'asso', case: 'case' }),
  'an agreement ends by the clock': ending({ role: 'system', case: 'case' }),
  'an agreement ends by who takes no part': ending({
    person: 'ana',
    org: 'other',
    role: 'asso',
    case: 'case'
  }),
  'an agreement ends in no case': ending({ role: 'system' }),
  'what was asked back lapses as she is erased': {
    rows: {
      organisation: { mine: {}, came: { merged_into: 'mine', status: 'closed' }, other: {} },
      case: {
        case: { facts: {}, identification: 'flagged' },
        another: { facts: {}, identification: 'flagged' }
      },
      case_event: {
        e1: { case_id: 'case', seq: 1, org_id: 'came' },
        e2: { case_id: 'case', seq: 2, org_id: 'other' },
        e3: { case_id: 'another', seq: 1, org_id: 'other' }
      },
      undo_request: {
        asked: { case_id: 'case', seq: 1, state: 'asked' },
        'asked too': { case_id: 'case', seq: 2, state: 'asked' },
        declined: { case_id: 'case', seq: 2, state: 'declined', settled_at: '-1 day' },
        'asked of another': { case_id: 'another', seq: 1, state: 'asked' }
      }
    },
    says: `update "case" set facts = '{"archived": true}' where row_name = 'case'`
  }
}
