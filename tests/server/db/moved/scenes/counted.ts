import type { Scene } from '../rows.ts'

const work = (person_id: string, org_id: string, more: object = {}) => ({
  person_id,
  org_id,
  role: 'asso',
  ...more
})
const part = (case_id: string, org_id: string, more: object = {}) => ({
  case_id,
  org_id,
  capacity: 'referent',
  ...more
})
const ended = { until: 'now' }
const tomorrow = { until: '+1 day' }
const houses = (mine: object = {}, other: object = {}) => ({
  platform: { type: 'platform', status: 'accredited' },
  mine: { type: 'association', status: 'accredited', territory: '69', ...mine },
  other: { type: 'association', status: 'accredited', territory: '69', ...other },
  third: { type: 'association', status: 'accredited', territory: '69' }
})
const rows = (mine: object = {}, other: object = {}) => ({
  organisation: houses(mine, other),
  case: Object.fromEntries(['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => [id, { code: id }])),
  person: { ana: { display_name: 'Ana' }, ben: { display_name: 'Ben' } },
  membership: {
    administers: work('admin', 'platform', { role: 'admin' }),
    ana: work('ana', 'mine', { manager: true }),
    'ana sits': work('ana', 'mine', { role: 'cell_member', manager: true }),
    ben: work('ben', 'mine', { manager: true, ...tomorrow }),
    cid: work('cid', 'mine', { manager: true, ...ended }),
    'cid sits': work('cid', 'mine', { role: 'cell_member', ...tomorrow }),
    'dan sat': work('dan', 'mine', { role: 'cell_member', ...ended }),
    eve: work('eve', 'mine'),
    hal: work('hal', 'mine', { manager: true }),
    'hal sits': work('hal', 'mine', { role: 'cell_member', manager: true }),
    'hal there': work('hal', 'other', { manager: true, ...ended }),
    'hal works there': work('hal', 'other', { role: 'cell_member' }),
    'ben sits there': work('ben', 'other', { role: 'cell_member', manager: true, ...tomorrow }),
    'ana there': work('ana', 'other', { manager: true }),
    'ben there': work('ben', 'other'),
    'eve there': work('eve', 'other', { role: 'cell_member' }),
    'fil there': work('fil', 'other', { manager: true }),
    'gus elsewhere': work('gus', 'third', { role: 'cell_member', manager: true })
  },
  participation: {
    p1: part('c1', 'mine'),
    p2: part('c2', 'mine', ended),
    p3: part('c3', 'mine', { capacity: 'flagger' }),
    p4: part('c1', 'other'),
    p5: part('c3', 'other'),
    p6: part('c4', 'mine'),
    p7: part('c4', 'other', ended),
    p10: part('c2', 'other'),
    p8: part('c5', 'mine', { capacity: 'cell_member' }),
    p9: part('c5', 'third', { capacity: 'cell_member' })
  },
  referral: {
    r1: { sender_org_id: 'other', recipient_org_id: 'mine', state: 'sent', sent_at: '-3 days' },
    r2: { sender_org_id: 'other', recipient_org_id: 'mine', state: 'questioned' },
    r3: { sender_org_id: 'other', recipient_org_id: 'mine', state: 'escalated' },
    r4: { sender_org_id: 'other', recipient_org_id: 'mine', state: 'accepted' },
    r5: { sender_org_id: 'other', recipient_org_id: 'mine', state: 'ended' },
    r6: { sender_org_id: 'mine', recipient_org_id: 'other', state: 'sent', sent_at: '-4 days' },
    r7: { sender_org_id: 'third', recipient_org_id: 'other', awaits_org_id: 'mine', state: 'questioned' },
    r8: { sender_org_id: 'mine', recipient_org_id: 'other', state: 'sent', sent_at: '-5 days' },
    r9: { sender_org_id: 'mine', recipient_org_id: 'third', state: 'sent', sent_at: '-2 days' }
  },
  place: {
    b1: { org_id: 'mine', label: 'a' },
    b2: { org_id: 'mine', label: 'b' },
    b3: { org_id: 'other', label: 'a' }
  },
  meeting: { m1: { org_id: 'mine' }, m2: { org_id: 'other' } },
  case_handing: {
    h1: { case_id: 'c1', from_org_id: 'mine', to_org_id: 'other', state: 'proposed' },
    h2: { case_id: 'c2', from_org_id: 'other', to_org_id: 'mine', state: 'proposed' },
    h3: { case_id: 'c3', from_org_id: 'mine', to_org_id: 'other', state: 'accepted' },
    h4: { case_id: 'c4', from_org_id: 'other', to_org_id: 'third', state: 'proposed' }
  },
  court_referent: {
    k1: { court_id: 'mine' },
    k2: { court_id: 'mine', removed_at: '-1 day' },
    k3: { court_id: 'other' }
  },
  settlement: {
    s1: { org_id: 'mine' },
    s2: { org_id: 'mine', closed_at: '-1 day' },
    s3: { org_id: 'other' }
  },
  glass_opening: {
    g1: {
      case_id: 'c1',
      org_id: 'mine',
      confirm_org_id: 'other',
      person_id: 'ana',
      state: 'open',
      opened_at: '-90 days',
      until: '+1 day'
    },
    g2: {
      case_id: 'c2',
      org_id: 'other',
      confirm_org_id: 'mine',
      person_id: 'fil',
      state: 'open',
      opened_at: '-2 days',
      until: '+1 day'
    },
    g3: {
      case_id: 'c3',
      org_id: 'mine',
      confirm_org_id: 'other',
      person_id: 'gone',
      state: 'lapsed',
      opened_at: '-10 days',
      until: '-9 days'
    },
    g4: {
      case_id: 'c4',
      org_id: 'mine',
      confirm_org_id: 'other',
      person_id: 'ana',
      state: 'confirmed',
      opened_at: '-11 days',
      until: '-9 days'
    },
    g5: {
      case_id: 'c5',
      org_id: 'third',
      confirm_org_id: 'other',
      person_id: 'ana',
      state: 'open',
      opened_at: '-1 day',
      until: '+1 day'
    },
    g6: {
      case_id: 'c5',
      org_id: 'mine',
      confirm_org_id: 'other',
      person_id: 'ben',
      state: 'lapsed',
      opened_at: '2034-06-04T22:00:00Z',
      until: '-9 days'
    },
    g7: {
      case_id: 'c5',
      org_id: 'mine',
      confirm_org_id: 'other',
      person_id: 'ben',
      state: 'lapsed',
      opened_at: '2034-06-04T21:59:59Z',
      until: '-9 days'
    }
  },
  referral_link: {
    l1: { referral_id: 'r6', org_id: 'x', masked: 'a…', expires_at: '+1 day' },
    l2: { referral_id: 'r8', org_id: 'y', masked: 'b…', expires_at: 'now' },
    l3: { referral_id: 'r1', org_id: 'z', masked: 'c…', expires_at: '+1 day' },
    l4: { referral_id: 'r9', org_id: 'w', masked: 'd…', expires_at: '+2 days' }
  },
  habilitation: { flag: { org_id: 'other', regime: 'flag', since: '-9 days' } },
  access_review: { v1: { org_id: 'third', half: '2034-1' }, v2: { org_id: 'mine', half: '2033-2' } }
})
const admin = { person: 'admin', org: 'platform', role: 'admin' }
const ana = { person: 'ana', org: 'mine', role: 'asso' }
const holdings = `select * from organisation_holdings(md5('mine')::uuid, md5('other')::uuid)`
const keepings = `select * from organisation_keepings(md5('mine')::uuid)`
const changes = `select * from merge_changes(md5('mine')::uuid, md5('other')::uuid)`
const beside = `select kind, code, by_whom, at, until from access_beside(md5('mine')::uuid, date '2034-06-05')`
const all = `select row_name as house, (select count(*) from access_beside(id, date '2034-06-05')) as beside, previews_of(id) as previews from organisation order by 1`
const due = `select o.row_name as house, d.managers from reviews_due('2034-1') d join organisation o on o.id = d.org_id order by 1`
const by = (role: string, more: object = {}, as: object = {}): Scene => ({
  rows: {
    ...rows(),
    membership: {
      ...rows().membership,
      says: { person_id: 'dpo', org_id: 'platform', role, ...more },
      'a colleague protects data': { person_id: 'dpo.bis', org_id: 'platform', role: 'dpo' }
    }
  },
  as: { person: 'dpo', org: 'platform', role: 'dpo', ...as },
  says: due
})

export const counted: Record<string, Scene> = {
  'what a house holds': { rows: rows(), as: admin, says: holdings },
  'what a house holds, asked there': { rows: rows(), as: ana, says: holdings },
  'what a house keeps': { rows: rows(), as: admin, says: keepings },
  'what a house keeps, asked there': { rows: rows(), as: ana, says: keepings },
  'what merging changes': { rows: rows(), as: admin, says: changes },
  'what merging changes, asked there': { rows: rows(), as: ana, says: changes },
  'what merging changes in another territory, into teams': {
    rows: rows({}, { territory: '13', by_team: true }),
    as: admin,
    says: changes
  },
  'what merging changes where both are in teams': {
    rows: rows({ by_team: true }, { by_team: true }),
    as: admin,
    says: changes
  },
  'what merging changes where the other accompanies nobody anew': {
    rows: { ...rows(), habilitation: {} },
    as: admin,
    says: changes
  },
  'what is open beside parts': { rows: rows(), as: ana, says: beside },
  'what is open beside parts, of each house': { rows: rows(), as: ana, says: all },
  'what is open beside parts, asked by who manages nothing': {
    rows: rows(),
    as: { person: 'eve', org: 'mine', role: 'asso' },
    says: all
  },
  'whose access is to be looked at': { rows: rows(), as: admin, says: due },
  'whose access is to be looked at, asked there': { rows: rows(), as: ana, says: due },
  'whose access is to be looked at, of a house asleep': {
    rows: rows({ status: 'suspended' }),
    as: admin,
    says: due
  },
  'whose access is to be looked at, asked by the data protection officer': by('dpo'),
  'whose access is to be looked at, asked by who was': by('dpo', ended),
  'whose access is to be looked at, asked by who is for one day more': by('dpo', tomorrow),
  'whose access is to be looked at, asked by who is not': by('admin'),
  'whose access is to be looked at, asked by who is elsewhere': by('dpo', { org_id: 'third' }),
  'whose access is to be looked at, asked in another role': by('dpo', {}, { role: 'asso' })
}
