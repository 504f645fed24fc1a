import { mistakes } from '../../../../verify/mutation/house/list.ts'
import { forFile } from '../../../support/for-file.ts'
import { seenHere } from '../walls/asked.ts'
import { keys } from './scenes/keys.ts'
import { openScenes } from './stage.ts'

// What ends with a session, and what begins with a right.
const happens = {
  'all devices of a person are forgotten': `
    address: revoked_at now
    key here, key of a session that is over, key of none, key there: private_half empty`,
  'all but this one': `
    key of a session that is over, key of none, key there: private_half empty`,
  'a session ends': `
    here: revoked_at now
    key here, key of another on this device: private_half empty`,
  'a session that is over ends again': `
    over: revoked_at now`,
  'she signs in anew on this device': `
    key here: session_id anew
    key of another on this device: session_id empty`,
  'she begins to work somewhere': `
    signed in before: membership_id her part
    new membership: role asso, since now, org_id mine, manager false, alternate false, person_id her`,
  'she worked somewhere': `
    new membership: role asso, since now, until now, org_id mine, manager false, alternate false, person_id her`,
  'a meeting is subscribed to': `
    said: digest a, of works
    said: digest b, of works until tomorrow
    said: digest c, of empty
    said: digest d, of empty
    said: digest e, of empty
    said: digest f, of empty`
}

const site = await forFile(openScenes())
site.stand(keys, happens, seenHere(mistakes, import.meta.url))
