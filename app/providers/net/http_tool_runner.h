#pragma once
#include "app/ports/tool_runner.h"
#include "app/providers/net/egress_rules.h"
#include "app/providers/net/http_client.h"
#include <QHash>
#include <QSet>

namespace vox {

// Looks up a secret by name at the moment it is needed; nullopt when there is none. Any thread.
using SecretSource = std::function<std::optional<QByteArray>(const QString &name)>;

// Runs an agent's HTTP tools. One per conversation, on its executor; shares the client. A header value "secret:NAME", or
// "Bearer secret:NAME", is filled in here and appears nowhere else. The rules say where requests may go.
class HttpToolRunner final : public ToolRunner {
public:
    HttpToolRunner(HttpClient &client, EgressRules egress, SecretSource secrets, Executor &executor);
    ~HttpToolRunner() override;

    CallId call(const ToolRequest &request, Done done) override;
    void cancel(CallId call) override;

private:
    // The value with its secret in place; SecretMissing.
    Result<QByteArray> withSecret(const QByteArray &value) const;
    void answer(CallId call, const Done &done, const Result<ToolResponse> &result);

    HttpClient &m_client;
    const std::shared_ptr<const EgressRules> m_egress;
    SecretSource m_secrets;
    Executor &m_executor;
    QHash<CallId, HttpClient::CallId> m_open;
    CallId m_next = 1;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace vox
