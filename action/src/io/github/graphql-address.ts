/** Enterprise has it beside the REST API, not below it. */
export function graphqlAddress(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, "")}/graphql`;
}
