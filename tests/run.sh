#!/usr/bin/env bash
# All tests of the project, in the order in which they fail fastest:
#
#     bash tests/run.sh
#
# Needs Rust (with rustfmt and clippy). The npm package and the page in the browser also need the
# wasm32 target, node, npm and chromium; as root on Debian or Ubuntu, what is missing is installed.
# Everything is built below target/ and pkg/; nothing is written outside but cargo's own folder.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    echo "tests/run.sh: $*" >&2
    exit 1
}

step() {
    printf '\n== %s\n' "$*"
    "$@" || fail "failed: $*"
}

# The packages of apt that hold what the parts in WebAssembly need and this machine has not.
missing() {
    has_wasm_target || echo rustc-web cargo-web rust-web-src
    command -v wasm-ld >/dev/null || echo lld
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
    command -v chromium >/dev/null || echo chromium
}

has_wasm_target() {
    # Debian's rustc-web brings the target to /usr; rustup keeps it in the toolchain
    [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ] ||
        [ -d /usr/lib/rustlib/wasm32-unknown-unknown/lib ] || dpkg -s rustc-web >/dev/null 2>&1
}

command -v cargo >/dev/null || fail "cargo is missing: install Rust 1.91 or later (https://rustup.rs)"
cargo fmt --version >/dev/null 2>&1 || fail "rustfmt is missing: rustup component add rustfmt"
cargo clippy --version >/dev/null 2>&1 || fail "clippy is missing: rustup component add clippy"

if [ -f pkg/test/run.sh ] || [ -d examples/web ]; then
    need=$(missing | tr '\n' ' ')
    if [ -n "${need// /}" ]; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "installing: $need"
            # shellcheck disable=SC2086 # a list of names
            { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need >/dev/null; } ||
                fail "apt could not install: $need"
        else
            fail "missing: $need(as root, this command installs them by apt)"
        fi
    fi
fi

step cargo fmt --check
step cargo clippy --quiet --all-targets --all-features -- -D warnings
step cargo test --quiet --all-features
step cargo bench --quiet --bench guard
# the features one by one: none of them may need another
step cargo check --quiet --lib --no-default-features
RUSTDOCFLAGS="-D warnings" step cargo doc --quiet --no-deps --all-features
step cargo package --allow-dirty --list
step cargo package --allow-dirty --quiet
step cargo check --quiet --manifest-path benches/peers/Cargo.toml

if [ -f pkg/build.sh ]; then
    step bash pkg/build.sh
fi
if [ -f pkg/test/run.sh ]; then
    step bash pkg/test/run.sh
fi
if [ -f examples/web/test.sh ]; then
    step bash examples/web/test.sh
fi

printf '\nAll tests passed.\n'
