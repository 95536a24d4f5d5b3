/** @file The one autosave, kept in the browser's database. Sessions are plain data, so they are stored as they are. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  readonly autosave: { readonly key: string; readonly value: unknown };
}

const DATABASE = 'truelumen';
const KEY = 'latest';

let opened: Promise<IDBPDatabase<Schema>> | null = null;

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => {
      db.createObjectStore('autosave');
    },
    terminated: () => {
      opened = null;
    },
  });
  // A browser that refuses now may allow it later; do not keep the refusal.
  opened.catch(() => {
    opened = null;
  });
  return opened;
};

/** @throws when the browser keeps no data (private windows, full disk) */
export const writeAutosave = async (value: unknown): Promise<void> => {
  await (await database()).put('autosave', value, KEY);
};

/** What was written last, unchecked; null when there is nothing. */
export const readAutosave = async (): Promise<unknown> =>
  (await (await database()).get('autosave', KEY)) ?? null;

export const clearAutosave = async (): Promise<void> => {
  await (await database()).delete('autosave', KEY);
};
