import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { taken } from './scenes/taken.ts'
import { openScenes } from './stage.ts'

// Which offer may be taken up, and who receives a letter that something was sent in error.
const happens = {
  'an offer is taken up': `
    her: email new@b.fr
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an offer is taken up by who works there': `
    her: email new@b.fr
    offered: used_at now, used_by her, provider_email said@b.fr
    works: alternate true
    said: nothing false`,
  'an offer is taken up by who worked there': `
    her: email new@b.fr
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an offer is taken up by who works elsewhere': `
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an offer is taken up by who works elsewhere for a day more': `
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an offer is taken up by who worked elsewhere': `
    her: email new@b.fr
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an offer is taken up by who works elsewhere and has no address': `
    her: email new@b.fr
    offered: used_at now, used_by her, provider_email said@b.fr
    new membership: role asso, since now, org_id mine, manager true, alternate false, person_id her
    said: nothing false`,
  'an older letter': `
    said: nothing true`,
  'an offer that was used': `
    said: nothing true`,
  'an offer that was withdrawn': `
    said: nothing true`,
  'an offer that has expired': `
    said: nothing true`,
  'an offer of a house that is suspended': `
    said: nothing true`,
  'an offer, and nobody signed in': `
    said: nothing true`,
  'another offer': `
    said: nothing true`,
  'letters of what was sent in error': `
    new outbox: kind mail_error, payload {link:link mine,sentAt:-3 d,address:AQ==,referral:mine}
    new outbox: kind mail_error, payload {link:link of who asked,sentAt:-3 d,address:AQ==,referral:of who asked}`,
  'letters of what was sent in error, by who does not conclude': `
    new outbox: kind mail_error, payload {link:link mine,sentAt:-3 d,address:AQ==,referral:mine}`,
  'letters of what was sent in error, by who has left': `
    `
}

const site = await forFile(openScenes())
site.stand(taken, happens, seenHere(mistakes, import.meta.url))
