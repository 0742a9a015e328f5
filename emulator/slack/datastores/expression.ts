// @ts-types="./dynalite_db.d.ts"
import db from "dynalite/db/index.js";
// @ts-types="./dynalite_validations.d.ts"
import validations from "dynalite/validations/index.js";
import { datastoreError } from "./datastore_error.ts";
import type { DatastoreDefinition } from "./definition.ts";
import type { AttributeValue } from "./dynalite_db.d.ts";
import type { FilterRequest } from "./dynalite_validations.d.ts";
import type { Item } from "./item.ts";

/** The arguments of `query` and `count` that choose rows. */
export interface Selection {
  expression?: string | undefined;
  expression_attributes?: Record<string, string> | undefined;
  expression_values?: Record<string, unknown> | undefined;
}

function toAttributeValue(value: unknown): AttributeValue {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toAttributeValue) };
  if (typeof value === "object" && value !== null) {
    return { M: toAttributeValues(value) };
  }
  return { NULL: true };
}

function toAttributeValues(value: object): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, toAttributeValue(part)]),
  );
}

function isFilled(map: object | undefined): map is object {
  return map !== undefined && Object.keys(map).length > 0;
}

function invalid(message: string): never {
  datastoreError("invalid_expression", message, "/expression");
}

/**
 * Turns an expression into a test for rows; an absent one takes every row. Refuses, in DynamoDB's words, what
 * DynamoDB refuses in a filter expression. Names of attributes that the manifest does not know are refused as well:
 * Slack says nothing about them, and they can only be mistakes.
 */
export function compileExpression(
  selection: Selection,
  definition: DatastoreDefinition,
): (item: Item) => boolean {
  const { expression, expression_attributes, expression_values } = selection;
  if (expression === undefined) {
    for (
      const [name, map] of [
        ["ExpressionAttributeNames", expression_attributes],
        ["ExpressionAttributeValues", expression_values],
      ] as const
    ) {
      if (isFilled(map)) {
        invalid(`${name} can only be specified when using expressions`);
      }
    }
    return () => true;
  }
  const request: FilterRequest = { FilterExpression: expression };
  if (expression_attributes && isFilled(expression_attributes)) {
    request.ExpressionAttributeNames = expression_attributes;
  }
  if (expression_values && isFilled(expression_values)) {
    request.ExpressionAttributeValues = toAttributeValues(expression_values);
  }
  const problem = validations.validateExpressions(request);
  if (problem) invalid(problem);
  const filter = request._filter;
  if (!filter) invalid("Invalid FilterExpression");
  const names = Object.keys(filter.pathHeads);
  for (const name of names) {
    if (name === definition.primary_key) {
      invalid(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
      );
    }
    if (!definition.attributes.has(name)) {
      invalid(`The datastore "${definition.name}" has no attribute "${name}"`);
    }
  }
  return (item) => {
    const seen: Record<string, AttributeValue> = {};
    for (const name of names) {
      const value = item[name];
      if (value !== undefined) seen[name] = toAttributeValue(value);
    }
    return db.matchesExprFilter(seen, filter.expression);
  };
}
