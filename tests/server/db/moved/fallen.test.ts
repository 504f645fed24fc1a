import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { fallen } from './scenes/fallen.ts'
import { openScenes } from './stage.ts'

// Who is told that a request or a bed fell with its house, and what lapses with an agreement.
const happens = {
  'a house is suspended': `
    tells accompanies and asks and cell of referral asked: fallen 33899760
    tells asks and cell of referral escalated: fallen 33899760
    tells asks and cell of referral questioned: fallen 33899760
    tells cell and asylum of referral for an asylum seeker: fallen 33899760
    tells cell and desk of referral accompanied by asleep: fallen 33899760
    tells cell and desk of referral accompanied by it: fallen 33899760
    tells cell and desk of referral admitted: fallen 33899760
    tells cell and desk of referral reserved: fallen 33899760
    tells cell and minors of referral for a child: fallen 33899760
    tells cell of referral asked by asleep: fallen 33899760
    tells desk and accompanied of referral accompanied: fallen 33899760
    said: tell_fallen 11`,
  'a house is not suspended': `
    said: tell_fallen 0`,
  'somebody else says it': `
    refused: the administration closes and suspends`,
  'an agreement ends': `
    proposed, proposed too: state withdrawn, reason agreement_ended, settled_at now, settled_by ana
    said: from_org_id c, to_org_id b
    said: from_org_id mine, to_org_id b`,
  'an agreement ends by the clock': `
    proposed, proposed too: state withdrawn, reason agreement_ended, settled_at now
    said: from_org_id c, to_org_id b
    said: from_org_id mine, to_org_id b`,
  'an agreement ends by who takes no part': `
    refused: only whoever writes an act of the case ends what was proposed of it`,
  'an agreement ends in no case': `
    refused: only whoever writes an act of the case ends what was proposed of it`,
  'what was asked back lapses as she is erased': `
    asked, asked too: state lapsed, settled_at now
    case: facts {archived:true}
    new outbox: kind count, payload {caseId:case}
    tells mine of case asked: undo 2
    tells other of case asked too: undo 2`
}

const site = await forFile(openScenes())
site.stand(fallen, happens, seenHere(mistakes, import.meta.url))
