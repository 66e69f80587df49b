import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // The library finds its wasm file beside itself; pre-bundling would move only the script.
  optimizeDeps: { exclude: ["handbook-wasm"] },
  // The sample tables live outside this folder.
  server: { fs: { allow: ["../.."] } },
  build: { target: "es2022", assetsInlineLimit: 0 },
});
