import { describe, expect, it } from 'vitest'
import { openConversations } from './held.ts'

const { site, tell, worker, at, whole, hold, rows, acts } = await openConversations()

const untouched = async (id: string, work: () => Promise<void>) => {
  const before = [await tell.row(id), await acts(id)]
  await work()
  expect([await tell.row(id), await acts(id)]).toEqual(before)
}

describe('a conversation is not recorded', () => {
  it('by whoever takes no part in the case, nor shown to them', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      for (const login of ['asso.paris', 'prefecture.69', 'foyer.azur']) {
        expect([login, (await site.get(login, at(id))).statusCode]).toEqual([login, 404])
        const sent = await hold(id, whole, { version: '"anything-of-22-letters"' }, login)
        expect([login, sent.statusCode]).toEqual([login, 404])
      }
    })
    expect((await site.get(worker, at(id))).statusCode).toBe(200)
  })

  it('by the cell where an association accompanies the person: it says which act is refused, and nothing is written', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      const { wishes: _wishes, confidential: _setting, ...agreed } = whole
      const sent = await hold(id, agreed, {}, 'cellule.69')
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Enregistrer un accord : Une association accompagne/)
      ])
      const offered = await hold(id, { ...whole, agrees: [] }, {}, 'cellule.69')
      expect([offered.statusCode, offered.json().detail]).toEqual([
        403,
        'Proposer le délai de réflexion : votre rôle ne permet pas cet acte'
      ])
    })
  })

  it('by an association that is not designated for the reflection period: it tells the rest', async () => {
    const id = await tell.presumed()
    const designated = `from habilitation where org_id = $1 and regime = 'r425_1'`
    const { orgId } = site.as(worker)
    const [kept] = await rows<Record<string, unknown>>(`select * ${designated}`, orgId)
    await rows(`delete ${designated}`, orgId)
    await untouched(id, async () => {
      const sent = await hold(id)
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Proposer le délai de réflexion : Votre association n’est pas désignée/)
      ])
    })
    const { acts: offered, code } = (await site.get(worker, at(id))).json()
    expect(code).toMatch(/^TEH \w{4} \w{4}$/)
    expect(offered.find(({ command }: { command: string }) => command === 'reflection.offer').enabled).toBe(
      false
    )
    const names = Object.keys(kept!)
    await site.db.owner.query(
      `insert into habilitation (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(kept!)
    )
    expect((await hold(id)).statusCode).toBe(200)
  })

  it('where one answer is refused by its act: not one of the others stays', async () => {
    const id = await tell.presumed({ nationality: 'french', stay: 'unknown' })
    await untouched(id, async () => {
      const sent = await hold(id)
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Proposer le délai de réflexion : /)
      ])
    })
    const { wishes: _wishes, confidential: _setting, ...agreed } = whole
    expect((await hold(id, agreed)).statusCode).toBe(200)
  })

  it('before the person knows that refusing takes no help away, or where the setting is not confidential', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      for (const [field, words] of [
        ['helpWithoutConsent', 'Dites à la personne que refuser ne lui retire aucune aide'],
        ['confidential', 'Le délai de réflexion se propose dans un cadre confidentiel']
      ] as const) {
        const sent = await hold(id, { ...whole, [field]: false })
        const message = expect.stringContaining(words)
        expect([sent.statusCode, sent.json().errors]).toMatchObject([400, [{ field, message }]])
      }
    })
  })

  it('with the reflection period, or a consent, before the information', async () => {
    const id = await tell.presumed()
    const { helpWithoutConsent: _unsaid, ...untold } = whole
    await untouched(id, async () => {
      const offered = await hold(id, { ...untold, agrees: [] })
      expect([offered.statusCode, offered.json().detail]).toEqual([
        409,
        expect.stringContaining('Dites d’abord ses droits à la personne')
      ])
      const { wishes: _wishes, ...agreed } = untold
      const recorded = await hold(id, agreed)
      expect([recorded.statusCode, recorded.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Enregistrer un accord : /)
      ])
    })
  })

  it('on a version that was not read, without one, or with a day that lies ahead', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      expect((await hold(id, whole, { version: null })).statusCode).toBe(400)
      expect((await hold(id, whole, { version: '"old"' })).statusCode).toBe(412)
      const ahead = await hold(id, { ...whole, on: '2026-12-30' })
      expect([ahead.statusCode, ahead.json().errors[0].field]).toEqual([400, 'on'])
      expect(ahead.json().errors[0].message).toMatch(/^Informer la personne de ses droits : /)
    })
  })

  it('with a text that nobody wrote, an answer given and withdrawn, or nothing to keep', async () => {
    const id = await tell.consenting()
    await untouched(id, async () => {
      const { helpWithoutConsent: _told, wishes: _wishes, confidential: _setting, ...plain } = whole
      expect((await hold(id, { ...plain, shown: 'ar-2020-01-01' })).statusCode).toBe(400)
      expect((await hold(id, { ...plain, name: 'x' })).statusCode).toBe(400)
      for (const also of [{ withdraws: ['B'] }, { refuses: ['B'] }]) {
        const both = await hold(id, { ...plain, ...also })
        const message = expect.stringContaining('Un accord ne peut pas être donné et refusé, ou retiré')
        expect([both.statusCode, both.json().errors]).toMatchObject([400, [{ field: 'agrees', message }]])
      }
      const empty = await hold(id, { ...plain, agrees: [] })
      expect([empty.statusCode, empty.json().detail]).toEqual([
        409,
        'Rien à enregistrer : il n’y a aucune réponse à garder.'
      ])
    })
  })
})
