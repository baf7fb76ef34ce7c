#include "app/providers/yandex/grpc_streams.h"
#include "app/providers/net/http_client.h"
#include <QHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <mutex>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

grpc::ByteBuffer bufferOf(const QByteArray &bytes)
{
    const grpc::Slice slice(bytes.constData(), size_t(bytes.size()));
    return grpc::ByteBuffer(&slice, 1);
}

QByteArray bytesOf(const grpc::ByteBuffer &buffer)
{
    std::vector<grpc::Slice> slices;
    QByteArray out;
    if (!buffer.Dump(&slices).ok()) return out;
    for (const grpc::Slice &slice : slices) out.append(reinterpret_cast<const char *>(slice.begin()), qsizetype(slice.size()));
    return out;
}

std::optional<Error> errorOf(const grpc::Status &status, const CallStreams::Request &request)
{
    const QString address = shownAddress(request.server), detail = QString::fromStdString(status.error_message());
    switch (status.error_code()) {
    case grpc::StatusCode::OK: return std::nullopt;
    case grpc::StatusCode::UNAUTHENTICATED:
    case grpc::StatusCode::PERMISSION_DENIED: return Error(Error::Code::Unauthorized, {address}, detail);
    case grpc::StatusCode::RESOURCE_EXHAUSTED: return Error(Error::Code::RateLimited, {address, {}}, detail);
    case grpc::StatusCode::DEADLINE_EXCEEDED: return Error(Error::Code::TimedOut, {address, QString::number(request.timeoutMs)}, detail);
    case grpc::StatusCode::UNAVAILABLE: return Error(Error::Code::Unreachable, {address}, detail);
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
    case grpc::StatusCode::ABORTED: return Error(Error::Code::ServerFailed, {address, u"500"_s}, detail);
    default: return Error(Error::Code::ServerFailed, {address, QString::number(int(status.error_code()))}, detail);
    }
}

// One call. gRPC's threads call the On… functions; anybody may send and cancel. Deletes itself when gRPC is done with it.
class Stream final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
public:
    Stream(CallStreams::Request request, Executor &executor, CallStreams::Handlers handlers, std::function<void()> gone)
        : m_request(std::move(request)), m_executor(&executor), m_handlers(std::make_shared<CallStreams::Handlers>(std::move(handlers))),
          m_gone(std::move(gone))
    {
    }

    void start(const std::shared_ptr<grpc::Channel> &channel)
    {
        m_stub = std::make_unique<grpc::GenericStub>(channel);
        for (const auto &[name, value] : m_request.metadata) m_context.AddMetadata(name.toStdString(), value.toStdString());
        if (m_request.timeoutMs > 0) m_context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(m_request.timeoutMs));
        m_stub->PrepareBidiStreamingCall(&m_context, m_request.method.toStdString(), {}, this);
        AddHold(); // others than gRPC start writes, too
        StartRead(&m_incoming);
        StartCall();
    }

    void send(const QByteArray &message)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_held || m_finishing) return;
        m_queue.push_back(bufferOf(message));
        if (m_queue.size() == 1) StartWrite(&m_queue.front());
    }

    void finishSending()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_held || m_finishing) return;
        m_finishing = true;
        if (m_queue.empty()) StartWritesDone();
    }

    // Silent from now on.
    void cancel()
    {
        {
            const std::lock_guard lock(m_door);
            m_executor = nullptr;
            *m_live = false;
        }
        m_context.TryCancel();
        release();
    }

    void OnWriteDone(bool ok) override
    {
        const std::lock_guard lock(m_mutex);
        m_queue.pop_front();
        if (!ok || !m_held) return;
        if (!m_queue.empty()) StartWrite(&m_queue.front());
        else if (m_finishing) StartWritesDone();
    }

    void OnReadDone(bool ok) override
    {
        if (!ok) return release();
        deliver([message = bytesOf(m_incoming)](const CallStreams::Handlers &h) { if (h.message) h.message(message); });
        StartRead(&m_incoming);
    }

    void OnDone(const grpc::Status &status) override
    {
        deliver([error = errorOf(status, m_request)](const CallStreams::Handlers &h) { if (h.ended) h.ended(error); });
        m_gone(); // from here on nobody else knows this
        delete this;
    }

private:
    void release()
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_held, false)) RemoveHold();
    }

    template <typename F> void deliver(F call)
    {
        const std::lock_guard lock(m_door);
        if (!m_executor) return;
        m_executor->post([handlers = m_handlers, live = m_live, call = std::move(call)] {
            if (*live) call(*handlers);
        });
    }

    const CallStreams::Request m_request;
    std::mutex m_door; // guards m_executor
    Executor *m_executor;
    const std::shared_ptr<std::atomic_bool> m_live = std::make_shared<std::atomic_bool>(true);
    const std::shared_ptr<CallStreams::Handlers> m_handlers;
    const std::function<void()> m_gone;
    std::unique_ptr<grpc::GenericStub> m_stub;
    grpc::ClientContext m_context;
    grpc::ByteBuffer m_incoming;
    std::mutex m_mutex; // guards what follows
    std::deque<grpc::ByteBuffer> m_queue; // the first is being written
    bool m_held = true, m_finishing = false;
};

class GrpcStreams final : public CallStreams {
public:
    ~GrpcStreams() override
    {
        std::unique_lock lock(m_mutex);
        for (Stream *stream : std::as_const(m_open)) stream->cancel();
        m_changed.wait(lock, [this] { return m_alive == 0; });
    }

    CallId open(const Request &request, Executor &executor, Handlers handlers) override
    {
        const std::lock_guard lock(m_mutex);
        const CallId id = m_next++;
        ++m_alive;
        auto *stream = new Stream(request, executor, std::move(handlers), [this, id] {
            const std::lock_guard lock(m_mutex);
            m_open.remove(id);
            --m_alive;
            m_changed.notify_all();
        });
        m_open.insert(id, stream);
        stream->start(channel(request));
        return id;
    }
    void send(CallId call, const QByteArray &message) override
    {
        const std::lock_guard lock(m_mutex);
        if (Stream *stream = m_open.value(call)) stream->send(message);
    }
    void finishSending(CallId call) override
    {
        const std::lock_guard lock(m_mutex);
        if (Stream *stream = m_open.value(call)) stream->finishSending();
    }
    void cancel(CallId call) override
    {
        const std::lock_guard lock(m_mutex);
        if (Stream *stream = m_open.take(call)) stream->cancel();
    }

private:
    std::shared_ptr<grpc::Channel> channel(const Request &request);

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    QHash<CallId, Stream *> m_open;
    QHash<QString, std::shared_ptr<grpc::Channel>> m_channels;
    CallId m_next = 1;
    int m_alive = 0;
};

std::shared_ptr<grpc::Channel> GrpcStreams::channel(const Request &request)
{
    const bool secure = request.server.scheme() != "http"_L1;
    const QString target = u"%1:%2"_s.arg(request.server.host()).arg(request.server.port(secure ? 443 : 80));
    auto &channel = m_channels[(secure ? u"s "_s : QString()) + target];
    if (channel) return channel;
    std::shared_ptr<grpc::ChannelCredentials> credentials = grpc::InsecureChannelCredentials();
    if (secure) {
        grpc::SslCredentialsOptions options; // the system's certificates, which Qt finds on every platform
        const auto roots = QSslConfiguration::systemCaCertificates();
        for (const QSslCertificate &root : roots) options.pem_root_certs += root.toPem().toStdString();
        credentials = grpc::SslCredentials(options);
    }
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(request.longestMessage);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 30000);
    // Somebody waits on the line: a server that was away is asked again soon.
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 200);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 5000);
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 200);
    channel = grpc::CreateCustomChannel(target.toStdString(), credentials, arguments);
    return channel;
}

} // namespace

std::unique_ptr<CallStreams> makeGrpcStreams() { return std::make_unique<GrpcStreams>(); }

} // namespace vox
