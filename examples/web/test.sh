#!/usr/bin/env bash
# Builds the page and tests it in a real browser. Needs node; the package is built first where it is not yet (pkg/build.sh).
set -euo pipefail
cd "$(dirname "$0")"

[ -f ../../pkg/dist/index.js ] || bash ../../pkg/build.sh

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium
  chromium=$(command -v chromium)
fi
[ -n "$chromium" ] || { echo "examples/web/test.sh: no Chromium: install it, or set CHROMIUM to its path" >&2; exit 1; }
export CHROMIUM=$chromium

npm ci --no-audit --no-fund --loglevel=error
npm run --silent build
node --test --test-reporter=spec test/*.test.mjs
