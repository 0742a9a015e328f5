/** What is used of papaparse, which brings no types of its own. */
interface Papa {
  parse(
    text: string,
    config: {
      delimiter: string;
      newline: "\n";
      quoteChar: string;
      /** Rows to read; 0 for all. */
      preview: number;
    },
  ): {
    data: string[][];
    errors: { type: string; row?: number }[];
  };
}

declare const papa: Papa;
export default papa;
