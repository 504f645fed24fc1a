import { readFileSync, writeFileSync } from 'node:fs'
import { writePages } from '../../verify/mutation/house/page.ts'
import { counted } from './counts.ts'
import { pages } from './pages.ts'

for (const [name, write] of Object.entries(pages))
  writeFileSync(new URL(`../${name}`, import.meta.url), write())
writePages()

const readme = new URL('../../README.md', import.meta.url)
writeFileSync(readme, counted(readFileSync(readme, 'utf8')))
