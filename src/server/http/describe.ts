/** The script that draws the description: a file of this server, nothing is loaded from outside. */
export const describeScript = 'node_modules/rapidoc/dist/rapidoc-min.js'

/** What stands above the list of addresses (Markdown). */
export const apiLead = `Everything that the pages can do goes through these addresses, with the same rights and the same reach.

**Token.** Made on the page [Tài khoản của tôi](/tai-khoan), shown once, sent with every call:

\`Authorization: Bearer nhip_…\`

A token has the rights that were chosen for it, as long as its owner has them, and ends on its day.

**Refusals** are \`application/problem+json\` (RFC 9457): \`code\` stays the same for ever, \`title\` is a sentence for people, in Vietnamese or
(cookie \`nhip_locale=en\`) in English; \`fields\` names what was wrong in the input; \`requestId\` finds the call in the server's log.

**Days** are \`2026-11-24\`, **moments** ISO 8601 in UTC, **đồng** whole numbers. **Lists** answer \`{ rows, total }\` and take \`page\`, \`size\` (20, 50,
100), \`sort\`, \`desc\`, \`q\`. An edit sends the \`version\` that it saw; a stale one is refused with 409.`

/** The page at `/api`: the OpenAPI description, drawn by RapiDoc. */
export const describePage = (nonce: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nhịp – API</title></head>
<body style="margin:0">
<noscript>Cần bật JavaScript để xem mô tả; bản gốc ở <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<rapi-doc spec-url="/api/openapi.json" load-fonts="false" render-style="focused" show-header="false" allow-server-selection="false"
  show-method-in-nav-bar="as-colored-text" use-path-in-nav-bar="false" nav-item-spacing="compact" schema-style="table"
  primary-color="#1d5a47" bg-color="#fffefb" text-color="#1d2b28" nav-bg-color="#f7f6f1" nav-text-color="#1d2b28" regular-font="system-ui">
  <p slot="nav-logo" style="margin:0;padding:12px"><a href="/" style="color:#1d5a47;font:600 18px system-ui">Nhịp</a></p>
</rapi-doc>
<script type="module" nonce="${nonce}" src="/api/reference.js"></script>
</body>
</html>`
