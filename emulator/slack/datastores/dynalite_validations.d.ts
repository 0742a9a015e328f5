import type { AttributeValue, Condition } from "./dynalite_db.d.ts";

/** A request as dynalite checks it: `_filter` is what it adds when the expression is sound. */
export interface FilterRequest {
  FilterExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
  _filter?: { expression: Condition; pathHeads: Record<string, true> };
}

declare const validations: {
  /** DynamoDB's own words for what is wrong, or nothing. */
  validateExpressions(request: FilterRequest): string | null | undefined;
};
export default validations;
