import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../server/organisations/csv.ts'
import { readDirectory } from '../../../server/organisations/directory.ts'
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
const { post, owner, traces } = site
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
})
