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
# How large a function may be that is put into its callers because it says #[inline], in LLVM's own units. At opt-level "s"
# others may have 50 and these 325, among them the methods of str: then each of 281 places that read a character carries
# the whole decoder. On 1 MB of notices and speeches, warm, in Node, in milliseconds (native: 5.1, 12.5 and 21.6), on a
# version somewhat smaller than the file is now:
#
#   opt-level, these, others   after gzip   parse   and all of it sent   with the views
#   s,  50,  50                195 KB       11.3    28.5                 50.5
#   s,  90,  50                198          10.8    27.2                 48.5
#   s, 130,  50                209          10.6    25.2                 43.8
#   s, 130, 100                217          10.6    24.1                 43.2
#   s, 325, 225                247           9.5    21.7                 36.9
#   2, 130, 100                223          11.1    24.6                 42.8
#   3, 325, 225                270           8.7    20.1                 33.9
#
# So inlining counts for more than the level. 130 is the least that keeps within twice the native time: as the file is
# now, it makes it 339 KB and 1.7 to 1.9 times; on the version before, 130 made it 278 KB and 1.90 times, 118 268 KB and 2.12
# times, 110 266 KB and 2.14 times. 1.6 times would cost 60 KB. Without SIMD, parse takes 12.7.
inlining=(-C llvm-args=-inlinehint-threshold=130)
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
