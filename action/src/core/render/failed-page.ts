/**
 * What stands where a page could not be rendered: a plain page that says so. It needs nothing of the site, whose own
 * parts may be what failed; `relativeAddresses` makes its links.
 */
export function failedPage(repository: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>This page could not be made</title>
</head>
<body>
<main>
<h1>This page could not be made</h1>
<p>Something among the records of ${escaped(repository)} broke it when the site was built. All other pages are as they should be.</p>
<p><a href="/__BASE__/health/">Data health</a> says what went wrong. <a href="/__BASE__/">Overview</a></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
