import { beforeAll, describe, expect, it } from 'vitest'
import { actOn } from '../../../server/commands/apply-command.ts'
import { lockCase } from '../../../server/cases/store.ts'
import { inContext, runQuery, setCaseScope, type Tx } from '../../../server/db/context.ts'
import { openInEmergency } from '../../../server/emergency/open.ts'
import { refusalOf } from '../../../server/errors.ts'
import { deskOf } from '../../../server/outbox/notify-participants.ts'
import { acting } from '../../support/acting.ts'
import { anEmergency, emergencies } from '../../support/emergency.ts'
import { forFile } from '../../support/for-file.ts'
import { atOnce } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)

describe('an act that PostgreSQL broke off, so that two do not wait for each other for ever', () => {
  // A sequence goes on where its transaction is undone: so many acts are broken off, each where it writes itself down.
  beforeAll(() =>
    owner(`create table standing_off as select 0 as left_over;
      create sequence broken_off;
      create function stand_off() returns trigger language plpgsql security definer as $$ begin
        if nextval('broken_off') <= (select left_over from standing_off) then
          raise exception 'deadlock detected' using errcode = '40P01';
        end if;
        return new;
      end $$;
      create trigger stand_off before insert on case_event for each row execute function stand_off()`)
  )

  const breakOff = async (many: number) => {
    await owner('alter sequence broken_off restart')
    await owner('update standing_off set left_over = $1', [many])
  }
  const known = (id: string) => tell.act('asso.rhone', id, 'facts.complete', { language: 'en' })
  const events = async (id: string) =>
    (await owner('select from case_event where case_id = $1', [id])).rowCount

  it('twice is left undone, and its author is told to try again', async () => {
    const id = await tell.flagged()
    await breakOff(2)
    const refused = await known(id).catch((error: unknown) => error)
    expect(refusalOf(refused)).toMatchObject({ status: 503, code: 'unavailable' })
    expect(await events(id)).toBe(1)
  })

  it('once is done then, a single time', async () => {
    const id = await tell.flagged()
    await breakOff(1)
    expect(await known(id)).toMatchObject({ id, version: 2 })
    expect(await events(id)).toBe(2)
  })
})

describe('an emergency access that is settled while another is opened', () => {
  it('waits for its case, as every act does, and both are done', async () => {
    const { opens, settles, colleague } = emergencies(world)
    const id = await tell.flagged()
    const first = await opens('cellule.69', id, ['B'])
    const [other, third] = [await colleague('cellule.69'), await colleague('cellule.69')]
    const opened = () =>
      openInEmergency(world.gate, { actor: other, caseId: id, input: anEmergency(['B']), key: null })
    const confirmed = () => settles(third, first, 'confirm')
    expect(await atOnce(world.db.owner, id, [opened, confirmed])).toEqual([null, null])
  })
})

describe('an act that fails while it is being written', () => {
  type Query = (asked: { text: string }, values?: unknown[]) => Promise<unknown>

  it('has nothing left to say once it has failed', async () => {
    const id = await tell.flagged()
    // Fifty acts: its story is counted anew, by a statement that follows another.
    await owner(`update "case" set care = 'plan_active', version = 49 where id = $1`, [id])
    const said: string[] = []
    const faulty = (tx: Tx) => {
      const { $client: wire } = tx as unknown as { $client: { query: Query } }
      const { query } = wire
      wire.query = (asked, values) => {
        said.push(asked.text)
        const breaks = asked.text.startsWith(`update deadline set state = 'suspended'`)
        return breaks ? Promise.reject(new Error('broken')) : query(asked, values)
      }
      return () => void (wire.query = query)
    }
    await inContext(world.db.app, world.as('asso.rhone'), async (tx) => {
      await setCaseScope(tx, id)
      const row = (await lockCase(tx, id))!
      const mend = faulty(tx)
      const act = {
        command: 'plan.suspend',
        input: { reason: 'unwell' },
        actor: world.as('asso.rhone')
      } as const
      const failed = actOn(deskOf(world.gate, tx), row, { ...act, at: noon })
      const before = await failed.then(
        () => 0,
        () => said.length
      )
      // Whatever else would speak has had its answer by the second.
      await runQuery(tx, 'select 1', [])
      await runQuery(tx, 'select 2', [])
      mend()
      expect(said.slice(before)).toEqual(['select 1', 'select 2'])
      expect(before, 'it had begun to speak').toBeGreaterThan(3)
    })
  })
})
