#pragma once
#include <QByteArray>
#include <deque>
#include <functional>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/grpcpp.h>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vox::test {

// A gRPC server on 127.0.0.1 that a test scripts message by message, for any method.
class GrpcServer {
public:
    class Call;
    // On gRPC's threads; no message: the client has sent all.
    using Script = std::function<void(Call &, const std::optional<QByteArray> &message)>;

    class Call final : public grpc::ServerGenericBidiReactor {
    public:
        Call(grpc::GenericCallbackServerContext *context, Script handler) : m_handler(std::move(handler)), method(context->method())
        {
            for (const auto &[name, value] : context->client_metadata())
                metadata[std::string(name.data(), name.size())] = std::string(value.data(), value.size());
            StartRead(&m_in);
        }
        void send(const QByteArray &message)
        {
            const std::lock_guard lock(m_mutex);
            const grpc::Slice slice(message.constData(), size_t(message.size()));
            m_queue.emplace_back(&slice, 1);
            if (m_queue.size() == 1) StartWrite(&m_queue.front());
        }
        void finish(grpc::StatusCode code = grpc::StatusCode::OK)
        {
            const std::lock_guard lock(m_mutex);
            if (m_finished) return;
            m_finished = grpc::Status(code, "as asked");
            if (m_queue.empty()) Finish(*m_finished);
        }
        void OnReadDone(bool ok) override
        {
            if (!ok) return m_handler(*this, std::nullopt);
            std::vector<grpc::Slice> slices;
            QByteArray bytes;
            if (m_in.Dump(&slices).ok())
                for (const auto &slice : slices) bytes.append(reinterpret_cast<const char *>(slice.begin()), qsizetype(slice.size()));
            m_handler(*this, bytes);
            StartRead(&m_in);
        }
        void OnWriteDone(bool ok) override
        {
            const std::lock_guard lock(m_mutex);
            m_queue.pop_front();
            if (ok && !m_queue.empty()) StartWrite(&m_queue.front());
            else if (m_finished) Finish(*m_finished);
        }
        void OnCancel() override { finish(grpc::StatusCode::CANCELLED); }
        void OnDone() override { delete this; }

    private:
        const Script m_handler;

    public:
        const std::string method;
        std::map<std::string, std::string> metadata;
        int count = 0; // for the script's use

    private:
        grpc::ByteBuffer m_in;
        std::mutex m_mutex; // guards what follows
        std::deque<grpc::ByteBuffer> m_queue;
        std::optional<grpc::Status> m_finished;
    };

    explicit GrpcServer(Script handler) : m_service(std::move(handler))
    {
        grpc::ServerBuilder builder;
        builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &m_port);
        builder.RegisterCallbackGenericService(&m_service);
        m_server = builder.BuildAndStart();
    }
    ~GrpcServer() { m_server->Shutdown(std::chrono::system_clock::now() + std::chrono::milliseconds(500)); }
    int port() const { return m_port; }

private:
    struct Service final : grpc::CallbackGenericService {
        explicit Service(Script h) : handler(std::move(h)) {}
        grpc::ServerGenericBidiReactor *CreateReactor(grpc::GenericCallbackServerContext *context) override { return new Call(context, handler); }
        const Script handler;
    };
    Service m_service;
    int m_port = 0;
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace vox::test
