import type { Scene } from '../rows.ts'

const session = (person_id: string, more: object = {}) => ({ person_id, ...more })
const rows = {
  session: {
    here: session('her', { id_hash: 'here', id: 'here' }),
    there: session('her', { id_hash: 'there', id: 'there' }),
    over: session('her', { id_hash: 'over', id: 'over', revoked_at: '-1 day' }),
    'of another': session('another', { id_hash: 'of another', id: 'of another' })
  },
  device_key: {
    'key here': { person_id: 'her', session_id: 'here', private_half: '\\x01' },
    'key there': { person_id: 'her', session_id: 'there', private_half: '\\x01' },
    'key of a session that is over': { person_id: 'her', session_id: 'over', private_half: '\\x01' },
    'key of none': { person_id: 'her', private_half: '\\x01' },
    'key of another': { person_id: 'another', session_id: 'of another', private_half: '\\x01' },
    'key of another on this device': { person_id: 'another', session_id: 'here', private_half: '\\x01' }
  },
  calendar_feed: {
    address: { person_id: 'her', membership_id: 'm1' },
    'address taken back': { person_id: 'her', membership_id: 'm2', revoked_at: '-2 days' },
    'address of another': { person_id: 'another', membership_id: 'm3' }
  }
} as const

export const keys: Record<string, Scene> = {
  'all devices of a person are forgotten': { rows, says: `select forget_device_keys(md5('her')::uuid)` },
  'all but this one': { rows, says: `select forget_device_keys(md5('her')::uuid, md5('here')::uuid)` },
  'a session ends': { rows, says: `update session set revoked_at = wall_clock() where row_name = 'here'` },
  'a session that is over ends again': {
    rows,
    says: `update session set revoked_at = wall_clock() where row_name = 'over'`
  },
  'she signs in anew on this device': {
    rows,
    says: `select carry_device_keys(md5('her')::uuid, array['here', 'over'], md5('anew')::uuid)`
  },
  'she begins to work somewhere': {
    rows: {
      organisation: { mine: { type: 'association', status: 'accredited' } },
      session: {
        'signed in before': session('her', { id_hash: 'a' }),
        'signed in before, and out': session('her', { id_hash: 'b', revoked_at: '-1 day' }),
        'acts elsewhere': session('her', { id_hash: 'c', membership_id: 'elsewhere' }),
        'another signed in before': session('another', { id_hash: 'd' })
      }
    },
    says: `insert into membership (id, person_id, org_id, role, since) values (md5('her part')::uuid, md5('her')::uuid, md5('mine')::uuid, 'asso', wall_clock())`
  },
  'she worked somewhere': {
    rows: {
      organisation: { mine: { type: 'association', status: 'accredited' } },
      session: { 'signed in before': session('her', { id_hash: 'a' }) }
    },
    says: `insert into membership (id, person_id, org_id, role, since, until) values (md5('her part')::uuid, md5('her')::uuid, md5('mine')::uuid, 'asso', wall_clock(), wall_clock())`
  },
  'a meeting is subscribed to': {
    rows: {
      organisation: {
        mine: { type: 'association', status: 'accredited' },
        asleep: { type: 'association', status: 'suspended' }
      },
      membership: {
        works: { person_id: 'her', org_id: 'mine', role: 'asso' },
        'works until tomorrow': { person_id: 'her', org_id: 'mine', role: 'cell_member', until: '+1 day' },
        'works too': { person_id: 'her', org_id: 'mine', role: 'cell_member', until: '+2 days' },
        worked: { person_id: 'her', org_id: 'mine', role: 'asso', until: 'now' },
        'works in a house that is suspended': { person_id: 'her', org_id: 'asleep', role: 'asso' }
      },
      calendar_feed: {
        a: { person_id: 'her', membership_id: 'works' },
        b: { person_id: 'her', membership_id: 'works until tomorrow' },
        c: { person_id: 'her', membership_id: 'worked' },
        d: { person_id: 'her', membership_id: 'works in a house that is suspended' },
        e: { person_id: 'her', membership_id: 'works until tomorrow', revoked_at: '-1 day' },
        f: { person_id: 'another', membership_id: 'works too' }
      }
    },
    first: `update calendar_feed set digest = row_name`,
    says: `select digest, calendar_known(digest) as of from calendar_feed order by digest`
  }
}
