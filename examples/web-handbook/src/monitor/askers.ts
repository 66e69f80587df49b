import type { PostLine, TreeLine } from "handbook-wasm";
import type { Desk } from "../meetings/desk";
import { said, type Said } from "../meetings/words";

/** Someone who asks: the host where there is no member. */
export interface Asker {
  key: "host" | "district" | "commune" | "cellSecretary" | "member";
  member: string | null;
  text: string;
}

/** One asker of each post around the cell that is looked at, as far as the record has them. */
export function askersOf(desk: Desk, tree: TreeLine[]): Asker[] {
  const { language } = desk;
  const byId = new Map(tree.map((line) => [line.id, line]));
  const root = tree.find((line) => line.parent === null);
  const cell = byId.get(desk.cell);
  const above = cell?.parent === null || cell === undefined ? undefined : byId.get(cell.parent);
  const posts = root === undefined ? [] : desk.ask({ type: "posts", id: root.id });
  const secretary = (organization: string | undefined) => posts.find((post) => post.organization === organization && post.post === "secretary");
  const asker = (key: Asker["key"], title: Said, holder: { member: string; name: string } | undefined, of: TreeLine | undefined): Asker[] =>
    holder === undefined || of === undefined ? [] : [{ key, member: holder.member, text: `${said(title, language)}: ${holder.name}, ${of.name}` }];
  return [
    { key: "host", member: null, text: said("host", language) },
    ...asker("district", "district", secretary(root?.id), root),
    ...(above === root ? [] : asker("commune", "commune", secretary(above?.id), above)),
    ...cellSecretary(posts, tree, desk, asker),
    ...plainMember(posts, desk, cell, asker),
  ];
}

type Named = (key: Asker["key"], title: Said, holder: { member: string; name: string } | undefined, of: TreeLine | undefined) => Asker[];

/** The cell's secretary; where that person also steers further up, the one of a cell beside it. */
function cellSecretary(posts: PostLine[], tree: TreeLine[], desk: Desk, asker: Named): Asker[] {
  const cell = tree.find((line) => line.id === desk.cell);
  const beside = tree.filter((line) => line.parent === cell?.parent && desk.isCell(line));
  const cells = [...(cell ? [cell] : []), ...beside];
  const only = (post: PostLine) => posts.every((other) => other.member !== post.member || other.organization === post.organization);
  for (const each of cells) {
    const holder = posts.find((post) => post.organization === each.id && post.post === "secretary" && only(post));
    if (holder) return asker("cellSecretary", "cellSecretary", holder, each);
  }
  return [];
}

function plainMember(posts: PostLine[], desk: Desk, cell: TreeLine | undefined, asker: Named): Asker[] {
  const leads = new Set(posts.map((post) => post.member));
  const plain = desk.members().find((member) => !leads.has(member.id));
  return asker("member", "member", plain && { member: plain.id, name: plain.name }, cell);
}
