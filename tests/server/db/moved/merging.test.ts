import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { merging } from './scenes/merging.ts'
import { openScenes } from './stage.ts'

// What becomes of each thing of a house that goes into another, and who may let it.
const happens = {
  people: `
    ana, ben leaves tomorrow, dan, fil sits: until now
    another kind, another view, key, of another person, read, told of a later act, told of another case, told of another thing, view of another person: org_id here
    both typed: gone
    gone: status closed, closed_at now, merged_into here
    open offer: withdrawn_at now
    waits into it, waits of it: state withdrawn, settled_at now, settled_by admin
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ana
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben
    new membership: role cell_member, since now, org_id here, manager false, alternate true, person_id fil, absent_from +2 d, absent_until +4 d`,
  parts: `
    accompanies what here withdrew from, flagged, follows what another left, follows what here flagged, reads what another withdrew from, reads what here came back to, reads what one of here withdrew from: told 2, org_id here
    bed, camp, meets, sits: org_id here
    both follow, follows what here followed: line empty, until now, due_at empty, clock_at empty, waits_for empty
    follows later what here followed: until now
    follows: told 4, org_id here
    gone: status closed, closed_at now, merged_into here
    handed away: from_org_id here
    handed from here, handed here: state withdrawn, reason by_sender, settled_at now
    handed to it: to_org_id here
    it withdrew: org_id here, cell_org_id here
    linked: made_org here
    opened: org_id here, told_orgs [other,here]
    reads what here withdrew from: line empty, told 2, until now, due_at empty, org_id here, clock_at empty, waits_for empty
    received: recipient_org_id here
    sent: sender_org_id here
    sits in its cell, to follow up, voted: cell_org_id here
    to call: court_id here
    to confirm: confirm_org_id here
    waits: awaits_org_id here
    what here followed earlier: told 6, basis follows later what here followed, until empty, urgency 4
    what here followed: line \\x01, told 6, basis consent, scope A, since -9 d, until empty, due_at +3 d, urgency 4, clock_at +2 d, moved_at -2 d, waits_for her, line_tables empty, due_in_month true`,
  'into another than was said': `
    refused: two persons merge organisations`,
  'of another than was said': `
    refused: two persons merge organisations`,
  'said of another thing': `
    refused: two persons merge organisations`,
  'said by one person': `
    refused: two persons merge organisations`,
  'confirmed by somebody else': `
    refused: two persons merge organisations`,
  refused: `
    refused: two persons merge organisations`,
  'confirmed before': `
    refused: two persons merge organisations`,
  'into a house that is suspended': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'a house that was closed': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'a house that is suspended': `
    gone: status closed, closed_at now, merged_into here`,
  'houses of two kinds': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'two platforms': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'two who answer by link': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'one house with itself': `
    refused: only organisations of one kind are merged, into one that is accredited`,
  'two houses of two territories': `
    gone: status closed, closed_at now, merged_into here
    offers: org_id here
    sits, works: until now
    new audit_event: at now, role system, chain organisation:gone, action membership.moved, detail cell_member, object membership:sits, org_id gone, outcome allowed, person_id admin
    new audit_head: seq 1, chain organisation:gone
    new membership: role asso, since now, org_id here, manager false, alternate false, person_id ben`,
  'one of them has an identifier': `
    gone: status closed, closed_at now, merged_into here, directory_id empty
    here: directory_id a`,
  'each has an identifier': `
    gone: status closed, closed_at now, merged_into here`,
  'the other has an identifier': `
    gone: status closed, closed_at now, merged_into here`
}

const site = await forFile(openScenes())
site.stand(merging, happens, seenHere(mistakes, import.meta.url))
