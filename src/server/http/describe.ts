/** The script that draws the description: a file of this server, nothing is loaded from outside. */
export const describeScript = 'node_modules/rapidoc/dist/rapidoc-min.js'

/** The page at `/api`: the OpenAPI description, drawn by RapiDoc. */
export const describePage = (nonce: string): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nhịp – API</title></head>
<body style="margin:0">
<noscript>Cần bật JavaScript để xem mô tả; bản gốc ở <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<rapi-doc spec-url="/api/openapi.json" load-fonts="false" render-style="focused" show-header="false" allow-server-selection="false"
  primary-color="#1d5a47" bg-color="#fffefb" text-color="#1d2b28" nav-bg-color="#f7f6f1" nav-text-color="#1d2b28" regular-font="system-ui"></rapi-doc>
<script type="module" nonce="${nonce}" src="/api/reference.js"></script>
</body>
</html>`
