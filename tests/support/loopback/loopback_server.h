#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vox::test {

// An HTTP/1.1 server on 127.0.0.1 that a test scripts byte by byte: good answers, half answers, garbage, silence. Each
// connection is served on a thread of its own; the destructor closes them all and waits.
class LoopbackServer {
public:
    struct Request {
        std::string method, target, body;
        std::map<std::string, std::string> headers; // names in lower case
    };

    class Connection {
    public:
        virtual ~Connection() = default;
        // Raw bytes; false when the peer is gone.
        virtual bool send(std::string_view bytes) = 0;
        // Until the peer closes or the server ends.
        virtual void waitForPeer() = 0;
        // A whole answer with Content-Length.
        bool respond(int status, std::string_view contentType, std::string_view body, std::string_view moreHeaders = {});
        // Head of an answer that ends when the connection closes.
        bool beginStream(std::string_view contentType = "text/event-stream");
        bool event(std::string_view data); // "data: ...\n\n"
    };
    using Handler = std::function<void(const Request &, Connection &)>; // on the connection's thread

    explicit LoopbackServer(Handler handler);
    ~LoopbackServer();

    int port() const;
    std::string address() const; // "http://127.0.0.1:PORT"
    std::vector<Request> requests() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox::test
