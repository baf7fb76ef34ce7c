#pragma once
#include "app/providers/net/egress_rules.h"
#include "app/providers/net/http_client.h"
#include "app/providers/net/shared_call.h"
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace vox {

using HttpCall = SharedCall<HttpClient::Handlers>;

// One request on the network thread, through its redirects. With egress rules each hop's name is looked up here, its
// addresses are judged, and the connection goes to the judged one. Deletes itself at the end.
class HttpExchange final : public QObject {
public:
    HttpExchange(QNetworkAccessManager &network, const HttpRequest &request, std::shared_ptr<HttpCall> call);

    std::function<void()> gone;

private:
    void hop();
    void resolve();
    void connectTo(const std::optional<QHostAddress> &address);
    bool redirects() const;
    void follow();
    void begin();
    void read();
    void finish();
    void fail(const Error &error) { end(error); }
    void end(const Result<HttpResponse> &result);

    QNetworkAccessManager &m_network;
    HttpRequest m_request; // of the current hop
    std::shared_ptr<HttpCall> m_call;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    HttpResponse m_response;
    qint64 m_received = 0;
    int m_hops = 0;
    bool m_began = false;
    bool m_over = false;
};

} // namespace vox
