#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vox::test {

// A client of a loopback HTTP server that sends exactly the bytes a test says, in the pieces it says. Blocking; gives up
// after ten seconds of silence.
class RawClient {
public:
    struct Answer {
        int status = 0;
        std::map<std::string, std::string> headers; // names in lower case
        std::string body;
        std::string header(const std::string &name) const { const auto it = headers.find(name); return it == headers.end() ? std::string() : it->second; }
    };

    explicit RawClient(int port);
    ~RawClient();

    // False when the server no longer takes bytes.
    bool send(std::string_view bytes);
    // The next answer; nothing when the connection ends or breaks before it is whole. `head`: an answer to HEAD has no body.
    std::optional<Answer> read(bool head = false);
    // A request with Host, Content-Length and these headers ("Name: value\r\n"…), and its answer.
    std::optional<Answer> ask(std::string_view verb, std::string_view target, std::string_view headers = {}, std::string_view body = {});
    // The next text message of a WebSocket that read() saw opened (101); nothing when it ends. Answers pings by itself.
    std::optional<std::string> readMessage();
    // Why the WebSocket was closed, when readMessage() saw it closed with a reason.
    std::string closeReason() const;
    // A text message of at most 64 KiB, masked as clients must.
    bool sendMessage(std::string_view text);
    // What came and was no answer.
    std::string unread() const;
    // Whether the server closes before the silence is too long.
    bool isClosed();
    void finishSending();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox::test
