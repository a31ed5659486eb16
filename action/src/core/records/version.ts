/** The version of every stored file. Raise it together with a migration in `migrate.ts`. */
export const SCHEMA_VERSION = 5;
