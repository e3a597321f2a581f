/**
 * The form of all that is kept. It is raised with each release in which a record gains a kind, a field, a value or a schema that the
 * release before does not read: that one then leaves what is kept alone. A test knows when.
 */
export const formOfRecords = 1;
