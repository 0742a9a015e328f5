import * as z from "zod/mini";

/** One input or output of a function or a workflow. */
const Parameter = z.object({
  type: z.string(),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  enum: z.optional(z.array(z.unknown())),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  default: z.optional(z.unknown()),
  required: z.optional(z.array(z.string())),
  get items() {
    return z.optional(Parameter);
  },
  get properties() {
    return z.optional(z.record(z.string(), Parameter));
  },
});

const ParameterSet = z.object({
  properties: z._default(z.record(z.string(), Parameter), {}),
  required: z._default(z.array(z.string()), []),
});

const nothing = () => ({ properties: {}, required: [] });

const FunctionDefinition = z.object({
  title: z.string(),
  source_file: z.string(),
  input_parameters: z._default(ParameterSet, nothing),
  output_parameters: z._default(ParameterSet, nothing),
});

const Step = z.object({
  id: z.string(),
  function_id: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});

const WorkflowDefinition = z.object({
  title: z.string(),
  description: z._default(z.string(), ""),
  input_parameters: z._default(ParameterSet, nothing),
  steps: z.array(Step),
});

const DatastoreDefinition = z.object({
  primary_key: z.string(),
  time_to_live_attribute: z.optional(z.string()),
  attributes: z.record(z.string(), Parameter),
});

const Manifest = z.object({
  display_information: z.object({
    name: z.string(),
    description: z._default(z.string(), ""),
  }),
  features: z.object({
    bot_user: z.optional(z.object({ display_name: z.string() })),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z._default(z.array(z.string()), []) }),
  }),
  functions: z._default(z.record(z.string(), FunctionDefinition), {}),
  workflows: z._default(z.record(z.string(), WorkflowDefinition), {}),
  datastores: z._default(z.record(z.string(), DatastoreDefinition), {}),
  types: z._default(z.record(z.string(), Parameter), {}),
  outgoing_domains: z._default(z.array(z.string()), []),
});

export type Parameter = z.output<typeof Parameter>;
export type ParameterSet = z.output<typeof ParameterSet>;
export type FunctionDefinition = z.output<typeof FunctionDefinition>;
export type WorkflowDefinition = z.output<typeof WorkflowDefinition>;
export type DatastoreDefinition = z.output<typeof DatastoreDefinition>;
/** An app as Slack knows it after `slack deploy`. */
export type Manifest = z.output<typeof Manifest>;

/** Many worlds are opened with one app, whose manifest says the same in all of them. */
const known = new WeakMap<object, Manifest>();

/** Reads what `manifest.ts` exports; variables and custom types turn into Slack's own words on the way through JSON. */
export function readManifest(exported: unknown): Manifest {
  const isObject = typeof exported === "object" && exported !== null;
  const before = isObject ? known.get(exported) : undefined;
  if (before) return before;
  const manifest = z.parse(Manifest, JSON.parse(JSON.stringify(exported)));
  if (isObject) known.set(exported, manifest);
  return manifest;
}
