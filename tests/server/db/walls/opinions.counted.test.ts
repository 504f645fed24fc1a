import type { Actor } from '../../../../policies/actor.ts'
import { forFile } from '../../../support/for-file.ts'
import { opinionMistakes } from '../../../../verify/mutation/house/walls/opinions.ts'
import { openOpinions, positive } from './opinions.said.ts'
import { seenHere, type Wall } from './asked.ts'

// Which first opinions count when a second one is given, past every route and every rule of the code.

const said = await forFile(openOpinions())
const { owner, stand, beside, withdraws, spoken, proposing, confirming, rejecting } = said
const { member, police, health } = said.people
const colleague = await beside(health)

const first = [health, 'grounds.propose', positive] as Parameters<typeof spoken>[0]
const once = await spoken(first)
const [unfavourable, speaks] = [{ opinion: 'insufficient' }, 'grounds.propose' as const]
const [later, contrary] = [
  await spoken([health, speaks, unfavourable], first),
  await spoken(first, [police, speaks, unfavourable])
]
// What befell the seat of who spoke first, or their part in the case, since.
const since = async (change: (caseId: string) => Promise<unknown>, who: Actor = health) => {
  const caseId = await spoken([who, speaks, positive])
  await change(caseId)
  return caseId
}
const left = await beside(health)
const ends = `update membership set until = now() where person_id = $1 and org_id = $2`
const noPart = `update participation set until = now() where case_id = $1 and org_id = $2`
const follows = `insert into participation (case_id, org_id, capacity, since, basis, moved_at) values ($1, $2, 'referent', $3, 'x', $3)`
const flags = `update case_event set person_id = $2 where case_id = $1 and command = 'case.flag'`
const houseToday = `update case_event set org_id = $2 where case_id = $1 and command = 'case.flag'`
const fallen = {
  'whose seat ended': await since(() => owner.query(ends, [left.personId, left.orgId]), left),
  'whose house takes part no more': await since((caseId) => owner.query(noPart, [caseId, health.orgId])),
  'whose house accompanies the person since': await since((caseId) =>
    owner.query(follows, [caseId, health.orgId, '2026-01-01'])
  ),
  'who withdrew since': await since(withdraws(health, false)),
  'whose house withdrew since': await since(withdraws(health, true)),
  'who turns out to have flagged': await since((caseId) => owner.query(flags, [caseId, health.personId])),
  'whose house turns out to have flagged': await since((caseId) =>
    owner.query(houseToday, [caseId, health.orgId])
  )
}

const walls: Wall[] = [
  {
    wall: 'of one house the newest opinion is the one that is answered',
    may: confirming(police, later),
    others: { 'and not the one before': rejecting(police, later) }
  },
  {
    wall: 'a contrary opinion that came since holds off no second one',
    may: confirming(member, contrary),
    others: { 'of who gave the first': confirming(health, contrary) }
  },
  {
    wall: 'nor does the first one hold off the contrary',
    may: rejecting(member, contrary),
    others: { 'of who said the contrary': rejecting(police, contrary) }
  },
  {
    wall: 'an opinion counts while its author sits on the case',
    may: confirming(police, once),
    others: Object.fromEntries(
      Object.entries(fallen).map(([whose, caseId]) => [whose, confirming(police, caseId)])
    )
  },
  {
    wall: 'a house whose opinion counts no more gives another',
    may: proposing(health, fallen['whose seat ended']),
    others: { 'and not while it counts': proposing(colleague, once) }
  }
]

stand(walls, seenHere(opinionMistakes, import.meta.url))
