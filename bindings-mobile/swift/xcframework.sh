#!/usr/bin/env bash
# Packs the native library for iOS, its simulator and macOS into HandbookKitFFI.xcframework.
# Needs macOS with Xcode and, from rustup, the five targets below.
#
# Written, not run: this project has no Xcode to try it with.
set -euo pipefail

package=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$package/../.." && pwd)
cd "$repository"
cargo xtask native

build() {
  cargo build --release --locked -p handbook-mobile --target "$1"
}
library() {
  echo "target/$1/release/libhandbook_mobile.a"
}
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0
for target in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios \
  aarch64-apple-darwin x86_64-apple-darwin; do
  build "$target"
done

work=target/xcframework
rm -rf "$work" "$package/HandbookKitFFI.xcframework"
mkdir -p "$work/simulator" "$work/macos" "$work/headers/HandbookKitFFI"
lipo -create -output "$work/simulator/libhandbook_mobile.a" \
  "$(library aarch64-apple-ios-sim)" "$(library x86_64-apple-ios)"
lipo -create -output "$work/macos/libhandbook_mobile.a" \
  "$(library aarch64-apple-darwin)" "$(library x86_64-apple-darwin)"

# Headers go into a folder of their own: two frameworks with a module.modulemap directly in
# `include` clash in one app.
cp "$package/Sources/HandbookKitFFI/include/HandbookKitFFI.h" \
  "$package/Sources/HandbookKitFFI/include/module.modulemap" "$work/headers/HandbookKitFFI/"

xcodebuild -create-xcframework \
  -library "$(library aarch64-apple-ios)" -headers "$work/headers" \
  -library "$work/simulator/libhandbook_mobile.a" -headers "$work/headers" \
  -library "$work/macos/libhandbook_mobile.a" -headers "$work/headers" \
  -output "$package/HandbookKitFFI.xcframework"
