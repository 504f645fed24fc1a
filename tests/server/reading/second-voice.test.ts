import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'
import { noon } from '../../support/world.ts'

const { world, tell, meet, triaged } = await forFile(openCell())
const { owner, app } = world.db
const opinion = { opinion: 'positive', elements: ['harboured'] }
const positive = 'grounds.propose'

const nextOf = (login: string, id: string) => {
  const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
  return inContext(app, reader.actor, async (tx) => (await viewCase(tx, id, reader)).nextStep)
}
const asked = (login: string, id: string) =>
  inContext(app, world.as(login), async (tx) =>
    (await runQuery<{ name: string }>(tx, 'select name from second_voices($1)', [id])).map(({ name }) => name)
  )
/** As if every institution but the cell's own had taken its seat after the case was opened to those who sat. */
const letNobodyIn = (id: string) =>
  owner.query(`delete from participation where case_id = $1 and capacity = 'cell_member'`, [id])

describe('a second opinion that is waited for', () => {
  it('is told of to nobody but whoever keeps the file, and not before there is a first', async () => {
    const id = await triaged()
    expect((await nextOf('cellule.69', id)).label).not.toMatch(/second avis/i)
    await tell.act('cellule.69', id, positive, opinion)
    for (const login of ['asso.rhone', 'membre.69']) {
      expect((await nextOf(login, id)).label, login).not.toBe('Un second avis est attendu')
      expect(await asked(login, id), login).toEqual([])
    }
  })

  it('names the other institutions that read the case, and never the one that gave the first', async () => {
    const id = await triaged()
    await tell.act('membre.69.police', id, positive, opinion)
    const others = await asked('cellule.69', id)
    expect(others.length).toBeGreaterThan(1)
    const own = await triaged()
    await tell.act('cellule.69', own, positive, opinion)
    const { is, label, because, leads } = await nextOf('cellule.69', own)
    expect({ is, label, leads }).toEqual({
      is: 'nothing',
      label: 'Un second avis est attendu',
      leads: undefined
    })
    for (const name of others) expect(because[0]).toContain(name)
  })

  it('leads to a meeting where those who sit do not read the case, which the meeting opens to them', async () => {
    const id = await triaged()
    await tell.act('cellule.69', id, positive, opinion)
    await letNobodyIn(id)
    const before = await nextOf('cellule.69', id)
    expect(before).toMatchObject({ label: 'Un second avis est attendu', leads: 'meetings' })
    expect(before.because[0]).toMatch(/sans lire ce dossier.+Inscrivez-le à une réunion/)
    await expect(nextOf('membre.69.police', id)).rejects.toThrow()
    await meet.act('cellule.69', await meet.planned(), 'convene')
    await expect(nextOf('membre.69.police', id)).resolves.toBeDefined()
    expect((await nextOf('cellule.69', id)).leads).toBeUndefined()
  })

  it('leads to the seats where nobody sits for another institution', async () => {
    const id = await triaged()
    await tell.act('cellule.69', id, positive, opinion)
    await owner.query(
      `update membership set until = now() where role = 'cell_member' and until is null
       and org_id in (select id from organisation where territory = '69')`
    )
    const { leads, because } = await nextOf('cellule.69', id)
    expect(leads).toBe('seats')
    expect(because[0]).toContain('personne ne siège encore pour cela')
  })
})
