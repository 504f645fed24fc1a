import type { TestProject } from 'vitest/node'
import type { Urls } from './db.ts'
import { standPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string
    ownerUrl: string
  }
}

/** Where whoever runs one file after another stood a PostgreSQL for all of these runs. */
const given = process.env['TEST_POSTGRES']
const stood = async () =>
  given === undefined ? standPostgres() : { ...(JSON.parse(given) as Urls), stop: async () => {} }

/** One PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { superuserUrl, ownerUrl, stop } = await stood()
  project.provide('superuserUrl', superuserUrl)
  project.provide('ownerUrl', ownerUrl)
  return stop
}
