import { afterAll } from 'vitest'

/** What one file of tests opens at its top, closed after the last of them: `const site = await forFile(openSite())`. */
export const forFile = async <T extends { close: () => unknown }>(opening: Promise<T>): Promise<T> => {
  const opened = await opening
  afterAll(async () => void (await opened.close()), 60_000)
  return opened
}
