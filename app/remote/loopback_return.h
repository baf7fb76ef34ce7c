#pragma once
#include "app/workspace/browser_return.h"
#include <QTcpServer>

namespace vox {

// BrowserReturn on a port of 127.0.0.1 the system chooses. Reads one small GET, answers with a page, and lets everything
// else be.
class LoopbackReturn final : public BrowserReturn {
    Q_OBJECT
public:
    explicit LoopbackReturn(const QString &page);
    QUrl redirectUri() const override;

private:
    void serve();
    QTcpServer m_server;
    QString m_page;
    bool m_done = false;
};

} // namespace vox
