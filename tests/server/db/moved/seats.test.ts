import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { seats } from './scenes/seats.ts'
import { openScenes } from './stage.ts'

// What ends with a seat, and with who managed access.
const happens = {
  'a house goes to another territory': `
    acts by no right yet, acts by the seat: ended_from access, revoked_at now
    key: private_half empty
    moves: territory 13
    offered: withdrawn_at now
    proposed: state withdrawn, settled_at now, settled_by eve
    reads: line empty, until now, due_at empty, clock_at empty, waits_for empty
    sits, sits until tomorrow: until now
    new audit_event: at now, role system, chain organisation:moves, action membership.moved, detail cell_member, object membership:sits until tomorrow, org_id moves, outcome allowed, person_id eve
    new audit_event: at now, role system, chain organisation:moves, action membership.moved, detail cell_member, object membership:sits, org_id moves, outcome allowed, person_id eve
    new audit_head: seq 2, chain organisation:moves`,
  'a house that nobody accredited yet goes to another territory': `
    moves: territory 13`,
  'a house keeps its territory': `
    `,
  'who managed access leaves': `
    first: manager false
    of another address, offered, refused by the second: withdrawn_at now
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail asso,manager_left, object invitation:offered, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:of another address, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:refused by the second, org_id mine, outcome allowed
    new audit_head: seq 3, chain organisation:mine`,
  'who managed access manages it by another right': `
    first: manager false`,
  'who managed access manages it until tomorrow': `
    first: manager false`,
  'who managed access works on': `
    first: manager false
    of another address, offered, refused by the second: withdrawn_at now
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail asso,manager_left, object invitation:offered, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:of another address, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:refused by the second, org_id mine, outcome allowed
    new audit_head: seq 3, chain organisation:mine`,
  'who managed access manages it elsewhere': `
    first: manager false
    of another address, offered, refused by the second: withdrawn_at now
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail asso,manager_left, object invitation:offered, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:of another address, org_id mine, outcome allowed
    new audit_event: at now, role system, chain organisation:mine, action person.uninvite, detail cell_member,manager_left, object invitation:refused by the second, org_id mine, outcome allowed
    new audit_head: seq 3, chain organisation:mine`,
  'a second administrator comes': `
    offered by one: withdrawn_at now
    new audit_event: at now, role system, chain organisation:platform, action person.uninvite, detail admin,one_person, object invitation:offered by one, org_id platform, outcome allowed
    new audit_head: seq 1, chain organisation:platform
    new membership: role admin, since now, org_id platform, manager false, alternate false, person_id second`,
  'one administrator comes after another has left': `
    new membership: role admin, since now, org_id platform, manager false, alternate false, person_id second`
}

const site = await forFile(openScenes())
site.stand(seats, happens, seenHere(mistakes, import.meta.url))
