import type { Mistake } from '../mistake.ts'

// A mistake in a migration, made in the database that all migrations built: they may be written otherwise, and it still stands.

const template = {
  file: 'tests/support/running/postgres.ts',
  text: 'await migrateDatabase(owner, testKeys)'
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A statement run by the owner of the tables before any test is. */
export const inDatabase = (why: string, sql: string, seen: string): Mistake => ({
  ...template,
  why,
  seen,
  sql,
  instead: `${template.text}\n  await owner.query(${JSON.stringify(sql)})`
})

const onceIn = (whole: string, text: string) => `
  if length(${whole}) - length(replace(${whole}, ${quoted(text)}, '')) <> ${text.length} then
    raise exception 'does not hold once: %', ${quoted(text)};
  end if;`

/** One predicate of a policy, as PostgreSQL prints it, read otherwise. */
export const inPolicy = (policy: string, text: string, instead: string): string => {
  const [name, table] = policy.split(' on ') as [string, string]
  return `do $mutant$
declare shown text; kept text; whole text;
begin
  select regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'), regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g')
    into strict shown, kept from pg_policy where polname = ${quoted(name)} and polrelid = ${quoted(table)}::regclass;
  whole := concat(shown, '|', kept);${onceIn('whole', text)}
  if shown is not null then
    execute format('alter policy %I on ${table} using (%s)', ${quoted(name)}, replace(shown, ${quoted(text)}, ${quoted(instead)}));
  end if;
  if kept is not null then
    execute format('alter policy %I on ${table} with check (%s)', ${quoted(name)}, replace(kept, ${quoted(text)}, ${quoted(instead)}));
  end if;
end
$mutant$`
}

/** A policy that lets all through: where it reads (\`using\`) or where it writes (\`with check\`). */
export const opened = (policy: string, side: 'using' | 'with check'): string =>
  `alter policy ${policy} ${side} (true)`

/** One line of a function, as its migration wrote it, read otherwise. */
export const inFunction = (signature: string, text: string, instead: string): string => `do $mutant$
declare whole text;
begin
  whole := pg_get_functiondef(${quoted(signature)}::regprocedure);${onceIn('whole', text)}
  execute replace(whole, ${quoted(text)}, ${quoted(instead)});
end
$mutant$`
