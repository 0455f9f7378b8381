// SPDX-License-Identifier: GPL-3.0-or-later
// models-stand-in.mjs PACKAGES [DATE]: aimock as OpenAI, Anthropic and Gemini on one port of loopback. Says its
// address on standard output and ends with standard input. Fixtures set usage under each vendor's names.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.argv[2] + '/');
const { LLMock } = await import(pathToFileURL(require.resolve('@copilotkit/aimock')));
const mock = new LLMock({ port: 0, chunkSize: 5 });

const usage = (input, output) => ({
  prompt_tokens: input, completion_tokens: output, input_tokens: input, output_tokens: output,
  promptTokenCount: input, candidatesTokenCount: output,
});
const prices = { name: 'prices', arguments: '{"day":"2026-11-21","car":"Größe M"}', id: 'call_prices' };
const hours = { name: 'hours', arguments: '{}', id: 'call_hours' };

// A ride on DATE, as a model that listens would book it.
const ride = { name: 'collect', id: 'call_collect', arguments: JSON.stringify({
  service: 'chauffeur', pickup: 'Binary Tower', dropoff: 'Emirates Financial Tower', name: 'Jeffrey',
  vehicle: 'BMW 5 Series', date: process.argv[3], time: '09:00' }) };
const confirm = { name: 'confirm', arguments: '{}', id: 'call_confirm' };

mock.on({ model: 'broken-model' }, { error: { message: 'it broke', type: 'server_error' }, status: 500 });
mock.on({ userMessage: /lift from Binary Tower/, hasToolResult: false }, {
  toolCalls: [ride], usage: usage(900, 60) });
mock.on({ userMessage: /lift from Binary Tower/, hasToolResult: true }, {
  content: 'With pleasure, Jeffrey.', usage: usage(1000, 8) });
mock.on({ userMessage: /sounds perfect/, hasToolResult: false }, {
  toolCalls: [confirm], usage: usage(1100, 5) });
mock.on({ userMessage: /sounds perfect/, hasToolResult: true }, { content: 'Wonderful.', usage: usage(1200, 4) });
mock.on({ userMessage: /good morning to you/, systemMessage: 'Speak like a pirate' }, {
  content: 'Ahoy!', usage: usage(1000, 3) });
mock.on({ userMessage: /good morning to you/ }, { content: 'Good morning.', usage: usage(1000, 3) });
mock.on({ userMessage: /friend's price/ }, { content: 'For you 90 % off!', usage: usage(1000, 6) });

mock.on({ userMessage: 'text', hasToolResult: false }, {
  content: 'The Grüße 👍 of দাম is forty-five euros.', usage: usage(1200, 34) });
mock.on({ userMessage: 'one tool', hasToolResult: false }, { toolCalls: [prices], usage: usage(77, 12) });
mock.on({ userMessage: 'two tools', hasToolResult: false }, {
  content: 'I look that up.', toolCalls: [prices, hours], usage: usage(78, 24) });
mock.on({ userMessage: 'one tool', hasToolResult: true }, {
  content: 'It costs 45.00 EUR.', usage: usage(99, 9) });
mock.on({ userMessage: 'to the limit' }, { content: 'It costs 4', finishReason: 'length', usage: usage(5, 3) });
mock.on({ userMessage: 'too many' }, {
  error: { message: 'slow down', type: 'rate_limit_error', code: 'rate_limit_exceeded' }, status: 429,
  retryAfter: 3 });
mock.on({ userMessage: 'broken server' }, {
  error: { message: 'it broke', type: 'server_error' }, status: 500 });
mock.on({ userMessage: 'half' }, { content: 'This answer is cut in the middle of a word', usage: usage(5, 9) },
  { truncateAfterChunks: 3 });
mock.on({ userMessage: /ready/ }, { content: 'ready', usage: usage(1000, 2) });

await mock.start();
console.log(mock.url);
process.stdin.resume();
process.stdin.on('end', async () => { await mock.stop(); process.exit(0); });
