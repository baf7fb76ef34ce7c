#pragma once
#include "app/api/http/request_reader.h"
#include "app/api/http/server_core.h"
#include <boost/beast/core/flat_buffer.hpp>
#include <array>
#include <memory>
#include <string>

namespace vox {

// One connection: reads a request, has it answered by a worker, writes the answer, and again. What a client sends ahead
// waits its turn. Keeps itself alive while something is under way; runs on the strand of its socket.
class HttpConnection final : public Session, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(AnyStream stream, std::string address, ServerCore &core);
    ~HttpConnection() override;
    void start();
    void stop() override;

private:
    using Failed = boost::system::error_code;
    void readHead();
    void feedHead();
    void headDone();
    void admitted(bool may);
    void readBody();
    void feedBody();
    void bodyDone();
    void broken();
    void answer();
    void writeHead();
    bool sendAtOnce(std::array<boost::asio::const_buffer, 2> &buffers);
    void writeStream(qint64 offset);
    void answered(const Failed &failed);
    void finishSending();
    void linger(std::size_t left);
    void close();
    template <typename Then> void read(Then then);
    // Runs `work` with a worker's store, then `then` back on the strand.
    template <typename Work, typename Then> void onWorker(Work work, Then then);

    static constexpr std::size_t kBuffer = 64 * 1024;
    static constexpr std::size_t kLinger = 4 * 1024 * 1024;

    ServerCore &m_core;
    const Seat m_seat; // the last to go: the server waits for it
    AnyStream m_stream;
    const AnyStream::executor_type m_strand; // outlives a stream that was handed on
    boost::beast::flat_buffer m_buffer{kBuffer};
    RequestReader m_reader;
    Exchange m_exchange;
    std::string m_head;            // of the answer being written
    QByteArray m_piece;            // of a streamed answer
    std::chrono::steady_clock::time_point m_bodyBegan;
    qint64 m_bodyRead = 0, m_reserved = 0;
    bool m_keepAlive = false, m_waiting = false;
};

} // namespace vox
