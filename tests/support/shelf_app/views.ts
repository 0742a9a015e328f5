const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string, value = text) => ({ text: plain(text), value });

/** As many books as one form can list. */
export const firstBooks = Array.from({ length: 98 }, (_, at) => `Book ${at}`);

/** The shelf: what finds a book, what adds some, and a row for each, which is as much as a form can hold. */
export function shelf(books: string[]) {
  return {
    type: "modal" as const,
    callback_id: "shelf",
    title: plain("Shelf"),
    notify_on_close: true,
    private_metadata: JSON.stringify(books),
    blocks: [
      {
        type: "section",
        block_id: "search",
        text: plain(`${books.length} books`),
        accessory: {
          type: "external_select",
          action_id: "find",
          min_query_length: 0,
          placeholder: plain("Find a book"),
        },
      },
      {
        type: "actions",
        block_id: "more",
        elements: [{
          type: "button",
          action_id: "add",
          text: plain("Add books"),
        }],
      },
      ...books.map((book) => ({
        type: "section",
        block_id: book,
        text: plain(book),
        accessory: {
          type: "overflow",
          action_id: "row",
          options: [option("Lend", "lend"), option("Throw away", "throw")],
        },
      })),
    ],
  };
}

/** A form upon the shelf that takes a list of books. */
export function adding() {
  return {
    type: "modal" as const,
    callback_id: "adding",
    title: plain("Add books"),
    submit: plain("Add"),
    notify_on_close: true,
    blocks: [{
      type: "input",
      block_id: "list",
      label: plain("A list, one book a line"),
      element: {
        type: "file_input",
        action_id: "papers",
        filetypes: ["csv", "txt"],
        max_files: 1,
      },
    }],
  };
}

/** The books that a search finds; one search brings more than Slack takes. */
export function found(books: string[], typed: string) {
  if (typed === "too many") return { options: many(101) };
  return {
    option_groups: [{
      label: plain("On the shelf"),
      options: books.filter((book) => book.includes(typed))
        .map((book) => option(book)),
    }],
  };
}

function many(count: number) {
  return Array.from({ length: count }, (_, at) => option(`Copy ${at}`));
}
