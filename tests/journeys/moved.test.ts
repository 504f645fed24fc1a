import { beforeAll, describe, expect, it } from 'vitest'
import { asks } from './support/api.ts'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

// S5 of the scenarios; after a transfer the old unit loses read and write in DHIS2 too (TrackedEntityProgramOwnerServiceTest).

type Lines = { items: { id: string }[]; counts: { todo: { n: number }; moved: { n: number } } }
let old: Person
let next: Person
let id: string
let code: string

const todo = (cell: Person) => asks<Lines>(cell, '/api/cases?view=todo&limit=50')
const everyCase = (cell: Person) => asks<Lines>(cell, '/api/cases?view=all&limit=50')
const search = (cell: Person) => asks<Lines>(cell, `/api/cases?view=all&q=${code.replaceAll(' ', '')}`)
const ids = ({ items }: Lines) => items.map((one) => one.id)
const deadlines = async (cell: Person) =>
  (await asks<{ items: { caseId: string }[] }>(cell, '/api/deadlines')).items.map(({ caseId }) => caseId)

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  id = await stage.tell.consenting()
  old = await stage.enter('cellule.69')
  next = await stage.enter('cellule.75')
  code = (await asks<{ code: string }>(old, `/api/cases/${id}`)).code
}, 60_000)

describe('a person who moves to another département', () => {
  it('is, while it is only asked, in no list, count, search, deadline or address of the other cell', async () => {
    keepPictures(old, next)
    await stage.tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    expect([ids(await everyCase(next)), ids(await search(next)), await deadlines(next)]).toEqual([[], [], []])
    expect(await next.statusOf(`/dossiers/${id}`)).toBe(404)
    expect(ids(await everyCase(old))).toEqual([id])
  })

  it('follows with everything once it is taken up: list, count, search, deep link and what waits', async () => {
    keepPictures(old, next)
    await stage.tell.move('cellule.75', await stage.tell.referral(id, 'cell'), 'accept')
    expect(ids(await todo(next))).toEqual([id])
    expect((await todo(next)).counts.todo.n).toBe(1)
    await next.open('/aujourdhui')
    await next.follow('Reprendre le dossier ici')
    await next.does('Reprendre le dossier ici')
    expect(ids(await search(next))).toEqual([id])
    await next.open('/dossiers')
    expect((await next.text()).replaceAll(/\s/g, '')).toContain(code.replaceAll(' ', ''))
    await next.open(`/dossiers/${id}`)
    expect(await next.text()).toContain('Paris')
  })

  it('leaves the first cell with nothing: no line, no count, no search, no deadline, no address, no file', async () => {
    keepPictures(old)
    expect([ids(await everyCase(old)), ids(await search(old)), await deadlines(old)]).toEqual([[], [], []])
    expect((await todo(old)).counts).toMatchObject({ todo: { n: 0 }, moved: { n: 0 } })
    for (const path of [
      `/dossiers/${id}`,
      `/api/cases/${id}?events=50`,
      `/api/cases/${id}/events`,
      `/api/cases/${id}/actions/case.close`,
      `/dossiers/${id}/histoire`,
      `/api/cases/${id}/compartments/B`,
      `/api/cases/${id}/likeness`
    ])
      expect([path, await old.statusOf(path)]).toEqual([path, 404])
    const gone = await old.page.request.get(new URL(`/dossiers/${id}`, old.page.url()).href)
    expect(await gone.text()).toContain('votre part a pu prendre fin')
    await old.open('/dossiers')
    expect((await old.text()).replaceAll(/\s/g, '')).not.toContain(code.replaceAll(' ', ''))
  })

  it('tells the new cell of what happens next, and the first one nothing', async () => {
    keepPictures(old, next)
    await stage.wait(1)
    await stage.tell.act('asso.rhone', id, 'contact.note', { on: stage.day(), means: 'phone' })
    expect((await everyCase(next)).counts.moved.n).toBeGreaterThan(0)
    expect((await everyCase(old)).counts.moved.n).toBe(0)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
