// SPDX-License-Identifier: GPL-3.0-or-later
// models-sdk.mjs PACKAGES ADDRESS: what the vendors' own clients understand of the stand-in's streams, as
// one line of JSON: family → question → {text, calls, in, out} or {status}.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , packages, address] = process.argv;
const require = createRequire(packages + '/');
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { default: OpenAI } = await load('openai');
const { default: Anthropic } = await load('@anthropic-ai/sdk');
const { GoogleGenAI } = await load('@google/genai');

const schema = { type: 'object', properties: { day: { type: 'string' }, car: { type: 'string' } } };
const questions = ['text', 'one tool', 'two tools', 'to the limit', 'too many', 'broken server', 'half'];

async function openai(question) {
  const client = new OpenAI({ apiKey: 'k', baseURL: address + '/v1', maxRetries: 0 });
  const stream = client.chat.completions.stream({
    model: 'gpt-4.1', stream_options: { include_usage: true }, messages: [{ role: 'user', content: question }],
    tools: ['prices', 'hours'].map((name) => ({ type: 'function', function: { name, parameters: schema } })),
  });
  let usage;
  stream.on('chunk', (chunk) => { usage = chunk.usage ?? usage; });
  await stream.done().catch((error) => { if (error.constructor.name !== 'LengthFinishReasonError') throw error; });
  const message = stream.currentChatCompletionSnapshot?.choices[0].message ??
    (await stream.finalChatCompletion()).choices[0].message;
  return {
    text: message.content ?? '',
    calls: (message.tool_calls ?? []).map((call) => ({
      name: call.function.name, arguments: JSON.parse(call.function.arguments) })),
    in: usage.prompt_tokens, out: usage.completion_tokens,
  };
}

async function anthropic(question) {
  const client = new Anthropic({ apiKey: 'k', baseURL: address, maxRetries: 0 });
  const message = await client.messages.stream({
    model: 'claude-test', max_tokens: 300, messages: [{ role: 'user', content: question }],
    tools: ['prices', 'hours'].map((name) => ({ name, input_schema: schema })),
  }).finalMessage();
  return {
    text: message.content.filter((block) => block.type === 'text').map((block) => block.text).join(''),
    calls: message.content.filter((block) => block.type === 'tool_use').map((block) => ({
      name: block.name, arguments: block.input })),
    in: message.usage.input_tokens, out: message.usage.output_tokens,
  };
}

async function gemini(question) {
  const client = new GoogleGenAI({ apiKey: 'k', httpOptions: { baseUrl: address, apiVersion: 'v1beta' } });
  const stream = await client.models.generateContentStream({
    model: 'gemini-2.5-flash', contents: [{ role: 'user', parts: [{ text: question }] }],
    config: { tools: [{ functionDeclarations: ['prices', 'hours'].map((name) => ({ name })) }] },
  });
  const told = { text: '', calls: [] };
  let finished = false;
  for await (const chunk of stream) {
    for (const part of chunk.candidates?.[0]?.content?.parts ?? []) {
      told.text += part.text ?? '';
      if (part.functionCall) told.calls.push({ name: part.functionCall.name, arguments: part.functionCall.args });
    }
    finished = finished || !!chunk.candidates?.[0]?.finishReason;
    told.in = chunk.usageMetadata?.promptTokenCount ?? told.in;
    told.out = chunk.usageMetadata?.candidatesTokenCount ?? told.out;
  }
  if (!finished) throw new Error('no end');
  return told;
}

const told = {};
for (const [family, ask] of Object.entries({ openai, anthropic, gemini })) {
  told[family] = {};
  for (const question of questions) {
    try {
      told[family][question] = await ask(question);
    } catch (error) {
      told[family][question] = { status: error.status ?? 0, error: String(error.message).slice(0, 200) };
    }
  }
}
console.log(JSON.stringify(told));
process.exit(0);
