#pragma once
#include <QObject>
#include <QUrl>
#include <QUrlQuery>
#include <functional>
#include <memory>

namespace vox {

// Waits on a loopback address for the system's browser to come back from an identity provider. The program passes
// app/remote's. UI thread; owned by whoever waits, gone with him.
class BrowserReturn : public QObject {
    Q_OBJECT
public:
    // Where the browser is to come back; empty when nothing can be listened on.
    virtual QUrl redirectUri() const = 0;

signals:
    // Once: what it brought.
    void returned(const QUrlQuery &query);
};
// `page`: what the browser shows then, in the person's language.
using AwaitBrowser = std::function<std::unique_ptr<BrowserReturn>(const QString &page)>;

} // namespace vox
