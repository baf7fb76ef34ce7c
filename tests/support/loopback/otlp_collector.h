#pragma once
#include "tests/support/loopback/loopback_server.h"
#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <mutex>

namespace vox::test {

// A collector on the loopback address: POST /v1/traces and /v1/metrics as OTLP/HTTP has them. It takes JSON apart and
// keeps the spans and metrics; protocol buffers it keeps as bytes. Each answer comes from `answers` first, then 200.
class OtlpCollector {
public:
    struct Answer {
        int status = 200;
        std::string headers, body;
    };

    explicit OtlpCollector(std::vector<Answer> answers = {})
        : m_answers(std::move(answers)), m_server([this](const LoopbackServer::Request &request, LoopbackServer::Connection &connection) {
              take(request, connection);
          })
    {
    }

    QString address() const { return QString::fromStdString(m_server.address()); }
    std::vector<LoopbackServer::Request> requests() const { return m_server.requests(); }
    QList<QJsonObject> spans() const { return gathered("spans"); }
    QList<QJsonObject> metrics() const { return gathered("metrics"); }
    QStringList complaints() const
    {
        const std::lock_guard lock(m_mutex);
        return m_complaints;
    }

private:
    void take(const LoopbackServer::Request &request, LoopbackServer::Connection &connection)
    {
        Answer answer;
        {
            const std::lock_guard lock(m_mutex);
            if (m_next < m_answers.size()) answer = m_answers[m_next++];
            if (answer.status == 200) keep(request);
        }
        const std::string type = request.headers.contains("content-type") ? request.headers.at("content-type") : std::string();
        connection.respond(answer.status, type, answer.body.empty() && type == "application/json" ? "{}" : answer.body, answer.headers);
    }

    void complain(const char *what) { m_complaints.append(QString::fromLatin1(what)); }

    void keep(const LoopbackServer::Request &request)
    {
        if (request.method != "POST") complain("method");
        const bool traces = request.target.ends_with("/v1/traces");
        if (!traces && !request.target.ends_with("/v1/metrics")) complain("path");
        const std::string &type = request.headers.at("content-type");
        if (type == "application/x-protobuf") return;
        if (type != "application/json") return complain("content type");
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        const auto resources = json[traces ? QLatin1String("resourceSpans") : QLatin1String("resourceMetrics")].toArray();
        if (resources.isEmpty()) complain("no resources");
        for (const auto &resource : resources) {
            if (resource[QLatin1String("resource")][QLatin1String("attributes")].toArray().isEmpty()) complain("no resource attributes");
            for (const auto &scope : resource[QLatin1String(traces ? "scopeSpans" : "scopeMetrics")].toArray())
                for (const auto &item : scope[QLatin1String(traces ? "spans" : "metrics")].toArray()) (traces ? m_spans : m_metrics).append(item.toObject());
        }
    }

    QList<QJsonObject> gathered(std::string_view what) const
    {
        const std::lock_guard lock(m_mutex);
        return what == "spans" ? m_spans : m_metrics;
    }

    mutable std::mutex m_mutex;
    std::vector<Answer> m_answers;
    size_t m_next = 0;
    QList<QJsonObject> m_spans, m_metrics;
    QStringList m_complaints;
    LoopbackServer m_server;
};

} // namespace vox::test
