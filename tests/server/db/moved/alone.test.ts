import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { alone } from './scenes/alone.ts'
import { openScenes } from './stage.ts'

// Who is told that nobody accompanies her, or that no cell reads her case, and what is noted of it.
const happens = {
  'nobody accompanies any more': `
    a1, c1, d1, e1, f1, k1, n1, p1: left_told goes
    a2, c3, d3, e3, f3, k2, n2, n3, p2: told 2, moved_at now
    d2: left_told asleep
    e2: left_told empty
    f2: left_told seats only
    tells cell of case closing: left 33899760
    tells cell of case of two cells: left 33899760
    tells cell of case shared before: left 33899760
    tells cell of case shared with asleep: left 33899760
    tells cell of case shared with empty: left 33899760
    tells cell of case shared with seats: left 33899760
    tells cell of case standing: left 33899760
    tells cell of case told before merging: left 33899760
    tells second cell of case of two cells: left 33899760
    said: leave_alone 9`,
  'no cell reads any more': `
    q1, s1, t1, w1, z1: left_told goes
    q2, s3, t3, w2, z2, z3: told 2, moved_at now
    tells stays of case read and told before merging: left 33899760
    tells stays of case read by two before: left 33899760
    tells stays of case read for two: left 33899760
    tells stays of case read with asleep: left 33899760
    tells stays of case read: left 33899760
    tells stays until tomorrow of case read for two: left 33899760
    said: leave_unread 6`,
  'a house is suspended': `
    a1, c1, d1, e1, f1, k1, n1, p1, q1, s1, t1, w1, z1: left_told goes
    a2, c3, d3, e3, f3, k2, n2, n3, p2, q2, s3, t3, w2, z2, z3: told 2, moved_at now
    d2: left_told asleep
    e2: left_told empty
    f2: left_told seats only
    tells cell of case closing: left 33899760
    tells cell of case of two cells: left 33899760
    tells cell of case shared before: left 33899760
    tells cell of case shared with asleep: left 33899760
    tells cell of case shared with empty: left 33899760
    tells cell of case shared with seats: left 33899760
    tells cell of case standing: left 33899760
    tells cell of case told before merging: left 33899760
    tells second cell of case of two cells: left 33899760
    tells stays of case read and told before merging: left 33899760
    tells stays of case read by two before: left 33899760
    tells stays of case read for two: left 33899760
    tells stays of case read with asleep: left 33899760
    tells stays of case read: left 33899760
    tells stays until tomorrow of case read for two: left 33899760
    said: tell_left_alone 15`,
  'a house is not suspended': `
    said: tell_left_alone 0`,
  'somebody else says it': `
    refused: the administration closes and suspends`,
  'how many there would be, asked by the administration': `
    said: would_leave_alone 11, would_leave_unread 9`,
  'how many there would be, asked there': `
    said: would_leave_alone 11, would_leave_unread 9`,
  'how many there would be, asked elsewhere': `
    said: would_leave_alone 0, would_leave_unread 0`,
  'the last of its people leaves': `
    a1, c1, d1, e1, f1, k1, n1, p1, q1, s1, t1, w1, z1: left_told goes
    a2, c3, d3, e3, f3, k2, n2, n3, p2, q2, s3, t3, w2, z2, z3: told 2, moved_at now
    d2: left_told asleep
    e2: left_told empty
    f2: left_told seats only
    works there: until now
    tells cell of case closing: left 33899760
    tells cell of case of two cells: left 33899760
    tells cell of case shared before: left 33899760
    tells cell of case shared with asleep: left 33899760
    tells cell of case shared with empty: left 33899760
    tells cell of case shared with seats: left 33899760
    tells cell of case standing: left 33899760
    tells cell of case told before merging: left 33899760
    tells second cell of case of two cells: left 33899760
    tells stays of case read and told before merging: left 33899760
    tells stays of case read by two before: left 33899760
    tells stays of case read for two: left 33899760
    tells stays of case read with asleep: left 33899760
    tells stays of case read: left 33899760
    tells stays until tomorrow of case read for two: left 33899760`,
  'the last of its people leaves a house that is asleep': `
    works there: until now`,
  'one of its people leaves': `
    works there: until now`,
  'the last leaves after who has left, and who sits in the cell': `
    a1, c1, d1, e1, f1, k1, n1, p1, q1, s1, t1, w1, z1: left_told goes
    a2, c3, d3, e3, f3, k2, n2, n3, p2, q2, s3, t3, w2, z2, z3: told 2, moved_at now
    d2: left_told asleep
    e2: left_told empty
    f2: left_told seats only
    works there: until now
    tells cell of case closing: left 33899760
    tells cell of case of two cells: left 33899760
    tells cell of case shared before: left 33899760
    tells cell of case shared with asleep: left 33899760
    tells cell of case shared with empty: left 33899760
    tells cell of case shared with seats: left 33899760
    tells cell of case standing: left 33899760
    tells cell of case told before merging: left 33899760
    tells second cell of case of two cells: left 33899760
    tells stays of case read and told before merging: left 33899760
    tells stays of case read by two before: left 33899760
    tells stays of case read for two: left 33899760
    tells stays of case read with asleep: left 33899760
    tells stays of case read: left 33899760
    tells stays until tomorrow of case read for two: left 33899760`,
  'who sits in the cell leaves': `
    works there: until now`,
  'a house is accredited again': `
    a: left_told empty
    goes: status accredited`,
  'somebody comes to a house': `
    a: left_told empty
    new membership: role asso, since now, org_id empty, manager false, alternate false, person_id ana`,
  'somebody comes to a house that is asleep': `
    new membership: role asso, since now, org_id asleep, manager false, alternate false, person_id ana`,
  'what the cell sees of who accompanies': `
    said: case closing, is_accompanied false, lost_referent true, cell_unread false
    said: case flagged, is_accompanied false, lost_referent false, cell_unread false
    said: case left, is_accompanied false, lost_referent false, cell_unread false
    said: case of another, is_accompanied true, lost_referent false, cell_unread false
    said: case of no cell, is_accompanied false, lost_referent false, cell_unread false
    said: case of two cells, is_accompanied false, lost_referent true, cell_unread false
    said: case over, is_accompanied false, lost_referent true, cell_unread false
    said: case shared, is_accompanied true, lost_referent false, cell_unread false
    said: case shared before, is_accompanied false, lost_referent true, cell_unread false
    said: case shared until tomorrow, is_accompanied true, lost_referent false, cell_unread false
    said: case shared with asleep, is_accompanied false, lost_referent true, cell_unread false
    said: case shared with empty, is_accompanied false, lost_referent true, cell_unread false
    said: case shared with seats, is_accompanied false, lost_referent true, cell_unread false
    said: case standing, is_accompanied false, lost_referent true, cell_unread false
    said: case told, is_accompanied false, lost_referent true, cell_unread false
    said: case told before merging, is_accompanied false, lost_referent true, cell_unread false
    said: case told with asleep, is_accompanied false, lost_referent true, cell_unread false
    said: case unread, is_accompanied false, lost_referent false, cell_unread false`,
  'what who accompanies sees of the cell': `
    said: case read, is_accompanied true, lost_referent false, cell_unread true
    said: case read and over, is_accompanied true, lost_referent false, cell_unread false
    said: case read and told, is_accompanied true, lost_referent false, cell_unread true
    said: case read and told before merging, is_accompanied true, lost_referent false, cell_unread true
    said: case read and told with asleep, is_accompanied true, lost_referent false, cell_unread true
    said: case read by two, is_accompanied true, lost_referent false, cell_unread false
    said: case read by two before, is_accompanied true, lost_referent false, cell_unread true
    said: case read for asleep, is_accompanied false, lost_referent false, cell_unread false
    said: case read for two, is_accompanied true, lost_referent false, cell_unread true
    said: case read for who left, is_accompanied false, lost_referent false, cell_unread false
    said: case read with asleep, is_accompanied true, lost_referent false, cell_unread true
    said: case shared, is_accompanied true, lost_referent false, cell_unread false
    said: case standing, is_accompanied false, lost_referent true, cell_unread false`,
  'what the cell is left with': `
    said: case closing
    said: case of two cells
    said: case shared before
    said: case shared with asleep
    said: case shared with empty
    said: case shared with seats
    said: case told
    said: case told before merging
    said: case told with asleep`
}

const site = await forFile(openScenes())
site.stand(alone, happens, seenHere(mistakes, import.meta.url))
