import type { Person } from './person.ts'

/** The page of a case, with where she sleeps as soon as the reader may ask for it. */
export async function readsPlace(reader: Person, path: string): Promise<string> {
  await reader.open(path)
  const reveal = reader.page.getByRole('button', { name: 'Afficher le lieu' })
  if ((await reveal.count()) === 0) return reader.text()
  await reveal.click()
  await reader.page.getByText('Votre lecture est journalisée').waitFor()
  return reader.text()
}

/** The first place of a structure, among those that the page suggests. */
export const choosesPlace = ({ page }: Person, structure: string): Promise<void> =>
  page
    .getByRole('radio', { name: new RegExp(`^${structure}`) })
    .first()
    .check()
