/** A web address in running text, encoded or not, without the punctuation or marks after it. */
export const BARE_URL =
  /https?:\/\/(?:&amp;|(?!&(?:amp|lt|gt);)[^\s<>|\0`])*(?:&amp;|(?!&(?:amp|lt|gt);)[^\s<>|\0*_~`.,:;!?)\]}'"”’])/gi;
