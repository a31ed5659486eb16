/** The static API's own folder, below the site's root. */
export const API_ROOT = "api/v1/";
