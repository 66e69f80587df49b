#!/usr/bin/env bash
# Builds the native library for Android into jniLibs; bindings-mobile/build.rs aligns it to 16 KB.
# Needs cargo-ndk and the Android NDK (r27 or later): build-libraries.sh OUTPUT_DIRECTORY
#
# Written, not run: this project has no Android NDK to try it with.
set -euo pipefail

output=${1:?usage: $0 OUTPUT_DIRECTORY}
repository=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$repository"

cargo ndk --platform 26 \
  --target arm64-v8a --target armeabi-v7a --target x86_64 \
  --output-dir "$output/jniLibs" \
  build --release --locked -p handbook-mobile

"$repository/bindings-mobile/kotlin/android/check-alignment.sh" \
  "$output"/jniLibs/arm64-v8a/libhandbook_mobile.so "$output"/jniLibs/x86_64/libhandbook_mobile.so
