import { describe, expect, it } from 'vitest'
import { acronyms } from '../../../server/law/acronyms.ts'
import { isRead, legalCodes } from '../../../workflows/law/register.ts'
import type { ReferenceList, ReferenceView } from '../../../server/views/law.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())

const asked = async (query: string, login = 'asso.rhone', headers = {}) =>
  (await site.get(login, `/api/law${query}`, headers)).json<ReferenceList>()
const codesOf = async (query: string) => (await asked(query)).items.map(({ code }) => code)

describe('the register of the law', () => {
  it('is not read without a session, nor asked in words that it does not know', async () => {
    expect((await site.app.inject({ url: '/api/law' })).statusCode).toBe(401)
    for (const query of [
      '?read=guessed',
      '?status=true',
      '?cursor=abc',
      '?text=XYZ',
      `?q=${'a'.repeat(101)}`
    ])
      expect([query, (await site.get('asso.rhone', `/api/law${query}`)).statusCode]).toEqual([query, 400])
    expect((await site.get('asso.rhone', '/api/law/CESEDA.R999-1')).statusCode).toBe(404)
    expect((await site.get('asso.rhone', '/api/law/constructor')).statusCode).toBe(404)
  })

  it('is the same for whoever is signed in, and gives each reference once, page by page', async () => {
    for (const login of ['dpo', 'police.69', 'foyer.azur'])
      expect((await asked('', login)).counts).toEqual((await asked('')).counts)
    const seen: string[] = []
    for (let query = ''; ;) {
      const { items, next, found } = await asked(query)
      expect([items.length <= 30, found]).toEqual([true, legalCodes.length])
      seen.push(...items.map(({ code }) => code))
      if (next === null) break
      query = `?cursor=${next}`
    }
    expect(seen).toEqual(legalCodes)
  })

  it('is given whole to whoever prints it, or whole as it is narrowed', async () => {
    const { items, next } = await asked('?whole=true')
    expect([items.map(({ code }) => code), next]).toEqual([legalCodes, null])
    const narrowed = await asked('?whole=true&status=statute')
    expect([narrowed.items.length, narrowed.next]).toEqual([narrowed.counts.statute, null])
  })

  it('says of a ruling and of a choice of the mechanism of which day it is, and of a text since when it is in force', async () => {
    const given = async (code: string) =>
      (await site.get('asso.rhone', `/api/law/${code}`)).json<ReferenceView>().given
    expect([await given('CE.409579'), await given('MNIO.FLAG'), await given('CRPA.L121-1')]).toEqual([
      ...[true, true, false]
    ])
  })

  it('is searched by what people of the field write short, in either language', async () => {
    const found = async (q: string, language: string) =>
      (await asked(`?q=${q}`, 'asso.rhone', { 'accept-language': language })).found
    for (const short of Object.keys(acronyms))
      expect([short, (await found(short, 'fr')) > 0, (await found(short.toUpperCase(), 'en')) > 0]).toEqual([
        ...[short, true, true]
      ])
    expect(await codesOf('?q=OQTF')).toContain('CESEDA.L614-1')
    expect(await codesOf('?q=OQTF&status=design')).not.toContain('CESEDA.R425-2')
    for (const known of ['CIVI', 'AGRASC', 'OFII'])
      expect([known, (await codesOf(`?q=${known}`)).length > 0]).toEqual([known, true])
  })

  it('is searched by an acronym as a word, and by a short word first where it is one', async () => {
    const itemsOf = async (q: string) => (await asked(`?whole=true&q=${q}`)).items
    const words = ({ code, article, label, acts, clocks, offences }: ReferenceView) =>
      [code, article, label, ...[...acts, ...clocks, ...offences].map((one) => one.label)].join(' ')
    const civil = (await itemsOf('civil')).map(({ code }) => code)
    for (const q of ['CIVI', 'civi']) {
      const found = await itemsOf(q)
      expect(found.length).toBeGreaterThan(3)
      expect(found.filter((one) => !/\bCIVI\b/.test(words(one)))).toEqual([])
      expect(civil.every((code) => found.some((one) => one.code === code))).toBe(false)
    }
    const near = (one: ReferenceView) =>
      [/\bfin\b/i, /\bfin/i, /fin/i].findIndex((form) => form.test(words(one).normalize('NFD')))
    const found = (await itemsOf('fin')).map(near)
    expect(new Set(found).size).toBeGreaterThan(1)
    expect(found).toEqual(found.toSorted((one, other) => one - other))
  })

  it('is searched by the article however it is written, by its subject, and by what rests on it', async () => {
    for (const words of ['L425-1', 'L. 425-1', 'ceseda art. L. 425-1', 'plainte temoignage'])
      expect([words, await codesOf(`?q=${encodeURIComponent(words)}`)]).toEqual([
        words,
        expect.arrayContaining(['CESEDA.L425-1'])
      ])
    expect(await codesOf('?q=CIVI%20saisir')).toContain('CPP.706-3')
    for (const words of ['zzz', 'L425-1%20zzz']) expect(await codesOf(`?q=${words}`)).toEqual([])
  })

  it('names the lengths that it sets as well, beside the clocks that rest on it', async () => {
    const of = async (code: string) =>
      (await site.get('asso.rhone', `/api/law/${code}`))
        .json<ReferenceView>()
        .clocks.map(({ label }) => label)
    expect(await of('CESEDA.R431-15-1')).toEqual(['attestation de demande en ligne, au plus'])
    expect(await of('CESEDA.R431-13')).toEqual(['Validité du récépissé', 'récépissé de demande, au moins'])
  })

  it('is narrowed by text, by reading and by weight', async () => {
    const { items, found } = await asked('?text=CPP&read=full')
    expect(items.every(({ text, read }) => text?.id === 'CPP' && read === 'full')).toBe(true)
    expect(found).toBeGreaterThan(30)
    expect((await asked('?status=design')).items.every(({ read }) => read === null)).toBe(true)
  })

  it('says of an article how it was read and what rests on it, in the reader’s language', async () => {
    const one = async (language: string) =>
      (
        await site.get('asso.rhone', '/api/law/CESEDA.L425-1', { 'accept-language': language })
      ).json<ReferenceView>()
    expect(await one('fr')).toMatchObject({
      article: 'CESEDA, art. L. 425-1',
      read: 'full',
      refuses: true,
      textAsOf: '2026-04-03',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      acts: expect.arrayContaining([{ id: 'permit.apply', label: 'Demander le titre de séjour' }])
    })
    expect((await one('en')).label).toBe('One-year permit: complaint or testimony')
    const unread = legalCodes.find((code) => !isRead(code))!
    const answer = await site.get('asso.rhone', `/api/law/${encodeURIComponent(unread)}`)
    expect(answer.json<ReferenceView>()).toMatchObject({ code: unread, refuses: false })
  })

  it('finds a length in words as in figures, and names no text or act twice', async () => {
    const found = await codesOf('?q=48%20h')
    expect(found.length).toBeGreaterThan(0)
    for (const same of ['48 heures', 'quarante-huit heures', '48h'])
      expect([same, await codesOf(`?q=${encodeURIComponent(same)}`)]).toEqual([same, found])
    const { texts, items } = await asked('')
    for (const list of [texts, ...items.map(({ acts }) => acts)])
      expect(new Set(list.map(({ label }) => label)).size).toBe(list.length)
    const convention = texts.find(({ label }) => label.includes('STCE 197'))!
    expect((await codesOf(`?text=${convention.id}`)).length).toBeGreaterThan(1)
  })
})
