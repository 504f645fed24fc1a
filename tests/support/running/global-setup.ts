import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Urls } from './db.ts'
import { standPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string
    ownerUrl: string
    template: string
    /** A folder in which the journeys note what the pages have shown. */
    pagesShown: string
  }
}

/** Where whoever runs one file after another stood a PostgreSQL for all of these runs. */
const given = process.env['TEST_POSTGRES']
const stood = async () =>
  given === undefined ? standPostgres() : { ...(JSON.parse(given) as Urls), stop: async () => {} }

/** One PostgreSQL for the whole run, and one memory of what was looked at. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { superuserUrl, ownerUrl, template, stop } = await stood()
  project.provide('superuserUrl', superuserUrl)
  project.provide('ownerUrl', ownerUrl)
  project.provide('template', template)
  const pagesShown = mkdtempSync(join(tmpdir(), 'mnio-shown-'))
  project.provide('pagesShown', pagesShown)
  return async () => {
    rmSync(pagesShown, { recursive: true, force: true })
    await stop()
  }
}
