import * as z from "zod/mini";
import type { Manifest } from "./manifest.ts";
import { SlackRefusal } from "./refusal.ts";
import { references } from "./templates.ts";
import { TriggerDefinition } from "./trigger_definition.ts";
import type { Trigger, Triggers } from "./triggers.ts";
import { BUILT_IN_STEPS } from "./workflow_runs.ts";

const OWN = "#/functions/";

/** Says what Slack would say at `slack deploy`, as one sentence a fault. Throws on the first. */
export function checkManifest(manifest: Manifest): void {
  for (const domain of manifest.outgoing_domains) {
    if (!/^(?![.-])([-a-z0-9.])+([a-z0-9])$/.test(domain)) {
      throw new Error(`${domain} in outgoingDomains is no bare host name.`);
    }
  }
  for (const [id, workflow] of Object.entries(manifest.workflows)) {
    const known = new Set(
      Object.keys(workflow.input_parameters.properties)
        .map((name) => `inputs.${name}`),
    );
    for (const step of workflow.steps) {
      const steps = `Step ${step.id} of workflow ${id}`;
      checkStep(manifest, step, steps);
      for (const path of references(step.inputs)) {
        const head = path.split(".").slice(
          0,
          path.startsWith("inputs.") ? 2 : 3,
        )
          .join(".");
        if (!known.has(head)) {
          throw new Error(`${steps} refers to ${path}, which is not there.`);
        }
      }
      const outputs = manifest.functions[step.function_id.replace(OWN, "")]
        ?.output_parameters.properties ?? {};
      for (const name of Object.keys(outputs)) {
        known.add(`steps.${step.id}.${name}`);
      }
    }
  }
}

function checkStep(
  manifest: Manifest,
  step: { function_id: string; inputs: Record<string, unknown> },
  name: string,
): void {
  if (BUILT_IN_STEPS.includes(step.function_id)) return;
  const definition = manifest.functions[step.function_id.replace(OWN, "")];
  if (!step.function_id.startsWith(OWN) || !definition) {
    throw new Error(
      `${name} runs ${step.function_id}, which this Slack does not have.`,
    );
  }
  const { properties, required } = definition.input_parameters;
  for (const input of Object.keys(step.inputs)) {
    if (!properties[input]) {
      throw new Error(`${name} gives an unknown input, ${input}.`);
    }
  }
  for (const input of required) {
    if (step.inputs[input] === undefined) {
      throw new Error(`${name} lacks the required input ${input}.`);
    }
  }
}

/** Creates the deploy-time triggers, or brings those of an earlier start up to date, as `slack trigger` would. */
export function deployTriggers(
  triggers: Triggers,
  exported: readonly unknown[],
  owner: string,
): Trigger[] {
  return exported.map((definition) => {
    const read = z.parse(
      TriggerDefinition,
      JSON.parse(JSON.stringify(definition)),
    );
    const before = triggers.all().find((trigger) =>
      trigger.definition.name === read.name &&
      trigger.definition.type === read.type
    );
    try {
      return before
        ? triggers.update(before.id, read)
        : triggers.create(read, owner);
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      throw new Error(
        `Slack refuses the trigger “${read.name}”: ${error.code} ${
          JSON.stringify(error.extra)
        }`,
      );
    }
  });
}
