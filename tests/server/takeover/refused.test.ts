import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aLine, spreadsheet } from './spreadsheet.ts'
import { openTakeover } from './brought.ts'

const { world, owner, lead, ask, nobody, preview, take, count } = await openTakeover()

const told = ({ body }: { body: { problems: { line: number; column: string }[] } }) =>
  body.problems.map(({ line, column }) => `${line} ${column}`)

describe('who may not bring files', () => {
  it.each(['police.69', 'cellule.69'])('finds nothing there: %s', async (login) => {
    expect((await ask(login, 'GET', '/files')).status).toBe(404)
    expect((await preview(spreadsheet([aLine()]), login)).status).toBe(404)
    expect((await take(spreadsheet([aLine()]), {}, login)).status).toBe(404)
  })

  it('is told so where the accesses are kept by a colleague, or the association may not flag', async () => {
    const { orgId, personId } = world.as(lead)
    const given = await ask(lead, 'GET', '/files')
    expect(given.body.may).toEqual({ enabled: true, reason: null })
    await owner.query('update membership set manager = true where org_id = $1 and person_id = $2', [
      orgId,
      personId
    ])
    const flag = `where org_id = $1 and regime = 'flag'`
    const { rows: held } = await owner.query(`delete from habilitation ${flag} returning *`, [orgId])
    expect((await preview(spreadsheet([aLine()]))).status).toBe(403)
    expect((await take(spreadsheet([aLine()]))).status).toBe(403)
    await owner.query('insert into habilitation (org_id, regime, since) values ($1, $2, $3)', [
      orgId,
      'flag',
      held[0].since
    ])
    expect((await preview(spreadsheet([aLine()]))).status).toBe(200)
  })

  it('sends nothing else than what is asked for', async () => {
    expect((await take(spreadsheet([aLine()]), { keep: true })).status).toBe(400)
    const { status, body } = await take(spreadsheet([aLine()]), { teamId: randomUUID() })
    expect([status, body.errors[0].message]).toEqual([400, 'Choisissez l’équipe qui suivra ces dossiers'])
  })
})

describe('a spreadsheet with something wrong', () => {
  it('names line and column, says what to do, and writes nothing', async () => {
    const before = await count()
    const csv = spreadsheet([
      aLine(),
      aLine({ departement: '999', rencontre_le: '31/02/2026' }),
      aLine({ accord_identite: 'non', nom: 'CANARI' }),
      aLine({ reflexion_recepisse_le: '01/02/2026' }),
      aLine({ accords: 'fiche pour la cellule' }),
      aLine({ accord_identite: 'oui' })
    ])
    const read = await preview(csv)
    expect(read.body.lines).toEqual([])
    expect(told(read as never)).toEqual([
      '3 departement',
      '3 rencontre_le',
      '4 nom',
      '5 reflexion_recepisse_numero',
      '6 information_langue',
      '6 information_moyen',
      '7 nom'
    ])
    const refused = await take(csv)
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].field).toBe('3.departement')
    expect(JSON.stringify(refused.body)).not.toContain('CANARI')
    expect(await count()).toBe(before)
  })

  it('knows no other columns than those of the template', async () => {
    const csv = 'departement;rencontre_le;adresse;departement\n69;12/03/2026;12 rue X;69'
    expect(told((await preview(csv)) as never)).toEqual(['1 adresse', '1 departement'])
    expect(told((await preview('nom\nX')) as never)).toEqual(['1 departement', '1 rencontre_le'])
  })

  it('is told what stands in the wrong cell, and reads the spreadsheet with that cell written anew, nothing being kept', async () => {
    const before = await count()
    const csv = spreadsheet([aLine({ departement: '999' })])
    const { body } = await preview(csv)
    expect(body).toMatchObject({ csv, problems: [{ line: 2, column: 'departement', written: '999' }] })
    const again = await preview(csv, lead, {
      ...nobody,
      mended: [{ line: 2, column: 'departement', text: '69' }]
    })
    expect(again.body).toMatchObject({ problems: [], lines: [{ line: 2 }] })
    expect((await preview(again.body.csv)).body.problems).toEqual([])
    expect(
      (await preview(csv, lead, { ...nobody, mended: [{ line: 1, column: 'x', text: 'y' }] })).status
    ).toBe(400)
    expect(await count()).toBe(before)
  })

  it('is refused by the gate where the gate would refuse the act, in the column of the act', async () => {
    const before = await count()
    // Nobody applies for this permit without a complaint; and what lies ahead has not happened.
    const csv = spreadsheet([
      aLine({
        titre_demande_le: '01/05/2026',
        titre_piece: 'récépissé du dépôt de plainte',
        liens_rompus: 'oui',
        domiciliation: 'oui'
      }),
      aLine({ motifs_le: '01/05/2027', motifs_service: 'OCRTEH' })
    ])
    const read = await preview(csv)
    expect(told(read as never)).toEqual(['2 titre_demande_le', '3 motifs_le'])
    expect((await take(csv)).status).toBe(400)
    expect(await count()).toBe(before)
  })
})

describe('an association that works in teams', () => {
  it('says which of them follows what it brings', async () => {
    const { body } = await ask(lead, 'POST', '/teams', { body: { name: 'Lyon' } })
    const [{ id: teamId }] = body.teams
    const refused = await preview(spreadsheet([aLine()]))
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ field: 'to', code: 'required', message: 'Choisissez l’équipe qui suivra ces dossiers' }]
    ])
    expect((await preview(spreadsheet([aLine()]), lead, { teamId, personId: null })).status).toBe(200)
  })
})
