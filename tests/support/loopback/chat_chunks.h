#pragma once
#include <string>

// Chunks of a streamed chat completion, as the vendor's API reference shows them ("The chat completion chunk object").
namespace vox::test {

inline std::string chatChunk(const std::string &delta, const std::string &finish = "null")
{
    return R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1694268190,"model":"m","system_fingerprint":"fp","choices":[{"index":0,"delta":)"
        + delta + R"(,"logprobs":null,"finish_reason":)" + finish + "}]}";
}
inline std::string chatFirst() { return chatChunk(R"({"role":"assistant","content":""})"); }
inline std::string chatText(const std::string &text) { return chatChunk(R"({"content":")" + text + R"("})"); }
inline std::string chatEnd(const std::string &reason = "stop") { return chatChunk("{}", '"' + reason + '"'); }
inline std::string chatUsage(int input, int output)
{
    return R"({"id":"chatcmpl-1","choices":[],"usage":{"prompt_tokens":)" + std::to_string(input) + R"(,"completion_tokens":)"
        + std::to_string(output) + R"(,"total_tokens":)" + std::to_string(input + output) + "}}";
}
// The first piece of a tool call names it, the next ones carry pieces of the arguments (already JSON-escaped).
inline std::string chatCall(int index, const std::string &id, const std::string &name, const std::string &arguments = {})
{
    return chatChunk(R"({"role":"assistant","content":null,"tool_calls":[{"index":)" + std::to_string(index) + R"(,"id":")" + id
                     + R"(","type":"function","function":{"name":")" + name + R"(","arguments":")" + arguments + R"("}}]})");
}
inline std::string chatArguments(int index, const std::string &arguments)
{
    return chatChunk(R"({"tool_calls":[{"index":)" + std::to_string(index) + R"(,"function":{"arguments":")" + arguments + R"("}}]})");
}
inline std::string chatError() { return R"({"error":{"message":"overloaded","type":"server_error","code":"overloaded"}})"; }

} // namespace vox::test
