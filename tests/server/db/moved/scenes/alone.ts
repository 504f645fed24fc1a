import { people, referent, rows } from './alone.rows.ts'
import type { Scene } from '../rows.ts'

const admin = { person: 'admin', org: 'platform', role: 'admin' }
const goes = `md5('goes')::uuid`
const counts = `select would_leave_alone(${goes}), would_leave_unread(${goes})`
const seen = `select row_name as case, is_accompanied(id), lost_referent(id), cell_unread(id) from "case" where row_name not like 'read%' order by 1`

export const alone: Record<string, Scene> = {
  'nobody accompanies any more': { rows: rows(), says: `select leave_alone(${goes})` },
  'no cell reads any more': { rows: rows(), says: `select leave_unread(${goes})` },
  'a house is suspended': { rows: rows('suspended'), as: admin, says: `select tell_left_alone(${goes})` },
  'a house is not suspended': { rows: rows(), as: admin, says: `select tell_left_alone(${goes})` },
  'somebody else says it': {
    rows: rows('suspended'),
    as: { person: 'ben', org: 'stays', role: 'asso' },
    says: `select tell_left_alone(${goes})`
  },
  'how many there would be, asked by the administration': { rows: rows(), as: admin, says: counts },
  'how many there would be, asked there': {
    rows: rows(),
    as: { person: 'ana', org: 'goes', role: 'asso' },
    says: counts
  },
  'how many there would be, asked elsewhere': {
    rows: rows(),
    as: { person: 'ben', org: 'stays', role: 'asso' },
    says: counts
  },
  'the last of its people leaves': {
    rows: rows(),
    says: `update membership set until = wall_clock() where row_name = 'works there'`
  },
  'the last of its people leaves a house that is asleep': {
    rows: rows('suspended'),
    says: `update membership set until = wall_clock() where row_name = 'works there'`
  },
  'one of its people leaves': {
    rows: {
      ...rows(),
      membership: {
        ...people,
        'works there too': { person_id: 'ben', org_id: 'goes', role: 'asso', until: '+1 day' }
      }
    },
    says: `update membership set until = wall_clock() where row_name = 'works there'`
  },
  'the last leaves after who has left, and who sits in the cell': {
    rows: {
      ...rows(),
      membership: {
        ...people,
        'worked there': { person_id: 'ben', org_id: 'goes', role: 'asso', until: 'now' },
        'sits there': { person_id: 'dan', org_id: 'goes', role: 'cell_member' }
      }
    },
    says: `update membership set until = wall_clock() where row_name = 'works there'`
  },
  'who sits in the cell leaves': {
    rows: {
      ...rows(),
      membership: { ...people, 'works there': { ...people['works there'], role: 'cell_member' } }
    },
    says: `update membership set until = wall_clock() where row_name = 'works there'`
  },
  'a house is accredited again': {
    rows: {
      ...rows('suspended'),
      participation: {
        a: referent('standing', 'goes', { left_told: 'goes' }),
        b: referent('standing', 'stays', { left_told: 'goes' })
      }
    },
    says: `update organisation set status = 'accredited' where row_name = 'goes'`
  },
  'somebody comes to a house': {
    rows: {
      ...rows(),
      participation: {
        a: referent('standing', 'empty', { left_told: 'empty' }),
        b: referent('standing', 'stays', { left_told: 'goes' })
      }
    },
    says: `insert into membership (person_id, org_id, role, since) values (md5('ana')::uuid, md5('empty')::uuid, 'asso', wall_clock())`
  },
  'somebody comes to a house that is asleep': {
    rows: { ...rows(), participation: { a: referent('standing', 'asleep', { left_told: 'asleep' }) } },
    says: `insert into membership (person_id, org_id, role, since) values (md5('ana')::uuid, md5('asleep')::uuid, 'asso', wall_clock())`
  },
  'what the cell sees of who accompanies': {
    rows: rows('suspended'),
    as: { person: 'fil', org: 'cell', role: 'cell_secretary', reads: 'all' },
    says: seen
  },
  'what who accompanies sees of the cell': {
    rows: rows('suspended'),
    as: { person: 'ben', org: 'stays', role: 'asso', reads: 'all' },
    says: `select row_name as case, is_accompanied(id), lost_referent(id), cell_unread(id) from "case" where row_name like 'read%' or row_name in ('shared', 'standing') order by 1`
  },
  'what the cell is left with': {
    rows: {
      ...rows('suspended'),
      participation: Object.fromEntries(
        Object.entries(rows().participation).map(([name, one]) => [
          name,
          name.endsWith('1') && name !== 'a1' && name !== 'q1' ? { ...one, left_told: 'goes' } : one
        ])
      )
    },
    as: { person: 'fil', org: 'cell', role: 'cell_secretary', reads: 'all' },
    says: `select row_name as case from "case" where id in (select left_to_cell()) order by 1`
  }
}
