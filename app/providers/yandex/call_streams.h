#pragma once
#include "app/realtime/executor.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <QUrl>
#include <functional>
#include <memory>
#include <optional>

namespace vox {

// Streaming gRPC calls by the name of their method, messages as bytes; for any thread, everything comes back on the
// executor given. One channel a server, shared by its calls. Destroying it cancels what is open. A build without gRPC has none.
class CallStreams {
public:
    using CallId = quint64;
    struct Request {
        QUrl server;                                     // https://host[:443], or http for one without TLS
        QByteArray method;                               // "/speechkit.stt.v3.Recognizer/RecognizeStreaming"
        QList<QPair<QByteArray, QByteArray>> metadata;
        int timeoutMs = 0;                               // of the whole call; 0: none
        int longestMessage = 4 << 20;
    };
    struct Handlers {
        std::function<void(const QByteArray &message)> message;
        // Once, unless cancelled. No error: the server ended the call well. Else Unauthorized, RateLimited, TimedOut,
        // Unreachable, ServerFailed.
        std::function<void(const std::optional<Error> &)> ended;
    };

    virtual ~CallStreams() = default;
    virtual CallId open(const Request &request, Executor &executor, Handlers handlers) = 0;
    virtual void send(CallId call, const QByteArray &message) = 0;
    virtual void finishSending(CallId call) = 0;
    // After it returns none of the call's handlers runs any more if called on the executor's thread.
    virtual void cancel(CallId call) = 0;

    // nullptr in a build without gRPC.
    static std::unique_ptr<CallStreams> make();
};

} // namespace vox
