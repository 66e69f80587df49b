import type { DistrictYear, Language, OrganizationLine } from "handbook-wasm";
import { h } from "./dom";
import { count, levelName, word } from "./words";

/** What stands in a tree: under the item that its parent names, or at the top. */
export interface Branching {
  id: string;
  parent: string | null;
}

/** How a tree is drawn and what its items do. */
export interface Branches<T extends Branching> {
  items: T[];
  /** The id of the element that names the tree. */
  labelledBy: string;
  /** The ids of the open branches; the tree keeps it up to date. */
  opened: Set<string>;
  /** The attribute by which an item is found. */
  key: string;
  content: (item: T) => (HTMLElement | false | null)[];
  open: (item: T) => void;
}

/**
 * A tree: one tab stop, arrow keys inside it, as screen readers expect of a `tree`. Branches are
 * drawn when they are first opened.
 */
export function branches<T extends Branching>({ items: all, labelledBy, opened, key, content, open }: Branches<T>): HTMLElement {
  const below = new Map<string | null, T[]>();
  const known = new Set(all.map((item) => item.id));
  for (const item of all) {
    const parent = item.parent !== null && known.has(item.parent) ? item.parent : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(item);
    else below.set(parent, [item]);
  }
  const byElement = new Map<HTMLElement, T>();

  function row(item: T, depth: number): HTMLElement {
    const children = below.get(item.id) ?? [];
    const isOpen = opened.has(item.id);
    const element = h(
      "li",
      {
        role: "treeitem",
        tabindex: -1,
        "aria-level": depth,
        "aria-expanded": children.length > 0 ? String(isOpen) : undefined,
        [key]: item.id,
      },
      h(
        "div",
        { class: "tree-row", style: `--depth:${depth - 1}` },
        h("span", { class: children.length > 0 ? "twist" : "twist leaf", "aria-hidden": "true" }),
        ...content(item),
      ),
    );
    byElement.set(element, item);
    if (isOpen && children.length > 0) element.append(branch(children, depth + 1));
    return element;
  }

  function branch(children: T[], depth: number): HTMLElement {
    return h("ul", { role: "group" }, ...children.map((child) => row(child, depth)));
  }

  const tree = h(
    "ul",
    { role: "tree", class: "tree", "aria-labelledby": labelledBy },
    ...(below.get(null) ?? []).map((root) => row(root, 1)),
  );

  const elements = () => [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  let current = tree.querySelector<HTMLElement>('[role="treeitem"]');
  current?.setAttribute("tabindex", "0");

  function focusOn(item: HTMLElement | null | undefined): void {
    if (!item) return;
    current?.setAttribute("tabindex", "-1");
    current = item;
    item.setAttribute("tabindex", "0");
    item.focus();
  }

  function setOpen(item: HTMLElement, isOpen: boolean): void {
    const known = byElement.get(item);
    const children = known && below.get(known.id);
    if (!known || !children) return;
    item.setAttribute("aria-expanded", String(isOpen));
    const group = item.querySelector(':scope > [role="group"]');
    if (isOpen) {
      opened.add(known.id);
      if (!group) item.append(branch(children, Number(item.getAttribute("aria-level")) + 1));
    } else {
      opened.delete(known.id);
      group?.remove();
    }
  }

  tree.addEventListener("click", (event) => {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>('[role="treeitem"]');
    const known = item && byElement.get(item);
    if (!item || !known) return;
    focusOn(item);
    if (target.classList.contains("twist") && item.hasAttribute("aria-expanded")) {
      setOpen(item, item.getAttribute("aria-expanded") !== "true");
    } else {
      open(known);
    }
  });

  tree.addEventListener("keydown", (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = elements();
    const place = shown.indexOf(item);
    const expanded = item.getAttribute("aria-expanded");
    const known = byElement.get(item);
    switch (event.key) {
      case "ArrowDown":
        focusOn(shown[place + 1]);
        break;
      case "ArrowUp":
        focusOn(shown[place - 1]);
        break;
      case "Home":
        focusOn(shown[0]);
        break;
      case "End":
        focusOn(shown.at(-1));
        break;
      case "ArrowRight":
        if (expanded === "false") setOpen(item, true);
        else if (expanded === "true") focusOn(shown[place + 1]);
        break;
      case "ArrowLeft":
        if (expanded === "true") setOpen(item, false);
        else focusOn(item.parentElement?.closest<HTMLElement>('[role="treeitem"]'));
        break;
      case "Enter":
      case " ":
        if (known) open(known);
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  return tree;
}

/** The tree of organizations of the year. */
export function treeView(
  year: DistrictYear,
  language: Language,
  kindName: (kind: string) => string,
  opened: Set<string>,
  open: (organization: OrganizationLine) => void,
): HTMLElement {
  const content = (organization: OrganizationLine) => {
    const members = organization.fullMembers + organization.probationaryMembers;
    return [
      h(
        "span",
        { class: "tree-name" },
        organization.name,
        h("span", { class: "tree-kind" }, ` ${kindName(organization.kind)}`),
      ),
      organization.level !== null &&
        h("span", { class: `badge ${organization.level}` }, levelName(organization.level, language)),
      h("span", { class: "tree-count" }, count(members, language), h("span", { class: "unseen" }, ` ${word("memberCount", language)}`)),
    ];
  };
  return h(
    "section",
    { "aria-labelledby": "tree-title", id: "tree" },
    h("h2", { id: "tree-title" }, word("tree", language)),
    h("p", { class: "hint" }, word("treeHint", language)),
    branches({ items: year.organizations, labelledBy: "tree-title", opened, key: "data-organization", content, open }),
  );
}
