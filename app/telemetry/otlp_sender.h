#pragma once
#include "app/providers/net/http_client.h"
#include "app/providers/net/http_tool_runner.h"
#include "app/telemetry/otlp_settings.h"
#include <random>

namespace vox {

// Sends one OTLP request at a time and keeps at it as the specification says: 429, 502, 503, 504 and lost connections
// are tried again, later each time or when Retry-After says; anything else is final. One per destination, on its
// executor, which outlives it.
class OtlpSender {
public:
    struct Answer {
        qint64 rejected = 0;  // items the collector took note of and did not keep
        QString why;
        int tries = 1;
    };
    using Done = std::function<void(const Result<Answer> &)>;
    static constexpr qint64 kFirstPauseMs = 1000, kLongestPauseMs = 60000, kGiveUpMs = 300000;

    OtlpSender(HttpClient &client, SecretSource secrets, OtlpSettings settings, Executor &executor);
    ~OtlpSender();

    bool isBusy() const { return bool(m_done); }
    // `signal`: "traces" or "metrics". Not while it is busy.
    void send(const QString &signal, QByteArray body, Done done);
    // While on, there are no pauses: the one that runs ends at once, and what cannot be sent is given up.
    void hurry(bool on);

private:
    Result<HttpRequest> request() const;
    void attempt();
    void answered(const Result<HttpResponse> &response);
    void again(const Error &error, std::optional<qint64> afterMs);
    void finish(const Result<Answer> &answer);

    HttpClient &m_client;
    const SecretSource m_secrets;
    const OtlpSettings m_settings;
    Executor &m_executor;
    QString m_signal;
    QByteArray m_body;
    Done m_done;
    std::optional<HttpClient::CallId> m_call;
    Executor::TimerId m_timer = 0;
    std::int64_t m_beganUs = 0;
    int m_tries = 0;
    bool m_hurry = false;
    std::minstd_rand m_random{1};
};

// Retry-After as seconds or as an HTTP date, in milliseconds from `now`; nothing when it is neither.
std::optional<qint64> retryAfterMs(const QByteArray &header, qint64 nowUtcMs);

} // namespace vox
