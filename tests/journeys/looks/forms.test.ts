import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { inEnglish, sendsEmpty } from '../support/state.ts'
import { ofForms, watching } from '../support/told.ts'

// Forms that are given to one role alone, and lists in which nothing stands, on a phone.

const stage = await forFile(openStage())
const { met, faulty, wide, notEnglish, meets, on } = watching(stage)

/** By who has it: the page, its form, and the field of which a choice is sent that there is not. */
const forms = [
  { login: 'ofii', path: '/occupation', form: 'main form[method=post]:not(.hint)', field: null },
  { login: 'parquet.lyon', path: '/referents', form: 'main form[action="?/add"]', field: null },
  { login: 'asso.rhone', path: '/annuaire', form: 'main form[action="?/say"]', field: 'offers' },
  { login: 'asso.rhone', path: '/compte/courriels', form: 'main form.stack[method=post]', field: 'mode' }
]
const chooses = (field: string) => `((one) => {
  one.value = 'none of them'
  one.checked = true
})(document.querySelector('main [name=${field}]'))`

beforeAll(async () => {
  await stage.manages('asso.rhone')
  await stage.wait()
}, 60_000)

describe('where nothing waits', () => {
  it.each(['/orientations', '/informations'])('%s says so', async (path) => {
    const worker = await on('asso.paris')
    keepPictures(worker)
    await worker.open(path)
    await meets(worker, 'empty')
  })
}, 120_000)

describe('a form that was sent wrong', () => {
  it.each(forms)('says why on $path', async ({ login, path, form, field }) => {
    const who = await on(login)
    keepPictures(who)
    await who.open(path)
    if (field) await who.page.evaluate(chooses(field))
    await sendsEmpty(who.page, form)
    await meets(who, field ? 'with a choice that there is not' : 'sent empty')
    // What was read for its English is the answer to the form, and not the page without it.
    expect(await inEnglish(who.page)).toMatch(/<html lang="en"[^]*<main[^]*role="alert"/)
  })
}, 120_000)

describe('in each of those states', () => {
  it('there is nothing that axe finds', () => expect(faulty).toEqual([]))
  it('nothing is wider than a screen of 320 pixels', () => expect(wide).toEqual([]))
  it('all is in English for whoever reads English', () => expect(notEnglish).toEqual([]))
  it('and every state of the table was met', () => expect(met).toEqual(ofForms))
})
