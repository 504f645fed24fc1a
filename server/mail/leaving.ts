import type { Config } from '../config.ts'

/** Whether this process has a way for letters, which in the demonstration is its mailbox. */
export const lettersLeave = ({
  smtpUrl,
  demonstration
}: Pick<Config, 'smtpUrl' | 'demonstration'>): boolean => demonstration || smtpUrl !== undefined

/** What pages say of it: a process that answers requests alone cannot know what workers were given. */
export const lettersAwaited = (config: Pick<Config, 'smtpUrl' | 'demonstration' | 'mode'>): boolean =>
  config.mode === 'web' || lettersLeave(config)
