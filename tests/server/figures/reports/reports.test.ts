import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../workflows/calendar/calendar.ts'
import { asked, exact, openMonitoring } from './monitoring.ts'

const { ask, post, file, first, traces } = await openMonitoring()

describe('what others ask of France', () => {
  it.each(['asso.rhone', 'cellule.69', 'prefecture.69', 'admin'])('is not there for %s', async (login) => {
    expect((await ask(login, '/figures/reports')).status).toBe(404)
    expect((await ask(login, '/figures/reports/eurostat')).status).toBe(404)
    expect((await file(login, '/figures/reports/eurostat/file.csv')).status).toBe(404)
    expect((await ask(login, exact)).status).toBe(404)
    expect((await post(login, exact, asked)).status).toBe(404)
  })

  it('is filled with what is released, and before a release with nothing of the store', async () => {
    const { status, body } = await ask(first, '/figures/reports/eurostat?year=2025')
    expect([status, body.drawn]).toEqual([200, null])
    // Of the last year that is over, where none is named.
    const { year } = (await ask(first, '/figures/reports/eurostat')).body
    expect(year).toBe(Number(civilDate(new Date(), 'Europe/Paris').slice(0, 4)) - 1)
    const lines = body.sections.flatMap((section: { lines: object[] }) => section.lines)
    const ours = lines.filter((one: { origin: string }) => one.origin === 'mécanisme')
    expect(ours.length).toBeGreaterThan(20)
    expect(
      new Set(ours.map((one: { state: string; value: unknown }) => `${one.state} ${one.value}`))
    ).toEqual(new Set(['unreleased null']))
  })

  it('says what it does not know, and what others publish beside', async () => {
    const { body } = await ask('controle', '/figures/reports/greta?year=2023')
    const lines = body.sections.flatMap((section: { lines: { id: string }[] }) => section.lines)
    const of = (id: string) => lines.find((one: { id: string }) => one.id === id)
    expect(of('suspects')).toMatchObject({ value: 1900, state: 'filled' })
    expect(of('asylum')).toMatchObject({
      value: null,
      state: 'missing',
      note: expect.stringContaining('OFPRA')
    })
    expect(of('awards')).toMatchObject({ value: null, state: 'unentered' })
    expect(body.asksExact).toBe(false)
    // Of the year that is asked alone; the year that runs may be asked as well.
    const other = (await ask('controle', '/figures/reports/greta?year=2010')).body
    const before = other.sections.flatMap((section: { lines: { id: string }[] }) => section.lines)
    expect(before.find((one: { id: string }) => one.id === 'suspects')).toMatchObject({ value: null })
    expect(body.years[0]).toBe(Number(civilDate(new Date(), 'Europe/Paris').slice(0, 4)))
  })

  it('leaves as a file, which is written down', async () => {
    const { status, headers, rows } = await file(first, '/figures/reports/greta/file.csv')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(rows.some(([id]) => id === 'suspects')).toBe(true)
    const book = await file(first, '/figures/reports/sdg/file.xlsx')
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(await traces('report.take')).toBe(2)
  })
})
