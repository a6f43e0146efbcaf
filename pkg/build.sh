#!/usr/bin/env bash
# Builds the npm package: crate → WebAssembly → pkg/dist/. Run it from anywhere.
# It installs nothing outside of this folder but the command `wasm-bindgen`, in cargo's own folder.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "pkg/build.sh: $*" >&2; exit 1; }
target=wasm32-unknown-unknown
out=target/npm
# Every engine of the last three years has SIMD; memchr makes use of it.
simd="-C target-feature=+simd128"
# How large a function may be that is put into its callers, in LLVM's own units: one that says #[inline], and any other.
# At opt-level "s" these may have 325 and those 50, among them the methods of str: then each of 281 places that read a
# character carries the whole decoder. What the hot loops read characters with (src/lexer/decode.rs) is put into them
# whatever is said here. On documents of 2 MB with the views, and one speech of 21 KB without, warm, in Node, against 130
# and 50 with the methods of str in those loops (339 KB after gzip):
#
#   #[inline], others   after gzip   documents   speech   plan of 20,000 sections
#   20, 20              299 KB       1.24        1.24     (when half of the loops had been changed)
#   45, 20              307          1.07        1.10
#   85, 25              314          1.04        1.06     1.14
#  110, 35              318          1.04        1.04     1.09
#  115, 50              323          0.91        1.00     0.99
#  130, 35              330          0.86        0.92     1.01
#  130, 50              334          1.00        0.99     1.04
#
# So 115 and 50 cost nothing (on a noisy machine, 0.86 to 1.04 are the same). Rules have come since: 392 KB at 115 and 50.
# When it was 362 there, 349 at 85 and 25 in 1.03 to 1.09 times that time, more than twice the native time on the plan; 339 at 60 and 25 in 1.06 to
# 1.11 times. opt-level 2 with low values but for calls in loops (-locally-hot-callsite-threshold) is larger and no faster.
inlining=(-C llvm-args=-inlinehint-threshold=115)
build=(rustc --lib --crate-type cdylib --features wasm --profile wasm --target $target --target-dir $out)

echo "== crate → wasm"
if command -v rustc >/dev/null && [ -d "$(rustc --print target-libdir --target $target 2>/dev/null)" ]; then
  RUSTFLAGS=$simd cargo "${build[@]}" -- "${inlining[@]}"
elif [ -x /usr/bin/rustc ] && [ -d /usr/lib/rustlib/src ] && command -v wasm-ld >/dev/null; then
  # Debian's rustc-web has no std for wasm, but its source: so std can be had small, and without the
  # texts of panics, which nobody could read here (two thirds of the size are left).
  RUSTFLAGS="$simd -Z unstable-options -C panic=immediate-abort" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld \
    /usr/bin/cargo "${build[@]}" -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size \
    -- "${inlining[@]}"
else
  fail "no std for $target: run \`rustup target add $target\`, or on Debian \`apt install rustc-web cargo-web rust-web-src lld\`"
fi

echo "== wasm-bindgen"
version=$(sed -n 's/^wasm-bindgen = .*version = "=\([0-9.]*\)".*/\1/p' Cargo.toml)
[ -n "$version" ] || fail "Cargo.toml does not pin wasm-bindgen"
bindgen=$(command -v wasm-bindgen || true)
if [ -z "$bindgen" ] || [ "$("$bindgen" --version)" != "wasm-bindgen $version" ]; then
  root=${CARGO_HOME:-$HOME/.cargo}/wasm-bindgen-cli/$version
  bindgen=$root/bin/wasm-bindgen
  # --locked first; without it where a registry does not have every locked version
  [ -x "$bindgen" ] ||
    cargo install wasm-bindgen-cli --version "=$version" --root "$root" --locked ||
    cargo install wasm-bindgen-cli --version "=$version" --root "$root"
fi
"$bindgen" --target bundler --no-typescript --remove-name-section --remove-producers-section \
  --out-dir $out/glue --out-name gongwen $out/$target/wasm/gongwen.wasm

echo "== wasm-opt, loaders, types"
[ -d pkg/node_modules/esbuild ] && [ -d pkg/node_modules/binaryen ] && [ -d pkg/node_modules/lzma1 ] ||
  npm install --prefix pkg --no-package-lock --no-audit --no-fund --loglevel=error
# No feature flags: wasm-opt reads in the file what it may use. Without the limit it puts all that is called once
# into one function of thousands of locals, which compresses worse and runs no faster. Low memory is the end of the stack.
pkg/node_modules/.bin/wasm-opt -O3 --converge --low-memory-unused --one-caller-inline-max-function-size=60 --strip-debug $out/glue/gongwen_bg.wasm -o $out/gongwen.wasm
node pkg/assemble.mjs $out
