#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vox::test {

// A WebSocket server on 127.0.0.1 that a test scripts message by message. Each connection has a thread of its own; the
// destructor closes them all and waits.
class WebSocketServer {
public:
    struct Request {
        std::string target;
        std::map<std::string, std::string> headers; // names in lower case
    };
    class Peer {
    public:
        virtual ~Peer() = default;
        virtual const Request &request() const = 0;
        virtual std::optional<std::string> receive() = 0; // nothing: the peer is gone
        virtual bool send(const std::string &text) = 0;
        virtual void close(int code = 1000) = 0;
        virtual void drop() = 0; // the connection is cut, without a word
    };
    // `status` other than 101: the handshake is refused with it and these header lines.
    struct Welcome {
        int status = 101;
        std::map<std::string, std::string> headers;
    };

    explicit WebSocketServer(std::function<void(Peer &)> handler, std::function<Welcome(const Request &)> welcome = {});
    ~WebSocketServer();

    std::string address() const; // "ws://127.0.0.1:PORT"
    std::vector<Request> requests() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox::test
