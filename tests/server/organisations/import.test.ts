import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../server/organisations/csv.ts'
import { directoryColumns, readDirectory } from '../../../server/organisations/directory.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

describe('a CSV', () => {
  it('is read with any usual separator, quotes, line ends and mark of encoding', () => {
    expect(parseCsv('\uFEFFid;nom\r\n1;"Les « A » ; ""B"""\r\n\r\n2;C')).toEqual([
      { line: 1, cells: ['id', 'nom'] },
      { line: 2, cells: ['1', 'Les « A » ; "B"'] },
      { line: 4, cells: ['2', 'C'] }
    ])
    expect(parseCsv('id,nom\n1,"deux\nlignes"\n2,C').map(({ line }) => line)).toEqual([1, 2, 4])
  })
})

describe('a directory', () => {
  const told = (text: string) => readDirectory(text).problems.map(({ line, column }) => `${line} ${column}`)

  it('without the column of names, without lines or with too many is nothing', () => {
    expect(told('id;siret\n1;2')).toEqual(['1 nom'])
    expect(told('id;nom')).toEqual(['1 nom'])
    expect(told(`nom\n${'Une\n'.repeat(501)}`)).toEqual(['1 nom'])
  })

  it('with a quotation mark that nothing closes says so, on its line, and not that a place is missing', () => {
    const problems = readDirectory('id;nom;code_insee\n1;Une;69123\n2;"Deux;69123\n3;Trois;69123').problems
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      line: 3,
      column: 'nom',
      message: { fr: expect.stringMatching(/guillemet/) }
    })
    expect(readDirectory('nom;code_insee\n"Une ""dite"" ici";69123').problems).toEqual([])
  })

  it('says of each line which column is wrong, and what to do', () => {
    const text = [
      'id;nom;siret;code_insee;type',
      'dora--1;;;69123;',
      'dora--2;Sans lieu;;;',
      'dora--3;Genre;;69123;club',
      'dora--4;=SOMME(A1);;69123;',
      'dora--5;Numéro;12345678901234;69123;',
      'dora--5;Deux fois;;2A004;'
    ].join('\n')
    expect(told(text)).toEqual(['2 nom', '3 code_insee', '4 type', '5 nom', '6 siret', '7 id'])
    for (const { message } of readDirectory(text).problems) expect(message.fr.length).toBeGreaterThan(10)
  })

  it('knows a kind however a spreadsheet writes it', () => {
    const kinds = ["structure d'accueil", 'Structure d’accueil', 'STRUCTURE D‘ACCUEIL', 'prefecture']
    const text = ['nom;code_insee;type', ...kinds.map((kind, n) => `Maison ${n};69123;${kind}`)].join('\n')
    expect(readDirectory(text).problems).toEqual([])
    expect(readDirectory(text).lines.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 3 }, () => 'shelter'),
      'prefecture'
    ])
  })

  it('has a template that is read as it stands, by every column', () => {
    const template = readFileSync('web/static/modele-annuaire.csv', 'utf8')
    expect(template.split('\n')[0]!.split(';')).toEqual(directoryColumns)
    expect(readDirectory(template).problems).toEqual([])
  })

  it('names the wrong value, and what to write in its stead', () => {
    const text = [
      'nom;siret;code_insee;code_postal;type',
      'Une;123;69123;;',
      'Deux;77567227221139;69123;;',
      'Trois;;99999;;',
      'Quatre;;;20000;',
      'Cinq;;69123;;Club'
    ].join('\n')
    const said = readDirectory(text).problems.map(
      ({ line, column, message }) => `${line} ${column} ${message.fr}`
    )
    expect(said[0]).toBe('2 siret SIRET « 123 » : 14 chiffres attendus, 3 caractères lus')
    expect(said[1]).toMatch(/^3 siret SIRET « 77567227221139 » : sa clé de contrôle ne convient pas/)
    expect(said[2]).toMatch(/^4 code_insee Code INSEE « 99999 » inconnu : donnez/)
    expect(said[3]).toMatch(/^5 code_postal Code postal « 20000 » sans département : donnez/)
    expect(said[4]).toMatch(/^6 type Genre « Club » inconnu : .*association.*police/)
    for (const line of said) expect(line).not.toMatch(/dna_centre|cell_secretary|school_mediation/)
  })

  it('takes the kind by its French or English name, or its code', () => {
    const text = 'nom;code_insee;type\nUne;69123;Police\nDeux;69123;préfecture\nTrois;69123;association'
    expect(readDirectory(text).problems).toEqual([])
    expect(readDirectory(text).lines.map(({ type }) => type)).toEqual(['police', 'prefecture', 'association'])
  })

  it('keeps the identifier of data·inclusion and no address, and knows the place by commune or post code', () => {
    const { lines, problems } = readDirectory(
      'id,nom,adresse,code_postal,code_insee\ndora--1,Une,12 rue X,,97608\ndora--2,Deux,,69001,\ndora--3,Trois,,,2A004'
    )
    expect(problems).toEqual([])
    expect(lines.map(({ directoryId, territory }) => [directoryId, territory])).toEqual([
      ['dora--1', '976'],
      ['dora--2', '69'],
      ['dora--3', '2A']
    ])
    expect(JSON.stringify(lines)).not.toContain('rue X')
  })
})

const site = await forFile(openDirectory())
const { post, owner, traces, world } = site
const count = async () => Number((await owner.query('select count(*) as n from organisation')).rows[0].n)
const good = 'id;nom;siret;code_insee\ndora--1;Première;;69123\ndora--2;Seconde;;75056'

describe('importing', () => {
  it('is for the administration alone', async () => {
    for (const login of ['asso.rhone', 'dpo', 'prefecture.69'])
      for (const path of ['/organisations/import/preview', '/organisations/import'])
        expect((await post(login, path, { csv: good })).status).toBe(404)
  })

  it('does nothing at all where one line is wrong, and names it', async () => {
    const before = await count()
    const csv = `${good}\ndora--3;Sans lieu;;`
    const preview = await post('admin', '/organisations/import/preview', { csv })
    expect(preview.body).toMatchObject({ lines: [], problems: [{ line: 4, column: 'code_insee' }] })
    const refused = await post('admin', '/organisations/import', { csv })
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, '4.code_insee'])
    expect(await count()).toBe(before)
  })

  it('is shown before, done once, without any right; again it does nothing', async () => {
    const before = await count()
    const preview = await post('admin', '/organisations/import/preview', { csv: good })
    expect(preview.body.lines.map(({ does }: { does: string }) => does)).toEqual(['create', 'create'])
    expect(await count()).toBe(before)
    expect((await post('admin', '/organisations/import', { csv: good })).status).toBe(200)
    const { rows } = await owner.query(
      `select name, status, directory_id from organisation where directory_id is not null order by 1`
    )
    expect(rows).toEqual([
      { name: 'Première', status: 'pending', directory_id: 'dora--1' },
      { name: 'Seconde', status: 'pending', directory_id: 'dora--2' }
    ])
    const again = await post('admin', '/organisations/import/preview', { csv: good })
    expect(again.body.lines.map(({ does }: { does: string }) => does)).toEqual(['none', 'none'])
    expect((await post('admin', '/organisations/import', { csv: good })).status).toBe(200)
    expect(await count()).toBe(before + 2)
    expect(await traces('organisation.import')).toBe(4)
  })

  it('gives its identifier to an organisation that is there already', async () => {
    const csv = 'id;nom;code_insee\ndora--9;Association du Rhône;69123'
    const preview = await post('admin', '/organisations/import/preview', { csv })
    expect(preview.body.lines[0].does).toBe('link')
    await post('admin', '/organisations/import', { csv })
    const { rows } = await owner.query(
      `select directory_id, status from organisation where name = 'Association du Rhône'`
    )
    expect(rows).toEqual([{ directory_id: 'dora--9', status: 'accredited' }])
  })

  const told = async (csv: string) => {
    const { body } = await post('admin', '/organisations/import/preview', { csv })
    return [
      ...body.lines.map(({ line, does }: { line: number; does: string }) => `${line} ${does}`),
      ...body.problems.map(({ line, column }: { line: number; column: string }) => `${line} ${column}!`)
    ]
  }
  const heading = 'id;nom;siret;code_insee'
  const idOf = async (name: string) =>
    (await owner.query('select id from organisation where name = $1', [name])).rows[0].id as string
  const proposalsOf = async (id: string) =>
    (await site.ask('admin', `/organisations/${id}`)).body.proposals as { id: string; kind: string }[]

  it('refuses by line what names one organisation twice, or under another identifier than the one it has', async () => {
    const rhone = 'Association du Rhône'
    expect(await told(`${heading}\n;Une seule;;69123\n;Une seule;;69123`)).toEqual(['3 nom!'])
    expect(await told(`${heading}\ndora--8;${rhone};;69123`)).toEqual(['2 id!'])
    await owner.query(
      `update organisation set directory_id = null, siret = '73282932000074' where name = $1`,
      [rhone]
    )
    const two = `${heading}\ndora--91;Autre nom;73282932000074;69123\ndora--92;${rhone};;69123`
    expect(await told(two)).toEqual(['3 id!'])
    const before = await count()
    const refused = await post('admin', '/organisations/import', { csv: two })
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, '3.id'])
    expect(await count()).toBe(before)
    const { rows } = await owner.query('select directory_id from organisation where name = $1', [rhone])
    expect(rows).toEqual([{ directory_id: null }])
  })

  it('proposes what it makes, which another person confirms in one act, each in the journal', async () => {
    const csv = `${heading}\ndora--21;Ensemble A;;69123\ndora--22;Ensemble B;;69123`
    await post('admin', '/organisations/import', { csv })
    const made = [await idOf('Ensemble A'), await idOf('Ensemble B')]
    const ids = (await Promise.all(made.map(proposalsOf))).flatMap((all) => all.map(({ id }) => id))
    expect(ids).toHaveLength(2)
    const confirmed = await traces('proposal.confirm')
    for (const [login, status] of [
      ['admin', 409],
      ['asso.rhone', 404],
      ['cellule.69', 404]
    ] as const)
      expect([login, (await post(login, '/proposals/confirm', { ids })).status]).toEqual([login, status])
    expect((await post('admin.bis', '/proposals/confirm', { ids: [] })).status).toBe(400)
    // One that is not there any more leaves the other as it was.
    const gone = await post('admin.bis', '/proposals/confirm', {
      ids: [ids[0], world.as('asso.rhone').orgId]
    })
    expect(gone.status).toBe(404)
    const states = async () =>
      (
        await owner.query('select status from organisation where id = any($1::uuid[]) order by name', [made])
      ).rows.map(({ status }) => status)
    expect([await states(), await traces('proposal.confirm')]).toEqual([['pending', 'pending'], confirmed])
    expect((await post('admin.bis', '/proposals/confirm', { ids: [...ids, ids[0]] })).status).toBe(200)
    expect([await states(), await traces('proposal.confirm')]).toEqual([
      ['accredited', 'accredited'],
      confirmed + 2
    ])
    const again = await post('admin.bis', '/proposals/confirm', { ids })
    expect([again.status, JSON.stringify(again.body)]).toEqual([409, expect.stringContaining('Ensemble A')])
  })

  it('knows what was merged by the house that stays, and what was closed as closed; neither is made again', async () => {
    const csv = `${heading}\n;Qui reste;;69123\ndora--32;Qui part;;69123\ndora--33;Qui ferme;;69123\ndora--34;Sans;;69123`
    await post('admin', '/organisations/import', { csv })
    const [stays, goes, closes] = [await idOf('Qui reste'), await idOf('Qui part'), await idOf('Qui ferme')]
    for (const one of [stays, goes]) {
      const [accredits] = await proposalsOf(one)
      expect((await post('admin.bis', `/proposals/${accredits!.id}/confirm`)).status).toBe(200)
    }
    await post('admin', `/organisations/${goes}/proposals`, { kind: 'merge', into: stays })
    const [merge] = await proposalsOf(goes)
    expect((await post('admin.bis', `/proposals/${merge!.id}/confirm`)).status).toBe(200)
    const { rows } = await owner.query(
      'select directory_id from organisation where id = any($1::uuid[]) order by name desc',
      [[stays, goes]]
    )
    expect(rows).toEqual([{ directory_id: 'dora--32' }, { directory_id: null }])
    await post('admin', `/organisations/${closes}/close`, { reason: 'dissolution' })
    const again = csv.replace('\n;Qui reste;;69123', '')
    expect(await told(again)).toEqual(['2 none', '3 closed', '4 none'])
    const before = await count()
    expect((await post('admin', '/organisations/import', { csv: again })).status).toBe(200)
    expect(await count()).toBe(before)
    // A closed house of the same name, which the directory knows by another identifier, is another one.
    const others = `${heading}\ndora--35;Qui ferme;;69123\n;Qui ferme;;75056`
    expect(await told(others)).toEqual(['2 create', '3 create'])
  })
})
