/** Stored with every reading. Raise it when rules or weights change what is found: newer readings replace older. */
export const RULES_VERSION = 8;
