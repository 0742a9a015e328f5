/** A value as DynamoDB writes it. */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: AttributeValue[] }
  | { M: Record<string, AttributeValue> };

/** A parsed expression; only dynalite looks inside. */
export interface Condition {
  type: string;
}

declare const db: {
  matchesExprFilter(
    item: Record<string, AttributeValue>,
    expression: Condition,
  ): boolean;
};
export default db;
