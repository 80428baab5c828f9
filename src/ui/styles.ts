// The kit's own sheets stand in cascade layers; ours stand outside and so always win.
// A page that uses another part of the kit imports that part's sheet: `@mantine/core/styles/TreeSelect.layer.css`.
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/global.layer.css'
import './theme.css'
import './shell.css'
import './parts.css'
import './table.css'
import './print.css'
