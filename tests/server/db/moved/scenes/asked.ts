import type { Scene } from '../rows.ts'

// One question of each row of a kind: those for whom it is answered otherwise differ in one thing.
const admin = { person: 'admin', org: 'platform', role: 'admin' }
const platform = { type: 'platform', status: 'accredited' }
const administers = { person_id: 'admin', org_id: 'platform', role: 'admin' }
const house = (more: object = {}) => ({ type: 'association', status: 'accredited', territory: '69', ...more })
const names = (...all: string[]) => Object.fromEntries(all.map((name) => [name, house()]))
const begun = {
  organisation: {
    platform,
    ...names(
      'empty',
      'worked',
      'offered',
      'offered once',
      'given',
      'took part',
      'sheltered',
      'proposed',
      'merged into',
      'to accredit',
      'refused'
    )
  }
}

export const asked: Record<string, Scene> = {
  'an organisation in which something began': {
    rows: {
      ...begun,
      membership: { administers, m: { person_id: 'a', org_id: 'worked', role: 'asso', until: '-1 day' } },
      invitation: {
        i: { org_id: 'offered', role: 'asso' },
        j: { org_id: 'offered once', role: 'asso', withdrawn_at: '-1 day' }
      },
      habilitation: { h: { org_id: 'given', regime: 'flag', since: '-1 day' } },
      participation: { p: { case_id: 'c', org_id: 'took part', capacity: 'referent', until: '-1 day' } },
      place: { l: { org_id: 'sheltered' } },
      organisation_proposal: {
        a: { org_id: 'proposed', kind: 'regime', state: 'waiting' },
        b: { org_id: 'platform', into_org: 'merged into', kind: 'merge', state: 'waiting' },
        c: { org_id: 'to accredit', kind: 'accredit', state: 'waiting' },
        d: { org_id: 'refused', kind: 'regime', state: 'refused', settled_by: 'a' }
      }
    },
    as: admin,
    says: `select row_name as house from organisation where organisation_begun(id) order by 1`
  },
  'an organisation in which something began, asked by another': {
    rows: begun,
    as: { person: 'ana', org: 'worked', role: 'asso' },
    says: `select count(*) from organisation where organisation_begun(id)`
  },
  'whose bed it is': {
    rows: {
      organisation: { mine: house(), asleep: house({ status: 'suspended' }) },
      place: {
        free: { org_id: 'mine', kind: 'acse' },
        closed: { org_id: 'mine', kind: 'acse', out_of_service: 'works' },
        'of another kind': { org_id: 'mine', kind: 'dna' },
        asleep: { org_id: 'asleep', kind: 'acse' }
      }
    },
    says: `select row_name as bed, place_owner(id) as owner, place_owner(id, 'acse') as "owner of kind" from place order by 1`
  },
  'which beds are taken': {
    rows: {
      place: {
        b1: { org_id: 'mine', kind: 'acse' },
        b2: { org_id: 'other', kind: 'dna' },
        b3: { org_id: 'other', kind: 'acse' },
        b4: { org_id: 'mine', kind: 'minor' }
      },
      stay: {
        s1: { place_id: 'b1', state: 'reserved' },
        s2: { place_id: 'b2', state: 'admitted', case_id: 'a' },
        s3: { place_id: 'b3', state: 'admitted', case_id: 'b' },
        s4: { place_id: 'b4', state: 'ended' }
      }
    },
    as: { person: 'me', org: 'mine', role: 'ofii' },
    says: `select place_id, state from taken_places() order by 2, 1`
  },
  'a house before, and today': {
    rows: {
      organisation: {
        today: house(),
        before: house({ merged_into: 'today' }),
        'long before': house({ merged_into: 'before' }),
        beside: house({ merged_into: 'today' }),
        another: house(),
        'before another': house({ merged_into: 'another' })
      }
    },
    says: `select row_name as house, house_today(id) as today, array(select h from houses_before(id) h order by 1) as before from organisation order by 1`
  },
  'a house that accompanies anew': {
    rows: {
      organisation: {
        ...names(
          'holds',
          'holds until today',
          'held',
          'will hold',
          'begins today',
          'holds another',
          'holds none'
        ),
        shelter: house({ type: 'shelter' }),
        prison: house({ type: 'prison' })
      },
      habilitation: {
        h1: { org_id: 'holds', regime: 'flag', since: '-9 days' },
        h2: { org_id: 'holds until today', regime: 'flag', since: '-9 days', until: 'now' },
        h3: { org_id: 'held', regime: 'flag', since: '-9 days', until: '-1 day' },
        h4: { org_id: 'will hold', regime: 'flag', since: '+1 day' },
        h5: { org_id: 'begins today', regime: 'flag', since: 'now' },
        h6: { org_id: 'holds another', regime: 'psp', since: '-9 days' }
      }
    },
    says: `select row_name as house, accompanies_anew(id) as anew from organisation order by 1`
  },
  'which house offers help': {
    rows: {
      organisation: Object.fromEntries([
        ...['association', 'health', 'siao', 'chrs', 'shelter', 'police', 'cell'].map((type) => [
          type,
          house({ type })
        ]),
        ['asleep', house({ status: 'suspended' })]
      ])
    },
    says: `select row_name as house from organisation where offers_help(id) order by 1`
  }
}
