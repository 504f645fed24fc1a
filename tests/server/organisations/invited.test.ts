import { expect, it } from 'vitest'
import { expiryOf, invitationDays } from '../../../server/organisations/inviting.ts'
import { offerState, type Offered } from '../../../server/organisations/invitations.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, owner, world } = site

it('an invitation lasts eight days, to the instant', () => {
  expect(invitationDays).toBe(8)
  const sent = new Date('2026-11-20T10:00:00.000Z')
  const one = { usedBy: null, withdrawn: false, open: true, expiresAt: expiryOf(sent) } as unknown as Offered
  const at = (moment: string) => offerState(one, 'somebody', new Date(moment))
  expect(at('2026-11-28T09:59:59.999Z')).toBe('open')
  expect(at('2026-11-28T10:00:00.000Z')).toBe('expired')
  expect(at('2026-11-29T10:00:00.000Z')).toBe('expired')
})

it('PostgreSQL binds it on its last instant and not after', async () => {
  const { personId, orgId } = world.as('membre.69')
  const bind = async (left: string) => {
    const { rows } = await owner.query(
      `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
       values (gen_random_uuid(), $1, 'cell_member', false, 'm@m.example', $2, now(), wall_clock() + $3::interval) returning id`,
      [orgId, personId, left]
    )
    const [made] = await inContext(site.db.app, world.as('membre.69'), (tx) =>
      runQuery<{ made: string | null }>(tx, 'select bind_invitation($1, 1, null) as made', [rows[0].id])
    )
    return made!.made
  }
  expect(await bind('-1 millisecond')).toBeNull()
  expect(await bind('1 minute')).not.toBeNull()
})

it('leaves the address that another organisation wrote, whose letters would follow it', async () => {
  const { personId, orgId } = world.as('asso.rhone')
  const addressOf = async () =>
    (await owner.query('select email from person where id = $1', [personId])).rows[0].email as string
  const bind = async (into: string, email: string) => {
    const { rows } = await owner.query(
      `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
       values (gen_random_uuid(), $1, 'asso', false, $3, $2, now(), now() + interval '8 days') returning id`,
      [into, personId, email]
    )
    await inContext(site.db.app, world.as('asso.rhone'), (tx) =>
      runQuery(tx, 'select bind_invitation($1, 1, null)', [rows[0].id])
    )
  }
  await owner.query('update person set email = $2 where id = $1', [personId, 'before@a.example'])
  await bind(world.as('asso.paris').orgId, 'there@b.example')
  expect(await addressOf()).toBe('before@a.example')
  await owner.query('update membership set until = now() where person_id = $1 and org_id <> $2', [
    personId,
    orgId
  ])
  await bind(orgId, 'here@a.example')
  expect(await addressOf()).toBe('here@a.example')
})

it('another issuer that claims the same e-mail and subject is another person, without any right', async () => {
  const { rows } = await owner.query(
    `insert into person (issuer, subject, display_name, email)
     select 'https://other.example', subject, display_name, email from person where id = $1 returning id`,
    [world.as('asso.rhone').personId]
  )
  const theirs = await owner.query('select from membership where person_id = $1', [rows[0].id])
  expect(theirs.rowCount).toBe(0)
  const other = { ...world.as('asso.rhone'), personId: rows[0].id as string }
  const manages = 'select manages($1) as yes'
  const asked = (actor: typeof other) =>
    inContext(site.db.app, actor, (tx) => runQuery<{ yes: boolean }>(tx, manages, [actor.orgId]))
  expect(await asked(other)).toEqual([{ yes: false }])
  expect(await asked(world.as('asso.rhone'))).toEqual([{ yes: true }])
})

it('an invitation into a shelter names nobody in the journal, whoever came', async () => {
  const { orgId, personId } = world.as('foyer.azur')
  const { rows } = await owner.query(
    `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at, used_at, used_by)
     values (gen_random_uuid(), $1, 'shelter', false, 'f@f.example', $2, now(), now() + interval '8 days', now(), $2) returning id`,
    [orgId, personId]
  )
  await owner.query(
    `select append_audit('organisation:' || $1::text, now(), null, $1::uuid, 'system', 'person.uninvite', 'invitation:' || $2::text, 'allowed', '')`,
    [orgId, rows[0].id]
  )
  const { items } = (await ask('dpo', '/audit?action=person.uninvite')).body
  const line = items.find(({ object }: { object: string }) => object === `invitation:${rows[0].id}`)
  expect(line).toMatchObject({ about: null })
})
