#!/usr/bin/env bash
# All tests of the npm package. First: bash pkg/build.sh. Installs what it needs below pkg/test/.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() { echo "pkg/test/run.sh: $*" >&2; exit 1; }
step() { printf '\n== %s\n' "$1"; }

[ -f pkg/dist/index.js ] || fail "build first: bash pkg/build.sh"
if [ -z "${CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium ]; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
    fail "chromium is missing: install it, or say in CHROMIUM where it is"
  step "chromium, by apt"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } ||
    fail "apt could not install chromium"
fi

step "the tools of the tests, by npm"
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --prefix pkg/test --no-package-lock --no-audit --no-fund --loglevel=error

step "types: strict, nodenext and bundler, and against real output"
node pkg/test/types/output.mjs
for resolution in nodenext bundler; do
  pkg/test/node_modules/.bin/tsc --project "pkg/test/types/$resolution.json"
done

step "unit tests"
node --test --test-reporter=dot pkg/test/unit/*.test.mjs

step "consumers of the packed package"
node --test --test-reporter=spec pkg/test/consumers/consumers.test.mjs

step "speed, WebAssembly against native"
node pkg/test/speed.mjs --check

printf '\nall tests of the npm package passed\n'
