#pragma once
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

namespace vox::test {

// The system's browser in the hands of somebody who agrees to everything: follows redirects over HTTP, with cookies, until it has
// shown the page the console answers with. GUI thread.
class RedirectedBrowser : public QObject {
public:
    // Instead of QDesktopServices::openUrl(); returns at once.
    bool open(const QUrl &url)
    {
        m_hops = 0;
        m_page.clear();
        follow(url);
        return true;
    }
    // At the identity provider the person presses "No".
    bool refuses = false;
    // What stands in the window at the end.
    QString page() const { return m_page; }

private:
    void follow(QUrl url)
    {
        const bool home = url.path() == QStringLiteral("/callback");
        if (home && refuses) {
            const QString state = QUrlQuery(url).queryItemValue(QStringLiteral("state"));
            url.setQuery(QStringLiteral("error=access_denied&error_description=The+person+said+no&state=") + state);
        }
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QNetworkReply *reply = m_network.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply, url] {
            reply->deleteLater();
            const QUrl next = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
            if (next.isValid() && ++m_hops < 12) return follow(url.resolved(next));
            m_page = QString::fromUtf8(reply->readAll());
        });
    }
    QNetworkAccessManager m_network;
    QString m_page;
    int m_hops = 0;
};

} // namespace vox::test
