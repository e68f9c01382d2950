#!/bin/sh
# Makes ../static/editor.js of CodeMirror 6, and its licences beside it: for releases only, users need no such step.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$here/entry.js" "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --silent
node node_modules/esbuild/bin/esbuild entry.js --bundle --format=esm --minify --target=es2022 --legal-comments=none \
    --outfile="$here/../static/editor.js"
for licence in node_modules/@codemirror/*/LICENSE node_modules/@lezer/*/LICENSE node_modules/@marijn/*/LICENSE \
    node_modules/crelt/LICENSE node_modules/style-mod/LICENSE node_modules/w3c-keyname/LICENSE; do
    folder=$(dirname "$licence")
    printf '%s\n\n' "$(node -p "const p = require('./$folder/package.json'); p.name + ' ' + p.version")"
    cat "$licence"
    printf '\n\n'
done >"$here/../static/editor-licences.txt"
