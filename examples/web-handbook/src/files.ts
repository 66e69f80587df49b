import type { Language, TableProblem } from "handbook-wasm";
import type { TableFile } from "./district";
import { h } from "./dom";
import { count, word } from "./words";

export interface Problems {
  total: number;
  problems: TableProblem[];
  sentences: Record<Language, string[]>;
}

async function read(files: Iterable<File>): Promise<TableFile[]> {
  return Promise.all([...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

function place({ file, line, column }: TableProblem): string {
  return [file, line > 0 ? String(line) : null, column ?? null].filter((part) => part !== null).join(":");
}

export function problemsView(problems: Problems, language: Language): HTMLElement {
  const kept = problems.problems.length;
  return h(
    "div",
    { class: "problems", role: "alert", id: "problems" },
    h(
      "h3",
      {},
      `${count(problems.total, language)} ${word("problems", language)}`,
      kept < problems.total && h("span", { class: "hint" }, ` (${count(kept, language)} ${word("problemsKept", language)})`),
    ),
    h(
      "div",
      { class: "table-scroll", tabindex: 0 },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h("tr", {}, h("th", { scope: "col" }, word("place", language)), h("th", { scope: "col" }, word("wrong", language))),
        ),
        h(
          "tbody",
          {},
          ...problems.problems.map((problem, index) => {
            const where = place(problem);
            const sentence = problems.sentences[language][index] ?? problem.code;
            return h(
              "tr",
              { "data-code": problem.code },
              h("td", { class: "mono" }, where),
              h("td", {}, sentence.startsWith(`${where}: `) ? sentence.slice(where.length + 2) : sentence),
            );
          }),
        ),
      ),
    ),
  );
}

export function filesView(
  language: Language,
  problems: Problems | null,
  own: boolean,
  spreadsheet: boolean,
  take: (files: TableFile[], spreadsheet: boolean) => void,
  backToSample: () => void,
): HTMLElement {
  const input = h("input", { type: "file", accept: ".csv,text/csv", multiple: true, id: "files-input", class: "unseen" });
  const loose = h("input", { type: "checkbox", id: "files-spreadsheet", checked: spreadsheet });
  input.addEventListener("change", async () => {
    if (input.files && input.files.length > 0) take(await read(input.files), loose.checked);
  });
  const drop = h(
    "div",
    { class: "drop" },
    h("p", {}, word("filesHint", language)),
    h(
      "p",
      { class: "drop-actions" },
      input,
      h("label", { for: "files-input", class: "button" }, word("choose", language)),
      h("label", { class: "check" }, loose, ` ${word("spreadsheet", language)}`),
      (own || problems !== null) && h("button", { type: "button", class: "quiet", id: "back-to-sample", click: backToSample }, word("backToSample", language)),
    ),
  );
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer) take(await read(event.dataTransfer.files), loose.checked);
  });
  return h(
    "section",
    { "aria-labelledby": "files-title", id: "files" },
    h("h2", { id: "files-title" }, word("filesTitle", language)),
    problems !== null && problemsView(problems, language),
    drop,
  );
}
