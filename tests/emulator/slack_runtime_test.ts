import assert from "node:assert/strict";
import { ChildHost } from "../../emulator/slack/runtime/child_host.ts";
import { loopback } from "../support/loopback.ts";
import {
  type Call,
  press,
  pressOfNobody,
  PROBE,
  runOf,
  slackStub,
  submission,
} from "./runtime_fixture.ts";

const root = new URL("../../", import.meta.url);

async function tellsOfAChildHost(
  makeHost: (hosts: string[], log: string[]) => ChildHost,
): Promise<void> {
  const calls: Call[] = [];
  const server = loopback(slackStub(calls));
  const address = new URL(server.origin).host;
  const log: string[] = [];
  const host = makeHost([address], log);
  const run = (wish: string) =>
    host.invoke(runOf(wish, `http://${address}/api/`));
  try {
    await host.preload();

    assert.deepEqual(await run("greet"), {});
    assert.deepEqual(calls.splice(0), [
      { method: "auth.test", token: "Bearer xwfp-1", form: {} },
      {
        method: "functions.completeSuccess",
        token: "Bearer xwfp-1",
        form: {
          outputs: '{"heard":"U0BOT hello"}',
          function_execution_id: "Fx01",
        },
      },
    ]);

    await run("error");
    assert.deepEqual(
      calls.splice(0).map(({ method, form }) => [method, form]),
      [
        ["functions.completeError", {
          error: "no luck",
          function_execution_id: "Fx01",
        }],
      ],
    );
    await run("later");
    assert.deepEqual(calls, []);

    await assert.rejects(run("env"), /Requires env access/);
    await assert.rejects(run("file"), /Requires read access/);
    await assert.rejects(run("subprocess"), /Requires run access/);
    await assert.rejects(
      run("other host"),
      /^\w+: Detected missing network permissions; add the domain to your manifest's `outgoingDomains`\. Original message: Requires net access to "example\.com/,
    );
    assert.deepEqual(calls, []);

    assert.deepEqual(await host.invoke(press), {});
    assert.deepEqual(await host.invoke(submission), {
      response_action: "errors",
      errors: { number: "is wrong" },
    });
    assert.deepEqual(await host.invoke(pressOfNobody), {});
    assert.ok(log.includes("wish: greet"));
    assert.ok(log.includes("pressed press"));

    await assert.rejects(run("die"), /ended with code 3/);
    await run("greet");
    assert.equal(calls.length, 2);
  } finally {
    await host.close();
    await server.close();
  }
}

async function withProbe(tell: (directory: string) => Promise<void>) {
  const directory = Deno.makeTempDirSync();
  try {
    await Deno.writeTextFile(`${directory}/probe.ts`, PROBE);
    await tell(directory);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

async function output(command: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args,
    cwd: root,
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

Deno.test("a function in a child reaches the allowed hosts and nothing else", () =>
  withProbe((directory) =>
    tellsOfAChildHost((hosts, log) =>
      new ChildHost({
        modules: { probe: new URL(`file://${directory}/probe.ts`) },
        hosts,
        config: new URL("deno.jsonc", root),
        onLog: (line) => log.push(line),
      })
    )
  ));

Deno.test("a bundled function runs the same, with no configuration", () =>
  withProbe(async (directory) => {
    const bundle = `${directory}/probe.js`;
    await output(
      Deno.execPath(),
      "bundle",
      "--quiet",
      "--node-modules-dir=manual",
      `--config=${new URL("deno.jsonc", root).pathname}`,
      `${directory}/probe.ts`,
      "--output",
      bundle,
    );
    await tellsOfAChildHost((hosts, log) =>
      new ChildHost({
        modules: { probe: new URL(`file://${bundle}`) },
        hosts,
        onLog: (line) => log.push(line),
      })
    );
  }));

Deno.test("a function that cannot be loaded says why", () =>
  withProbe(async (directory) => {
    await Deno.writeTextFile(
      `${directory}/probe.js`,
      "throw new Error('ouch')",
    );
    const host = new ChildHost({
      modules: { probe: new URL(`file://${directory}/probe.js`) },
      hosts: [],
    });
    await assert.rejects(host.preload(), /ouch/);
    await host.close();
  }));

Deno.test("a function that hangs is given up after 60 seconds, and the next run finds a fresh child", () =>
  withProbe(async (directory) => {
    await Deno.writeTextFile(
      `${directory}/probe.js`,
      "export default ({ inputs }) => { while (inputs.wish === 'hang'); return { completed: false }; };",
    );
    let timeOut = () => {};
    const host = new ChildHost({
      modules: { probe: new URL(`file://${directory}/probe.js`) },
      hosts: [],
      clock: {
        now: () => 0,
        after(ms, task) {
          assert.equal(ms, 60_000);
          timeOut = task;
          return () => {};
        },
      },
    });
    await host.preload();
    const hanging = assert.rejects(
      host.invoke(runOf("hang", "")),
      /longer than 60 seconds/,
    );
    timeOut();
    await hanging;
    assert.deepEqual(await host.invoke(runOf("later", "")), {});
    await host.close();
  }));
