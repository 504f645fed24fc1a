import { writeFileSync } from 'node:fs'
import { writePages } from '../../verify/mutation/house/page.ts'
import { pages } from './pages.ts'

for (const [name, write] of Object.entries(pages))
  writeFileSync(new URL(`../${name}`, import.meta.url), write())
writePages()
